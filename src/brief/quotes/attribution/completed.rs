//! Words that complete a noun for something said: `Rejecting X's claim that “…,” Y said`. They are whose the noun is,
//! whatever verb of saying stands behind them.
//!
//! In: where a quote stands. Out: the phrase for whose it is, or that the sentence does not tell.

use std::ops::Range;

use super::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::cue::{Cue, Form, participle};
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::{phrase_finder, subject};
use crate::people::lexicon::{Keyword, Tags};

/// Tokens between such a noun and the words.
const REACH: usize = 30;

/// Words between whose the noun is and the noun.
const ADJECTIVES: usize = 4;

/// Words for when between the noun and what completes it.
const WHEN: usize = 3;

/// A noun that the words complete.
struct Completed {
    /// Whose it is, if a name or a noun tells.
    owner: Found,
    /// A pronoun tells whose it is.
    pronoun: bool,
    /// First token of the noun and whose it is.
    start: usize,
    /// One past its last, with whom it is by and when it was said.
    end: usize,
}

/// Whose the noun is that the words complete.
#[must_use]
pub(crate) fn owner(document: &Document, place: &Position) -> Found {
    completed(document, place)?.owner
}

/// True for words that complete a noun before the main clause of which the sentence does not tell whose it is, where `rule`
/// finds a speaker behind them.
#[must_use]
pub(crate) fn is_nobodys(document: &Document, place: &Position, rule: Option<Rule>) -> bool {
    let told_behind = matches!(rule, Some(Rule::After | Rule::Inverted | Rule::Later));
    let unowned = |found: &Completed| found.owner.is_none() && opens(document, found, place);
    told_behind && completed(document, place).as_ref().is_some_and(unowned)
}

fn completed(document: &Document, place: &Position) -> Option<Completed> {
    let stream = &document.stream;
    let floor = place.sentence.start.max(place.at.saturating_sub(REACH));
    let parts = |at: usize| stream.is(at, ';') || stream.is(at, ':');
    (floor..place.at)
        .rev()
        .take_while(|at| !parts(*at))
        .filter_map(|at| noun(document, at, place))
        .find(|found| completes(document, found, place))
}

/// The noun for something said, and no verb, at `at`.
fn noun(document: &Document, at: usize, place: &Position) -> Option<Completed> {
    let stream = &document.stream;
    let floor = place.sentence.start;
    let listed = stream.is_keyword(at, Keyword::SaidNoun) && stream.is_word(at) && at > floor;
    if !listed || document.index.mention_at(at).is_some() {
        return None;
    }
    let possessor = possessor(document, at, floor);
    let by = by(document, at, place.at);
    let led = Tags::DETERMINER.or(Tags::PREPOSITION);
    let plain = stream.has(at - 1, led)
        || participle(stream, at - 1)
        || document.cues_in(&(at..at + 1)).is_empty() && !stream.has(at, Tags::STRONG);
    if possessor.is_none() && by.is_none() && !plain {
        return None;
    }
    let end = by.as_ref().map_or(at + 1, |by| by.tokens.end);
    let when = (end..place.at).take(WHEN).take_while(|at| is_time(document, *at)).count();
    let pronoun = possessor.as_ref().is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Pronoun(_)));
    let start = possessor.as_ref().map_or(at, |phrase| phrase.tokens.start);
    let owner = by.or(possessor.filter(|_| !pronoun));
    Some(Completed { owner, pronoun, start, end: end + when })
}

/// True where the quote of `place` is what the noun says.
fn completes(document: &Document, found: &Completed, place: &Position) -> bool {
    let stream = &document.stream;
    let opens = opens(document, found, place);
    let rest = found.end..place.at;
    if is_that(document, rest.start) && !rest.is_empty() {
        // `the claim that it fell is “false”`: of the noun, not in it
        let inside = rest.start + 1..rest.end;
        return inside.is_empty()
            || (opens || is_object(document, found.start, place)) && !parted(document, &inside);
    }
    if found.owner.is_none() || found.pronoun {
        return false;
    }
    match rest.len() {
        0 => opens && says_more(document, place),
        1 if stream.is(rest.start, ',') => opens && says_more(document, place),
        _ => opens && is_as(document, &rest),
    }
}

/// True for a noun in a phrase that a participle or a preposition opens, and a comma behind the words closes.
fn opens(document: &Document, found: &Completed, place: &Position) -> bool {
    let stream = &document.stream;
    let sentence = place.sentence.start;
    let mark = |at: &usize| [',', '—', '–', '-'].iter().any(|mark| stream.is(*at, *mark));
    let small = Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME);
    let start = (sentence..found.start).rev().find(mark).map_or(sentence, |at| at + 1);
    let first = (start..found.start).find(|at| !stream.has(*at, small)).unwrap_or(start);
    let led = participle(stream, first)
        || stream.has(first, Tags::PREPOSITION.or(Tags::ADDRESSED))
        || stream.ends_as(first, Keyword::PastEnding);
    let comma = place.ending == Some(',') || stream.is(place.at + 1, ',');
    let told = |cue: &Cue| cue.strong && matches!(cue.form, Form::Plain | Form::Inverted);
    // a participle at the head of a sentence looks like a name
    let name = document.index.mention_at(first);
    let named = name.is_some_and(|name| !participle(stream, first) || name.name.len() > 1);
    led && comma && !named && !document.cues_in(&(start..found.start)).iter().any(told)
}

/// `X rejected Y's claim`: the noun with whose it is stands right behind a verb that is none of saying.
fn is_object(document: &Document, start: usize, place: &Position) -> bool {
    let stream = &document.stream;
    let article = usize::from(stream.has(start.saturating_sub(1), Tags::DETERMINER));
    let Some(verb) = start.checked_sub(1 + article).filter(|verb| *verb > place.sentence.start) else {
        return false;
    };
    let acts =
        stream.has(verb, Tags::WEAK) || stream.ends_as(verb, Keyword::PastEnding) || participle(stream, verb);
    acts && !stream.has(verb, Tags::STRONG) && document.index.mention_at(verb).is_none()
}

/// True where a comma or a verb of saying with a subject of its own stands in the tokens `range`.
fn parted(document: &Document, range: &Range<usize>) -> bool {
    let own = |cue: &Cue| {
        cue.asserted
            && matches!(cue.form, Form::Plain | Form::Inverted)
            && range.contains(&cue.subject.tokens.start)
    };
    range.clone().any(|at| document.stream.is(at, ',')) || document.cues_in(range).iter().any(own)
}

/// `description of the talks as “…”`
fn is_as(document: &Document, rest: &Range<usize>) -> bool {
    let stream = &document.stream;
    let small = |at: usize| stream.is_word(at) && document.cues_in(&(at..at + 1)).is_empty();
    stream.is_keyword(rest.end - 1, Keyword::As)
        && stream.has(rest.start, Tags::LINKING.or(Tags::PREPOSITION))
        && rest.clone().all(small)
}

fn is_time(document: &Document, at: usize) -> bool {
    let stream = &document.stream;
    let time = stream.has(at, Tags::TIME) || stream.is_keyword(at, Keyword::BeforeDay);
    stream.is_word(at) && time && document.index.mention_at(at).is_none()
}

fn is_that(document: &Document, at: usize) -> bool {
    document.stream.is_keyword(at, Keyword::That) || document.stream.has(at, Tags::THAT)
}

/// `X's words, “…,” Y said: “…”`: the verb behind has words of its own.
fn says_more(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    let Some(cue) = document.cues_in(&(place.at + 1..place.sentence.end)).first() else { return true };
    let next = cue.verb.max(cue.subject.tokens.end - 1) + 1;
    let quoted = stream.is_quote(next) || stream.is(next, ',') && stream.is_quote(next + 1);
    let clause = Tags::PRONOUN.or(Tags::IT).or(Tags::DETERMINER);
    quoted || stream.is(next, ':') || is_that(document, next) || stream.has(next, clause)
}

/// `the claim by X`, `a warning from X`, `the words of X`: X.
fn by(document: &Document, noun: usize, end: usize) -> Found {
    let (stream, index) = (&document.stream, &document.index);
    let link = noun + 1;
    let from = stream.is_keyword(link, Keyword::Agent) || stream.is_keyword(link, Keyword::Origin);
    if !(from || stream.has(link, Tags::LINKING) && stream.is_word(link)) {
        return None;
    }
    let found = phrase_finder::beginning_at(stream, index, link + 1, end)?;
    let found = subject::with_apposed_name(stream, index, found, end);
    let somebody = match found.kind {
        PhraseKind::Named(person) => from || index.is_human(person),
        PhraseKind::Pronoun(_) => false,
        _ => from,
    };
    somebody.then_some(found)
}

/// `X's claim`, `his claim`: X, or the pronoun.
fn possessor(document: &Document, noun: usize, floor: usize) -> Found {
    let (stream, index) = (&document.stream, &document.index);
    let within = |at: &usize| stream.is_word(*at) || stream.is(*at, '’') || stream.is(*at, '\'');
    let owns = |at: usize| stream.get(at).is_some_and(|token| token.possessive);
    let his = |at: usize| stream.has(at, Tags::HIS.or(Tags::HER)) || stream.is_keyword(at, Keyword::Their);
    let mut near = (floor..noun).rev().take(ADJECTIVES).take_while(within);
    let owner = near.find(|at| owns(*at) || his(*at))?;
    if !owns(owner) {
        return Some(Phrase { tokens: owner..owner + 1, kind: PhraseKind::Pronoun(Tags::HE) });
    }
    match index.mention_at(owner).filter(|mention| mention.name.end == owner + 1) {
        Some(mention) => phrase_finder::beginning_at(stream, index, mention.from, owner + 1),
        None => phrase_finder::ending_at(stream, index, owner, floor),
    }
}
