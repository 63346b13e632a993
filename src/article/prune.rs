//! Cuts what is surely not the article out of a page, before its main text is looked for.
//!
//! In: a parsed page. Out: the same page with less in it. A class word alone never removes an element that could be
//! the article: none that is or holds a `main`, an `article` or an `h1`, none that holds much of the page's
//! paragraph text.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::weigh::{Weight, weigh};

/// Words of `class` and `id` that mark what is not the article.
static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("rules/classes.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

/// The largest share of the page's paragraph text an element may hold and still be cut for its class words.
const SMALL: f32 = 0.15;
/// The same for elements whose very name says that they are not the article.
const MIDDLING: f32 = 0.4;

/// Cuts noise out of `page`.
pub(super) fn prune(page: &Document) {
    let Some(body) = page.body() else { return };
    let weights = weigh(&body);
    let total = weights.get(&body.id).map_or(0, |weight| weight.paragraphs).max(1) as f32;
    let mut doomed = Vec::new();
    let mut next = body.first_child();
    while let Some(node) = next {
        let weight = weights.get(&node.id).copied().unwrap_or_default();
        let cut = node.is_element() && is_noise(&node, weight, total);
        if cut {
            doomed.push(node);
        }
        next = following(&node, &body, !cut);
    }
    for node in doomed {
        node.remove_from_parent();
    }
    forget_classes(&body);
}

fn is_noise(node: &NodeRef, weight: Weight, total: f32) -> bool {
    let Some(name) = node.qual_name_ref() else { return false };
    let share = weight.paragraphs as f32 / total;
    match name.local.as_ref() {
        "main" | "article" | "h1" | "pre" | "code" | "table" | "tbody" | "tr" | "td" => false,
        _ if is_hidden(node) => share < MIDDLING,
        _ if weight.holds_article => false,
        "figcaption" | "nav" | "aside" | "dialog" | "button" | "select" => share <= MIDDLING,
        _ => share <= SMALL && is_marked(node),
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

fn is_marked(node: &NodeRef) -> bool {
    ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value
            .split_whitespace()
            .any(|word| WORDS.contains(word) || word.split(['-', '_']).any(|part| WORDS.contains(part)))
    })
}

/// Headings, paragraphs and items keep no class words, so that later steps judge them by their text alone.
fn forget_classes(body: &NodeRef) {
    let plain = body.descendants_it().filter(|node| {
        node.qual_name_ref().is_some_and(|name| {
            matches!(
                name.local.as_ref(),
                "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "pre"
            )
        })
    });
    // the iterator borrows the tree that is about to change
    for node in plain.collect::<Vec<_>>() {
        node.remove_attrs(&["class", "id"]);
    }
}

/// The node after `node` in document order under `root`, its children skipped unless `enter`.
fn following<'a>(node: &NodeRef<'a>, root: &NodeRef<'a>, enter: bool) -> Option<NodeRef<'a>> {
    if enter && let Some(child) = node.first_child() {
        return Some(child);
    }
    let mut node = *node;
    while node.id != root.id {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
    }
    None
}
