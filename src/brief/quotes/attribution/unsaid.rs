//! Quotes of which their own sentence does not tell that anybody said them: no rule may name a speaker for those.
//!
//! In: where a quote stands and the rule that found its speaker. Out: how the verb of saying that governs it stands.

use std::ops::Range;

use super::completed;
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
    if completed::is_nobodys(document, place, rule) {
        return Some(Unsaid::Open);
    }
    if rule.is_some() && clause(document, place).in_a_fake(place.at, place.sentence.end) {
        return Some(Unsaid::Denied);
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
    let near = governs(document, verb, end);
    if near && start.is_some_and(|start| clause.another(start)) {
        return Some(Unsaid::Open);
    }
    if relays_text(document, &(verb + 1..end)) {
        return Some(Unsaid::Open);
    }
    if !stream.has(verb, Tags::STRONG) {
        // `denied that she had called the speech “…”`
        let that =
            |start: &usize| start.checked_sub(1).is_some_and(|at| stream.is_keyword(at, Keyword::That));
        let denied = start.filter(that).and_then(|_| clause.unsaid(verb, subject.as_ref()));
        return denied.filter(|found| *found == Unsaid::Denied);
    }
    if start.is_some_and(|start| clause.false_claim(place.at, start, place.sentence.end)) {
        return Some(Unsaid::Denied);
    }
    let reported =
        (verb + 1..end).any(|at| stream.has(at, Tags::AUX) || stream.is_keyword(at, Keyword::That));
    let found = clause.unsaid(verb, subject.as_ref())?;
    (near || reported && found == Unsaid::Denied).then_some(found)
}

/// `read from a letter by X: “`: the words are X's, whoever reads them out.
fn relays_text(document: &Document, between: &Range<usize>) -> bool {
    let stream = &document.stream;
    let text = Tags::SPEECH_NOUN.or(Tags::DOCUMENT).or(Tags::WORK);
    stream.is(between.end, ':')
        && between.clone().any(|at| {
            stream.has(at, text)
                && stream.is_keyword(at + 1, Keyword::Agent)
                && document.index.mention_at(at + 2).is_some_and(|mention| mention.name.end == between.end)
        })
}

/// True where nothing but “that” or who is told stands between the verb and the words in marks that end before `end`:
/// these are what is said, and no noun in it.
fn governs(document: &Document, verb: usize, end: usize) -> bool {
    let stream = &document.stream;
    let between = verb + 1..end;
    let to = stream.has(verb + 1, Tags::RELAYING.or(Tags::PREPOSITION));
    let told = (to || stream.is_keyword(verb, Keyword::Telling)) && between.len() <= ADDRESSEE;
    let open = |at: usize| {
        stream.is_keyword(at, Keyword::That)
            || stream.has(at, Tags::ADVERB.or(Tags::TIME).or(Tags::PARTICLE_OF_VERB))
            || told && !stream.has(at, Tags::AUX)
    };
    let noun =
        end > verb + 1 && stream.has(end - 1, Tags::DETERMINER) && !stream.is_keyword(end - 1, Keyword::That);
    !noun && between.clone().all(open)
}

/// Most words for who is told.
const ADDRESSEE: usize = 6;

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

/// The most quotes joined in a row that are looked at.
const JOINED: usize = 8;

/// The first of the quotes that stand joined before this one: `“…” or “…”`.
fn first_joined(document: &Document, place: &Position) -> usize {
    let stream = &document.stream;
    let mut first = place.at;
    // a longer row is no sentence that anybody said; each of its quotes would look at all before it
    for _ in 0..JOINED {
        let found = (place.sentence.start..first).rev().take(3).find(|at| stream.is_quote(*at));
        let Some(quote) = found else { break };
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
    if clause(document, place).disowned(place.at, place.sentence.end) {
        return Some(Unsaid::Denied);
    }
    let comma =
        place.ending == Some(',') || stream.is(place.at + 1, ',') || stream.has(place.at + 1, Tags::AUX);
    let start = place.behind(document);
    // `“…”, without elaborating`: of what else was not said
    let more = stream.is_keyword(start, Keyword::Withholding);
    if !comma || more || start >= place.sentence.end {
        return None;
    }
    let mut words = (start..place.sentence.end).take(CLAUSE).take_while(|at| stream.is_word(*at));
    let strong = |at: &usize| stream.has(*at, Tags::STRONG) && cue(document, *at);
    let mut verb = words.find(strong)?;
    // `X is claimed to have said`
    if stream.is_keyword(verb + 1, Keyword::To) {
        verb = words.find(strong).unwrap_or(verb);
    }
    let next = Tags::TIME.or(Tags::ADVERB).or(Tags::PREPOSITION);
    let told = stream.is_keyword(verb, Keyword::Telling)
        && place.sentence.end - verb <= ADDRESSEE + 1
        && (verb + 1..place.sentence.end - 1).all(|at| stream.is_word(at));
    let ends =
        verb + 1 >= place.sentence.end || !stream.is_word(verb + 1) || stream.has(verb + 1, next) || told;
    let subject = document.cues_in(&(verb..verb + 1)).first().map(|cue| cue.subject.tokens.clone());
    let clause = clause(document, place);
    if subject.as_ref().is_some_and(|subject| subject.end <= verb && clause.another(subject.start)) {
        return Some(Unsaid::Denied);
    }
    if clause.conditional(verb, subject.as_ref()) {
        return Some(Unsaid::Open);
    }
    let found = clause.unsaid(verb, subject.as_ref()).filter(|_| ends)?;
    // `“…,” X will say`: words given out before they are spoken; `X would say`: words often said
    (found == Unsaid::Denied || clause.unreal(verb)).then_some(found)
}
