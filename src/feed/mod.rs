//! Feeds: bytes → feed and entries · finding a page's feed · subscription lists · when to ask again.
//!
//! In: the bytes of a document, its address and its `Content-Type`. Out: a [`Feed`], or [`NotAFeed`] that says what it was
//! instead. Each format has a parser of its name ([`json`], [`xml`] with RSS, RDF, Atom and CDF in it) whose outcome, a
//! [`parsed::ParsedFeed`], [`read`] turns into the feed. Pure and total: no document ends the program. Invariants: every entry has a non-empty [`Entry::id`], and
//! links are absolute wherever a base is known.

mod dates;
mod decode;
mod discover;
mod hints;
mod identity;
mod json;
mod own_site;
pub mod opml;
mod parsed;
mod read;
pub mod schedule;
pub mod secret;
mod told_address;
mod xml;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use dates::parse as parse_date;
pub use decode::decode;
pub use discover::{Candidate, USUAL_PATHS, announces, discover};
pub use hints::Hints;
pub use identity::normal_link;
pub use own_site::{is_known_outlet, is_own};
pub use read::{LARGEST, NotAFeed, parse};
pub use told_address::{page_told_of, told_address};

/// A feed as one fetch of it tells.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Feed {
    /// Its name, plain text.
    pub title: Option<String>,
    /// The page it belongs to.
    pub site_url: Option<String>,
    /// Language tag as written.
    pub language: Option<String>,
    /// What it asks of those who poll it.
    pub hints: Hints,
    /// Its entries in the order of the document; two with one [`Entry::id`] are one item.
    pub entries: Vec<Entry>,
}

impl Feed {
    /// The entries with an id of their own, first ones first.
    pub fn items(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = std::collections::HashSet::new();
        self.entries.iter().filter(move |entry| seen.insert(entry.id.as_str()))
    }
}

/// One entry of a feed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Entry {
    /// What stays the same when the entry is edited: the guid, else the normalised link, else a hash of title and date.
    pub id: String,
    /// Address of the article.
    pub url: Option<String>,
    /// Headline, plain text.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated: Option<DateTime<Utc>>,
    /// The feed's description of the article, plain text.
    pub summary: Option<String>,
    /// Authors as written.
    pub authors: Vec<String>,
    /// The article as HTML, when the feed carries it.
    pub content_html: Option<String>,
}

#[cfg(test)]
mod tests;
