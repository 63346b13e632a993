//! Subjects of clauses that their verb ends.

use super::apposed;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::{VERBS, ends};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Shape, Token};
use crate::text::Span;

/// The subject of a clause: its first noun phrase that no preposition opens, else the document it speaks of.
#[must_use]
pub(crate) fn subject(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    const LOOSE: Tags =
        Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::TIME).or(Tags::NUMBER).or(Tags::OTHER_PRONOUN);
    const KEPT: Tags = Tags::OFFICE.or(Tags::BODY).or(Tags::HE).or(Tags::NAME);
    let mut document: Option<Phrase> = None;
    let mut behind_object = false;
    let mut at = from;
    page.steps.take(to.saturating_sub(from));
    while at < to {
        let Some(token) = tokens.get(at) else { break };
        if token.has(Tags::ACCORD) {
            at = (at + 1..to).find(|at| is_mark(tokens, *at)).unwrap_or(to) + 1;
        } else if matches!(token.shape, Shape::Mark(_)) || token.has(LOOSE) && !token.has(KEPT) {
            at += 1;
        } else if token.has(Tags::PREPOSITION) {
            let (past, told) = past_adjunct(page, tokens, at, to);
            document = document.or(told);
            if past < to && !is_mark(tokens, past) {
                break;
            }
            at = past + 1;
        } else {
            let (who, past) = apposed::whole(page, tokens, at, to)?;
            // a pronoun or one word that is no name before the sign of the object
            let object = past < to && tags(tokens, past).any(Tags::OBJECT);
            let word = past == at + 1 && !token.has(Tags::NAME.or(Tags::DEFINITE));
            if object && (word || who.referent == Referent::Pronoun) {
                behind_object = true;
                at = past + 1;
                continue;
            }
            // words that no table knows are a subject, told as it is written, where nothing makes them an object
            let told = past > at + 1 && !tags(tokens, past).any(Tags::OBJECT.or(Tags::OTHER_VERB));
            // one word behind the object belongs to the verb
            let verbal = behind_object && who.referent == Referent::Unsure;
            return Some(who).filter(|who| (who.referent != Referent::Other || told) && !verbal);
        }
    }
    document
}

/// The subject of a whole sentence: where no verb of it says anything, words no table knows are as often a thing, so that a
/// name among them is one only with a first name, a title or a place elsewhere.
#[must_use]
pub(crate) fn told(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let who = subject(page, tokens, from, to)?;
    let says = (from..to).any(|at| tags(tokens, at).any(Tags::CUE));
    let sure = is_sure(page, tokens, (from, to), &who);
    // an office behind the comma tells one, too
    let behind = tokens.partition_point(|token| token.span.start < who.span.end);
    let mut behind = page.look(tokens, behind..behind + 2).iter();
    let comma = behind.next().is_some_and(|token| token.is_mark(&COMMAS));
    let office = comma && behind.next().is_some_and(|token| token.has(Tags::TITLE));
    if says || sure || office || who.referent != Referent::Person(None) {
        return Some(who);
    }
    Some(Phrase { referent: Referent::Unsure, name: None, ..who })
}

/// True for words of the tokens `from..to` that tell somebody: a first name, a title or a name that stands elsewhere, too.
#[must_use]
pub(super) fn is_sure(page: &Page, tokens: &[Token], (from, to): (usize, usize), who: &Phrase) -> bool {
    let inside = |span: Span, token: &Token| span.start <= token.span.start && token.span.end <= span.end;
    let within = |token: &&Token| inside(who.span, token) || who.name.is_some_and(|name| inside(name, token));
    let mut words = tokens.get(from..to).unwrap_or_default().iter().filter(within);
    words.any(|word| word.has(Tags::GIVEN.or(Tags::NAME).or(Tags::TITLE)) || page.is_often(&word.form))
}

fn is_mark(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.shape, Shape::Mark(_)))
}

/// The token behind a phrase that a preposition opens, and the document in it.
fn past_adjunct(page: &Page, tokens: &[Token], at: usize, to: usize) -> (usize, Option<Phrase>) {
    const INSIDE: Tags = Tags::OFFICE
        .or(Tags::BODY)
        .or(Tags::PREPOSITION)
        .or(Tags::TIME)
        .or(Tags::ANONYMOUS)
        .or(Tags::PERSON)
        .or(Tags::NAME)
        .or(Tags::THAT);
    let closes = |at: &usize| {
        tokens.get(*at).is_none_or(|token| {
            matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_))
                || token.has(Tags::VERB)
                || ends(token) && !token.has(INSIDE)
        })
    };
    let past = (at + 1..to).find(closes).unwrap_or(to);
    // `on the side other,`
    let other = tags(tokens, past).any(Tags::CONJUNCTION) && past + 1 < to && is_mark(tokens, past + 1);
    let past = past + usize::from(other);
    let document = (at + 1..past).find(|at| tags(tokens, *at).any(Tags::DOCUMENT));
    let author = |at: usize| {
        let who = apposed::read(page, tokens.get(at..past)?)?;
        let owned = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
        let span = tokens.get(at)?.span;
        Some(if owned { who } else { Phrase { span, referent: Referent::Document, name: None } })
    };
    (past, document.and_then(author))
}

/// The paper of which a relative clause tells what stands in it: `a petition in which it says`.
#[must_use]
pub(super) fn paper(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let that = (from..to).rev().find(|at| tags(tokens, *at).any(Tags::THAT) && *at > from)?;
    let within = tags(tokens, that + 1).any(Tags::PREPOSITION)
        && tags(tokens, that + 2).any(Tags::DEFINITE.or(Tags::THEY));
    let at = (from..that)
        .rev()
        .find(|at| tags(tokens, *at).any(Tags::DOCUMENT))
        .filter(|_| within && that + 3 <= to)?;
    page.steps.take(that - at);
    let span = tokens.get(at)?.span;
    (that + 3..to).all(|at| !is_mark(tokens, at)).then_some(Phrase {
        span,
        referent: Referent::Document,
        name: None,
    })
}

/// Whom a relative clause without a subject of its own tells more of, which no comma ends before the token `to`: the name
/// right before it, `the envoy, NAME, who had accused X of`.
#[must_use]
pub(super) fn antecedent(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let that = (from..to).rev().find(|at| tags(tokens, *at).any(Tags::THAT) && *at > from)?;
    if (that..to).any(|at| is_mark(tokens, at)) || tags(tokens, that - 1).any(VERBS) {
        return None;
    }
    let name = that.checked_sub(1 + usize::from(is_mark(tokens, that - 1)))?;
    let token = tokens.get(name).filter(|token| token.has(Tags::NAME) && name >= from)?;
    if subject(page, tokens, that + 1, to).is_some() {
        return None;
    }
    let referent = Referent::Person(page.people.whom(&token.form));
    Some(Phrase { span: token.span, referent, name: Some(token.span) })
}

/// Whom a relative clause without a subject of its own is told of, behind the verb of the sentence: whoever is named right
/// before that verb and is not its subject, or last where it says nothing.
#[must_use]
pub(super) fn extraposed(page: &Page, tokens: &[Token], from: usize, verb: usize) -> Option<Phrase> {
    let that = (from..verb).rev().find(|at| tags(tokens, *at).any(Tags::THAT) && *at > from)?;
    let main = tags(tokens, that - 1);
    if !main.any(VERBS) || subject(page, tokens, that + 1, verb).is_some() {
        return None;
    }
    let plain = main.any(Tags::OTHER_VERB) && !main.any(Tags::CUE);
    let small = |at: &usize| {
        tags(tokens, *at).any(Tags::OBJECT) || tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS))
    };
    let near = (from..that - 1).rev().find(|at| !small(at))?;
    let named = |at: &usize| tags(tokens, *at).any(Tags::NAME);
    let name = if plain { (from..that).rev().find(named)? } else { Some(near).filter(named)? };
    let first = subject(page, tokens, from, that).and_then(|who| who.name);
    let token = tokens.get(name).filter(|token| first.is_some_and(|first| first != token.span))?;
    let referent = Referent::Person(page.people.whom(&token.form));
    Some(Phrase { span: token.span, referent, name: Some(token.span) })
}
