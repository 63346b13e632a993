//! Phrases in frames: where a name may be told, whose words are relayed, whose document it is.

use super::agree::is_attribute;
use super::behind_verb::{LONGEST_LABEL, MOST_VERBS, PHRASE_REACH, is_verb, subject};
use super::construct::{self, Object};
use super::first_verb::first_subject;
use super::names::ACCUSATIVE;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Token};
use crate::text::Span;

/// Every phrase in which a name may be told: behind verbs, frames and titles, and the label of a line.
pub(crate) fn phrases(page: &Page, tokens: &[Token], mut told: impl FnMut(&Phrase)) {
    let mut relayed = 0;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_edge()) {
        relayed = if token.has(Tags::RELAY) { RELAY_REACH } else { usize::saturating_sub(relayed, 1) };
        let frame = token.has(VERBS.or(Tags::ACCORD).or(Tags::ACCORD_AFTER))
            || token.has(Tags::RELAY_OF) && relayed > 0;
        let reach = tokens.len().min(at + PHRASE_REACH);
        if frame {
            subject(page, tokens, at + 1, reach, Object::of(page, tokens, at)).iter().for_each(&mut told);
        }
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        let title = token.has(Tags::TITLE) && !before.any(Tags::TITLE.or(Tags::WEAK).or(Tags::OTHER_VERB));
        let inner = at.checked_sub(1).and_then(|before| tokens.get(before));
        let inner = inner.is_some_and(|before| page.lexicon.particles.contains(&before.form));
        let named = token.has(Tags::GIVEN)
            && !inner
            && !before.any(Tags::TITLE.or(Tags::GIVEN))
            && tokens.get(at + 1).is_some_and(|next| next.is_unknown() && !next.has(Tags::GLUED));
        // `the storyteller Abu NAME`
        let part = |next: &Token| next.is_unknown() && !next.has(Tags::GLUED.or(Tags::ARTICLE));
        let kunya = page.lexicon.particles.contains(&token.form)
            && before.any(Tags::ARTICLE.or(Tags::OWNED))
            && !token.has(Tags::ARTICLE)
            && tokens.get(at + 1).is_some_and(part);
        if let Some(name) = explained(page, tokens, at) {
            told(&name);
        }
        if title || named || kunya {
            let end = construct::end(tokens, at, reach);
            // behind a verb no table knows an object may follow
            let verb = inner_verb(tokens, at);
            tokens
                .get(at..end)
                .and_then(|words| {
                    construct::read(page, words, if verb { Object::Perhaps } else { Object::None })
                })
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

/// `testified NAME, the minister of X,`: two or three words no table knows between a verb, of whatever kind, and the comma
/// before an office.
fn explained(page: &Page, tokens: &[Token], at: usize) -> Option<Phrase> {
    let verb = at.checked_sub(1).is_some_and(|before| is_verb(tokens, before)) || inner_verb(tokens, at);
    let part = |token: &&Token| {
        token.is_unknown()
            && !token.has(Tags::ARTICLE.or(Tags::GLUED))
            && !page.lexicon.ends_owned(&token.form)
    };
    let name = tokens.get(at..)?.iter().take(LONGEST_EXPLAINED).take_while(part).count();
    let words = tokens.get(at..at + name).filter(|words| words.len() > 1)?;
    let past = at + name;
    let comma = tokens.get(past).is_some_and(|token| token.is_mark(&COMMAS));
    let office = tags(tokens, past + 1);
    let office = comma && office.any(Tags::OFFICE) && !office.any(VERBS.or(Tags::GLUED));
    let span = Span::new(words.first()?.span.start, words.last()?.span.end);
    let name = Phrase { span, referent: Referent::Person(None), name: Some(span) };
    (verb && office && !words.iter().any(|word| page.of(word.span).contains(ACCUSATIVE))).then_some(name)
}

/// Words of the longest such name.
const LONGEST_EXPLAINED: usize = 3;

/// True where a word no table knows that heads its clause stands before the token `at`.
fn inner_verb(tokens: &[Token], at: usize) -> bool {
    let Some(verb) = at.checked_sub(1).and_then(|verb| tokens.get(verb)) else { return false };
    let head = at < 2 || tokens.get(at - 2).is_some_and(Token::is_edge);
    head && verb.is_unknown() && !verb.has(Tags::ARTICLE.or(Tags::GIVEN))
}

/// Tokens between a verb that relays and whose words it does.
const RELAY_REACH: usize = 8;

/// Whose words are relayed before the token `end`: the one behind the verb that relays, where there is such a verb.
#[must_use]
pub(crate) fn relayed(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let relay = (start..end).rev().find(|at| tags(tokens, *at).any(Tags::RELAY));
    let behind = relay.and_then(|verb| (verb..end).find(|at| tags(tokens, *at).any(Tags::RELAY_OF)));
    let of = behind.or_else(|| (start..end).rev().find(|at| tags(tokens, *at).any(Tags::RELAY_OF)))?;
    let token = tokens.get(of).filter(|of| of.has(Tags::HE.or(Tags::SHE)));
    let pronoun = token.map(|token| of_another(page, tokens, start, of, token));
    pronoun.or_else(|| subject(page, tokens, of + 1, end, Object::None))
}

/// Whom a pronoun means whose words somebody relays: whoever does so does not relay their own, so that it is the only other
/// one the sentence names, or nobody who is told.
fn of_another(page: &Page, tokens: &[Token], start: usize, of: usize, pronoun: &Token) -> Phrase {
    let told = |referent: Referent| Phrase { span: pronoun.span, referent, name: None };
    let person = |who: Phrase| match who.referent {
        Referent::Person(Some(person)) => Some(person),
        _ => None,
    };
    let Some(own) = first_subject(page, tokens, start, of).and_then(person) else {
        return told(Referent::Pronoun);
    };
    let named = tokens.get(start..of).unwrap_or_default().iter().filter(|token| token.has(Tags::NAME));
    let mut others = named.filter_map(|token| Some((token.span, page.people.whom(&token.form)?)));
    let mut others = others.by_ref().filter(|(_, person)| *person != own);
    match (others.next(), others.next()) {
        (Some((name, other)), None) => {
            Phrase { span: pronoun.span, referent: Referent::Person(Some(other)), name: Some(name) }
        }
        _ => told(Referent::Unsure),
    }
}

/// `issued a statement in which it says`: the subject of the verb before a relative clause or a document.
#[must_use]
pub(crate) fn author(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    if !(start..end).any(|at| tags(tokens, at).any(Tags::WHO.or(Tags::DOCUMENT))) {
        return None;
    }
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Body | Referent::Office(..));
    let own = |at: &usize| is_verb(tokens, *at) && !is_attribute(page, tokens, start, *at, None);
    let verbs = (start..end).rev().filter(own).take(MOST_VERBS);
    verbs.filter_map(|at| subject(page, tokens, at + 1, end, Object::of(page, tokens, at))).find(speaks)
}

/// The document that a preposition leads before the token `to`, and whose it is: `it says in a statement by X`.
#[must_use]
pub(crate) fn document(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let led = |at: &usize| {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        tags(tokens, *at).any(Tags::DOCUMENT)
            && (before.any(Tags::PREPOSITION) || tags(tokens, *at).any(Tags::GLUED))
    };
    let at = (from..to).find(led)?;
    let complement = !tags(tokens, at).any(Tags::ARTICLE)
        && tokens
            .get(at + 1)
            .is_some_and(|next| at + 1 < to && next.has(Tags::ARTICLE) && !next.has(Tags::THAT));
    let owner = (at + 1..to)
        .take(DOCUMENT_REACH)
        .take_while(|at| !tags(tokens, *at).any(Tags::THAT.or(Tags::VERB)))
        .find(|at| tags(tokens, *at).any(Tags::BODY.or(Tags::OFFICE).or(Tags::NAME)));
    let owner = owner.and_then(|owner| {
        construct::read(page, tokens.get(owner..construct::end(tokens, owner, to))?, Object::None)
    });
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    // a document with a complement is another's than whoever was spoken of
    let last = construct::end(tokens, at, to).checked_sub(1).filter(|_| complement).unwrap_or(at);
    let span = Span::new(tokens.get(at)?.span.start, tokens.get(last.max(at))?.span.end);
    let referent = if complement { Referent::Unsure } else { Referent::Document };
    // `in a talk with an outlet`: whoever spoke before speaks there
    let talk = tags(tokens, at).any(Tags::SPEECH_NOUN)
        && at + 1 < to
        && tags(tokens, at + 1).any(Tags::PREPOSITION.or(Tags::GLUED));
    owner.filter(speaks).or((complement || !talk).then_some(Phrase { span, referent, name: None }))
}

/// Words between a document and whose it is.
const DOCUMENT_REACH: usize = 4;
