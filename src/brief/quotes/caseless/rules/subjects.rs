//! Subjects of clauses where they stand before their verb.

use crate::brief::quotes::caseless::naming::phrase::{self, Phrase};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, Shape, Token};

/// Tokens of a relative clause before its noun.
const LONGEST_RELATIVE: usize = 12;
/// What a relative clause may belong to.
const HEAD: Tags = Tags::OFFICE.or(Tags::PERSON).or(Tags::NAME).or(Tags::ANONYMOUS).or(Tags::BODY);

/// The clauses of the tokens `start..end`, the last first.
#[must_use]
pub(crate) fn clauses(tokens: &[Token], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = start;
    for at in start..end {
        let parts = tokens
            .get(at)
            .is_some_and(|token| token.is_mark(&['，', ',', '；', ';']) || token.is_mark(&COLONS));
        if parts {
            found.push((from, at));
            from = at + 1;
        }
    }
    found.push((from, end));
    found.reverse();
    found
}

/// The subject of the clause `from..to`, if one stands there.
#[must_use]
pub(crate) fn of(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    phrase(page, tokens, skip(tokens, from, to), to)
}

/// The noun phrase that begins at `from`.
#[must_use]
pub(crate) fn phrase(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let past = end(tokens, page, from, to);
    phrase::read(page, tokens.get(from..past)?)
}

/// The first token behind the adjuncts at the head of a clause.
#[must_use]
pub(crate) fn skip(tokens: &[Token], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let loose = token.has(Tags::CONJUNCTION.or(Tags::ADVERB)) && !token.has(Tags::DEFINITE);
        if matches!(token.shape, Shape::Mark(_)) || loose || token.has(Tags::TIME) && !token.has(Tags::BODY) {
            at += 1;
        } else if token.has(Tags::PREPOSITION) {
            at = past_adjunct(tokens, at, to);
        } else if let Some(behind) = occasion(tokens, at, to) {
            at = behind + 1;
        } else {
            break;
        }
    }
    at
}

/// The token behind a phrase that a preposition opens.
fn past_adjunct(tokens: &[Token], at: usize, to: usize) -> usize {
    let has = |place: usize, wanted: Tags| tags(tokens, place).any(wanted);
    let noun = (at + 1..to.saturating_sub(1))
        .rev()
        .find(|place| has(*place, Tags::OF) && has(place + 1, HEAD.or(Tags::DEFINITE)));
    let behind = (at + 1..to).rev().find(|place| has(*place, Tags::POSTPOSITION));
    match (noun, behind) {
        (Some(noun), behind) if behind.is_none_or(|behind| noun > behind) => noun + 1,
        (_, Some(behind)) => behind + 1,
        _ => (at + 1..to)
            .find(|place| {
                let nominal =
                    tokens.get(*place).is_some_and(is_nominal) || has(*place, Tags::OF.or(Tags::ADVERB));
                !nominal || has(*place, Tags::PREPOSITION)
            })
            .unwrap_or(to),
    }
}

/// The word that closes an occasion without a preposition: `after the talks`.
fn occasion(tokens: &[Token], at: usize, to: usize) -> Option<usize> {
    const NO_OCCASION: Tags = Tags::DEFINITE
        .or(Tags::INDEFINITE)
        .or(Tags::OFFICE)
        .or(Tags::BODY)
        .or(Tags::NAME)
        .or(Tags::POSTPOSITION);
    if tags(tokens, at).any(NO_OCCASION) {
        return None;
    }
    let behind = (at..to)
        .find(|place| tags(tokens, *place).any(Tags::POSTPOSITION) && !tags(tokens, *place).any(Tags::HE))?;
    let led = (at..behind).any(|place| tags(tokens, place).any(Tags::PREPOSITION));
    (!led).then_some(behind)
}

/// One past the last token of the noun phrase that begins at `from`.
#[must_use]
pub(crate) fn end(tokens: &[Token], page: &Page, from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        let marked =
            token.is_unknown() && token.form.contains(|letter| page.lexicon.verb_marks.contains(&letter));
        let adverb = token.is_unknown()
            && token.form.ends_with(|letter| page.lexicon.adverb_ends.contains(&letter))
            && tags(tokens, at + 1).any(Tags::CUE);
        let part = is_nominal(token) && !marked && !adverb
            || token.has(Tags::OF)
            || token.shape == Shape::Bracket
            || token.is_mark(&['、', '《', '》']);
        if part || is_former(tokens, at) || joins(tokens, at, from, to) {
            at += 1;
        } else if let Some(noun) = relative(tokens, at, from, to) {
            at = noun;
        } else {
            break;
        }
    }
    let loose = |place: usize| {
        tokens.get(place).is_some_and(|token| token.has(Tags::OF) || matches!(token.shape, Shape::Mark(_)))
    };
    while at > from && loose(at - 1) {
        at -= 1;
    }
    at
}

/// True for what a noun phrase may be made of.
#[must_use]
pub(crate) fn is_nominal(token: &Token) -> bool {
    token.is_unknown() || token.shape == Shape::Name || token.has(Tags::NOMINAL)
}

/// `former` before a title, written as a word for `before`.
fn is_former(tokens: &[Token], at: usize) -> bool {
    let touches = || Some(tokens.get(at)?.span.end == tokens.get(at + 1)?.span.start);
    tags(tokens, at).any(Tags::POSTPOSITION)
        && tags(tokens, at + 1).any(Tags::OFFICE)
        && touches().unwrap_or(false)
}

/// `and` between two subjects, written as the word for `with`.
fn joins(tokens: &[Token], at: usize, from: usize, to: usize) -> bool {
    let and = tags(tokens, at);
    if at == from || !and.any(Tags::CONJUNCTION) || !and.any(Tags::PREPOSITION) {
        return false;
    }
    let past = (at + 1..to).find(|place| !tokens.get(*place).is_some_and(is_nominal)).unwrap_or(to);
    past > at + 1 && (past == to || tags(tokens, past).any(Tags::PREPOSITION.or(Tags::VERB).or(Tags::ADVERB)))
}

/// The noun a relative clause from `at` on belongs to.
fn relative(tokens: &[Token], at: usize, from: usize, to: usize) -> Option<usize> {
    if at == from && !tags(tokens, at).any(Tags::VERB) {
        return None;
    }
    let reach = to.saturating_sub(1).min(at + LONGEST_RELATIVE);
    let of = (at..reach)
        .rev()
        .find(|place| tags(tokens, *place).any(Tags::OF) && tags(tokens, place + 1).any(HEAD))?;
    let plain =
        (at..of).all(|place| tokens.get(place).is_some_and(|token| !matches!(token.shape, Shape::Mark(_))));
    plain.then_some(of + 1)
}
