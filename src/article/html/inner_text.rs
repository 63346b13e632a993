//! The words in a piece of HTML.

use std::borrow::Cow;

use dom_query::{Document, NodeRef};

use super::lines::{headline_lines, lines};
use crate::text::without_invisible;

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

/// The words of a fragment of text that may hold entities and tags, white space folded.
pub(in crate::article) fn plain(text: &str) -> String {
    let text: Cow<'_, str> = if text.contains(['&', '<']) {
        Cow::Owned(inner_text(&Document::fragment(text).root()))
    } else {
        Cow::Borrowed(text)
    };
    without_invisible(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
