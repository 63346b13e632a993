//! What on a page opens something hidden: tabs, buttons that fold and unfold, libraries that let text appear.

use dom_query::NodeRef;

use crate::article::html::elements::is_hidden;
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::sheets::states::Switch;
use crate::article::html::styles::winning::won::Won;
use crate::languages::Table;
use crate::text::FastSet;

static CLASSES: Table = Table::new(include_str!("../../../rules/classes.txt"));

/// What of a page's own opens what is hidden on it.
pub(in crate::article::html::styles) struct Controls {
    /// The ids that buttons and the like speak of.
    named: FastSet<String>,
    /// The ids that links lead to.
    linked: FastSet<String>,
    /// A box to tick stands on it.
    boxes: bool,
    scripts: bool,
}

/// The controls of a page; most do nothing without `scripts`.
pub(in crate::article::html::styles) fn controls(body: &NodeRef, scripts: bool) -> Controls {
    const OWN: [&str; 2] = ["commandfor", "popovertarget"];
    const SCRIPTED: [&str; 3] = ["aria-controls", "data-target", "data-bs-target"];
    let mut found = Controls { named: FastSet::default(), linked: FastSet::default(), boxes: false, scripts };
    for node in body.descendants_it().filter(|node| node.is_element() && !is_hidden(node)) {
        let switches =
            node.has_attr("role") || node.has_attr("data-toggle") || node.has_attr("data-bs-toggle");
        let href = node.attr("href");
        found.linked.extend(href.as_deref().and_then(|href| href.strip_prefix('#')).map(str::to_owned));
        let ticks = node.attr("type").is_some_and(|kind| matches!(&*kind, "checkbox" | "radio"));
        found.boxes |= ticks && !node.has_attr("disabled");
        let known = SCRIPTED.iter().filter(|_| scripts).chain(&OWN).filter_map(|name| node.attr(name));
        for value in known.chain(href.filter(|_| switches && scripts)) {
            found.named.extend(value.split_whitespace().map(|id| id.trim_start_matches('#').to_owned()));
        }
    }
    found
}

impl Controls {
    /// Whether a control of the page shows `node`.
    pub(in crate::article::html::styles) fn open(&self, node: &NodeRef) -> bool {
        let named = node.attr("id").is_some_and(|id| self.named.contains(&*id));
        let tabbed = || node.attr("role").is_some_and(|role| matches!(&*role, "tabpanel" | "tab"));
        named || self.scripts && tabbed()
    }

    /// Whether something on the page leads to a state of `node` or of what is around it.
    pub(in crate::article::html::styles) fn lead(&self, node: &NodeRef, switch: Switch) -> bool {
        let mut around = std::iter::once(*node).chain(node.ancestors_it(None));
        match switch {
            Switch::Script => self.scripts,
            Switch::Link => around.any(|node| node.attr("id").is_some_and(|id| self.linked.contains(&*id))),
            Switch::Box => self.boxes,
            Switch::Pointer | Switch::Fold => true,
        }
    }
}

/// Whether `node` is marked as part of what folds and unfolds: an accordion, tabs, the rest of a long text.
pub(in crate::article::html::styles) fn is_folded(node: &NodeRef) -> bool {
    const ABOVE: usize = 3;
    std::iter::once(*node).chain(node.ancestors_it(Some(ABOVE))).any(|node| {
        ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
            let value = value.to_ascii_lowercase();
            let mut words = value.split(|c: char| !c.is_alphanumeric());
            words.any(|word| CLASSES.lines("folds").any(|known| known == word))
        })
    })
}

/// Whether what hides `node` moves, or is undone by a library of the page's scripts.
pub(in crate::article::html::styles) fn is_moved(
    node: &NodeRef,
    won: &Won,
    way: Way,
    scripted: bool,
) -> bool {
    let changes = won.options(Property::Transition).any(|value| value == Value::Hides);
    scripted && way.is_passing() && (changes || is_revealed(node))
}

/// Whether a library that lets text appear has marked it.
fn is_revealed(node: &NodeRef) -> bool {
    let named = |value: &str| CLASSES.lines("revealed").any(|known| known == value.to_ascii_lowercase());
    let classed = node.attr("class").is_some_and(|classes| classes.split_whitespace().any(named));
    classed || node.attrs().iter().any(|attribute| named(&attribute.name.local))
}
