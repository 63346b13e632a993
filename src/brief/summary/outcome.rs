//! A summary and how it was made.

use serde::{Deserialize, Serialize};

use crate::text::Span;

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
