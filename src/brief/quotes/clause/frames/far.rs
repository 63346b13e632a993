//! `“…” will fail, said X`: the verb stands at the end of the sentence, not beside the words.

use super::frame::{Frame, Place};
use super::subject::{self, noun_source};
use crate::brief::quotes::clause::phrases::Part;
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks between the head of the sentence and its verb.
const NEAR: usize = 6;

/// `“…” will fail, said X`: the verb and its subject end the sentence.
pub(super) fn far(place: Place, start: usize) -> Option<Frame> {
    for at in start..place.chunks.len() {
        let chunk = place.chunk(at)?;
        if matches!(chunk.part, Part::Quote | Part::Mark(';' | ':')) {
            return None;
        }
        let opens = place.is(at, ',') || place.is_dash(at);
        let verb = (at + 1..place.chunks.len().min(at + 4)).find(|at| {
            let chunk = place.chunk(*at);
            !chunk.is_some_and(|chunk| {
                matches!(chunk.part, Part::Aside)
                    || chunk.class.any(Class::HELPER) && !chunk.class.any(Class::CUE)
            })
        });
        let Some(verb) = verb.filter(|verb| {
            opens && place.chunk(*verb).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::SAY))
        }) else {
            continue;
        };
        let noun = subject::behind(place, verb, place.chunks.len())
            .filter(crate::brief::quotes::clause::phrases::Noun::can_speak)?;
        return Some(Frame::new(Rule::Later, noun_source(place, noun)).aside());
    }
    None
}

/// `“…”. This said X.`: the sentence behind the quotation tells who said it.
#[must_use]
pub(super) fn in_next(place: Place) -> Option<Frame> {
    let next = place.next?;
    let last = (place.at + 1..place.chunks.len())
        .all(|at| place.is(at, '.') || place.is(at, ',') || place.is(at, '…'));
    let first = next.first()?.tokens.start;
    let length = Grammar::phrase(&place.text.grammar.this_said, |offset| place.text.lower(first + offset));
    if !last || length == 0 {
        return None;
    }
    let place = Place { chunks: next, at: 0, next: None, ..place };
    let verb = (0..next.len().min(NEAR))
        .find(|at| place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::CUE)))?;
    let before =
        (0..verb).find_map(|at| place.noun(at).filter(|noun| noun.is_human() && noun.may_be_subject));
    let noun = before.cloned().or_else(|| subject::behind(place, verb, next.len()))?;
    Some(Frame::new(Rule::SentenceBefore, subject::noun_source(place, noun)).aside())
}
