//! Subjects that are not their sentence's own where a particle marks them: those of clauses within it.

use super::topics::{Subject, subjects};
use crate::brief::quotes::caseless::alone::only_accused;
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, STOPS, Shape, Token};

/// True for the subject of a clause that ends before the words and behind which somebody else is meant: `when X asked, …`,
/// `… that X had done it`.
#[must_use]
pub(super) fn is_embedded(page: &Page, tokens: &[Token], found: &Subject, to: usize) -> bool {
    let comma = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS));
    let end = (found.at + 1..to).find(comma).filter(|_| !found.topic);
    end.is_some_and(|end| {
        switches(page, tokens, end) || (found.at + 1..end).any(|at| is_nominal(page, tokens, at))
    })
}

/// True for words that a clause within the sentence reports: `X's having said “…”`, `when X said “…”, …`.
#[must_use]
pub(super) fn is_inner(place: &Place) -> bool {
    let edge = |at: &usize| {
        place.tokens.get(*at).is_none_or(|token| {
            token.quotation().is_some() || token.is_mark(&COMMAS) || token.is_mark(&STOPS)
        })
    };
    let from = place.at + 2;
    let end = (from..place.tokens.len()).find(edge).unwrap_or(place.tokens.len());
    let more = place.tokens.get(end).is_some_and(|token| token.is_mark(&COMMAS));
    more && switches(place.page, place.tokens, end)
        || (from..end).any(|at| is_nominal(place.page, place.tokens, at))
}

/// True when what ends a clause before the token `end` brings another subject.
fn switches(page: &Page, tokens: &[Token], end: usize) -> bool {
    let Some(last) = end.checked_sub(1).and_then(|last| tokens.get(last)) else { return false };
    let quoted = end > 1 && tokens.get(end - 2).is_some_and(|token| token.quotation().is_some());
    !quoted
        && (last.has(Tags::SWITCH) || last.shape == Shape::Ending && holds(page, last, Tags::SWITCH, true))
}

/// True for an ending that makes a noun of the verb it belongs to, or a noun for a matter right behind one.
fn is_nominal(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let verb = at.checked_sub(1).and_then(|at| tokens.get(at));
    let behind = verb.is_some_and(|verb| verb.shape == Shape::Ending && verb.span.end == token.span.start);
    behind && token.has(Tags::NOMINALIZER)
        || token.shape == Shape::Ending && holds(page, token, Tags::NOMINALIZER, false)
}

/// True for what makes a matter of the words before it: `こと`, `だったこと`.
#[must_use]
pub(super) fn makes_matter(page: &Page, token: &Token) -> bool {
    token.has(Tags::NOMINALIZER)
        || token.shape == Shape::Ending && holds(page, token, Tags::NOMINALIZER, false)
}

/// True for a token that holds a word of these classes, at its end where `last`.
fn holds(page: &Page, token: &Token, wanted: Tags, last: bool) -> bool {
    token.form.char_indices().any(|(at, _)| {
        let tail = token.form.get(at..).unwrap_or_default();
        let known = page.lexicon.longest(tail);
        known.is_some_and(|(len, tags)| tags.any(wanted) && (!last || len == tail.len()))
    })
}

/// True for a topic that is of whoever speaks: `X's own future`.
#[must_use]
pub(super) fn is_own(place: &Place, found: &Subject) -> bool {
    let span = found.who.span;
    let first = place.tokens.partition_point(|token| token.span.start < span.start);
    let mut within = place.tokens.iter().skip(first).take_while(|token| token.span.end <= span.end);
    within.any(|token| token.has(Tags::OTHER_PRONOUN))
}

/// Whoever is accused, where a phrase tells that this one speaks.
pub(super) fn accused(place: &Place, talk: &Discourse) -> Option<Voice> {
    let end = sentence_end(place.tokens, place.at);
    let told = (place.start..end).find(|at| tags(place.tokens, *at).any(Tags::ACCUSED))?;
    only_accused(place.page, &talk.met, place.tokens.get(told)?.span)
}

/// Of the sentence's own subjects the first somebody or body it is about, else the first somebody, else the first.
#[must_use]
pub(crate) fn first(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let mut all = subjects(page, tokens, start, end);
    let whole = sentence_end(tokens, start).max(end);
    all.retain(|found| !is_embedded(page, tokens, found, whole));
    let somebody = |found: &Subject| matches!(found.who.referent, Referent::Person(_) | Referent::Office(..));
    let told = |found: &Subject| somebody(found) || found.who.referent == Referent::Body;
    let topic = all.iter().rposition(|found| found.topic && told(found));
    let chosen = topic.or_else(|| all.iter().rposition(somebody)).or_else(|| all.len().checked_sub(1))?;
    Some(all.swap_remove(chosen).who)
}
