//! The deck: the sentence or two between headline and article.

use std::collections::HashSet;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use crate::article::html::inner_text::inner_text;
use crate::languages::Table;
use crate::text::letters;

static MARKS: Table = Table::new(include_str!("../rules/dek.txt"));

/// Words of `class` and `itemprop` that mark a deck.
static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| MARKS.lines("dek").collect());

/// How many elements after the headline a deck is looked for in.
const NEAR: usize = 60;
/// The shortest and the longest deck, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 30..=700;

/// Finds the deck shown on `page` after its headline: an element marked as one, or one that begins like `described`,
/// the page's own description.
pub(in crate::article) fn shown(page: &Document, described: Option<&str>) -> Option<String> {
    let body = page.body()?;
    let described = described.map(letters).filter(|letters| letters.chars().count() >= 30);
    let beginning: Option<String> = described.map(|letters| letters.chars().take(60).collect());
    let headline = page.select("h1").nodes().first().map(|node| node.id);
    let mut after: Option<usize> = None;
    for node in body.descendants_it().filter(NodeRef::is_element) {
        if Some(node.id) == headline {
            after = Some(0);
        }
        let Some(count) = after.as_mut() else { continue };
        *count += 1;
        if *count > NEAR {
            break;
        }
        let block = ["p", "div", "h2", "h3", "h4", "span", "section", "header", "strong"]
            .iter()
            .any(|name| node.has_name(name));
        if !block || node.descendants_it().filter(|inner| inner.has_name("p")).nth(2).is_some() {
            continue;
        }
        let marked = is_marked(&node);
        if !marked && beginning.is_none() {
            continue;
        }
        let text = inner_text(&node);
        let fits = LENGTH.contains(&text.chars().count());
        if fits
            && (marked
                || beginning.as_ref().is_some_and(|beginning| letters(&text).starts_with(beginning.as_str())))
        {
            return Some(text);
        }
    }
    None
}

fn is_marked(node: &NodeRef) -> bool {
    ["class", "itemprop", "data-testid"].iter().filter_map(|name| node.attr(name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(word))
    })
}
