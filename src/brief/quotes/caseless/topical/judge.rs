//! Speakers where a particle marks the subject and the verb ends the sentence: `X は「…」と V`.

use super::behind::{behind, outer_behind, subject_behind, told_behind};
use super::embedded::{is_inner, makes_matter};
use super::introduced::{announced, led_up, verbless};
use super::reported::{
    Report, STATEMENT, ends_quoting, is_hearsay, is_held_to_be, is_person, is_statement, reported, speaks,
    subject,
};
use super::topics::{cleft, described, left_phrase, subjects};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::Referent;
use crate::brief::quotes::caseless::page::{sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::talk::guest;
use crate::brief::quotes::caseless::voices::{attached, is_told_of, passive, signed, voiced};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Shape, Token};
use crate::brief::quotes::rule::Rule;

/// The same, of words that stand between other sentences.
const LONG_STATEMENT: usize = 20;
/// Letters from which words inside a report count.
const FRAGMENT: usize = 6;
/// Fewest letters of a label's words.
const FEWEST: usize = 4;

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let found = own(place, talk)?;
    // somebody the text names has said the words
    let open = found.voice.as_ref().is_some_and(|voice| voice.person.is_none());
    let outer = outer_behind(place, talk).filter(|_| open);
    Some(if outer.is_some() { Finding { voice: outer, ..found } } else { found })
}

/// What the clause of the words tells.
fn own(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    // `報告書「…」を発表`: the name of a paper
    let paper = place.touches(Tags::DOCUMENT)
        && !place.touches(Tags::SPEECH_NOUN)
        && tags(place.tokens, place.at + 1).any(Tags::OBJECT)
        && !is_statement(place);
    let work = paper || place.touches(Tags::WORK) && !place.touches(Tags::DOCUMENT.or(Tags::VERB));
    if tags(place.tokens, place.at + 1).any(Tags::WORK_BEHIND) || work || place.touches(Tags::NAMING) {
        return None;
    }
    // one ideograph is a word that is spoken of
    if place.letters() == 1 && !is_statement(place) || place.names_body() {
        return None;
    }
    let apart = signed(place, talk).or_else(|| voiced(place, talk)).or_else(|| attached(place, talk));
    if let Some(found) = apart {
        return Some(found);
    }
    if is_object(place) || is_held_to_be(place) || is_told_of(place) {
        return None;
    }
    if let Some(voice) = passive(place, talk) {
        return Some(Finding { aside: true, ..Finding::of(is_statement(place), Rule::Before, voice) });
    }
    match reported(place) {
        Report::Nothing => return None,
        Report::Said => return said(place, talk),
        Report::No => {}
    }
    if let Some(found) = listed(place, talk) {
        return Some(found);
    }
    labelled(place, talk)
        .or_else(|| verbless(place, talk))
        .or_else(|| whole_sentence(place, talk))
        .or_else(|| asked_for(place, talk))
        .or_else(|| likened(place, talk))
        .or_else(|| within(place, talk))
}

fn said(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let sentence = sentence_end(place.tokens, place.at + 1);
    let voice = match cleft(place.page, place.tokens, place.at + 1, sentence) {
        Some(who) => talk.resolve(place.page, &who),
        None => described_by(place, sentence, talk)
            .or_else(|| subject_behind(place, talk))
            .or_else(|| subject(place, talk)),
    };
    let whole = place.letters() >= FRAGMENT;
    let aside = told_within(place);
    let found = Finding::of(whole && is_statement(place), Rule::Before, voice);
    (found.voice.is_some() || whole).then_some(Finding { aside, ..found })
}

/// True for words of whom a clause within the sentence is about, not the sentence.
fn told_within(place: &Place) -> bool {
    let own = subjects(place.page, place.tokens, place.start, place.at);
    is_inner(place) && own.first().is_some_and(|nearest| !nearest.topic && speaks(&nearest.who))
}

/// `「…」と V X`: the verb tells of whom the sentence ends with, where nobody stands before the words.
fn described_by(place: &Place, end: usize, talk: &mut Discourse) -> Option<Voice> {
    let own = subjects(place.page, place.tokens, place.start, place.at);
    let who = described(place.page, place.tokens, place.at + 2, end).filter(|_| own.is_empty())?;
    talk.resolve(place.page, &who)
}

/// The name of a thing that something is done to: `「…」を発行`, `「…」との提携`.
fn is_object(place: &Place) -> bool {
    let Some(next) = place.next() else { return false };
    let behind = tags(place.tokens, place.at + 2);
    let made = next.has(Tags::OBJECT) && behind.any(Tags::NAMING);
    let with = next.has(Tags::QUOTING)
        && !next.has(Tags::QUOTING_VERB)
        && place.letters() < STATEMENT
        && place
            .tokens
            .get(place.at + 2)
            .is_some_and(|noun| noun.is_unknown() && noun.span.start == next.span.end)
        && tags(place.tokens, place.at + 3).any(Tags::OBJECT.or(Tags::POSTPOSITION).or(Tags::OF))
        && next.form.chars().nth(1).is_some();
    made || with
}

/// `「…」「…」と V`: the first of several side by side.
fn listed(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let last = (place.at + 1..place.tokens.len())
        .take_while(|at| place.tokens.get(*at).is_some_and(|token| token.quotation().is_some()))
        .last()?;
    let last = Place::of(place.page, place.line, last)?;
    (reported(&last) == Report::Said).then(|| said(place, talk)).flatten()
}

/// `X「…」`, `X：「…」`, `X は称賛「…」`.
fn labelled(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let before = place.before().filter(|_| place.at > place.start && place.letters() >= FEWEST)?;
    let parted = |next: &Token| next.span.start > place.marked.outer.end;
    let ends =
        place.next().is_none_or(|next| next.shape == Shape::Bracket || next.is_mark(&STOPS) || parted(next));
    let marked = before.is_mark(&COLONS) || before.is_mark(&COMMAS) && place.next().is_none();
    let touches = before.span.end == place.marked.outer.start;
    if marked {
        let who = left_phrase(place.page, place.tokens, place.start, place.at - 1)?;
        let speaks = before.is_mark(&COLONS)
            || matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Anonymous);
        let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
        return Some(Finding::direct(Rule::Label, Some(voice)));
    }
    if !(touches && ends) {
        return None;
    }
    let named = before.has(Tags::TITLE.or(Tags::NAME));
    let who = left_phrase(place.page, place.tokens, place.start, place.at).filter(|who| {
        let asks = who.referent == Referent::Anonymous && place.at == 1 && before.has(Tags::QUESTION_LABEL);
        named && matches!(who.referent, Referent::Person(_) | Referent::Office(..)) || asks
    });
    let who = who.or_else(|| {
        let subjects = subjects(place.page, place.tokens, place.start, place.at);
        subjects
            .into_iter()
            .next()
            .map(|found| found.who)
            .filter(|_| before.has(Tags::CUE) && place.letters() >= STATEMENT)
    })?;
    let voice = talk.resolve(place.page, &who)?;
    Some(Finding::direct(Rule::Label, Some(voice)))
}

/// A sentence that is all in marks.
fn whole_sentence(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let ends = place.next().is_none_or(|next| next.is_mark(&STOPS));
    if let Some(voice) = told_behind(place, talk) {
        return Some(Finding::direct(Rule::After, Some(voice)));
    }
    if !place.opens() || !ends && !(place.letters() >= LONG_STATEMENT && is_statement(place)) {
        return None;
    }
    if let Some(voice) = guest(place) {
        return Some(Finding::direct(Rule::Transcript, Some(voice)));
    }
    if let Some(voice) = led_up(place, talk) {
        return Some(Finding::direct(Rule::Introduced, Some(voice)));
    }
    if place.letters() < STATEMENT {
        let told = place.letters() >= FEWEST && place.next().is_some();
        return behind(place, talk).filter(|_| told).map(|voice| Finding::direct(Rule::After, Some(voice)));
    }
    if let Some(voice) = announced(place, talk) {
        return Some(Finding::direct(Rule::Introduced, Some(voice)));
    }
    if let Some(voice) = behind(place, talk) {
        return Some(Finding::direct(Rule::After, Some(voice)));
    }
    let voice = talk.unsaid()?;
    Some(Finding::direct(if place.at == 0 { Rule::Running } else { Rule::Neighbour }, Some(voice)))
}

/// `「…」を求めた`, `「…」するよう求めた`.
fn asked_for(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let next = place.next()?;
    let end = sentence_end(place.tokens, place.at);
    let verb = |at: usize| tags(place.tokens, at).any(Tags::CUE);
    // `「…するよう」求めた`: the verb touches words that end as a clause does
    let touching = next.has(Tags::CUE)
        && !next.has(Tags::SPEECH_NOUN)
        && is_statement(place)
        && place.letters() >= FRAGMENT
        && (ends_in_kana(next)
            || place.tokens.get(place.at + 2).is_some_and(|last| last.shape == Shape::Ending));
    let object = next.has(Tags::OBJECT) && verb(place.at + 2) || touching;
    let matter = makes_matter(place.page, next);
    let fewest = if matter { FEWEST } else { FRAGMENT };
    let glued = (matches!(next.shape, Shape::Ending) || matter)
        && place.letters() >= fewest
        && (place.at + 2..end).any(verb);
    // the subject within what is a matter is none of the sentence
    let about = || {
        let topics = subjects(place.page, place.tokens, place.start, place.at);
        topics.into_iter().find(|found| found.topic && speaks(&found.who)).map(|found| found.who)
    };
    let about = if matter { about() } else { None };
    let who = match about.filter(|_| glued) {
        Some(who) => talk.resolve(place.page, &who),
        None => subject(place, talk).filter(|_| object || glued),
    }?;
    Some(Finding::of(false, Rule::Before, Some(who)))
}

/// True for a verb with its ending.
fn ends_in_kana(verb: &Token) -> bool {
    verb.form.ends_with(|letter| matches!(letter, '\u{3041}'..='\u{3096}'))
}

/// `Y を「…」にたとえる`: what somebody likens a thing to.
fn likened(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let thing = place.before().is_some_and(|before| before.has(Tags::OBJECT)) && place.letters() > 1;
    let verb = place.next().is_some_and(|next| next.has(Tags::PASSIVE) && !next.has(Tags::QUOTING))
        && place
            .tokens
            .get(place.at + 2)
            .is_some_and(|verb| verb.has(Tags::WEAK) && !verb.has(Tags::SPEECH_NOUN));
    let all = subjects(place.page, place.tokens, place.start, place.at);
    let who = all.into_iter().find(|found| found.topic && is_person(&found.who)).filter(|_| thing && verb)?;
    Some(Finding::of(false, Rule::Before, Some(talk.resolve(place.page, &who.who)?)))
}

/// Words in marks within what is reported.
fn within(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let next = tags(place.tokens, place.at + 1);
    if next.any(Tags::TOPIC.or(Tags::SUBJECT).or(Tags::OF)) || place.touches(Tags::BODY.or(Tags::AGENCY)) {
        return None;
    }
    let accord = (place.start..place.at).rev().find(|at| tags(place.tokens, *at).any(Tags::ACCORD));
    let told = place.letters() >= FRAGMENT || place.letters() > FEWEST && !next.any(Tags::OBJECT);
    // a foreign word alone is the name of a thing
    let foreign = |letter: char| matches!(letter, '\u{30a0}'..='\u{30ff}') || letter.is_ascii();
    let told = told && !place.words.chars().all(foreign);
    if let Some(accord) = accord.filter(|_| told) {
        let who = left_phrase(place.page, place.tokens, place.start, accord);
        if let Some(voice) = who.and_then(|who| talk.resolve(place.page, &who)) {
            return Some(Finding::of(false, Rule::According, Some(voice)));
        }
    }
    let end = sentence_end(place.tokens, place.at);
    let reports = (place.at + 1..end.saturating_sub(1)).any(|at| {
        let Some(token) = place.tokens.get(at) else { return false };
        let particle =
            token.has(Tags::QUOTING) || token.shape == Shape::Ending && ends_quoting(place.page, token);
        particle && tags(place.tokens, at + 1).any(Tags::VERB)
    });
    if !(reports || is_hearsay(place, end)) || place.letters() < FEWEST {
        return None;
    }
    let topics = subjects(place.page, place.tokens, place.start, place.at);
    let told = topics.iter().find(|found| found.topic && is_person(&found.who));
    let told =
        told.or_else(|| topics.iter().find(|found| found.topic && found.who.referent == Referent::Body));
    let source = accord.is_some() || topics.iter().any(|found| found.topic && speaks(&found.who));
    let voice = match told {
        Some(found) => talk.resolve(place.page, &found.who)?,
        // nobody is told: whoever spoke before goes on
        None => talk.unsaid().filter(|_| !source)?,
    };
    Some(Finding::of(false, Rule::Before, Some(voice)))
}
