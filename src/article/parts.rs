//! What an article is made of.
//!
//! Invariant: every block is a span of the article's text, blocks do not overlap and stand in the order of the text.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

use crate::text::markup::without_verdict_signs;
use crate::text::{Language, Span};

/// What the caller knows of an article before reading it (from the feed, the command line or a batch line).
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Address of the page.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// When it was published; wins over what the page says.
    pub published: Option<DateTime<Utc>>,
}

impl Given {
    /// The headline without signs of a verdict.
    pub(super) fn headline(&self) -> Option<String> {
        let title = without_verdict_signs(self.title.as_deref()?).trim().to_owned();
        Some(title).filter(|title| !title.is_empty())
    }
}

/// A news article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Article {
    /// Canonical http(s) address, tracking parameters cut.
    pub url: Option<String>,
    /// Headline, the site's suffix cut.
    pub title: Option<String>,
    /// The deck under the headline.
    pub dek: Option<String>,
    /// Author as written, without “By”.
    pub byline: Option<String>,
    /// Name of the outlet.
    pub site: Option<String>,
    /// Language of the text.
    pub language: Language,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// Minutes that the page's own clock is east of Greenwich, where it shows another day than UTC's at `published`.
    #[serde(default)]
    pub minutes_east: Option<i32>,
    /// When it was last changed.
    pub updated: Option<DateTime<Utc>>,
    /// Place, date and agency at the head of the body.
    pub dateline: Option<Dateline>,
    /// The text all spans point into. Given text stays byte for byte; from HTML, paragraphs are parted by one blank line.
    pub text: String,
    /// The lines of `text` and what each is, in order.
    pub blocks: Vec<Block>,
    /// Whether the text is an article at all.
    pub standing: Standing,
    /// The text stands in the data of the page and could not be seen on it.
    #[serde(default)]
    pub unshown: bool,
}

/// A run of lines with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The article's own title.
    Headline,
    /// The deck under it.
    Dek,
    /// Who wrote it.
    Byline,
    /// Place, date and agency at the head of the first paragraph.
    Dateline,
    /// A picture's words or credit.
    Caption,
    /// A heading between paragraphs.
    Heading,
    /// A paragraph of the article.
    Body,
    /// Navigation, “read also”, share words, copyright tails.
    Boilerplate,
}

/// `MOSCOW, February 14. /TASS/.`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// The place as written; empty where only the agency is told.
    pub place: String,
    /// The date as written.
    pub date: Option<String>,
    /// The agency as written, without marks.
    pub agency: Option<String>,
    /// Where the whole of it stands.
    #[serde(skip)]
    pub span: Span,
}

/// Whether a page is an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// An article, whole as far as can be told.
    #[default]
    Article,
    /// Only the beginning is free.
    Paywall,
    /// A consent wall stands before it.
    Consent,
    /// Nothing without JavaScript.
    Script,
    /// A list of articles.
    List,
    /// An error page.
    Error,
    /// No text.
    Empty,
}

impl Article {
    /// When it was published, by the clock whose day the page shows.
    #[must_use]
    pub fn published_locally(&self) -> Option<DateTime<FixedOffset>> {
        let east = FixedOffset::east_opt(self.minutes_east.unwrap_or_default() * 60)?;
        Some(self.published?.with_timezone(&east))
    }

    /// The paragraphs of the body (role [`Role::Body`]) in order.
    pub fn body(&self) -> impl Iterator<Item = Span> + '_ {
        self.blocks.iter().filter(|block| block.role == Role::Body).map(|block| block.span)
    }

    /// The role of the block that holds byte `at`, if any does.
    #[must_use]
    pub fn role_at(&self, at: usize) -> Option<Role> {
        let index = self.blocks.partition_point(|block| block.span.end <= at);
        self.blocks.get(index).filter(|block| block.span.start <= at).map(|block| block.role)
    }
}
