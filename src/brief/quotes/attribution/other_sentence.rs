//! Speakers from the sentences around a quote whose own sentence names nobody.

use std::ops::Range;

use super::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::Cue;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::subject;
use crate::people::lexicon::Tags;

/// Sentences looked back through for a subject; no paragraph of news has so many, and it bounds the work.
const MOST_SENTENCES: usize = 40;

/// The last speaker or subject in the sentences of the paragraph before the quote.
#[must_use]
pub(crate) fn sentence_before(document: &Document, place: &Position) -> Found {
    let range = place.paragraph.start..place.sentence.start;
    let cues = document.cues_in(&range);
    let named = |cue: &&Cue| {
        cue.strong || matches!(cue.subject.kind, PhraseKind::Named(person) if document.index.is_human(person))
    };
    if let Some(cue) = cues.iter().rev().find(named) {
        return Some(cue.subject.clone());
    }
    subject_of(document, range)
}

/// The subject of the words before the quote in its own sentence: whoever acts there is who speaks.
#[must_use]
pub(crate) fn own_sentence(document: &Document, place: &Position) -> Found {
    let head = place.sentence.start..place.at;
    let stream = &document.stream;
    let words = stream.words_in(&head);
    let found = subject::of_sentence(stream, &document.index, &head).filter(|_| words > 1)?;
    acts(document, &found).then_some(found)
}

/// Who speaks last or acts last in the sentences between the quote before and this one.
#[must_use]
pub(crate) fn between(document: &Document, before: &Position, place: &Position) -> Found {
    let range = before.sentence.end..place.sentence.start;
    let speaks = document.cues_in(&range).iter().rev().find(|cue| cue.strong);
    speaks.map(|cue| cue.subject.clone()).or_else(|| acting(document, &range))
}

/// Who is the subject of the last sentence of `range`: `He smiled. “`, `His daughter X put it mildly. “`.
fn acting(document: &Document, range: &Range<usize>) -> Found {
    let last = range.end.checked_sub(1).filter(|last| range.contains(last))?;
    let start = document.stream.sentence_of(last).start.max(range.start);
    let found = subject::of_sentence(&document.stream, &document.index, &(start..range.end))?;
    // `X supports Y`: a verb that no list holds is taken into the phrase
    let mut named = document.index.mentions_in(found.tokens.clone());
    let whole = named.next().is_none_or(|first| first.name.end == found.tokens.end) && named.next().is_none();
    (whole && acts(document, &found)).then_some(found)
}

/// True for a person who may speak: named, meant by a pronoun, or described.
fn acts(document: &Document, found: &Phrase) -> bool {
    match found.kind {
        PhraseKind::Named(person) => document.index.is_human(person),
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        PhraseKind::Definite => document.stream.has(found.tokens.end - 1, Tags::PERSON),
        PhraseKind::Body(_) | PhraseKind::Indefinite | PhraseKind::Bare => false,
    }
}

/// The first person who is the subject of a sentence of `range`, the last sentence first.
#[must_use]
pub(crate) fn subject_of(document: &Document, range: Range<usize>) -> Found {
    let stream = &document.stream;
    let mut end = range.end;
    for _ in 0..MOST_SENTENCES {
        if end <= range.start {
            break;
        }
        let sentence = stream.sentence_of(end - 1);
        let start = sentence.start.max(range.start);
        let subject = subject::of_sentence(stream, &document.index, &(start..end))
            .map(|found| subject::with_apposed_name(stream, &document.index, found, end))
            .filter(|phrase| match phrase.kind {
                PhraseKind::Named(person) => document.index.is_human(person),
                PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
                _ => false,
            });
        if subject.is_some() {
            return subject;
        }
        end = start;
    }
    None
}

/// True for a named human, he or she, and a description of a person.
#[must_use]
pub(crate) fn named_or_pronoun(document: &Document, phrase: &Phrase) -> bool {
    match phrase.kind {
        PhraseKind::Named(person) => document.index.is_human(person),
        PhraseKind::Pronoun(tags) => tags.any(Tags::HE.or(Tags::SHE)),
        PhraseKind::Body(_) | PhraseKind::Definite | PhraseKind::Indefinite => {
            document.stream.has(phrase.tokens.end - 1, Tags::PERSON)
        }
        PhraseKind::Bare => false,
    }
}
