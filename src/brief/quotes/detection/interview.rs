//! Transcripts: turns after a label are direct quotes without marks (stage S7).
//!
//! Two or more lines such as `SECRETARY NAME:` or `Question:` make a transcript.

use crate::brief::quotes::document::Document;
use crate::brief::quotes::finding::role;
use crate::brief::quotes::rule::Rule;
use crate::brief::{Kind, Quote, Speaker};
use crate::people::lexicon::Tags;
use crate::people::names::Sort;
use crate::text::Span;

/// One turn.
#[derive(Debug, Clone)]
struct Turn {
    /// What is said.
    words: Span,
    /// Tokens of the label.
    label: std::ops::Range<usize>,
    /// A question: never a key quote.
    question: bool,
    /// Says only “Answer”.
    answer: bool,
}

/// The turns of a transcript as quotes, questions left out.
#[must_use]
pub(crate) fn quotes(document: &Document) -> Vec<Quote> {
    let turns = turns(document);
    turns.iter().filter(|turn| !turn.question).map(|turn| quote(document, turn, &turns)).collect()
}

fn quote(document: &Document, turn: &Turn, turns: &[Turn]) -> Quote {
    let mention = document.stream.span(&turn.label);
    let person = if turn.answer { interviewee(document, turns) } else { labelled_person(document, turn) };
    let named = person.and_then(|person| document.index.get(person));
    let speaker = Speaker {
        name: named.map(|person| person.name.clone()),
        role: named.and_then(|person| role(person, document.text)),
        mention: Some(mention.of(document.text).to_owned()),
        span: Some(mention),
    };
    Quote {
        span: turn.words,
        text: turn.words.of(document.text).to_owned(),
        kind: Kind::Direct,
        speaker: Some(speaker),
        quoted_from: None,
        confidence: Rule::Transcript.confidence(),
        rule: Rule::Transcript.name().to_owned(),
        key: None,
    }
}

fn labelled_person(document: &Document, turn: &Turn) -> Option<usize> {
    turn.label
        .clone()
        .rev()
        .find_map(|at| document.index.person_at(at))
        .filter(|person| document.index.get(*person).is_some_and(|person| person.sort == Sort::Person))
}

/// The first person named before the first turn.
fn interviewee(document: &Document, turns: &[Turn]) -> Option<usize> {
    let first = turns.first()?.label.start;
    document
        .index
        .mentions_in(0..first)
        .filter_map(|mention| mention.person)
        .find(|person| document.index.is_human(*person))
}

/// Finds the turns of a transcript; none unless there are at least two.
fn turns(document: &Document) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        if !paragraph.speaks {
            continue;
        }
        let Some(tokens) = document.stream.paragraphs.get(number).cloned() else { continue };
        if let Some(turn) = labelled(document, &tokens, paragraph.span) {
            turns.push(turn);
        }
    }
    if turns.len() < 2 { Vec::new() } else { turns }
}

fn labelled(document: &Document, tokens: &std::ops::Range<usize>, paragraph: Span) -> Option<Turn> {
    let stream = &document.stream;
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + 9)).find(|at| stream.is(*at, ':'))?;
    let label = tokens.start..colon;
    let one = label.len() == 1;
    let question = one && stream.has(tokens.start, Tags::QUESTION_LABEL);
    let answer = one && stream.has(tokens.start, Tags::ANSWER_LABEL) && stream.is_capital(tokens.start);
    let capitals = label.clone().all(|at| {
        stream.get(at).is_some_and(|token| {
            !token.is_word()
                || token.case == crate::people::tokens::Case::Upper
                || token.span.len() <= 3 && token.is_capital()
        })
    }) && stream.get(colon - 1).is_some_and(|token| token.is_word() && token.span.len() > 1);
    let name = document.index.mention_at(colon - 1).is_some_and(|mention| {
        mention.sort == Sort::Person && mention.from <= tokens.start + 1 && mention.name.end == colon
    });
    let initials = stream.word(tokens.start).contains('.') && one;
    if !(question || answer || capitals || name || initials) || stream.is_quote(colon + 1) {
        return None;
    }
    let start = stream.get(colon)?.span.end;
    let words = Span::new(start, paragraph.end).trimmed(document.text);
    (!words.is_empty() && words.of(document.text).chars().any(char::is_alphanumeric)).then_some(Turn {
        words,
        label,
        question,
        answer,
    })
}
