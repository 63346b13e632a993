//! What a noun phrase may be made of where a subject stands before its verb.

use crate::brief::quotes::caseless::page::tags;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{Shape, Token};

/// True for words in marks that are a name within a noun phrase: `the head of the group “X”`.
#[must_use]
pub(crate) fn is_inner_name(tokens: &[Token], at: usize) -> bool {
    let noun = Tags::BODY.or(Tags::WORK).or(Tags::AGENCY).or(Tags::OFFICE);
    let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
    let short = tokens.get(at).is_some_and(|token| token.form.chars().count() <= LONGEST_NICK);
    let called = before.any(Tags::PERSON) && short && tags(tokens, at + 1).any(Tags::CUE);
    tokens.get(at).is_some_and(|token| token.quotation().is_some())
        && !before.any(Tags::CUE)
        && (before.any(noun) && tags(tokens, at + 1).any(Tags::OF.or(noun)) || called)
}

/// Letters of the longest name one goes by.
const LONGEST_NICK: usize = 8;

/// A verb or a noun for a thing within a title, before the rest of it and the name of who holds it: `X Inc. managing director
/// NAME`.
pub(super) fn is_inner_verb(tokens: &[Token], at: usize, from: usize) -> bool {
    const INNER: Tags = Tags::OTHER_VERB.or(Tags::WORK_BEHIND).or(Tags::SPEECH_NOUN).or(Tags::NAMING);
    let touches =
        |at: usize| matches!(tokens.get(at..at + 2), Some([one, next]) if one.span.end == next.span.start);
    let inner = |at: usize| tags(tokens, at).any(INNER) && !tags(tokens, at).any(Tags::CUE);
    let title = (at + 1..at + LONGEST_INNER).find(|at| tags(tokens, *at).any(Tags::OFFICE));
    at > from
        && inner(at)
        && title.is_some_and(|title| {
            let between = |at: usize| inner(at) || tokens.get(at).is_some_and(is_nominal);
            tags(tokens, title + 1).any(Tags::NAME)
                && (at + 1..title).all(between)
                && (at - 1..=title).all(touches)
        })
}

/// Tokens of a title from a verb in it on.
const LONGEST_INNER: usize = 5;

/// True for what a noun phrase may be made of.
#[must_use]
pub(crate) fn is_nominal(token: &Token) -> bool {
    token.is_unknown() || token.shape == Shape::Name || token.has(Tags::NOMINAL)
}

/// `former` before a title, written as a word for `before`.
pub(super) fn is_former(tokens: &[Token], at: usize) -> bool {
    let touches = || Some(tokens.get(at)?.span.end == tokens.get(at + 1)?.span.start);
    tags(tokens, at).any(Tags::POSTPOSITION)
        && tags(tokens, at + 1).any(Tags::OFFICE)
        && touches().unwrap_or(false)
}

/// `and` between two subjects, written as the word for `with`.
pub(super) fn joins(tokens: &[Token], at: usize, from: usize, to: usize) -> bool {
    let and = tags(tokens, at);
    if at == from || !and.any(Tags::CONJUNCTION) || !and.any(Tags::PREPOSITION) {
        return false;
    }
    let past = (at + 1..to).find(|place| !tokens.get(*place).is_some_and(is_nominal)).unwrap_or(to);
    past > at + 1 && (past == to || tags(tokens, past).any(Tags::PREPOSITION.or(Tags::VERB).or(Tags::ADVERB)))
}
