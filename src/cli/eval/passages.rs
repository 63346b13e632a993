//! Passages with gold: the text, its quotes and who said them.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::brief::Kind;
use crate::text::{Language, Span};

/// A passage and what is right about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Passage {
    pub(super) id: String,
    pub(super) language: Language,
    pub(super) text: String,
    /// In the order of the text.
    pub(super) quotes: Vec<Gold>,
    /// Words in marks that nobody said.
    pub(super) not_quotes: Vec<Span>,
}

/// A quote of a passage.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gold {
    /// Bytes of the passage.
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whose words they are.
    pub(super) voice: Voice,
    /// Counts neither way.
    pub(super) optional: bool,
}

/// Whose words a quote is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Voice {
    /// A person or body by name, and the words of the text that stand there.
    Named { name: String, mention: String },
    /// An office or a paper without a name.
    Role { name: String, mention: String },
    /// Nobody who could be named: only the words of the text, if there are any.
    Open { mention: String },
}

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    lang: String,
    text: String,
    quotes: Vec<QuoteLine>,
    #[serde(default)]
    not_quotes: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct QuoteLine {
    text: String,
    /// Characters from the beginning; where the text stands next unless given.
    start: Option<usize>,
    #[serde(rename = "kind", alias = "type")]
    kind: Kind,
    speaker: Option<String>,
    mention: Option<String>,
    #[serde(default)]
    role: bool,
    #[serde(default)]
    optional: bool,
}

/// Reads a file of passages; an error names the passage.
pub(super) fn parse(text: &str) -> Result<Vec<Passage>> {
    let lines: Vec<Line> = serde_json::from_str(text).context("not a list of passages")?;
    lines
        .into_iter()
        .map(|line| {
            let id = line.id.clone();
            passage(line).with_context(|| format!("passage {id}"))
        })
        .collect()
}

/// An id that two passages have.
pub(super) fn told_twice(passages: &[Passage]) -> Option<&str> {
    let mut seen = BTreeSet::new();
    passages.iter().map(|passage| passage.id.as_str()).find(|id| !seen.insert(*id))
}

fn passage(line: Line) -> Result<Passage> {
    let language =
        Language::from_tag(&line.lang).with_context(|| format!("`{}` is no language", line.lang))?;
    let mut from = 0;
    let mut quotes = Vec::new();
    for quote in line.quotes {
        let span = match quote.start {
            Some(start) => at_character(&line.text, start, &quote.text)?,
            None => next(&line.text, from, &quote.text)?,
        };
        from = span.end;
        quotes.push(Gold { span, kind: quote.kind, optional: quote.optional, voice: voice(quote) });
    }
    ensure!(quotes.is_sorted_by_key(|quote| quote.span.start), "quotes are not in the order of the text");
    let mut from = 0;
    let mut not_quotes = Vec::new();
    for words in &line.not_quotes {
        let span = next(&line.text, from, words).or_else(|_| next(&line.text, 0, words))?;
        from = span.end;
        not_quotes.push(span);
    }
    Ok(Passage { id: line.id, language, text: line.text, quotes, not_quotes })
}

fn voice(quote: QuoteLine) -> Voice {
    let mention = quote.mention.unwrap_or_default();
    match quote.speaker {
        Some(name) if quote.role => Voice::Role { name, mention },
        Some(name) => Voice::Named { name, mention },
        None => Voice::Open { mention },
    }
}

fn at_character(text: &str, start: usize, words: &str) -> Result<Span> {
    let start = text.char_indices().nth(start).map_or(text.len(), |(at, _)| at);
    let stands = text.get(start..).is_some_and(|rest| rest.starts_with(words));
    ensure!(stands, "“{words}” does not stand where `start` says");
    Ok(Span::new(start, start + words.len()))
}

/// Where `words` stand from `from` on.
pub(super) fn next(text: &str, from: usize, words: &str) -> Result<Span> {
    let found = text.get(from..).and_then(|rest| rest.find(words)).filter(|_| !words.is_empty());
    let start =
        from + found.with_context(|| format!("“{words}” does not stand in the text, in this order"))?;
    Ok(Span::new(start, start + words.len()))
}
