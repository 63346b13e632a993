//! The Brief: a short summary of an article, and who said what in it, word for word.
//!
//! In: an [`Article`](crate::article::Article). Out: a [`Brief`]. Pure and deterministic. Invariant: every quote is the
//! article's text at its own offsets; [`verify`] drops whatever is not.

pub mod check;
mod datelines;
mod notes;
mod quote;
pub mod quotes;
pub mod rank;
pub mod summary;
pub mod terms;
pub mod verify;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::text::Stop;
pub use quote::{Kind, Quote, Speaker, halves};
pub use summary::{Method, Summary};

/// What the chat is told about one article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Brief {
    /// Two or three sentences.
    pub summary: Summary,
    /// Every quote, in the order of the text.
    pub quotes: Vec<Quote>,
    /// What could not be done, for people.
    pub warnings: Vec<String>,
}

/// Warnings of a text that was not read to its end: it takes too much work, or too long.
const IN_PART: &str =
    "the text takes more work than one article may: quotes were looked for in its beginning only";
const STOPPED: &str =
    "the text takes longer to read than one article may: only the quotes found by then are shown";

/// Warning of a text that a page states for machines and draws, if at all, by its scripts.
const UNSHOWN: &str = "the text stands in the data of the page and could not be seen on it";

impl Brief {
    /// Whether the text could not be seen on the page.
    #[must_use]
    pub fn is_unshown(&self) -> bool {
        self.warnings.iter().any(|warning| warning == UNSHOWN)
    }

    /// Whether there may be quotes that were not found, because the text was not read to its end.
    #[must_use]
    pub fn is_in_part(&self) -> bool {
        self.warnings.iter().any(|warning| warning == IN_PART || warning == STOPPED)
    }
}

/// Briefs an article with sentences of its own.
#[must_use]
pub fn write(article: &Article) -> Brief {
    write_until(article, &Stop::default())
}

/// The same, with the quotes found by then when `stop` is asked; then a warning says so.
#[must_use]
pub fn write_until(article: &Article, stop: &Stop) -> Brief {
    let reading = quotes::read_until(article, quotes::Options::default(), stop);
    let mut quotes = verify::quotes(article, reading.quotes);
    let terms = terms::Terms::of(article);
    rank::rank(article, &terms, &mut quotes);
    let (summary, mut warnings) = summary::extract(article, &terms, &quotes);
    if !reading.whole {
        warnings.push(if stop.is_asked() { STOPPED } else { IN_PART }.to_owned());
    }
    if article.unshown {
        warnings.push(UNSHOWN.to_owned());
    }
    Brief { summary, quotes, warnings }
}

#[cfg(test)]
mod tests;
