//! Cuts what is surely not the article out of a page, before its main text is looked for.
//!
//! In: a parsed page and the densities of its elements. Out: the same page with less in it. A class word alone never removes an element that could be
//! the article: none that is or holds a `main`, an `article` or an `h1`, none that holds much of the page's
//! paragraph text.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::NodeRef;

use crate::article::html::density::{Densities, Density};
use crate::article::html::lines::following;
use crate::languages::Table;

static CLASSES: Table = Table::new(include_str!("../rules/classes.txt"));

/// Words of `class` and `id` that mark what is not the article.
static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CLASSES.lines("noise").collect());

/// The largest share of the page's paragraph text an element may hold and still be cut for its class words.
const SMALL: f32 = 0.15;
/// The same for elements whose very name says that they are not the article.
const MIDDLING: f32 = 0.4;
/// The same for readers' comments, which are often longer than the article.
const LARGE: f32 = 0.8;

/// Words of `class` and `id` of a whole section of readers' comments.
const COMMENTS: [&str; 4] = ["comments", "commentlist", "disqus", "respond"];

/// Cuts noise out of a page's body; `densities` are of the body before. Tells the bytes of prose left.
pub(in crate::article) fn clean(body: &NodeRef, densities: &Densities) -> usize {
    let total = densities.of(body).paragraphs.max(1) as f32;
    let mut prose = densities.of(body).prose;
    let (mut doomed, mut plain) = (Vec::new(), Vec::new());
    let mut next = body.first_child();
    while let Some(node) = next {
        let mut cut = false;
        if node.is_element() {
            cut = is_noise(&node, densities.of(&node), total);
            if cut {
                doomed.push(node);
            } else if is_plain(&node) {
                plain.push(node);
            }
        }
        next = following(&node, body, !cut);
    }
    for node in doomed {
        prose = prose.saturating_sub(densities.of(&node).prose);
        node.remove_from_parent();
    }
    for node in plain {
        node.remove_attrs(&["class", "id"]);
    }
    prose
}

fn is_noise(node: &NodeRef, density: Density, total: f32) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    let share = density.paragraphs as f32 / total;
    match name.local.as_ref() {
        "main" | "article" | "h1" | "pre" | "code" | "table" | "tbody" | "tr" | "td" => false,
        _ if is_hidden(node) => share < MIDDLING,
        _ if density.holds_article => false,
        "figcaption" | "nav" | "aside" | "dialog" | "button" | "select" => share <= MIDDLING,
        _ if is_marked(node, |word| COMMENTS.contains(&word)) => share <= LARGE,
        _ => share <= SMALL && is_marked(node, |word| WORDS.contains(word)),
    }
}

/// Whether the page itself hides the element.
fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// Whether a word of its class or id, whole or between hyphens, is `known`.
fn is_marked(node: &NodeRef, known: impl Fn(&str) -> bool) -> bool {
    ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let mut value = Cow::Borrowed(&*value);
        if value.bytes().any(|byte| byte.is_ascii_uppercase()) {
            value.to_mut().make_ascii_lowercase();
        }
        value.split_whitespace().any(|word| known(word) || word.split(['-', '_']).any(&known))
    })
}

/// Headings, paragraphs and items keep no class words, so that later steps judge them by their text alone.
fn is_plain(node: &NodeRef) -> bool {
    node.qual_name_ref().is_some_and(|name| {
        matches!(name.local.as_ref(), "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "pre")
    })
}
