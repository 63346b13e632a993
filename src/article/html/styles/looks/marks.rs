//! What an element tells by its tag and its text.

use dom_query::{NodeRef, local_name};

use super::view::{Stand, View};
use crate::article::html::lines::with_text;
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Property, Value};

/// A shorter run of text, in bytes, is a label and not running text.
pub(in crate::article::html::styles) const RUNNING: usize = 40;

/// The words by which rules may choose an element.
pub(in crate::article::html::styles) fn words(node: &NodeRef) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(node.attr("id").map(|id| format!("#{id}")));
    if let Some(classes) = node.attr("class") {
        found.extend(classes.split_ascii_whitespace().map(|class| format!(".{class}")));
    }
    found.extend(node.qual_name_ref().map(|name| name.local.to_string()));
    found
}

pub(in crate::article::html::styles) fn is_struck(node: &NodeRef, view: &View) -> bool {
    let marked = node.qual_name_ref().is_some_and(|name| {
        matches!(name.local, local_name!("del") | local_name!("s") | local_name!("strike"))
    });
    match view.of(Property::Decoration) {
        Some(value) => value == Value::Hides,
        None => marked,
    }
}

/// Whether what is in an element is shown only as far as a tree of its own takes it in.
pub(in crate::article::html::styles) fn has_shadow(node: &NodeRef) -> bool {
    node.children_it(false).any(|child| child.has_name("template") && child.has_attr("shadowrootmode"))
}

/// How an element is hidden with all that is in it.
pub(in crate::article::html::styles) fn hides_all(node: &NodeRef, view: &View, stand: Stand) -> Option<Way> {
    let shut = node.has_attr("hidden")
        || node.has_attr("popover")
        || node.has_name("dialog") && !node.has_attr("open");
    // its letters run against their direction
    if node.has_name("bdo") && node.has_attr("dir") {
        return Some(Way::Blended);
    }
    // any way of being shown outweighs what the browser says
    let shut = shut && view.of(Property::Display).is_none();
    if shut { Some(Way::NotShown) } else { view.hides_all(stand) }
}

/// Bytes of running text under an element.
pub(in crate::article::html::styles) fn running(node: &NodeRef) -> usize {
    let texts = node.descendants_it().filter(NodeRef::is_text);
    texts.map(|text| with_text(&text, |text| text.trim().len())).filter(|length| *length >= RUNNING).sum()
}
