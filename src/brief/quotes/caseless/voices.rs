//! Words of somebody else than the sentence is about, where a particle marks the subject: a name in brackets behind them,
//! voices that are told of, what somebody is told.

use super::discourse::{Discourse, Voice};
use super::finding::Finding;
use super::naming::phrase::{Phrase, Referent};
use super::page::{sentence_end, tags};
use super::place::Place;
use super::topical::reported::{
    LONGEST_TAIL, Report, STATEMENT, ends_with, is_person, is_quoting, is_statement, reported, speaks,
};
use super::topical::topics::left_phrase;
use super::words::tags::Tags;
use super::words::token::{COMMAS, Shape, Token};
use crate::brief::quotes::rule::Rule;
use crate::text::Span;

/// Fewest letters of signed words.
const FEWEST: usize = 4;
/// Fewest letters of a voice's words.
const FRAGMENT: usize = 6;
/// Letters of the longest particle.
const PARTICLE: usize = 2;
/// Letters of a name in brackets.
const LONGEST_SIGNATURE: usize = 16;

/// `「…」（X）`: who speaks stands in brackets behind the words.
#[must_use]
pub(crate) fn signed(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let bracket = place.next().filter(|next| next.shape == Shape::Bracket)?;
    let touches = bracket.span.start == place.marked.outer.end && place.letters() >= FEWEST;
    let inside = bracket.form.trim_matches(['（', '）', '(', ')']);
    let start = bracket.span.start + bracket.form.find(inside)?;
    let named = |len: usize| {
        let title = inside.get(len..)?;
        let titled = place
            .page
            .lexicon
            .longest(title)
            .is_some_and(|(all, tags)| all == title.len() && tags.any(Tags::TITLE));
        let name = inside.get(..len).filter(|_| touches && (titled || title.is_empty()))?;
        place.page.people.whom(name)
    };
    let ends = inside.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let person = ends.take(LONGEST_SIGNATURE).filter_map(named).last()?;
    let who = Phrase {
        span: Span::new(start, start + inside.len()),
        referent: Referent::Person(Some(person)),
        name: None,
    };
    Some(Finding::direct(Rule::Signed, talk.resolve(place.page, &who)))
}

/// `「…」と X。`: nothing but who speaks stands behind the words, without a verb.
#[must_use]
pub(crate) fn attached(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let (page, tokens) = (place.page, place.tokens);
    let particle = place.next().filter(|next| is_quoting(page, next) && !ends_with(page, next, Tags::OF))?;
    let end = sentence_end(tokens, place.at + 1);
    let head = tokens.get(place.at + 2).filter(|_| place.at + 2 < end)?;
    let parts = |token: &Token| token.quotation().is_some() || token.is_mark(&COMMAS) || token.has(Tags::CUE);
    let parted = tokens.get(place.at + 2..end).unwrap_or_default().iter().any(parts);
    let who = left_phrase(page, tokens, place.at + 2, end).filter(|who| !parted && is_person(who))?;
    let whole = who.span.start == head.span.start && !particle.has(Tags::QUOTING_VERB);
    let said = is_statement(place) || place.letters() >= STATEMENT;
    let voice = if whole && said { talk.resolve(page, &who) } else { None };
    voice.map(|voice| Finding::direct(Rule::Before, Some(voice)))
}

/// `「…」。X から声が上がった`: the sentence behind tells of a voice, and whose it is.
#[must_use]
pub(crate) fn voiced_behind(place: &Place, sentence: &[Token], talk: &mut Discourse) -> Option<Voice> {
    let by = (1..sentence.len()).find(|at| tags(sentence, *at).any(Tags::PASSIVE))?;
    let told = (by + 1..sentence.len()).any(|at| {
        tags(sentence, at).any(Tags::SPEECH_NOUN) && tags(sentence, at + 1).any(Tags::SUBJECT.or(Tags::TOPIC))
    });
    let away = !tags(sentence, by).any(Tags::POSTPOSITION);
    let who = left_phrase(place.page, sentence, 0, by).filter(|who| told && away && is_person(who))?;
    talk.resolve(place.page, &who)
}

/// `X から「…」などの声が出た`: a noun for voices behind the words is what the sentence tells of.
#[must_use]
pub(crate) fn voiced(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let by = heard(place)?;
    let near = by.is_some_and(|by| by + 1 == place.at) && is_statement(place);
    if place.letters() < FRAGMENT && !near {
        return None;
    }
    let who = by.and_then(|by| left_phrase(place.page, place.tokens, place.start, by)).filter(speaks);
    let voice = who.and_then(|who| talk.resolve(place.page, &who));
    Some(Finding::of(is_statement(place), Rule::Noun, voice))
}

/// `X は「…」との批判もある`: a word or two that others say of whom the sentence is about, and nobody is told to say.
#[must_use]
pub(crate) fn is_told_of(place: &Place) -> bool {
    place.letters() < FRAGMENT && !is_statement(place) && heard(place) == Some(None)
}

/// The particle behind whoever a noun for voices behind the words is told to come from; the outer `None` where none is told of.
#[allow(clippy::option_option, reason = "voices from nobody are another answer than no voices")]
fn heard(place: &Place) -> Option<Option<usize>> {
    let last = place.list_end();
    let noun =
        (last + 1..place.tokens.len()).take(2).find(|at| tags(place.tokens, *at).any(Tags::SPEECH_NOUN))?;
    // `落胆の声が`
    let noun = if tags(place.tokens, noun + 1).any(Tags::OF)
        && tags(place.tokens, noun + 2).any(Tags::SPEECH_NOUN)
    {
        noun + 2
    } else {
        noun
    };
    let particle = (last + 2..=last + 4).contains(&noun)
        && place.tokens.get(last + 1).is_some_and(|token| token.has(Tags::QUOTING.or(Tags::NAMING)));
    let behind = place.tokens.get(noun + 1);
    // a particle that ends in the genitive leads a noun: what follows that is a particle, too
    let led = place.tokens.get(last + 1).is_some_and(|token| ends_with(place.page, token, Tags::OF));
    let told = behind
        .is_some_and(|next| next.has(Tags::SUBJECT.or(Tags::TOPIC)) || led && next.shape == Shape::Ending);
    let from = |at: &usize| tags(place.tokens, *at).any(Tags::PASSIVE);
    (particle && told).then(|| (place.start..place.at).rev().find(from))
}

/// `X から「…」と言われ`: who says words that are told as said to another; the outer `None` where they are not.
#[allow(clippy::option_option, reason = "a passive that names nobody is another answer than no passive")]
#[must_use]
pub(crate) fn passive(place: &Place, talk: &mut Discourse) -> Option<Option<Voice>> {
    let rest = place.tokens.get(place.at + 1..).unwrap_or_default();
    let rest = rest.get(..rest.len().min(LONGEST_TAIL)).unwrap_or(rest);
    let edge = |token: &Token| matches!(token.shape, Shape::Mark(_) | Shape::Quotation(_));
    let tail = rest.get(..rest.iter().position(edge).unwrap_or(rest.len())).unwrap_or(rest);
    let lexicon = place.page.lexicon;
    let ends = |token: &Token| {
        token.shape == Shape::Ending && lexicon.is_passive(&token.form)
            || token.has(Tags::NAMING) && lexicon.ends_passive(&token.form)
    };
    if !tail.iter().any(ends) {
        return None;
    }
    let verb = tail.iter().position(|token| token.has(Tags::CUE));
    let names = !verb.and_then(|verb| tail.get(verb + 1)).is_some_and(ends);
    let told = |at: &usize| tags(place.tokens, *at).any(Tags::PASSIVE);
    let by = (place.start..place.at).rev().find(told);
    let who = by.and_then(|by| left_phrase(place.page, place.tokens, place.start, by)).filter(speaks);
    // what something is called is said by somebody alone who stands right before it
    let somebody = who.as_ref().is_some_and(is_person);
    let when = Tags::ADVERB.or(Tags::TIME).or(Tags::NUMBER);
    let loose =
        |at: usize| place.tokens.get(at).is_some_and(|token| token.has(when) || token.is_mark(&COMMAS));
    let near = somebody && by.is_some_and(|by| (by + 1..place.at).all(loose));
    // a noun for what somebody does with words, which no table knows: whoever it comes from said them
    let noun = tail.get(1).is_some_and(Token::is_unknown) && tail.get(2).is_some_and(ends);
    let away = noun && by.is_some_and(|by| !tags(place.tokens, by).any(Tags::POSTPOSITION));
    let near = near || somebody && away && is_statement(place);
    if names && !near {
        // `「…」と書かれている`: nobody is told to have written it; `X には「…」と記されている`: the text it stands in
        let written = verb.is_none() && reported(place) == Report::Said;
        let text = who.filter(|who| who.referent == Referent::Document).or_else(|| text_within(place));
        return written.then(|| text.and_then(|who| talk.resolve(place.page, &who)));
    }
    let who = who.or_else(|| text_within(place));
    Some(who.and_then(|who| talk.resolve(place.page, &who)))
}

/// `報告書には…「…」と明記された`: the text that words told in a passive stand in.
fn text_within(place: &Place) -> Option<Phrase> {
    let text = |at: &usize| {
        let particle = place.tokens.get(at + 1);
        let within = particle.is_some_and(|next| next.has(Tags::POSTPOSITION) && !next.has(Tags::OBJECT));
        let short = particle.is_some_and(|next| next.form.chars().count() <= PARTICLE);
        tags(place.tokens, *at).any(Tags::DOCUMENT) && within && short
    };
    let at = (place.start..place.at).rev().find(text)?;
    left_phrase(place.page, place.tokens, place.start, at + 1)
}
