//! The subject of the first verb of a sentence, which may be a word no table knows.

use super::behind_verb::{is_verb, subject, subject_before};
use super::construct::Object;
use super::objects::is_object;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};

/// Heads of clauses at which an unknown verb is looked for.
const MOST_HEADS: usize = 3;
/// Words before the verb of a sentence that tell where it is.
const LONGEST_LEAD: usize = 4;

/// The subject of the first verb in the tokens `from..to` of a sentence.
#[must_use]
pub(crate) fn first_subject(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let opens = |at: usize| {
        at == from
            || tokens.get(at - 1).is_some_and(|token| {
                token.is_mark(&COLONS)
                    || token.is_mark(&COMMAS)
                    || token.has(Tags::ADVERB.or(Tags::CONJUNCTION).or(Tags::TIME))
            })
    };
    let of = |verb: usize| {
        let who = subject(page, tokens, verb + 1, to, Object::of(page, tokens, verb));
        who.filter(|who| who.agrees(page, tokens.get(verb)) && !is_object(page, tokens, verb, who, to))
    };
    let verb = (from..to).find(|at| is_verb(tokens, *at) && (opens(*at) || is_led(page, tokens, from, *at)));
    verb.and_then(of).or_else(|| unknown_verb(tokens, from, to).and_then(of))
}

/// The subject before the first verb in the tokens `from..to` of a sentence that opens with a conjunction: `but X does not
/// hide`.
#[must_use]
pub(crate) fn first_before(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    let verb = (from + 1..to).find(|at| is_verb(tokens, *at))?;
    let who =
        subject_before(page, tokens, from, verb).filter(|_| tags(tokens, from).any(Tags::CONJUNCTION))?;
    who.agrees(page, tokens.get(verb)).then_some(who)
}

/// True when nothing but where or when it is stands between the head of the sentence and its verb: `beside her sits X`.
fn is_led(page: &Page, tokens: &[Token], from: usize, verb: usize) -> bool {
    let Some(head) = tokens.get(from).filter(|_| verb <= from + LONGEST_LEAD) else { return false };
    // a noun with a preposition glued before it and a pronoun behind
    let lexicon = page.lexicon;
    let glued = |sign: &String| {
        let rest = head.form.strip_prefix(sign.as_str());
        rest.is_some_and(|rest| lexicon.ends_owned(rest))
    };
    let own = head.is_unknown() && lexicon.glue.leading.iter().any(glued);
    let small = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            !token.is_edge()
                && !token.has(VERBS.or(Tags::TITLE).or(Tags::NAME).or(Tags::GIVEN).or(Tags::THAT))
        })
    };
    (own || head.has(Tags::PREPOSITION.or(Tags::GLUED))) && (from + 1..verb).all(small)
}

/// The first word no table knows, at the head of a sentence or behind a comma, that somebody follows: a verb.
fn unknown_verb(tokens: &[Token], from: usize, to: usize) -> Option<usize> {
    let loose = |at: &usize| {
        let token = tokens.get(*at)?;
        (matches!(token.shape, Shape::Mark(_)) || token.has(Tags::CONJUNCTION.or(Tags::ADVERB))).then_some(())
    };
    let first = (from..to).find(|at| loose(at).is_none())?;
    let heads = |at: &usize| {
        *at == first || *at > from && tokens.get(*at - 1).is_some_and(|comma| comma.is_mark(&COMMAS))
    };
    (first..to).filter(heads).take(MOST_HEADS).find_map(|verb| verb_before_somebody(tokens, verb))
}

/// A word no table knows before somebody.
fn verb_before_somebody(tokens: &[Token], verb: usize) -> Option<usize> {
    let token =
        tokens.get(verb).filter(|token| token.is_unknown() && !token.has(Tags::ARTICLE.or(Tags::GIVEN)))?;
    let somebody = Tags::TITLE.or(Tags::NAME).or(Tags::GIVEN).or(Tags::BODY);
    (tags(tokens, verb + 1).any(somebody) && !token.has(Tags::NAME)).then_some(verb)
}

/// The subject of the verb that opens the sentence whose words stand in the tokens `start..end`, whatever the verb is.
#[must_use]
pub(crate) fn head_subject(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let speaks =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    first_subject(page, tokens, start, end).filter(speaks)
}
