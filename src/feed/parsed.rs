//! A feed as its format's parser reads it, before links are made absolute, words plain and identities found.

use chrono::{DateTime, Utc};

use super::Hints;

/// Entries after these are not kept.
pub(super) const MOST_ENTRIES: usize = 20_000;

/// What a reader found, as written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct ParsedFeed {
    pub title: Option<String>,
    pub link: Option<String>,
    pub language: Option<String>,
    pub hints: Hints,
    pub entries: Vec<ParsedEntry>,
}

/// One entry as written; `link` already stands on its `xml:base`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct ParsedEntry {
    pub guid: Option<String>,
    pub link: Option<String>,
    /// Headline as HTML or text.
    pub title: Option<String>,
    pub published: Option<DateTime<Utc>>,
    pub updated: Option<DateTime<Utc>>,
    /// Description as HTML or text.
    pub summary: Option<String>,
    /// The article as HTML.
    pub content: Option<String>,
    pub authors: Vec<String>,
}
