//! Sentences that tell something between two stretches of speech behind dashes, which no dash parts from the first:
//! `– We go. The mayor disagrees: – We stay.`
//!
//! In: words behind a dash. Out: the stretches of them that are spoken. A dash between two sentences opens speech, so what
//! stands right before it is told by the writer: a sentence that a colon ends, or one that speaks of somebody.

use crate::brief::quotes::detection::quotation::Marked;
use crate::people::lexicon::{Lexicon, Tags};
use crate::people::tokens::lower_into;
use crate::text::{Span, is_letter_or_digit};

/// Dashes looked at within one stretch of speech.
const MOST: usize = 12;

/// Takes the sentences told by the writer out of speech behind a dash.
pub(super) fn without(text: &str, marked: Marked, lexicon: &Lexicon) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut start = marked.inner.start;
    let words = marked.inner.of(text);
    for (at, dash) in words.match_indices(['–', '—']).take(MOST) {
        let (open, behind) = (marked.inner.start + at, marked.inner.start + at + dash.len());
        let opens = text.get(behind..).and_then(|rest| rest.strip_prefix(' '));
        let before = Span::new(start, open.max(start)).trimmed(text);
        let told = told(before.of(text), lexicon)
            .filter(|_| opens.is_some_and(|rest| rest.starts_with(char::is_uppercase)));
        if let Some(end) = told {
            found.push(part(text, marked, start, start.max(before.start) + end));
            start = behind;
        }
    }
    if found.is_empty() {
        return vec![marked];
    }
    found.push(part(text, marked, start, marked.inner.end));
    found
}

fn part(text: &str, marked: Marked, start: usize, end: usize) -> Marked {
    let inner = Span::new(start, end).trimmed(text);
    Marked { outer: inner, inner, continues: false, ..marked }
}

/// Where speech ends before its last sentence, which the writer tells.
fn told(words: &str, lexicon: &Lexicon) -> Option<usize> {
    if !words.ends_with(['.', '!', '?', '…', ':']) {
        return None;
    }
    let inside = words.trim_end_matches(['.', '!', '?', '…', ':']);
    let stops = inside.match_indices(['.', '!', '?', '…']).map(|(at, stop)| at + stop.len());
    let mut ends = stops.filter(|at| {
        let rest = inside.get(*at..).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    });
    let end = ends.next_back()?;
    let sentence = words.get(end..)?;
    (sentence.ends_with(':') || speaks_of_somebody(sentence, lexicon)).then_some(end)
}

/// True for a sentence with a name or a word for somebody, and none for whoever speaks.
fn speaks_of_somebody(sentence: &str, lexicon: &Lexicon) -> bool {
    let mut lower = String::new();
    let mut somebody = false;
    for (at, word) in sentence.split_whitespace().enumerate() {
        let word = word.trim_matches(|c: char| !is_letter_or_digit(c));
        lower_into(word, &mut lower);
        if lexicon.answering.contains(lower.as_str()) {
            return false;
        }
        let capital = at > 0 && word.starts_with(char::is_uppercase);
        somebody |= capital || lexicon.tags(&lower).any(Tags::OFFICE.or(Tags::PERSON).or(Tags::ROLE));
    }
    somebody
}
