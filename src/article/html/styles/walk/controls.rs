//! What on a page opens something hidden: tabs, buttons that fold and unfold, libraries that let text appear.

use dom_query::NodeRef;

use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::winning::won::Won;
use crate::languages::Table;
use crate::text::FastSet;

static CLASSES: Table = Table::new(include_str!("../../../rules/classes.txt"));

/// The ids that controls of a page speak of.
pub(in crate::article::html::styles) fn opened(body: &NodeRef) -> FastSet<String> {
    const NAMES: [&str; 4] = ["aria-controls", "data-target", "data-bs-target", "commandfor"];
    let mut found = FastSet::default();
    for node in body.descendants_it().filter(NodeRef::is_element) {
        let switches =
            node.has_attr("role") || node.has_attr("data-toggle") || node.has_attr("data-bs-toggle");
        let link = node.attr("href").filter(|_| switches);
        for value in NAMES.iter().filter_map(|name| node.attr(name)).chain(link) {
            found.extend(value.split_whitespace().map(|id| id.trim_start_matches('#').to_owned()));
        }
    }
    found
}

/// Whether a control of the page shows `node`.
pub(in crate::article::html::styles) fn is_opened(node: &NodeRef, opened: &FastSet<String>) -> bool {
    let named = node.attr("id").is_some_and(|id| opened.contains(&*id));
    named || node.attr("role").is_some_and(|role| matches!(&*role, "tabpanel" | "tab"))
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
