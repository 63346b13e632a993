//! What of a page is hidden: how an element hides itself or its words, and what else is in doubt by it.

use std::rc::Rc;

use dom_query::NodeRef;

use super::controls::{is_folded, is_moved, is_opened, opened};
use super::page::{Above, Walk};
use crate::article::html::elements::is_block;
use crate::article::html::sanitizer::UNREAD;
use crate::article::html::styles::hiding::{Cut, Told, Way};
use crate::article::html::styles::looks::marks::{hides_all, is_struck, running, words};
use crate::article::html::styles::looks::view::View;
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::sheets::selector::Choice;
use crate::article::html::styles::winning::won::Won;

impl<'a> Walk<'a, '_> {
    /// How an element is hidden with all that is in it, and whether that is in doubt.
    pub(in crate::article::html::styles) fn hiding(
        &self,
        node: &NodeRef<'a>,
        won: &Won,
        above: &Above,
    ) -> Option<(Way, bool)> {
        if node.has_attr(UNREAD) {
            return Some((Way::NotShown, true));
        }
        let view = |dark| View { won, above: &above.won, dark };
        if is_struck(node, &view(true)) {
            return Some((Way::Struck, !is_struck(node, &view(false))));
        }
        let stand = view(true).stand(node, above.items, self.surroundings.sheets);
        let way = hides_all(node, &view(true), stand)?;
        let sure = hides_all(node, &view(false), stand).is_some();
        // what is in it may be moved back into sight
        let placed = matches!(way, Way::Away | Way::Transformed | Way::Sized | Way::Clipped);
        Some((way, !sure || placed && node.children_it(false).any(|child| child.is_element())))
    }

    /// The cut that the words of an element belong to that looks like `inside`.
    pub(in crate::article::html::styles) fn cut_of_words(
        &mut self,
        node: &NodeRef<'a>,
        above: &Above,
        inside: &Above,
    ) -> Option<usize> {
        let hides = |above: &Above| {
            let way = above.dark.hides_words()?;
            let drawn = matches!(way, Way::Colored | Way::ColoredPerhaps) && above.light.is_drawn();
            Some((way, drawn || above.light.hides_words().is_none()))
        };
        // a rule of the page alone cannot tell that a colour is lost where other sheets may say what is behind it
        let open = self.surroundings.sheets && !node.has_attr("style") && !node.has_name("font");
        let found =
            hides(inside).filter(|(way, _)| *way != Way::ColoredPerhaps || !open || above.cut.is_some())?;
        // of what the page itself hides at its top other sheets may say otherwise
        if hides(above) == Some(found) && (above.cut.is_some() || self.surroundings.sheets) {
            return above.cut;
        }
        let won = Rc::clone(&inside.won);
        let told = self.told(node, &won, found, above);
        Some(self.cut(node, found.0, told, Vec::new(), 0))
    }

    /// Doubts the words of an element among which others may stand.
    pub(in crate::article::html::styles) fn doubt_own(&mut self, node: &NodeRef<'a>) {
        let inline = |child: &NodeRef| !child.qual_name_ref().is_some_and(|name| is_block(&name.local));
        if node.children_it(false).all(|child| inline(&child)) {
            let told = Told { opens: false, doubtful: false, unsure: true };
            self.cut(node, Way::Worded, told, vec![*node], running(node));
        }
    }

    /// Doubts what stands beside an element that may lie over it.
    pub(in crate::article::html::styles) fn doubt_beside(&mut self, node: &NodeRef<'a>) {
        let parent = node.parent().filter(|parent| parent.id != self.body.id);
        let beside = parent.filter(|parent| self.doubted.insert(parent.id));
        let inline = |child: &NodeRef| !child.qual_name_ref().is_some_and(|name| is_block(&name.local));
        // words, and elements of nothing but words
        let wordy = |child: &NodeRef| {
            child.id != node.id && (child.is_text() || child.children_it(false).all(|child| inline(&child)))
        };
        let all = beside.iter().flat_map(|parent| parent.children_it(false));
        let nodes: Vec<_> = all.filter(wordy).collect();
        let running = nodes.iter().map(running).sum();
        let told = Told { opens: false, doubtful: false, unsure: true };
        self.cut(node, Way::Covered, told, nodes, running);
    }

    /// Doubts all in the element before one that is drawn far back over it.
    pub(in crate::article::html::styles) fn doubt_before(&mut self, node: &NodeRef<'a>, view: &View) {
        const FAR: f32 = -150.0;
        let back = matches!(view.of(Property::MarginTop), Some(Value::Length(length)) if length.of_font(100.0) <= FAR);
        let mut before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling);
        let Some(before) = before.find(NodeRef::is_element).filter(|_| back) else { return };
        let told = Told { opens: false, doubtful: false, unsure: true };
        self.cut(node, Way::Covered, told, vec![before], running(&before));
    }

    pub(in crate::article::html::styles) fn cut(
        &mut self,
        node: &NodeRef,
        way: Way,
        told: Told,
        nodes: Vec<NodeRef<'a>>,
        running: usize,
    ) -> usize {
        let class = node.attr("class").map(|class| class.to_string()).unwrap_or_default();
        let Told { opens, doubtful, unsure } = told;
        self.found.cuts.push(Cut { nodes, way, class, running, opens, doubtful, unsure });
        self.found.cuts.len() - 1
    }

    /// What is told of a piece that is hidden.
    pub(in crate::article::html::styles) fn told(
        &mut self,
        node: &NodeRef,
        won: &Won,
        (way, unsure): (Way, bool),
        above: &Above,
    ) -> Told {
        let doubtful = unsure && (won.doubtful || node.has_attr(UNREAD));
        Told { opens: self.opens(node, won, way, above), doubtful, unsure }
    }

    /// Whether readers can open what is hidden in this way, or it opens by itself.
    fn opens(&mut self, node: &NodeRef, won: &Won, way: Way, above: &Above) -> bool {
        if matches!(
            way,
            Way::Small | Way::Colored | Way::ColoredPerhaps | Way::Struck | Way::Masked | Way::Low
        ) {
            return false;
        }
        let folds = self.surroundings.scripts && matches!(way, Way::NotShown | Way::Sized) && is_folded(node);
        if folds || is_moved(node, won, way, self.surroundings.scripts) {
            return true;
        }
        let body = self.body;
        if is_opened(node, self.opened.get_or_insert_with(|| opened(&body))) {
            return true;
        }
        let words: Vec<String> =
            words(node).into_iter().filter(|word| word.starts_with(['.', '#'])).collect();
        let mut states = self.sheet.of_words(&words);
        states.any(|rule| {
            self.steps.take(rule.said.len());
            let shows = !self.steps.spent() && Won::of_said(&rule.said).shows(way);
            shows && !self.steps.spent() && self.chooses(rule, node, above.depth, above.beside) == Choice::No
        })
    }
}
