//! Marked words at the head of a sentence that goes on behind a comma: whoever says them stands there, and nobody else.
//!
//! In: where a quote stands that no rule of its own sentence reads. Out: true for `“…,” came the cry`, `“…,” was written on the
//! wall`, and the writing that speaks in `“…,” ran the headline`.

use std::ops::Range;

use super::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::Tags;
use crate::people::tokens::Kind;
use crate::text::is_letter;

/// Words of the clause behind a quote.
const CLAUSE: usize = 6;

/// True where the sentence goes on behind the comma of a quote at its head.
#[must_use]
pub(crate) fn goes_on(document: &Document, place: &Position) -> bool {
    start(document, place).is_some()
}

/// The first word behind the comma.
fn start(document: &Document, place: &Position) -> Option<usize> {
    let stream = &document.stream;
    let behind = stream.is(place.at + 1, ',');
    let next = place.at + 1 + usize::from(behind);
    let comma = behind || place.ending == Some(',');
    let opens = stream.words_in(&(place.sentence.start..place.at)) == 0;
    let goes_on = next < place.sentence.end && stream.is_word(next) && !stream.is_capital(next);
    (opens && comma && goes_on && !is_same(document, next..place.sentence.end)).then_some(next)
}

/// `“…,” the 31-year-old grinned`, `“…,” beamed he`: a verb no list holds, and whoever is known already.
fn is_same(document: &Document, tail: Range<usize>) -> bool {
    let stream = &document.stream;
    let mut words = tail.take(CLAUSE).take_while(|at| stream.is_word(*at));
    words.any(|at| {
        let pronoun = Tags::HE.or(Tags::SHE);
        let led = stream.has(at - 1, Tags::PREPOSITION) || !stream.has(at, Tags::DEFINITE);
        let end = at + CLAUSE;
        let found = phrase_finder::beginning_at(stream, &document.index, at, end).filter(|_| !led);
        found.is_some_and(|found| {
            found.tokens.clone().any(|at| is_aged(document, at)) || is_person(document, found.tokens.end - 1)
        }) || stream.has(at, pronoun) && !stream.has(at, Tags::HIS.or(Tags::HER))
    })
}

/// True for `31-year-old`.
fn is_aged(document: &Document, at: usize) -> bool {
    let number = document.stream.get(at).is_some_and(|token| token.kind == Kind::Number);
    number && document.stream.word(at).contains(is_letter)
}

/// True for a word for a person.
fn is_person(document: &Document, at: usize) -> bool {
    document.stream.is_word(at) && document.stream.has(at, Tags::PERSON.or(Tags::OFFICE))
}

/// `“…,” ran the headline`, `“…,” the placard behind X goes`: a writing that no preposition governs.
#[must_use]
pub(crate) fn writing(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let start = start(document, place)?;
    let writing = Tags::SIGN.or(Tags::SPEECH_NOUN).or(Tags::DOCUMENT).or(Tags::WORK);
    let article = Tags::DEFINITE.or(Tags::INDEFINITE);
    let mut words = (start..place.sentence.end).take(CLAUSE).take_while(|at| stream.is_word(*at));
    let opens = words.find(|at| stream.has(*at, article))?;
    if opens > start && stream.has(opens - 1, Tags::PREPOSITION) {
        return None;
    }
    let found = phrase_finder::beginning_at(stream, &document.index, opens, place.sentence.end)?;
    let thing = matches!(found.kind, PhraseKind::Definite | PhraseKind::Indefinite);
    (thing && found.tokens.clone().any(|at| stream.has(at, writing))).then_some(found)
}
