//! What the prompts name.

use serde::Serialize;

/// What the prompts of a summary name.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// English name of the language to write in.
    pub language: String,
    /// Random, so that a page cannot close the block it stands in.
    pub nonce: String,
    /// The quotes, numbered from 1.
    pub quotes: Vec<Listed>,
    /// The article's words.
    pub article: String,
}

/// A quote as the model sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// Its number.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// Who said it, where the article tells.
    pub speaker: Option<String>,
}

/// What the prompts of a translation name.
#[derive(Debug, Clone, Serialize)]
pub struct Translation {
    /// English name of the language of the lines.
    pub from: String,
    /// English name of the language to write in.
    pub to: String,
    /// Random, so that a line cannot close the block it stands in.
    pub nonce: String,
    /// The lines, numbered from 1.
    pub lines: Vec<Line>,
}

/// A numbered line.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// Its number.
    pub number: usize,
    /// Its words.
    pub text: String,
}

/// What the prompts of a verdict name.
#[derive(Debug, Clone, Serialize)]
pub struct Verdict {
    /// Random, so that neither the article nor a line can close the block it stands in.
    pub nonce: String,
    /// The article's words.
    pub article: String,
    /// The sentences to be judged, numbered from 1.
    pub lines: Vec<Line>,
}

/// What the prompts of a topic name.
#[derive(Debug, Clone, Serialize)]
pub struct Topic {
    /// English name of the language to write in.
    pub language: String,
    /// Random, so that an article cannot close the block it stands in.
    pub nonce: String,
    /// What was asked about.
    pub topic: String,
    /// The articles, numbered as the reader sees them.
    pub articles: Vec<Numbered>,
}

/// An article of a topic as the model sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Numbered {
    /// Its number.
    pub number: usize,
    /// Its headline.
    pub title: String,
    /// Its words.
    pub text: String,
}

/// What the prompt of a repair names.
#[derive(Debug, Clone, Serialize)]
pub struct Repair {
    /// What cannot be shown.
    pub faults: Vec<Fault>,
}

/// A sentence that failed a check, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The sentence.
    pub sentence: String,
    /// Why it cannot be shown.
    pub why: String,
    /// The rule it broke, one word for counters.
    #[serde(skip)]
    pub code: &'static str,
}
