//! The Brief: a short summary of an article, and who said what in it, word for word.
//!
//! In: an [`Article`](crate::article::Article). Out: a [`Brief`]. Pure and deterministic. Invariant: every quote is the
//! article's text at its own offsets; [`verify`] drops whatever is not.

pub mod check;
pub mod quotes;
pub mod rank;
pub mod summary;
pub mod terms;
pub mod verify;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::text::Span;

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

/// A short summary and how it was made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Whole sentences, at most 75 words in all.
    pub sentences: Vec<String>,
    /// How they were made.
    pub method: Method,
    /// Name of the model, when one wrote them.
    pub model: Option<String>,
    /// For each extracted sentence, the pieces of the article's text it is made of, in order; not part of the output.
    #[serde(skip)]
    pub sources: Vec<Vec<Span>>,
}

/// How a summary was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// Sentences of the article.
    #[default]
    Extractive,
    /// Written by a model and checked against the article.
    Llm,
    /// Sentences of the article, translated by a model and checked against them.
    Translated,
    /// The feed's own description: nothing else could be read.
    Feed,
}

/// Words in quotation marks (or a turn of a transcript) and who said them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Where the words stand in the article's text, without their marks.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// A whole statement or a fragment.
    pub kind: Kind,
    /// Who said it; `None` when the article gives no words for a speaker.
    pub speaker: Option<Speaker>,
    /// Who said it first, when the speaker relays another's words.
    pub quoted_from: Option<String>,
    /// How sure the speaker is, 0 to 1.
    pub confidence: f32,
    /// The rule that named the speaker.
    pub rule: String,
    /// Rank among the key quotes, 1 best; `None` for the rest.
    pub key: Option<u32>,
}

/// Whole statement or fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A whole statement in marks.
    Direct,
    /// A fragment inside reported speech.
    Mixed,
}

/// Who said a quote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Full name; `None` where nobody can be named.
    pub name: Option<String>,
    /// Office or description, as the article or the table of office holders gives it.
    pub role: Option<String>,
    /// The words of the text that stand for the speaker at this quote.
    pub mention: Option<String>,
    /// Where they stand.
    #[serde(flatten)]
    pub span: Option<Span>,
}

/// Briefs an article with sentences of its own.
#[must_use]
pub fn write(article: &Article) -> Brief {
    let mut quotes = verify::quotes(article, quotes::find(article));
    let terms = terms::Terms::of(article);
    rank::rank(article, &terms, &mut quotes);
    let (summary, warnings) = summary::extract(article, &terms, &quotes);
    Brief { summary, quotes, warnings }
}

#[cfg(test)]
mod tests;
