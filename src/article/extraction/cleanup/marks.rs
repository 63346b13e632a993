//! How pages mark what is not the article, or what no reader sees.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::article::html::elements::is_hidden;
use crate::languages::Table;

/// Words of classes by what they mark.
pub(super) static CLASSES: Table = Table::new(include_str!("../../rules/classes.txt"));

/// Words of `class` and `id` that mark what is not the article.
pub(super) static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CLASSES.lines("noise").collect());

/// Words of `class` of what only a machine reads out.
const UNSEEN: [&str; 4] = ["sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden"];

/// Whether no reader of the page sees the element.
pub(super) fn is_unseen(node: &NodeRef) -> bool {
    is_hidden(node) || is_marked(node, |word| UNSEEN.contains(&word))
}

/// Whether a word of its class or id, whole or between hyphens, is `known`.
pub(super) fn is_marked(node: &NodeRef, known: impl Fn(&str) -> bool) -> bool {
    ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let mut value = Cow::Borrowed(&*value);
        if value.bytes().any(|byte| byte.is_ascii_uppercase()) {
            value.to_mut().make_ascii_lowercase();
        }
        value.split_whitespace().any(|word| known(word) || word.split(['-', '_']).any(&known))
    })
}
