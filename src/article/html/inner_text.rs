//! The words in a piece of HTML.

use dom_query::NodeRef;

use super::lines::{headline_lines, lines};

/// The words of an element as a reader sees them, those of its lines and blocks apart.
pub(in crate::article) fn inner_text(node: &NodeRef) -> String {
    joined(lines(node).map(|line| line.text))
}

/// The words of a headline: what pages set below one another in it is apart, too.
pub(in crate::article) fn headline_text(node: &NodeRef) -> String {
    joined(headline_lines(node).map(|line| line.text))
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join(" ")
}
