//! Quotes of which their own sentence does not tell that anybody said them: no rule may name a speaker for those.
//!
//! In: where a quote stands and the rule that found its speaker. Out: how the verb of saying that governs it stands.

use super::position::Position;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::reporting_verbs::is_verb;
use crate::brief::quotes::syntax::unsaid::{Clause, Unsaid};
use crate::people::lexicon::{Keyword, Tags};

/// Words between a verb of saying and the words in marks it governs.
const REACH: usize = 20;

/// How the verb of saying stands that governs the quote; None where it tells that the words were said.
#[must_use]
pub(crate) fn unsaid(document: &Document, place: &Position, rule: Option<Rule>) -> Option<Unsaid> {
    if matches!(rule, Some(Rule::Label | Rule::Signed | Rule::Headline)) {
        return None;
    }
    let told_behind = matches!(rule, Some(Rule::After | Rule::Inverted));
    let ahead = if told_behind { None } else { before(document, place) };
    ahead.or_else(|| behind(document, place))
}

/// The clause of the sentence of `place`.
fn clause<'d>(document: &'d Document, place: &Position) -> Clause<'d> {
    Clause { stream: &document.stream, index: &document.index, floor: place.sentence.start }
}

/// The verb of saying before the quote, or before the quotes it is joined to.
fn before(document: &Document, place: &Position) -> Option<Unsaid> {
    let stream = &document.stream;
    let first = first_joined(document, place);
    let last = first.checked_sub(1).filter(|at| *at >= place.sentence.start)?;
    let end = if stream.is(last, ':') || stream.is(last, ',') { last } else { first };
    let verb = (place.sentence.start..end).rev().take(REACH).find(|at| !passes(document, *at))?;
    if !stream.is_word(verb) || !cue(document, verb) {
        return None;
    }
    let clause = clause(document, place);
    let subject = document.cues_in(&(verb..verb + 1)).first().map(|cue| cue.subject.tokens.clone());
    let start = subject.as_ref().map(|subject| subject.start);
    let near = (verb + 1..end).all(|at| !stream.has(at, Tags::AUX) && !stream.is_keyword(at, Keyword::To));
    if near && start.is_some_and(|start| clause.thing(start)) {
        return Some(Unsaid::Open);
    }
    if !stream.has(verb, Tags::STRONG) {
        return None;
    }
    if start.is_some_and(|start| clause.denied_behind(place.at, start, place.sentence.end)) {
        return Some(Unsaid::Denied);
    }
    clause.unsaid(verb, subject.as_ref()).filter(|found| near || *found == Unsaid::Denied)
}

/// True for a word that may stand between a verb of saying and the words it governs.
fn passes(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let that = stream.is_keyword(at, Keyword::That);
    let parts = Tags::CONJUNCTION.or(Tags::WHO).or(Tags::WHICH);
    stream.is_word(at) && !cue(document, at) && (that || !stream.has(at, parts))
}

/// True for a verb that may report speech.
fn cue(document: &Document, at: usize) -> bool {
    document.stream.has(at, Tags::CUE) && is_verb(&document.stream, &document.index, at)
}

/// The first of the quotes that stand joined before this one: `“…” or “…”`.
fn first_joined(document: &Document, place: &Position) -> usize {
    let stream = &document.stream;
    let mut first = place.at;
    while let Some(quote) = (place.sentence.start..first).rev().take(3).find(|at| stream.is_quote(*at)) {
        let joins = |at: usize| {
            stream.is(at, ',') || stream.has(at, Tags::CONJUNCTION) && !stream.is_keyword(at, Keyword::But)
        };
        if !(quote + 1..first).all(joins) {
            break;
        }
        first = quote;
    }
    first
}

/// Words of the clause behind a quote that tells who said it.
const CLAUSE: usize = 12;

/// `“…,” X did not say`, `“…,” X denied saying`, `“…” is not what X said`, `“…” was never said by X`.
fn behind(document: &Document, place: &Position) -> Option<Unsaid> {
    let stream = &document.stream;
    let comma =
        place.ending == Some(',') || stream.is(place.at + 1, ',') || stream.has(place.at + 1, Tags::AUX);
    let start = place.behind(document);
    if !comma || start >= place.sentence.end {
        return None;
    }
    let mut words = (start..place.sentence.end).take(CLAUSE).take_while(|at| stream.is_word(*at));
    let verb = words.find(|at| stream.has(*at, Tags::STRONG) && cue(document, *at))?;
    let next = Tags::TIME.or(Tags::ADVERB).or(Tags::PREPOSITION);
    let ends = verb + 1 >= place.sentence.end || !stream.is_word(verb + 1) || stream.has(verb + 1, next);
    let subject = document.cues_in(&(verb..verb + 1)).first().map(|cue| cue.subject.tokens.clone());
    ends.then(|| clause(document, place).unsaid(verb, subject.as_ref()))?
}
