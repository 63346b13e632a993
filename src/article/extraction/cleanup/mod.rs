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
mod running_links;
mod signed_quotes;
mod torn;

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

/// So little text, in bytes, is less than an article, however short the page is.
const LITTLE: usize = 250;

/// Words of `class` and `id` of a whole section of readers' comments, and of one of them.
const COMMENTS: [&str; 8] = [
    "comments",
    "commentlist",
    "comment-list",
    "comment-body",
    "comment-content",
    "disqus",
    "respond",
    "wpdiscuz",
];
/// Those of a few words on another article, which are a link to it.
const TEASERS: [&str; 2] = ["teaser", "teasers"];

/// Cuts noise out of a page's body; `densities` are of the body before, `own` is the page's address. Tells the bytes of
/// prose left.
pub(in crate::article) fn clean(body: &NodeRef, densities: &Densities, own: Option<&Url>) -> usize {
    let total = densities.of(body).paragraphs.max(1) as f32;
    let runs = runs(body);
    inline::settle(&runs);
    running_links::unlink(&runs);
    torn::mend(&runs);
    signed_quotes::keep(&runs);
    let gone = other_articles::take_out(body, densities, own) + labelled_sections::take_out(body, densities);
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
    let small = share <= SMALL || share <= MIDDLING && density.paragraphs <= LITTLE;
    let speaks = || node.attr("role").is_some_and(|role| matches!(&*role, "dialog" | "alertdialog"));
    match name.local.as_ref() {
        "main" | "article" | "h1" | "pre" | "code" | "table" | "tbody" | "tr" | "td" => false,
        _ if density.holds_article => is_marked(node, |word| COMMENTS.contains(&word)) && is_others(node),
        "figcaption" | "nav" | "aside" | "dialog" | "button" | "select" => share <= MIDDLING,
        _ if speaks() => share <= MIDDLING,
        "form" => small,
        _ if is_marked(node, |word| COMMENTS.contains(&word)) => share <= LARGE,
        _ if small && is_marked(node, |word| TEASERS.contains(&word)) => is_link(node),
        _ => small && is_marked(node, |word| WORDS.contains(word)),
    }
}

/// Whether all articles in an element are readers' comments.
fn is_others(node: &NodeRef) -> bool {
    node.descendants_it().all(|inner| match inner.qual_name_ref().as_deref().map(|name| &*name.local) {
        Some("main" | "h1") => false,
        Some("article") => is_marked(&inner, |word| word.starts_with("comment")),
        _ => true,
    })
}

/// Whether most of the words of an element are a link.
fn is_link(node: &NodeRef) -> bool {
    let linked =
        node.descendants_it().filter(|inner| inner.has_name("a")).map(|link| link.text().trim().len());
    2 * linked.sum::<usize>() > node.text().trim().len()
}

/// Headings, paragraphs and items keep no class words, so that later steps judge them by their text alone.
fn is_plain(node: &NodeRef) -> bool {
    node.qual_name_ref().is_some_and(|name| {
        matches!(name.local.as_ref(), "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "pre")
    })
}
