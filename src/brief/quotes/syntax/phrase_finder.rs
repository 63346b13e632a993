//! Reads the noun phrases that can stand for a speaker.
//!
//! In: tokens. Out: a [`Phrase`]: its tokens and what kind of speaker it is. Every search looks at most
//! [`LONGEST`] tokens far, so that the whole stays linear.

use super::noun_phrase::{Phrase, PhraseKind, classify};
use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::names::Sort;
use crate::people::stream::Stream;
use crate::people::tokens::Kind;

/// How many tokens a phrase or an apposition may have.
pub(crate) const LONGEST: usize = 45;

/// Reads the phrase that ends with the token `last`, looking back no further than `floor`.
#[must_use]
pub(crate) fn ending_at(stream: &Stream, index: &Index, last: usize, floor: usize) -> Option<Phrase> {
    let floor = floor.max(last.saturating_sub(LONGEST));
    if let Some(whole) = close_to(stream, index, last, floor) {
        return Some(whole);
    }
    if let Some(token) = stream.get(last)
        && token.has(Tags::PRONOUN.or(Tags::IT))
        && !token.bracketed
    {
        return Some(Phrase { tokens: last..last + 1, kind: PhraseKind::Pronoun(token.tags) });
    }
    let mut start = chunk_start(stream, index, last, floor)?;
    // “ein Sprecher der Reederei”: the article alone ties them; in “der Chef des Verbandes Anna Feld” she is the chief
    let person = Tags::PERSON.or(Tags::OFFICE);
    let named = matches!(classify(stream, index, &(start..last + 1)).kind, PhraseKind::Named(_));
    let is_chief = named && !stream.has(start + 1, person.or(Tags::TITLE));
    while !is_chief
        && start > floor
        && stream.has(start, Tags::LINKING)
        && stream.has(start, Tags::DEFINITE)
        && stream.is_word(start - 1)
        && stream.has(start - 1, person)
        && let Some(outer) = chunk_start(stream, index, start - 1, floor)
    {
        start = outer;
    }
    // the complement of a noun: “a spokesman for the ministry”
    while let Some(preposition) =
        start.checked_sub(1).filter(|at| *at > floor && stream.has(*at, Tags::LINKING) && stream.is_word(*at))
    {
        let Some(outer) = chunk_start(stream, index, preposition - 1, floor) else { break };
        let head = preposition - 1;
        let noun = stream
            .has(head, Tags::PERSON.or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN).or(Tags::OFFICE))
            || index.mention_at(head).is_some_and(|mention| mention.sort == Sort::Person)
            || stream.has(outer, Tags::DETERMINER)
                && !stream.has(head, Tags::TIME)
                && !prepositional(stream, outer, floor);
        if !noun || prepositional(stream, outer, floor) && !chained(stream, index, outer, floor) {
            break;
        }
        start = outer;
    }
    if prepositional(stream, start, floor)
        && !matches!(classify(stream, index, &(start..last + 1)).kind, PhraseKind::Named(_))
    {
        return None;
    }
    Some(classify(stream, index, &(start..last + 1)))
}

/// `a lobbyist close to him`: the pronoun is the complement of a noun for a person.
fn close_to(stream: &Stream, index: &Index, last: usize, floor: usize) -> Option<Phrase> {
    stream.is_keyword(last, Keyword::ObjectPronoun).then_some(())?;
    let tied = |at: &usize| stream.has(*at, Tags::LINKING.or(Tags::PREPOSITION)) && stream.is_word(*at);
    let link = (floor..last).rev().take_while(tied).last()?;
    let outer = link.checked_sub(1).filter(|at| *at >= floor && stream.has(*at, Tags::PERSON))?;
    let found = ending_at(stream, index, outer, floor)?;
    Some(Phrase { tokens: found.tokens.start..last + 1, kind: found.kind })
}

/// Reads the phrase without complements that ends with the token `last`.
#[must_use]
pub(crate) fn chunk_ending_at(stream: &Stream, index: &Index, last: usize, floor: usize) -> Option<Phrase> {
    let start = chunk_start(stream, index, last, floor.max(last.saturating_sub(LONGEST)))?;
    Some(classify(stream, index, &(start..last + 1)))
}

fn prepositional(stream: &Stream, start: usize, floor: usize) -> bool {
    start > floor
        && start.checked_sub(1).is_some_and(|at| {
            stream.is_word(at) && stream.has(at, Tags::PREPOSITION) && !stream.has(at, Tags::CONJUNCTION)
        })
}

/// True when the phrase at `start` is itself the complement of a noun.
fn chained(stream: &Stream, index: &Index, start: usize, floor: usize) -> bool {
    start.checked_sub(2).is_some_and(|at| {
        at >= floor
            && stream.has(start - 1, Tags::LINKING)
            && (stream.has(at, Tags::PERSON.or(Tags::ORGANISATION))
                || index.mention_at(at).is_some_and(|mention| mention.sort == Sort::Person))
    })
}

/// First token of the run of nouns, adjectives and names that ends with `last`.
fn chunk_start(stream: &Stream, index: &Index, last: usize, floor: usize) -> Option<usize> {
    let mut start = None;
    let mut at = last;
    while let Some(token) = stream.get(at) {
        let noun = token.has(Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN));
        let apostrophe = (token.is('’') || token.is('\''))
            && at > 0
            && stream.get(at - 1).is_some_and(|before| before.possessive);
        let ampersand = token.is('&') || token.is('/');
        if !token.is_word() && token.kind != Kind::Number && !apostrophe && !ampersand {
            break;
        }
        if token.has(Tags::DETERMINER) && token.is_word() && !token.is_capital_name() {
            start = Some(at);
            if !(token.has(Tags::INDEFINITE) && at > floor && stream.has(at - 1, Tags::DETERMINER)) {
                break;
            }
        } else {
            let closed = Tags::CONJUNCTION
                .or(Tags::AUX)
                .or(Tags::PRONOUN)
                .or(Tags::OTHER_PRONOUN)
                .or(Tags::PREPOSITION);
            let particle = token.has(Tags::PARTICLE)
                && stream.is_capital(at + 1)
                && at > floor
                && stream.is_capital(at - 1);
            let named = index.mention_at(at).is_some();
            if token.has(closed) && !noun && !named && !token.is_capital_name() && !particle {
                break;
            }
            let verb = token.has(Tags::CUE) && !token.has(Tags::AMBIGUOUS) && !noun && at != last;
            if verb && !token.is_capital_name() {
                break;
            }
            start = Some(at);
        }
        if at <= floor {
            break;
        }
        at -= 1;
    }
    start.map(|start| skip_adverbs(stream, start, last))
}

/// Adverbs and times at the head of a phrase are none of it.
fn skip_adverbs(stream: &Stream, start: usize, last: usize) -> usize {
    let mut start = start;
    while start < last
        && stream.has(start, Tags::ADVERB.or(Tags::TIME))
        && !stream.has(start, Tags::DETERMINER.or(Tags::PERSON))
        && !(stream.is_capital(start) && stream.has(start, Tags::FIRST_NAME))
    {
        start += 1;
    }
    start
}

/// Reads the phrase that begins with the token `start`, no further than `end`.
#[must_use]
pub(crate) fn beginning_at(stream: &Stream, index: &Index, start: usize, end: usize) -> Option<Phrase> {
    let end = end.min(start + LONGEST);
    let first = stream.get(start)?;
    if !first.is_word() && first.kind != Kind::Number {
        return None;
    }
    if first.has(Tags::PRONOUN.or(Tags::IT)) && !owns(stream, start) {
        return Some(Phrase { tokens: start..start + 1, kind: PhraseKind::Pronoun(first.tags) });
    }
    let closed = Tags::CONJUNCTION.or(Tags::AUX).or(Tags::PRONOUN).or(Tags::OTHER_PRONOUN);
    let named = index.mention_at(start).is_some();
    if first.has(closed.or(Tags::PREPOSITION))
        && !first.is_capital_name()
        && !first.has(Tags::DETERMINER)
        && !named
    {
        return None;
    }
    let mut at = start;
    while at < end && goes_on(stream, index, start, at) {
        at += 1;
    }
    let time = Tags::TIME.or(Tags::ADVERB).or(Tags::INDEFINITE);
    let told = (start..at)
        .any(|at| !stream.has(at, time) || index.mention_at(at).is_some() || stream.has(at, Tags::PERSON))
        || at == start + 1 && stream.has(start, Tags::INDEFINITE);
    (at > start && told).then(|| classify(stream, index, &(start..at)))
}

/// True for `her` before a noun.
fn owns(stream: &Stream, at: usize) -> bool {
    let other =
        Tags::CUE.or(Tags::AUX).or(Tags::PREPOSITION).or(Tags::CONJUNCTION).or(Tags::ADVERB).or(Tags::TIME);
    let noun = Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION).or(Tags::SPEECH_NOUN);
    stream.has(at, Tags::HER)
        && stream.has(at, Tags::DEFINITE)
        && stream.is_word(at + 1)
        && (!stream.has(at + 1, other) || stream.has(at + 1, noun))
}

/// True when the token at `at` belongs to the phrase that begins at `start`.
fn goes_on(stream: &Stream, index: &Index, start: usize, at: usize) -> bool {
    let Some(token) = stream.get(at) else { return false };
    if at == start {
        return true;
    }
    let before = at - 1;
    let possessed = stream.get(before).is_some_and(|before| before.possessive);
    let apostrophe = (token.is('’') || token.is('\'')) && possessed;
    let number = token.kind == Kind::Number;
    let dated = token.is('/') && stream.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
    if apostrophe || dated || token.is('&') {
        return true;
    }
    if !token.is_word() && !number {
        return false;
    }
    if index.mention_at(at).is_some() {
        return true;
    }
    let noun = token.has(Tags::PERSON.or(Tags::OFFICE).or(Tags::ORGANISATION));
    let office_before = stream.has(before, Tags::OFFICE.or(Tags::TITLE).or(Tags::PERSON));
    if stream.is_keyword(at, Keyword::And) && office_before {
        return title_follows(stream, index, at + 1);
    }
    if stream.has(start, Tags::INDEFINITE) && joins_adjectives(stream, at) {
        return title_follows(stream, index, at + 1);
    }
    let linking = token.has(Tags::LINKING)
        && (stream.is_word(at + 1) || stream.get(at + 1).is_some_and(|next| next.kind == Kind::Number));
    if linking {
        return true;
    }
    // `one of them`
    if stream.has(start, Tags::INDEFINITE) && at == start + 2 && stream.is_keyword(at, Keyword::ObjectPronoun)
    {
        return stream.has(before, Tags::LINKING);
    }
    let three = stream.has(before, Tags::DEFINITE) && stream.is_keyword(at, Keyword::Several);
    let determiner =
        three || token.has(Tags::DETERMINER) && stream.has(before, Tags::LINKING.or(Tags::INDEFINITE));
    let closed = Tags::CONJUNCTION
        .or(Tags::AUX)
        .or(Tags::PRONOUN)
        .or(Tags::OTHER_PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::DETERMINER);
    if token.has(closed) && !determiner {
        return false;
    }
    // behind an article a verb is a noun: `the talks`
    let article = stream.has(before, Tags::DETERMINER) && before > start;
    let verb = token.has(Tags::CUE) && !token.has(Tags::AMBIGUOUS) && !article;
    if !noun && !determiner && (verb || token.has(Tags::TIME)) {
        return false;
    }
    // a name or a noun for a person has ended and something else begins
    let named = index.mention_at(before).is_some_and(|mention| mention.sort == Sort::Person);
    let headed = stream.has(before, Tags::PERSON) && !stream.is_capital(before) && !noun;
    !(named && !noun || headed) || possessed || title_follows(stream, index, at)
}

/// True for `but` in `a tired but cheerful X`.
fn joins_adjectives(stream: &Stream, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| stream.get(before));
    let joins = stream.is_keyword(at, Keyword::And) || stream.is_keyword(at, Keyword::But);
    joins && before.is_some_and(|token| token.tags == Tags::NONE && token.is_word() && !token.is_capital())
}

/// True when a few small words lead to a person's name: `constituent Dan Golvach`.
fn title_follows(stream: &Stream, index: &Index, at: usize) -> bool {
    let closed = Tags::CONJUNCTION
        .or(Tags::AUX)
        .or(Tags::PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::DETERMINER)
        .or(Tags::STRONG);
    (at..at + 5)
        .take_while(|at| stream.is_word(*at) && (!stream.has(*at, closed) || index.mention_at(*at).is_some()))
        .any(|at| index.mention_at(at).is_some_and(|mention| mention.sort == Sort::Person))
}
