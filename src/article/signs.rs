//! The elements of a page that speak of its article, found in one pass over it.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::{Document, Element, NodeRef};
use regex::bytes::Regex;

use super::meta::plain;

/// How many elements of a kind are kept: a page of more is a list of articles.
const MOST: usize = 200;
/// How many headings are kept.
const HEADINGS: usize = 5;

/// An element and its place among the elements of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked<'a> {
    pub(super) node: NodeRef<'a>,
    pub(super) at: usize,
}

/// The elements of a page that speak of its article.
#[derive(Default)]
pub(super) struct Signs<'a> {
    /// Meta tags: contents by name, lower case, in the order of the page.
    tags: HashMap<String, Vec<String>>,
    pub(super) canonical: Option<String>,
    /// Scripts of JSON-LD.
    pub(super) linked: Vec<NodeRef<'a>>,
    /// Elements that may hold an instant.
    pub(super) times: Vec<Marked<'a>>,
    /// Elements that may name an author.
    pub(super) authors: Vec<Marked<'a>>,
    pub(super) language: Option<String>,
    /// The window's title.
    pub(super) window: Option<String>,
    /// The texts of the first few `h1`.
    pub(super) headings: Vec<String>,
    /// The places of those.
    pub(super) placed: Vec<Marked<'a>>,
}

/// Words in `class`, `id`, `itemprop` and their like that may mark an author, and those that may mark an instant.
static WORDS: LazyLock<[Option<Regex>; 2]> = LazyLock::new(|| {
    [
        Regex::new(r"(?i-u)author|auteur|autor|by-?line|writer|creator|contributor|journalist|verfasser|redacteur|signature")
            .ok(),
        Regex::new(r"(?i-u)date|datum|fecha|publish|posted|time|pubdate|publicad").ok(),
    ]
});
/// Addresses of pages on a person.
static PERSON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i-u)/(?:authors?|autore?[ns]?|auteurs?|avtory?|creators?|contributors?|journalists?|writers?|columnists?)/").ok()
});

/// Looks through a page once.
pub(super) fn signs(page: &Document) -> Signs<'_> {
    let mut signs = Signs::default();
    for (at, node) in page.root().descendants_it().filter(NodeRef::is_element).enumerate() {
        let Some(element) = node.element_ref() else { continue };
        match element.name.local.as_ref() {
            "html" => signs.language = value(&element, "lang").map(str::to_owned),
            "meta" => signs.add_tag(&element),
            "link" if signs.canonical.is_none() && value(&element, "rel") == Some("canonical") => {
                signs.canonical = value(&element, "href").map(str::to_owned);
            }
            "script" if value(&element, "type").is_some_and(|kind| kind.trim() == "application/ld+json") => {
                signs.linked.push(node);
            }
            "title" if signs.window.is_none() => {
                signs.window = Some(plain(&node.text())).filter(|title| !title.is_empty());
            }
            "link" | "script" | "style" | "title" | "body" | "head" | "img" | "svg" | "path" => {}
            local => {
                if local == "h1" && signs.headings.len() < HEADINGS {
                    signs.headings.push(plain(&node.text()));
                    signs.placed.push(Marked { node, at });
                }
                let (author, time) = hints(local, &element);
                if author && signs.authors.len() < MOST {
                    signs.authors.push(Marked { node, at });
                }
                if time && signs.times.len() < MOST {
                    signs.times.push(Marked { node, at });
                }
            }
        }
    }
    signs
}

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
}

/// Whether an element may name an author, and whether it may hold an instant.
fn hints(local: &str, element: &Element) -> (bool, bool) {
    let [author_words, time_words] = &*WORDS;
    let says = |words: &Option<Regex>, value: &str| {
        words.as_ref().is_some_and(|words| words.is_match(value.as_bytes()))
    };
    let (mut author, mut time) = (false, matches!(local, "time" | "relative-time" | "time-ago"));
    for attr in &element.attrs {
        match &*attr.name.local {
            "class" | "id" | "itemprop" | "property" | "rel" | "data-testid" | "data-qa" => {
                author = author || says(author_words, &attr.value);
                time = time || says(time_words, &attr.value);
            }
            "href" => author = author || local == "a" && says(&PERSON, &attr.value),
            "datetime" | "data-datetime" | "data-timestamp" | "data-date" | "data-published" => time = true,
            _ => {}
        }
    }
    (author, time)
}

impl Signs<'_> {
    fn add_tag(&mut self, tag: &Element) {
        let content = plain(value(tag, "content").unwrap_or_default());
        if content.is_empty() {
            return;
        }
        let mut known: Option<String> = None;
        for key in ["property", "name", "itemprop"] {
            let Some(name) = value(tag, key).map(str::to_ascii_lowercase) else { continue };
            if known.as_ref() == Some(&name) {
                continue;
            }
            self.tags.entry(name.clone()).or_default().push(content.clone());
            known = Some(name);
        }
    }

    /// The contents of the tags of one name.
    pub(super) fn named(&self, name: &str) -> &[String] {
        self.tags.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}
