//! Sentences behind words in marks that tell who said them.

use super::reported::{LONGEST_TAIL, STATEMENT, is_person, is_statement, speaks};
use super::topics::{Subject, cleft, is_name_of_body, presented, subjects};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::naming::phrase::Referent;
use crate::brief::quotes::caseless::page::{sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::voices::voiced_behind;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, STOPS, Shape, Token};

/// The sentence behind tells who said it: `「…」。X はそう述べた。`
#[must_use]
pub(super) fn behind(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    let rest = place.tokens.get(place.at + 1..).unwrap_or_default();
    let from = rest.iter().position(|token| !matches!(token.shape, Shape::Mark(_)));
    let tokens = match from {
        Some(from) => rest.get(from..)?,
        None if place.at == 0 => place.below()?,
        None => return None,
    };
    let end = sentence_end(tokens, 0);
    let named = |at: usize| {
        at.checked_sub(1).is_some_and(|at| tags(tokens, at).any(Tags::WORK.or(Tags::AGENCY).or(Tags::BODY)))
    };
    let quoted = |at: &usize| tokens.get(*at).is_some_and(|token| token.quotation().is_some()) && !named(*at);
    let end = (0..end).find(quoted).unwrap_or(end);
    let sentence = tokens.get(..end)?;
    if let Some(voice) = voiced_behind(place, sentence, talk) {
        return Some(voice);
    }
    // `「…」。V のは X`: the sentence presents whoever said words that open a line
    let whole = place.at == 0 && place.letters() >= STATEMENT;
    if let Some(who) = presented(place.page, sentence, 0, sentence.len()).filter(|_| whole) {
        return talk.resolve(place.page, &who);
    }
    if let Some(found) = subjects(place.page, sentence, 0, sentence.len()).last().filter(|_| whole)
        && found.topic
        && let Referent::Person(Some(person)) = found.who.referent
    {
        // somebody else who spoke before may go on
        let other = talk.unsaid().filter(|said| from.is_none() && said.person != Some(person));
        let plain = Voice { span: found.who.span, person: None, name: None };
        return if other.is_some() { Some(plain) } else { talk.resolve(place.page, &found.who) };
    }
    if !sentence.iter().any(|token| token.has(Tags::CUE.or(Tags::ANNOUNCING))) {
        return None;
    }
    if let Some(who) = cleft(place.page, sentence, 0, sentence.len()) {
        return talk.resolve(place.page, &who);
    }
    let all = subjects(place.page, sentence, 0, sentence.len());
    let who = all.into_iter().rev().map(|found| found.who).find(|who| {
        matches!(
            who.referent,
            Referent::Person(_) | Referent::Office(..) | Referent::Pronoun | Referent::Anonymous
        )
    })?;
    talk.resolve(place.page, &who)
}

/// Fewest letters of words that a sentence right behind them tells of.
const FEWEST: usize = 4;

/// `「…」X は言った`: right behind the words stands who says them, with no particle between.
#[must_use]
pub(super) fn told_behind(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    const SOMEBODY: Tags = Tags::HE
        .or(Tags::SHE)
        .or(Tags::THEY)
        .or(Tags::NAME)
        .or(Tags::TITLE)
        .or(Tags::PERSON)
        .or(Tags::INDEFINITE)
        .or(Tags::DEFINITE);
    let said = place.letters() >= FEWEST && (is_statement(place) || place.words.ends_with(COMMAS));
    let next = place.next().filter(|next| said && place.opens() && next.has(SOMEBODY))?;
    let end = sentence_end(place.tokens, place.at + 1);
    let verb = (place.at + 2..end).rev().find(|at| !is_ending(place.tokens, *at))?;
    let all = subjects(place.page, place.tokens, place.at + 1, end);
    let who = all.into_iter().last().filter(|who| who.who.span.start == next.span.start)?;
    let says = tags(place.tokens, verb).any(Tags::VERB) && verb > who.at;
    talk.resolve(place.page, &who.who).filter(|_| says && is_person(&who.who))
}

fn is_ending(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.shape == Shape::Ending)
}

/// `X は「…」となり、…だろう、と Y は述べた`: behind a comma and the particle stands who says all of the sentence.
#[must_use]
pub(super) fn outer_behind(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    let end = sentence_end(place.tokens, place.at + 1);
    let edge = |at: usize| place.tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
    let quoting =
        |at: &usize| edge(at - 1) && place.tokens.get(*at).is_some_and(|token| token.has(Tags::QUOTING));
    let particle = (place.at + 3..end).rev().find(quoting)?;
    let quoted = |at: usize| place.tokens.get(at).is_some_and(|token| token.quotation().is_some());
    let says = (particle + 1..end).any(|at| tags(place.tokens, at).any(Tags::VERB));
    // `X は「…」と述べ、…、と Y は語った`: X has said the words
    let mut clause = (place.at + 1..particle).take_while(|at| !edge(*at));
    let somebody = || {
        let all = subjects(place.page, place.tokens, place.start, place.at);
        all.iter().any(|found| is_person(&found.who))
    };
    let own = clause.any(|at| tags(place.tokens, at).any(Tags::VERB))
        || tags(place.tokens, place.at + 1).any(Tags::QUOTING) && somebody();
    if !says || own || (particle..end).any(quoted) || quoted(particle - 2) {
        return None;
    }
    let all = subjects(place.page, place.tokens, particle + 1, end);
    let who = all.into_iter().find(|found| found.topic && is_person(&found.who))?;
    talk.resolve(place.page, &who.who)
}

/// `「…」と X は V`: the subject stands behind the words.
#[must_use]
pub(super) fn subject_behind(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    // `「…」と、X は V`
    let comma = place.tokens.get(place.at + 2).is_some_and(|token| token.is_mark(&COMMAS));
    let rest = place.tokens.get(place.at + 2 + usize::from(comma)..)?;
    let stops = |at: &usize| {
        let token = rest.get(*at);
        let quoted = token.is_some_and(|token| token.quotation().is_some()) && !is_name_of_body(rest, *at);
        quoted || token.is_some_and(|token| token.is_mark(&STOPS) || token.is_mark(&COMMAS))
    };
    let reach = rest.len().min(LONGEST_TAIL);
    let end = (0..reach).find(stops).unwrap_or(reach);
    let person = |from: usize, to: usize| {
        subjects(place.page, rest, from, to).into_iter().find(|found| is_person(&found.who))
    };
    // `「…」と言って、X は V`
    let further = || {
        let own = subjects(place.page, place.tokens, place.start, place.at).is_empty();
        let said = rest.get(..end)?.iter().any(|token| token.has(Tags::VERB));
        let parted = own && said && rest.get(end).is_some_and(|token| token.is_mark(&COMMAS));
        let past = (end + 1..reach).find(stops).unwrap_or(reach);
        person(end + 1, past).filter(|found| parted && found.topic)
    };
    // `「…」と、X は V`, whatever X is: nobody else says it
    let thing = || {
        let told = |found: &Subject| {
            found.topic && found.who.span.start == rest.first().map_or(0, |first| first.span.start)
        };
        let known =
            |found: &Subject| speaks(&found.who) || rest.first().is_some_and(|first| first.has(Tags::LATIN));
        subjects(place.page, rest, 0, end).into_iter().find(|found| told(found) && known(found))
    };
    let found = person(0, end).or_else(further).or_else(thing)?;
    talk.resolve(place.page, &found.who)
}
