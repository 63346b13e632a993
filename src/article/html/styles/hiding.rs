//! Pieces of a page that are hidden, and which of them are hidden for good.

use dom_query::NodeRef;

use super::bounds::MOST;
use crate::text::{FastMap, FastSet};

/// How a piece is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Way {
    NotShown,
    Unseen,
    Clear,
    Transformed,
    Sized,
    Away,
    Clipped,
    Small,
    /// In the colour of what the page says is behind it.
    Colored,
    /// In the colour of a page that says nothing of what is behind.
    ColoredPerhaps,
    /// Mixed with what is behind it, or its letters against their direction.
    Blended,
    /// Marks in place of its letters.
    Masked,
    /// Lines over one another.
    Low,
    /// Something may lie over it.
    Covered,
    /// Words of a style stand among its words.
    Worded,
    /// Struck out: retracted by its author.
    Struck,
}

impl Way {
    /// Whether a script commonly undoes it once the page is there.
    pub(super) fn is_passing(self) -> bool {
        matches!(self, Self::Clear | Self::Unseen | Self::Transformed | Self::Sized)
    }
}

/// What is told of a piece that is hidden.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) opens: bool,
    pub(super) doubtful: bool,
    pub(super) unsure: bool,
}

/// A piece that is hidden in one way by one element.
pub(super) struct Cut<'a> {
    /// The element, or the texts of it that are hidden.
    pub(super) nodes: Vec<NodeRef<'a>>,
    pub(super) way: Way,
    /// The classes of the element that hides it.
    pub(super) class: String,
    /// Bytes of running text in it.
    pub(super) running: usize,
    /// Readers can open it.
    pub(super) opens: bool,
    /// It is hidden only because it cannot be told whether a rule chooses it.
    pub(super) doubtful: bool,
    /// Whether readers see it cannot be told.
    pub(super) unsure: bool,
}

/// The pieces that are hidden for good, of a page with `running` bytes of running text that begins, as far as it is seen,
/// with `seen`. One that alone, or together with those that are hidden alike, holds most of the text beside what is seen is
/// not, where something on the page can undo it (`undone`): a page hides its article only until it has been loaded. A copy
/// of what is seen is hidden for good, and so is text in the colour of what is behind it, or off the page.
pub(super) fn certain<'c, 'a>(
    cuts: &'c [Cut<'a>],
    running: usize,
    seen: &[String],
    undone: bool,
) -> Vec<&'c Cut<'a>> {
    let visible = running.saturating_sub(cuts.iter().map(|cut| cut.running).sum());
    let mut alike: FastMap<(Way, &str), FastSet<usize>> = FastMap::default();
    for cut in cuts {
        alike.entry((cut.way, cut.class.as_str())).or_default().insert(cut.running);
    }
    let is_most = |cut: &Cut| {
        let held: usize = alike.get(&(cut.way, cut.class.as_str())).into_iter().flatten().sum();
        let waits = undone && (cut.way.is_passing() || cut.way == Way::NotShown);
        waits && held > 0 && held as f32 >= MOST * (held + visible) as f32 && !cut.repeats(seen)
    };
    cuts.iter().filter(|cut| cut.way == Way::Struck || cut.doubtful || !cut.opens && !is_most(cut)).collect()
}

impl Cut<'_> {
    /// Whether one of these texts stands in it, too.
    fn repeats(&self, seen: &[String]) -> bool {
        let own: String = self.nodes.iter().map(|node| node.text().to_string()).collect();
        seen.iter().any(|text| own.contains(text))
    }
}
