//! Who a verb can have for its subject beside what stands behind it: before a relative pronoun, in front of the sentence.

use super::behind_verb::{MOST_VERBS, is_verb, subject};
use super::construct::{self, Object};
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::{VERBS, ends};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;

/// Words from a relative pronoun back to the title of whom it means.
const ANTECEDENT_REACH: usize = 8;
/// Words of what stands in front of a sentence.
const LONGEST_FRONT: usize = 16;

/// True when what stands behind a verb at the tokens from `from` on is judged: a thing or a document before what a
/// preposition is glued to that opens the judgement, or right before the words of the judgement.
#[must_use]
pub(super) fn is_judged(page: &Page, tokens: &[Token], from: usize, who: &Phrase) -> bool {
    let end = construct::end(tokens, from, tokens.len());
    let opens = tokens.get(end).filter(|opens| opens.has(Tags::THAT));
    let glued =
        |opens: &Token| page.lexicon.glue.leading.iter().any(|sign| opens.form.starts_with(sign.as_str()));
    let words = tokens.get(end).is_some_and(|token| token.quotation().is_some());
    let thing = matches!(who.referent, Referent::Document | Referent::Unsure)
        || tags(tokens, from).any(Tags::DOCUMENT.or(Tags::SPEECH_NOUN));
    thing && (words || opens.is_some_and(glued))
}

/// Whom a relative pronoun before the verb `at` means: the name before it, or the title nearest to it.
#[must_use]
pub(super) fn antecedent(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    let who = at.checked_sub(1).filter(|who| tags(tokens, *who).any(Tags::WHO) && *who > start)?;
    let floor = start.max(who.saturating_sub(ANTECEDENT_REACH));
    let first = (floor..who).rev().find(|at| tokens.get(*at).is_some_and(ends)).map_or(floor, |at| at + 1);
    let heads = Tags::TITLE.or(Tags::NAME).or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS);
    let head = (first..who).rev().find(|at| tags(tokens, *at).any(heads))?;
    let inner =
        |at: &usize| *at >= first && tags(tokens, *at).any(heads) && !tags(tokens, *at).any(Tags::NAME);
    let mut from = head;
    while let Some(before) = from.checked_sub(1).filter(inner) {
        from = before;
    }
    let phrase = construct::read(page, tokens.get(from..who)?, Object::None)?;
    let speaks = matches!(
        phrase.referent,
        Referent::Person(_) | Referent::Office(..) | Referent::Body | Referent::Anonymous
    );
    (speaks && phrase.agrees(page, tokens.get(at))).then_some(phrase)
}

/// True for a verb behind a relative pronoun that has an object glued behind it: what the pronoun means.
#[must_use]
pub(super) fn has_object(page: &Page, tokens: &[Token], at: usize) -> bool {
    let relative = at.checked_sub(1).is_some_and(|who| tags(tokens, who).any(Tags::WHO));
    let verb = |stem: &str| page.lexicon.phrase(stem).is_some_and(|tags| tags.any(VERBS));
    let owners = &page.lexicon.glue.owners;
    let form = tokens.get(at).map(|token| token.form.as_str()).unwrap_or_default();
    relative && owners.iter().any(|(owner, _)| form.strip_suffix(owner.as_str()).is_some_and(verb))
}

/// The subject of the verb before the token `at` that a conjunction ties to it, where no quotation stands between the two.
#[must_use]
pub(super) fn coordinated(page: &Page, tokens: &[Token], start: usize, at: usize) -> Option<Phrase> {
    let quoted = |at: &usize| tokens.get(*at).is_some_and(|token| token.quotation().is_some());
    let from = (start..at).rev().find(quoted).map_or(start, |at| at + 1);
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    let says = |verb: &usize| is_verb(tokens, *verb) && tags(tokens, *verb).any(Tags::VERB);
    let verbs = (from..at).rev().filter(says).take(MOST_VERBS);
    let subjects = verbs.filter_map(|verb| {
        let who = subject(page, tokens, verb + 1, at, Object::of(tags(tokens, verb)));
        who.filter(|who| speaks(who) && who.agrees(page, tokens.get(verb)))
    });
    let mut subjects = subjects.filter(|who| who.agrees(page, tokens.get(at)));
    subjects.next()
}

/// Who stands in front of a sentence, its verb behind a sign glued to it, and nobody has another verb before the token `to`:
/// `as for X, so he …`.
#[must_use]
pub(super) fn fronted(page: &Page, tokens: &[Token], start: usize, to: usize) -> Option<Phrase> {
    let from = Some(start + 1).filter(|_| tags(tokens, start).any(Tags::CONJUNCTION))?;
    let joined = |at: &usize| {
        tokens.get(*at).is_some_and(|token| {
            let signs = page.lexicon.glue.joined.iter();
            let glued = signs.filter_map(|sign| page.of(token.span).strip_prefix(sign.as_str()));
            let verb = token.is_unknown() && !token.has(Tags::ARTICLE.or(Tags::GIVEN)) || token.has(VERBS);
            verb && glued.count() > 0
        })
    };
    let verb = (from + 1..to.min(from + LONGEST_FRONT)).find(joined)?;
    let other = (verb + 1..to).any(|at| is_verb(tokens, at) && joined(&at));
    let who = subject(page, tokens, from, verb, Object::None).filter(|_| !other)?;
    matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body).then_some(who)
}
