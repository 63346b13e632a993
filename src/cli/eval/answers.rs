//! What a system answered: its quotes and speakers, by passage.

use std::collections::HashMap;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::passages::{self, Passage};
use crate::article::{self, Given};
use crate::brief::quotes::{self, RuleSet};
use crate::brief::{Quote, verify};
use crate::text::Span;

/// The answers, by the passage's id.
pub(super) type Answers = HashMap<String, Vec<Answer>>;

/// A quote that a system found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// Bytes of the passage.
    pub(super) span: Span,
    pub(super) name: Option<String>,
    pub(super) mention: Option<String>,
    /// The rule that named the speaker, where the system has rules.
    pub(super) rule: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: String,
    quotes: Vec<QuoteLine>,
}

#[derive(Debug, Deserialize)]
struct QuoteLine {
    text: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    speaker: Option<SpeakerLine>,
    rule: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct SpeakerLine {
    name: Option<String>,
    mention: Option<String>,
}

/// The program's own answers, some of its rules switched off.
pub(super) fn own(passages: &[Passage], without: RuleSet) -> Answers {
    let options = quotes::Options { without, ..quotes::Options::default() };
    let answers = passages.iter().map(|passage| {
        let article = article::from_text(&passage.text, &Given::default());
        let found = verify::quotes(&article, quotes::find_with(&article, options));
        (passage.id.clone(), found.into_iter().map(answer).collect())
    });
    answers.collect()
}

fn answer(quote: Quote) -> Answer {
    let speaker = quote.speaker.unwrap_or_default();
    Answer { span: quote.span, name: speaker.name, mention: speaker.mention, rule: Some(quote.rule) }
}

/// Reads another system's answers, JSON lines; a passage without a line has no quotes. An error names the line.
pub(super) fn parse(text: &str, passages: &[Passage]) -> Result<Answers> {
    let by_id: HashMap<&str, &Passage> =
        passages.iter().map(|passage| (passage.id.as_str(), passage)).collect();
    let mut answers = Answers::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = at + 1;
        let line: Line = serde_json::from_str(line).with_context(|| format!("line {number}"))?;
        let passage =
            by_id.get(line.id.as_str()).with_context(|| format!("line {number}: no passage {}", line.id))?;
        let found = located(&passage.text, line.quotes).with_context(|| format!("line {number}"))?;
        ensure!(
            answers.insert(line.id.clone(), found).is_none(),
            "line {number}: {} is answered twice",
            line.id
        );
    }
    Ok(answers)
}

fn located(text: &str, lines: Vec<QuoteLine>) -> Result<Vec<Answer>> {
    let mut from = 0;
    let mut found = Vec::new();
    for line in lines {
        let span = match (line.start, line.end, &line.text) {
            (Some(start), Some(end), _) => {
                ensure!(text.get(start..end).is_some(), "{start}..{end} are no bytes of the passage");
                Span::new(start, end)
            }
            (_, _, Some(words)) => {
                passages::next(text, from, words).or_else(|_| passages::next(text, 0, words))?
            }
            _ => anyhow::bail!("a quote with neither text nor start and end"),
        };
        from = span.end;
        let speaker = line.speaker.unwrap_or_default();
        found.push(Answer { span, name: speaker.name, mention: speaker.mention, rule: line.rule });
    }
    Ok(found)
}
