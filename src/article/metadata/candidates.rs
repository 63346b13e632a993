//! The elements of a page that speak of its article, found in one pass over it.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::{Document, Element, NodeRef};

use crate::article::html::elements::{is_hidden, is_unread};
use crate::article::html::inner_text::{headline_text, inner_text};
use crate::article::html::lines::with_text;
use crate::article::metadata::published::order::Order;
use crate::article::rules::marks;
use crate::text::markup::plain_line;

/// How many elements of a kind are kept: a page of more is a list of articles.
const MOST: usize = 200;
/// How many headings are kept.
const HEADINGS: usize = 5;
/// How many links to the front page are kept.
const HOMES: usize = 3;

/// An element and its place among the elements of the page.
#[derive(Debug, Clone, Copy)]
pub(in crate::article) struct Marked<'a> {
    pub(in crate::article) node: NodeRef<'a>,
    pub(in crate::article) at: usize,
}

/// The elements of a page that speak of its article.
#[derive(Default)]
pub(in crate::article) struct Candidates<'a> {
    body: Option<NodeRef<'a>>,
    /// Meta tags: contents by name, lower case, in the order of the page.
    tags: HashMap<String, Vec<String>>,
    pub(in crate::article) canonical: Option<String>,
    /// Scripts of JSON-LD.
    pub(in crate::article) linked: Vec<NodeRef<'a>>,
    /// Elements that may hold an instant.
    pub(in crate::article) times: Vec<Marked<'a>>,
    /// Elements that may name an author.
    pub(in crate::article) authors: Vec<Marked<'a>>,
    pub(in crate::article) language: Option<String>,
    /// How the page writes days in numbers.
    pub(in crate::article) order: Order,
    /// The window's title.
    pub(in crate::article) window: Option<String>,
    /// The texts of the first few `h1`.
    pub(in crate::article) headings: Vec<String>,
    /// The words of links to the front page.
    pub(in crate::article) homes: Vec<String>,
    /// The places of those headings.
    pub(in crate::article) placed: Vec<Marked<'a>>,
}

/// Words looked for within attributes, whatever their case.
struct Words {
    /// For each letter, by its low five bits, those that a word goes on with: most places of a text are passed over by
    /// two of its letters.
    seconds: [u32; 32],
    words: Vec<(&'static [u8], Hint)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    Author,
    Time,
}

impl Words {
    fn of(kinds: &[(&str, Hint)]) -> Self {
        let words =
            kinds.iter().flat_map(|(kind, hint)| marks(kind).iter().map(|word| (word.as_bytes(), *hint)));
        let words: Vec<_> = words.collect();
        let mut seconds = [0; 32];
        for pair in words.iter().filter_map(|(word, _)| word.get(..2)) {
            let [first, second] = *pair else { continue };
            if let Some(known) = seconds.get_mut(letter(first)) {
                *known |= 1 << letter(second);
            }
        }
        Self { seconds, words }
    }

    /// Adds what the words in `value` hint at to `author` and `time`.
    fn look(&self, value: &str, author: &mut bool, time: &mut bool) {
        let bytes = value.as_bytes();
        for (at, pair) in bytes.windows(2).enumerate() {
            let [first, second] = *pair else { continue };
            if self.seconds.get(letter(first)).is_none_or(|known| known & (1 << letter(second)) == 0) {
                continue;
            }
            for (word, hint) in &self.words {
                if bytes.get(at..at + word.len()).is_some_and(|found| found.eq_ignore_ascii_case(word)) {
                    *(if *hint == Hint::Author { &mut *author } else { &mut *time }) = true;
                }
            }
        }
    }
}

/// A letter's place in the alphabet, whatever its case; other bytes share those places.
fn letter(byte: u8) -> usize {
    usize::from(byte & 0x1f)
}

/// Words in `class`, `id`, `itemprop` and their like that may mark an author or an instant.
static MARKED: LazyLock<Words> =
    LazyLock::new(|| Words::of(&[("author-hint", Hint::Author), ("time-hint", Hint::Time)]));
/// Folders of pages on an author.
static PERSON: LazyLock<Words> = LazyLock::new(|| Words::of(&[("author-page", Hint::Author)]));

/// Looks through a page once.
pub(in crate::article) fn candidates(page: &Document) -> Candidates<'_> {
    let mut candidates = Candidates { body: page.body(), ..Candidates::default() };
    for (at, node) in page.root().descendants_it().filter(NodeRef::is_element).enumerate() {
        let Some(element) = node.element_ref() else { continue };
        match element.name.local.as_ref() {
            "html" => candidates.language = value(&element, "lang").map(str::to_owned),
            "meta" => candidates.add_tag(&element),
            "link" if candidates.canonical.is_none() && value(&element, "rel") == Some("canonical") => {
                candidates.canonical = value(&element, "href").map(str::to_owned);
            }
            "script" if value(&element, "type").is_some_and(|kind| kind.trim() == "application/ld+json") => {
                candidates.linked.push(node);
            }
            "title" if candidates.window.is_none() => {
                candidates.window = Some(plain_line(&node.text())).filter(|title| !title.is_empty());
            }
            "link" | "script" | "style" | "title" | "body" | "head" | "img" | "svg" | "path" => {}
            local => {
                if local == "h1" && candidates.headings.len() < HEADINGS {
                    candidates.headings.push(headline_text(&node));
                    candidates.placed.push(Marked { node, at });
                }
                if local == "a" && candidates.homes.len() < HOMES && leads_home(&element) {
                    candidates.homes.push(inner_text(&node));
                }
                let (author, time) = hints(local, &element);
                if author && candidates.authors.len() < MOST {
                    candidates.authors.push(Marked { node, at });
                }
                if time && candidates.times.len() < MOST {
                    candidates.times.push(Marked { node, at });
                }
            }
        }
    }
    candidates
}

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
}

/// Whether a link leads to the front page of its own site.
fn leads_home(link: &Element) -> bool {
    value(link, "rel") == Some("home")
        || value(link, "href")
            .is_some_and(|href| matches!(href.trim(), "/" | "./" | "/index.html" | "index.html"))
}

/// Whether an element may name an author, and whether it may hold an instant.
fn hints(local: &str, element: &Element) -> (bool, bool) {
    let (mut author, mut time) = (false, matches!(local, "time" | "relative-time" | "time-ago"));
    for attr in &element.attrs {
        match &*attr.name.local {
            "class" | "id" | "itemprop" | "property" | "rel" | "data-testid" | "data-qa" => {
                MARKED.look(&attr.value, &mut author, &mut time);
            }
            "href" if local == "a" => PERSON.look(&attr.value, &mut author, &mut time),
            "datetime" | "data-datetime" | "data-timestamp" | "data-date" | "data-published" => time = true,
            _ => {}
        }
    }
    (author, time)
}

impl Candidates<'_> {
    fn add_tag(&mut self, tag: &Element) {
        let content = plain_line(value(tag, "content").unwrap_or_default());
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

    /// Whether a reader of the page sees `words` in a label of its text.
    pub(super) fn shows(&self, words: &str) -> bool {
        const BESIDE: usize = 24;
        let holds = |node: &NodeRef| {
            with_text(node, |text| text.contains(words) && text.trim().len() <= words.len() + BESIDE)
        };
        let is_seen = |node: &NodeRef| {
            !node.ancestors_it(None).any(|above| {
                is_hidden(&above) || above.qual_name_ref().is_some_and(|name| is_unread(&name.local))
            })
        };
        let mut texts = self.body.iter().flat_map(NodeRef::descendants_it).filter(NodeRef::is_text);
        texts.any(|node| holds(&node) && is_seen(&node))
    }

    /// The language and country that link previews are told of.
    pub(in crate::article) fn locale(&self) -> Option<&str> {
        self.named("og:locale").first().map(String::as_str)
    }

    /// The contents of the tags of one name.
    pub(in crate::article) fn named(&self, name: &str) -> &[String] {
        self.tags.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}
