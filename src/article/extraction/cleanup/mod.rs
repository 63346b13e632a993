//! Cuts what is surely not the article out of a page, before its main text is looked for.
//!
//! In: a parsed page and the densities of its elements. Out: the same page with less in it. A class word alone never
//! removes an element that could be the article: none that is or holds a `main`, an `article` or an `h1`, none that holds
//! much of the page's paragraph text, and no inline element within a sentence.

mod footnotes;
mod inline;
mod labelled_sections;
mod marks;
mod other_articles;
mod readers;
mod running_links;

use dom_query::NodeRef;
use url::Url;

use crate::article::html::density::{Densities, Density};
use crate::article::html::lines::following;
use crate::article::html::runs::runs;
use marks::{WORDS, is_marked};

/// The largest share of the page's paragraph text an element may hold and still be cut for its class words.
const SMALL: f32 = 0.15;
/// The same for elements whose very name says that they are not the article.
const MIDDLING: f32 = 0.4;
/// The same for readers' comments, which are often longer than the article.
const LARGE: f32 = 0.8;

/// Words of `class` and `id` of a whole section of readers' comments.
const COMMENTS: [&str; 4] = ["comments", "commentlist", "disqus", "respond"];

/// Cuts noise out of a page's body; `densities` are of the body before, `own` is the page's address. Tells the bytes of
/// prose left.
pub(in crate::article) fn clean(body: &NodeRef, densities: &Densities, own: Option<&Url>) -> usize {
    let total = densities.of(body).paragraphs.max(1) as f32;
    let readers = readers::take_out(body, densities);
    let runs = runs(body);
    inline::settle(&runs);
    running_links::unlink(&runs);
    let gone = readers
        + other_articles::take_out(body, densities, own)
        + labelled_sections::take_out(body, densities);
    let mut prose = densities.of(body).prose.saturating_sub(gone);
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
        _ if density.holds_article => false,
        "figcaption" | "nav" | "aside" | "dialog" | "button" | "select" => share <= MIDDLING,
        _ if is_marked(node, |word| COMMENTS.contains(&word)) => share <= LARGE,
        _ => share <= SMALL && is_marked(node, |word| WORDS.contains(word)),
    }
}

/// Headings, paragraphs and items keep no class words, so that later steps judge them by their text alone.
fn is_plain(node: &NodeRef) -> bool {
    node.qual_name_ref().is_some_and(|name| {
        matches!(name.local.as_ref(), "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "pre")
    })
}
