//! Subjects that a particle marks, and the noun phrases that end before a word.

use crate::brief::quotes::caseless::naming::phrase::{self, Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::rules::subjects::is_nominal;
use crate::brief::quotes::caseless::words::callings::Calling;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};

/// A phrase that a particle makes a subject.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    /// The phrase.
    pub(crate) who: Phrase,
    /// The particle makes it what the sentence is about.
    pub(crate) topic: bool,
    /// The particle.
    pub(crate) at: usize,
    /// A comma stands behind it.
    pub(crate) apart: bool,
}

/// The phrases of the tokens `start..end` that a particle makes subjects, the last first, and whether it makes them topics.
#[must_use]
pub(crate) fn subjects(page: &Page, tokens: &[Token], start: usize, end: usize) -> Vec<Subject> {
    let particle = |at: &usize| {
        let tags = tags(tokens, *at);
        tags.any(Tags::TOPIC.or(Tags::SUBJECT)) && !tags.any(Tags::POSTPOSITION)
    };
    let found = (start + 1..end).rev().filter(particle).filter_map(|at| {
        let there =
            tags(tokens, at - 1).any(Tags::PRESENCE) && tags(tokens, at.wrapping_sub(2)).any(Tags::OF);
        let who = left_phrase(page, tokens, start, if there { at - 2 } else { at })?;
        let apart = (at..end).any(|at| tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS)));
        Some(Subject { who, topic: tags(tokens, at).any(Tags::TOPIC), at, apart })
    });
    found.take(MOST_SUBJECTS).collect()
}

/// The person according to whom something is so.
#[must_use]
pub(crate) fn source(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let accord = (start..end).find(|at| tags(tokens, *at).any(Tags::ACCORD))?;
    left_phrase(page, tokens, start, accord).filter(|who| matches!(who.referent, Referent::Person(Some(_))))
}

/// Who does what a verb of saying before a particle tells, where the one stands behind it: `the one who said so is X`. A
/// nominalised verb is no noun phrase, so nobody else is its subject.
#[must_use]
pub(crate) fn cleft(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let at = (from..to).find(|at| ends_cleft(page, tokens, *at))?;
    let says = (from..at).any(|at| tags(tokens, at).any(Tags::CUE));
    if says { predicate(page, tokens, at + 1, to) } else { None }
}

/// The same, whatever the verb is, of somebody: the sentence presents the one it ends with.
#[must_use]
pub(crate) fn presented(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let at = (from..to).find(|at| ends_cleft(page, tokens, *at))?;
    predicate(page, tokens, at + 1, to)
        .filter(|who| matches!(who.referent, Referent::Person(_) | Referent::Office(..)))
}

/// Somebody named with whom a sentence ends that has no verb.
#[must_use]
pub(crate) fn ended(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let named = to.checked_sub(1).is_some_and(|last| tags(tokens, last).any(Tags::TITLE.or(Tags::NAME)));
    left_phrase(page, tokens, from, to)
        .filter(|who| named && matches!(who.referent, Referent::Person(Some(_))))
}

fn ends_cleft(page: &Page, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.has(Tags::CLEFT) || token.shape == Shape::Ending && page.lexicon.ends_cleft(&token.form)
    })
}

/// The noun phrase that ends the tokens `from..to`, but for a copula.
fn predicate(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let copula = |token: &Token| token.has(Tags::INDEFINITE.or(Tags::DEFINITE)) && !token.has(Tags::NAME);
    let nominal = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| is_nominal(token) && !copula(token) || token.shape == Shape::Bracket)
    };
    let end = (from..to).rev().find(nominal)? + 1;
    left_phrase(page, tokens, from, end)
}

/// `“…” says X`, where the verb tells of X and nothing stands behind it: the tokens `from..to` behind the words.
#[must_use]
pub(crate) fn described(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let verb = (from..to).rev().find(|at| tags(tokens, *at).any(Tags::CUE))?;
    let ends = |at: usize| tokens.get(at).is_some_and(|token| token.shape == Shape::Ending);
    let head = (verb + 1..to).find(|at| !ends(*at))?;
    let who = left_phrase(page, tokens, head, to)?;
    let whole = tokens.get(head).is_some_and(|first| first.span.start == who.span.start);
    (whole && matches!(who.referent, Referent::Person(_) | Referent::Office(..))).then_some(who)
}

/// The name of an outlet in marks behind the noun for it, or that of a body whose somebody is.
#[must_use]
pub(crate) fn is_name_of_body(tokens: &[Token], at: usize) -> bool {
    let noun = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
    let whose = tags(tokens, at + 1).any(Tags::OF.or(Tags::TITLE).or(Tags::PASSIVE)) && noun.any(Tags::BODY);
    tokens.get(at).is_some_and(|token| token.quotation().is_some()) && (noun.any(Tags::AGENCY) || whose)
}

/// Subjects of one sentence looked at.
const MOST_SUBJECTS: usize = 6;
/// Tokens of one noun phrase.
const LONGEST_PHRASE: usize = 12;

/// The noun phrase that ends before the token `end`.
#[must_use]
pub(crate) fn left_phrase(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let mut from = end;
    while from > start && end - from < LONGEST_PHRASE {
        let Some(token) = tokens.get(from - 1) else { break };
        let verb = token.has(Tags::VERB)
            && !token.has(Tags::DOCUMENT.or(Tags::BODY).or(Tags::TITLE).or(Tags::PERSON).or(Tags::ANONYMOUS));
        let timed = (token.has(Tags::TIME) || token.shape == Shape::Number)
            && from < end
            && tags(tokens, from).any(Tags::OF);
        let part = is_nominal(token) && !verb && (!token.has(Tags::TIME) || token.has(Tags::NAME))
            || token.has(Tags::OF) && from - 1 > start
            || token.shape == Shape::Bracket
            || token.is_mark(&['・'])
            || timed
            || is_name_of_body(tokens, from - 1);
        if !part {
            break;
        }
        from -= 1;
    }
    page.steps.take(end - from + 1);
    while from < end && tags(tokens, from).any(Tags::OF.or(Tags::CONJUNCTION)) {
        from += 1;
    }
    let who = phrase::read(page, tokens.get(from..end)?)?;
    // `a woman who had fled`: whom a clause describes is nobody told of before
    let described = from
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|before| before.shape == Shape::Ending && before.span.end == who.span.start);
    let anyone = matches!(&who.referent, Referent::Office(office, _)
        if page.lexicon.callings(office).contains(&Calling::Anyone));
    Some(if described && anyone { Phrase { referent: Referent::Anonymous, ..who } } else { who })
}
