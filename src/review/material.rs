//! What a review is made of.

use chrono::{DateTime, Utc};

use crate::article::Article;
use crate::brief::Quote;
use crate::source::Label;
use crate::text::Language;

/// An article of the period, or one before it that tells of a story of the period.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Its number in the archive.
    pub id: i64,
    /// The story it belongs to; `None`: it stands alone.
    pub story: Option<i64>,
    /// The outlet's name.
    pub outlet: &'a str,
    /// What the table says of the outlet, if it has it.
    pub label: Option<Label>,
    /// The article.
    pub article: &'a Article,
    /// Its quotes.
    pub quotes: &'a [Quote],
    /// The sentences that tell it, best first.
    pub sentences: &'a [String],
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
    /// True for a report from before the period: what it told is known.
    pub earlier: bool,
}

/// The reports a review is made of.
#[derive(Debug, Clone, Default)]
pub struct Material<'a> {
    /// Every report, in any order; each article once.
    pub reports: Vec<Report<'a>>,
    /// The reader's language: of two sentences that say the same, one in this language is told.
    pub reader: Option<Language>,
}

impl Report<'_> {
    /// Who owns the outlet; its name where nobody knows.
    #[must_use]
    pub fn owner(&self) -> &str {
        self.label.map_or(self.outlet, |label| label.owner)
    }

    /// The headline; empty where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.article.title.as_deref().unwrap_or_default()
    }
}
