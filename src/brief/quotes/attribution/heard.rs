//! Words of which their own sentence tells who heard them, or that somebody said them who is not named: no other sentence
//! may lend them a speaker.
//!
//! In: where a quote stands. Out: true for `X was warned: “…”`, `“…,” X was told`, `“…,” said nobody but X`.

use std::ops::Range;

use super::position::Position;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::cue::participle;
use crate::brief::quotes::syntax::reporting_verbs::{be, is_verb};
use crate::people::lexicon::{Keyword, Tags};

/// Words of a verb group before its participle.
const GROUP: usize = 5;

/// Words between a verb and the colon behind it.
const REACH: usize = 16;

/// Words of the clause behind marked words.
const CLAUSE: usize = 12;

/// Words behind a passive verb in which whoever does it is named.
const AGENT: usize = 8;

/// True where the clause before the colon, or the one behind the words, tells who heard them and not who said them.
#[must_use]
pub(crate) fn is_only_heard(document: &Document, place: &Position) -> bool {
    before_colon(document, place.sentence.start..place.at) || behind(document, place)
}

/// `X was warned on Monday: “…”`, `X heard: “…”`: the last verb before a colon.
#[must_use]
pub(crate) fn before_colon(document: &Document, range: Range<usize>) -> bool {
    let stream = &document.stream;
    let Some(colon) = range.end.checked_sub(1).filter(|at| range.contains(at) && stream.is(*at, ':')) else {
        return false;
    };
    let mut words = (range.start..colon).rev().take(REACH);
    let verb = words.find(|at| {
        stream.is_keyword(*at, Keyword::Hearer)
            || stream.has(*at, Tags::CUE) && is_verb(stream, &document.index, *at)
    });
    verb.is_some_and(|verb| tells_who_heard(document, verb, range))
}

/// `“…,” X was told`, `“…,” said nobody but X`.
fn behind(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    let closes = place.ending == Some(',') || stream.is(place.at + 1, ',');
    let start = place.behind(document);
    if !closes || start >= place.sentence.end {
        return false;
    }
    let range = start..place.sentence.end;
    let verb = |at: &usize| {
        stream.is_keyword(*at, Keyword::Hearer)
            || stream.has(*at, Tags::STRONG) && is_verb(stream, &document.index, *at)
    };
    let words = || range.clone().take(CLAUSE).take_while(|at| stream.is_word(*at));
    let Some(found) = words().find(verb) else { return false };
    // `said`, and a subject that is none; `everyone but X said`
    let opens = found == start
        && stream.is_keyword(found, Keyword::Inverting)
        && stream.is_word(found + 1)
        && !stream.has(found + 1, Tags::TIME.or(Tags::ADVERB).or(Tags::PREPOSITION));
    let named = (start..found).any(|at| document.index.mention_at(at).is_some());
    let nobody = document.cues_in(&(found..found + 1)).is_empty();
    nobody && (opens || named) || tells_who_heard(document, found, range)
}

/// True for a verb of which the subject is told something, and whoever tells it is not named.
fn tells_who_heard(document: &Document, verb: usize, sentence: Range<usize>) -> bool {
    let stream = &document.stream;
    if !stream.is_keyword(verb, Keyword::Hearer) {
        return false;
    }
    let agent = (verb + 1..sentence.end.min(verb + AGENT)).any(|at| stream.is_keyword(at, Keyword::Agent));
    let group = || {
        (sentence.start..verb).rev().take(GROUP).take_while(|at| {
            stream.has(*at, Tags::AUX.or(Tags::ADVERB).or(Tags::NEGATION).or(Tags::TIME)) || be(stream, *at)
        })
    };
    let passive = group().any(|at| be(stream, at));
    let active = !stream.has(verb, Tags::CUE) && !participle(stream, verb);
    // `X heard from Y: “…”`
    let told =
        || (verb + 1..sentence.end.min(verb + AGENT)).any(|at| document.index.mention_at(at).is_some());
    !agent && (passive || active && !told())
}
