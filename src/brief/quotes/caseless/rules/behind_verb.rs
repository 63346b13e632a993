//! Subjects that stand behind their verb or, behind a conjunction, before it.

use super::construct::{self, Object};
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};

/// Words of the longest label.
pub(crate) const LONGEST_LABEL: usize = 6;
/// Verbs of all kinds.
pub(crate) const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);
/// Words of the longest name in marks.
const LONGEST_MARKED: usize = 3;

/// True for a verb that has a subject of its own.
#[must_use]
pub(crate) fn is_verb(tokens: &[Token], at: usize) -> bool {
    tags(tokens, at).any(VERBS) && !tags(tokens, at).any(Tags::PARTICIPLE)
}

/// The subject behind a verb, from the token `from` on, an apposition that names it included.
#[must_use]
pub(crate) fn subject(
    page: &Page,
    tokens: &[Token],
    from: usize,
    to: usize,
    object: Object,
) -> Option<Phrase> {
    let loose = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.has(Tags::ADVERB) && !token.has(Tags::NAME)
                || token.has(Tags::TIME)
                || token.shape == Shape::Bracket
        })
    };
    let from = (from..to).take(PHRASE_REACH).find(|at| !loose(*at))?;
    let to = to.min(from + PHRASE_REACH);
    if let Some(marked) = named_in_marks(page, tokens, from, to) {
        return Some(marked);
    }
    let end = construct::end(tokens, from, to);
    let who = construct::read(page, tokens.get(from..end)?, object)?;
    if !matches!(who.referent, Referent::Office(..) | Referent::Anonymous) {
        return Some(who);
    }
    Some(
        apposition(page, tokens, end, to)
            .map_or_else(|| who.clone(), |named| Phrase { span: who.span, ..named }),
    )
}

/// `, NAME,` behind a title.
fn apposition(page: &Page, tokens: &[Token], comma: usize, to: usize) -> Option<Phrase> {
    let from = comma + 1;
    let parted = comma < to && tokens.get(comma)?.is_mark(&COMMAS);
    let end = construct::end(tokens, from, to);
    let words = tokens.get(from..end).filter(|_| parted)?;
    let plain =
        |token: &Token| token.is_unknown() || token.has(Tags::NAME) || matches!(token.shape, Shape::Mark(_));
    let name = !words.first()?.has(Tags::ARTICLE) && words.len() <= LONGEST_LABEL && words.iter().all(plain);
    construct::read(page, words, Object::None)
        .filter(|who| name && matches!(who.referent, Referent::Person(_)))
}

/// A subject that stands in marks: `said “X” that`.
fn named_in_marks(page: &Page, tokens: &[Token], at: usize, to: usize) -> Option<Phrase> {
    let token = tokens.get(at).filter(|_| at < to)?;
    let marked = page.mark(token.quotation()?)?;
    let short = token.form.split_whitespace().count() <= LONGEST_MARKED;
    let behind = at.checked_sub(1).is_some_and(|before| tags(tokens, before).any(VERBS));
    let led = tags(tokens, at + 1).any(Tags::PREPOSITION.or(Tags::GLUED));
    (short && behind && led).then_some(Phrase { span: marked.inner, referent: Referent::Body, name: None })
}

/// A subject before its verb, behind whatever opens the clause.
#[must_use]
pub(crate) fn subject_before(page: &Page, tokens: &[Token], start: usize, verb: usize) -> Option<Phrase> {
    let opens = |at: &usize| {
        let next = tags(tokens, at + 1);
        let clause =
            at + 1 < verb && !next.any(VERBS.or(Tags::ADVERB).or(Tags::CONJUNCTION).or(Tags::PREPOSITION));
        tags(tokens, *at).any(Tags::THAT) || tags(tokens, *at).any(Tags::CONJUNCTION) && clause
    };
    let from = (start..verb).rev().find(opens).map_or(start, |at| at + 1);
    let loose = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let small = token.has(Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME));
            matches!(token.shape, Shape::Mark(_)) || small && !token.has(Tags::OFFICE.or(Tags::BODY))
        })
    };
    let from = (from..verb).find(|at| !loose(*at))?;
    if tags(tokens, from).any(VERBS.or(Tags::PREPOSITION)) {
        return None;
    }
    let end = construct::end(tokens, from, verb);
    let who = construct::read(page, tokens.get(from..end)?, Object::None)?;
    match who.referent {
        Referent::Other => None,
        Referent::Office(..) | Referent::Anonymous => {
            subject(page, tokens, from, verb, Object::None).or(Some(who))
        }
        _ => Some(who),
    }
}

/// The subject of the first verb in the tokens `from..to` of a sentence.
#[must_use]
pub(crate) fn first_subject(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let opens = |at: usize| {
        at == from
            || tokens.get(at - 1).is_some_and(|token| {
                token.is_mark(&COLONS) || token.has(Tags::ADVERB.or(Tags::CONJUNCTION).or(Tags::TIME))
            })
    };
    let verb = (from..to).find(|at| is_verb(tokens, *at) && opens(*at))?;
    subject(page, tokens, verb + 1, to, Object::of(tags(tokens, verb)))
}

/// Every phrase in which a name may be told: behind verbs, frames and titles, and the label of a line.
pub(crate) fn phrases(page: &Page, tokens: &[Token], mut told: impl FnMut(&Phrase)) {
    let mut relayed = 0;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_edge()) {
        relayed = if token.has(Tags::RELAY) { RELAY_REACH } else { usize::saturating_sub(relayed, 1) };
        let frame = token.has(VERBS.or(Tags::ACCORD)) || token.has(Tags::RELAY_OF) && relayed > 0;
        let reach = tokens.len().min(at + PHRASE_REACH);
        if frame {
            subject(page, tokens, at + 1, reach, Object::of(token.tags)).iter().for_each(&mut told);
        }
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        if token.has(Tags::TITLE) && !before.any(Tags::TITLE.or(Tags::WEAK).or(Tags::OTHER_VERB)) {
            let end = construct::end(tokens, at, reach);
            tokens
                .get(at..end)
                .and_then(|words| construct::read(page, words, Object::None))
                .iter()
                .for_each(&mut told);
        }
    }
    let end = construct::end(tokens, 0, tokens.len().min(LONGEST_LABEL));
    let label = tokens.get(..end).filter(|label| label.len() > 1 && label.iter().all(Token::is_unknown));
    if tokens.get(end).is_some_and(|token| token.is_mark(&COLONS)) {
        label.and_then(|label| construct::read(page, label, Object::None)).iter().for_each(&mut told);
    }
}

/// Tokens between a verb that relays and whose words it does.
const RELAY_REACH: usize = 8;
/// Tokens of the longest phrase.
const PHRASE_REACH: usize = 24;
