//! The main text of a page: the lines of the element that holds the article.
//!
//! In: a parsed page (it is consumed). Out: its lines, in order; empty when the page has no text.
//! The readability port chooses first; where it kept less than half of the page's paragraphs, the smallest element
//! that holds most of them is read instead.

use dom_query::{Document, Matcher, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::article::html::density::densities;
use crate::article::html::lines::{Line, lines};
use crate::article::html::prose::is_paragraph;

/// Share of the page's prose below which the readability port's choice is doubted.
const ENOUGH: f32 = 0.5;
/// Share of the page's running text that the smallest common element must hold.
const MOST: f32 = 0.7;
/// The readability port is not asked about a page with more elements: it copies the tree at every attempt.
const MOST_ELEMENTS: usize = 60_000;

/// Reads the main text of `page`, which has `prose` bytes of prose; `again` gives the same page once more.
pub(in crate::article) fn main_lines(
    page: Document,
    prose: usize,
    again: impl Fn() -> Document,
) -> Vec<Line> {
    let enough = |lines: &[Line]| paragraphs(lines) as f32 >= ENOUGH * prose as f32;
    let chosen = readability(page);
    if enough(&chosen) {
        return chosen;
    }
    let page = again();
    let Some(body) = page.body() else { return chosen };
    let cluster: Vec<_> = smallest_common(&body).iter().flat_map(lines).collect();
    if enough(&cluster) { cluster } else { chosen }
}

fn readability(page: Document) -> Vec<Line> {
    let config = Config { disable_json_ld: true, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(page, None, Some(config)) else { return Vec::new() };
    if reader.parse().is_err() {
        return Vec::new();
    }
    let Ok(matcher) = Matcher::new("#readability-page-1") else { return Vec::new() };
    reader.doc.select_single_matcher(&matcher).nodes().first().into_iter().flat_map(lines).collect()
}

/// Bytes in the paragraphs among `lines`.
fn paragraphs(lines: &[Line]) -> usize {
    lines.iter().filter(|line| is_paragraph(line)).map(|line| line.text.len()).sum()
}

/// The smallest element that holds most of the running text under `body`; none when that is readers' comments or
/// teasers of other articles.
fn smallest_common<'a>(body: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let densities = densities(body);
    let held = |node: &NodeRef| densities.of(node).running as f32;
    let most = MOST * held(body);
    let mut smallest = *body;
    while let Some(child) = smallest.children_it(false).find(|child| most > 0.0 && held(child) >= most) {
        if speaks_of_others(&child) {
            return None;
        }
        smallest = child;
    }
    (smallest.id != body.id).then_some(smallest)
}

/// Whether an element is marked as readers' comments or as other articles.
fn speaks_of_others(node: &NodeRef) -> bool {
    ["class", "id"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "comments" | "comment" | "commentlist" | "related" | "replies"))
    })
}
