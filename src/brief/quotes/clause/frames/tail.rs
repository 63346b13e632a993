//! `“…”. This said X.`: the sentence behind the quotation tells who said it.

use super::frame::{Frame, Place};
use super::subject;
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks between the head of the sentence and its verb.
const NEAR: usize = 6;

/// Finds the frame in the sentence behind.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
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
