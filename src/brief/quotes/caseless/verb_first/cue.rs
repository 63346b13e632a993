//! The verb of saying before marked words, and its subject: behind it, before it, or that of the verb it depends on.

use super::agree;
use super::behind_verb::{MOST_VERBS, is_verb, subject, subject_before};
use super::construct::Object;
use super::first_verb::head_subject;
use super::frames::{author, document, relayed};
use super::objects;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Token};

/// Who a sentence tells to have said what.
pub(super) struct Told<'t> {
    /// The speaker; `None` where the sentence names none.
    pub(super) who: Option<Phrase>,
    /// Only what opens reported words stands between the verb and them.
    pub(super) adjacent: bool,
    /// The verb.
    pub(super) verb: &'t Token,
}

/// The nearest verb of saying before the token `end`.
#[must_use]
pub(super) fn cue<'t>(page: &Page, tokens: &'t [Token], start: usize, end: usize) -> Option<Told<'t>> {
    let opens = |token: &Token| {
        token.is_mark(&COLONS)
            || token.is_mark(&COMMAS)
            || token.is_mark(&['-', '–'])
            || token.has(Tags::THAT)
    };
    let near = (start..end).rev().find(|at| tokens.get(*at).is_some_and(|token| !opens(token)));
    let colon = end > start && tokens.get(end - 1).is_some_and(|token| token.is_mark(&COLONS));
    page.steps.take(end - start);
    let mut inner: Option<&Token> = None;
    for at in (start..end).rev() {
        let Some(verb) = tokens.get(at).filter(|token| !token.is_edge()) else { continue };
        let told = |who: Option<Phrase>, adjacent: bool| Some(Told { who, adjacent, verb });
        let relays = || relayed_that(page, tokens, at, end);
        if let Some(who) = if verb.has(Tags::RELAY) { relays() } else { None } {
            return told(Some(who), true);
        }
        if verb.has(Tags::RELAY_END) {
            if let Some(who) = relayed(page, tokens, start, at) {
                return told(Some(who), true);
            }
        } else if verb.has(Tags::ACCORD_AFTER) && Some(at) == near {
            // `as he said`, before the words
            return told(None, true);
        } else if verb.has(Tags::ACCORD) && !verb.has(Tags::VERB) {
            let who = subject(page, tokens, at + 1, end, Object::None);
            if let Some(who) = who.filter(|who| who.referent != Referent::Agency) {
                return told(Some(who), false);
            }
        } else if verb.has(Tags::PARTICIPLE) {
            // `relayed of X that …, who added`: whose words are relayed, unless the form is the outlet's
            let ends = (start..at).any(|at| tags(tokens, at).any(Tags::RELAY_END));
            let relays = ends && (start..at).any(|at| tags(tokens, at).any(Tags::RELAY));
            let source = if relays { relayed(page, tokens, start, at) } else { None };
            let source =
                source.filter(|who| matches!(who.referent, Referent::Person(_) | Referent::Office(..)));
            let source = source.filter(|who| who.agrees(page, Some(verb)));
            let who = source.or_else(|| main_subject(page, tokens, start, at));
            let head = || head_subject(page, tokens, start, at);
            let own = (start..at).any(|at| {
                tokens.get(at).is_some_and(|token| {
                    token.has(Tags::VERB) && page.lexicon.is_joined(page.of(token.span), &token.form)
                })
            });
            let who = who.or_else(|| if own { None } else { head() });
            // the verb before tells more of whoever does not stand there
            let finite = at.checked_sub(1).and_then(|at| tokens.get(at));
            let verb = finite.filter(|finite| who.is_none() && finite.has(Tags::VERB)).unwrap_or(verb);
            return Some(Told { who, adjacent: true, verb });
        } else if verb.has(Tags::CUE) {
            if agree::is_aside(page, tokens, start, at) || agree::is_attribute(page, tokens, start, at, near)
            {
                continue;
            }
            if agree::is_set_in(tokens, start, at, end) {
                continue;
            }
            // what somebody was doing, told behind whoever says something
            let aside = at.checked_sub(1).filter(|_| Some(at) != near);
            let aside = aside.filter(|aside| tags(tokens, *aside).any(Tags::OTHER_VERB));
            if aside.is_some_and(|aside| (start..aside).any(|at| tags(tokens, at).any(Tags::VERB))) {
                continue;
            }
            let who = speaker_of(page, tokens, start, at, end);
            // `an outlet wrote, quoting X, that …`
            let outlet = who.as_ref().is_some_and(|who| who.referent == Referent::Agency);
            let quotes = outlet && (at..end).any(|at| tags(tokens, at).any(Tags::RELAY));
            let who = if quotes { relayed(page, tokens, at, end).or(who) } else { who };
            // within what somebody else said, words that nobody says are that one's
            let outer = (start..at).any(|at| {
                tags(tokens, at).any(Tags::THAT) && (start..at).any(|at| tags(tokens, at).any(Tags::VERB))
            });
            let within = outer && !is_pronouns(tokens, start, at);
            // but of another gender
            if let Some(verb) =
                inner.filter(|verb| who.as_ref().is_some_and(|who| !who.agrees(page, Some(verb))))
            {
                return Some(Told { who: None, adjacent: colon, verb });
            }
            let who =
                who.or_else(|| if within { agree::within_clause(page, tokens, start, at) } else { None });
            if who.is_some() || !outer {
                return told(who, Some(at) == near || colon);
            }
            inner = inner.or(Some(verb));
        }
    }
    None
}

/// `relayed of X that “…”`: whose words are relayed, of no noun for them.
fn relayed_that(page: &Page, tokens: &[Token], at: usize, end: usize) -> Option<Phrase> {
    let of = (at + 1..end).find(|at| tags(tokens, *at).any(Tags::RELAY_OF))?;
    let opens = |at: usize| {
        tags(tokens, at).any(Tags::THAT) || tokens.get(at).is_some_and(|token| token.is_mark(&COLONS))
    };
    let noun = (of..end).any(|at| tags(tokens, at).any(Tags::RELAY_END.or(Tags::CUE)));
    if noun || !(of + 1..end).any(opens) {
        return None;
    }
    relayed(page, tokens, at, end).filter(|who| who.referent != Referent::Agency)
}

/// The subject of the verb of saying `at`: behind it, before it, or that of the verb it depends on; else the document that
/// says it.
fn speaker_of(page: &Page, tokens: &[Token], start: usize, at: usize, end: usize) -> Option<Phrase> {
    let verb = tags(tokens, at);
    // behind a verb that has its object glued to it stands its subject
    let glued = tokens.get(at).is_some_and(|verb| page.lexicon.with_object(&verb.form).is_some());
    let who = subject(page, tokens, at + 1, end, Object::of(page, tokens, at))
        .filter(|who| who.referent != Referent::Other && (glued || who.agrees(page, tokens.get(at))));
    let who = who.filter(|_| !is_pronouns(tokens, start, at));
    // a conjunction glued before the verb opens its clause: no subject stands before it
    let joined = tokens.get(at).is_some_and(|token| page.lexicon.is_joined(page.of(token.span), &token.form));
    if let Some(front) = agree::fronted(page, tokens, start, at + 1) {
        return Some(front);
    }
    let who = who.filter(|who| !(verb.any(Tags::WEAK) && agree::is_judged(page, tokens, at + 1, who)));
    // what stands behind may be the object of a subject before
    let named = |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..));
    let weak = |who: &Phrase| matches!(who.referent, Referent::Document | Referent::Unsure);
    // `which she called “…”`: what is called stands before the pronoun, and whoever calls it is told before
    let who = who.filter(|who| !objects::is_object(page, tokens, at, who, end));
    // `and called on the parties to`: whoever did something before does this, too
    let asked = |who: &Phrase| {
        let own =
            || agree::coordinated(page, tokens, start, at).or_else(|| head_subject(page, tokens, start, at));
        joined && objects::is_asked(page, tokens, at, who) && own().is_some()
    };
    let who = who.filter(|who| !asked(who));
    if agree::has_object(page, tokens, at) && who.as_ref().is_none_or(weak) {
        let relative = tags(tokens, at.saturating_sub(1)).any(Tags::WHO);
        let own = if relative || joined { None } else { subject_before(page, tokens, start, at) };
        if let Some(own) = own.filter(named) {
            return Some(own);
        }
        return agree::coordinated(page, tokens, start, at.saturating_sub(1))
            .or_else(|| main_subject(page, tokens, start, at));
    }
    if glued && who.as_ref().is_some_and(|who| who.referent == Referent::Unsure) {
        return who;
    }
    let meant = if who.as_ref().is_none_or(weak) { agree::antecedent(page, tokens, start, at) } else { None };
    if meant.is_some() {
        return meant;
    }
    let before = || if joined { None } else { subject_before(page, tokens, start, at) };
    let who =
        if who.as_ref().is_some_and(weak) { before().filter(named).or(who) } else { who.or_else(before) };
    who.or_else(|| author(page, tokens, start, at))
        .or_else(|| head_subject(page, tokens, start, at).filter(|_| verb.any(Tags::NAMING)))
        .or_else(|| agree::coordinated(page, tokens, start, at).filter(|_| joined))
        .or_else(|| agree::stranger(page, tokens, start, at).filter(|_| !joined))
        .or_else(|| document(page, tokens, at + 1, end))
}

/// `that he told X that`: the subject of the verb is the pronoun before it.
fn is_pronouns(tokens: &[Token], start: usize, at: usize) -> bool {
    let that = at.checked_sub(1).filter(|that| *that > start).and_then(|that| tokens.get(that));
    that.is_some_and(|that| that.has(Tags::THAT) && that.has(Tags::HE.or(Tags::SHE)))
}

/// True for a verb in a clause that a word for what is said or a relative pronoun opens.
fn is_within(tokens: &[Token], start: usize, at: usize) -> bool {
    let comma = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS));
    let from = (start..at).rev().find(comma).unwrap_or(start);
    (from..at).any(|at| tags(tokens, at).any(Tags::THAT.or(Tags::WHO)))
}

/// The subject of a participle: that of the verb before it.
#[must_use]
pub(super) fn main_subject(page: &Page, tokens: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let small = |at: usize| tags(tokens, at).any(Tags::ADVERB.or(Tags::CONJUNCTION).or(Tags::TIME));
    let verb = (start..end).rev().find(|at| !small(*at));
    if let Some(front) = agree::fronted(page, tokens, start, end) {
        return Some(front);
    }
    // `went on saying`: the one who went on is whoever spoke before
    let bare = verb.filter(|at| tags(tokens, *at).any(Tags::VERB) && is_verb(tokens, *at));
    if let Some(at) = bare.filter(|at| {
        tokens.get(*at).is_some_and(|token| page.lexicon.is_joined(page.of(token.span), &token.form))
    }) {
        return subject(page, tokens, at + 1, end, Object::None);
    }
    let participle = tokens.get(end);
    let verbs = (start..end).rev().filter(|at| is_verb(tokens, *at)).take(MOST_VERBS);
    // `the deputy, who addressed him saying`
    let nearest = (start..end).rev().find(|at| is_verb(tokens, *at));
    let apart = |at: usize| (at..end).any(|at| tokens.get(at).is_some_and(|comma| comma.is_mark(&COMMAS)));
    let beside = nearest.filter(|at| !apart(*at));
    let meant = beside.and_then(|at| agree::antecedent(page, tokens, start, at));
    // `that a deputy called him saying`
    let own = |at: usize| {
        let behind = subject(page, tokens, at + 1, end, Object::of(page, tokens, at)).is_some();
        let who = subject_before(page, tokens, start, at).filter(|_| !behind)?;
        (who.referent == Referent::Anonymous).then_some(who)
    };
    let that = (start..end).rev().find(|at| tags(tokens, *at).any(Tags::THAT)).filter(|at| !apart(*at));
    let inner = || {
        subject(page, tokens, that? + 1, end, Object::None).filter(|who| who.referent == Referent::Anonymous)
    };
    let meant =
        meant.or_else(|| beside.and_then(own)).or_else(inner).filter(|who| who.agrees(page, participle));
    if meant.is_some() {
        return meant;
    }
    let subjects: Vec<(usize, Phrase)> = verbs
        .filter_map(|at| {
            let who = subject(page, tokens, at + 1, end, Object::of(page, tokens, at))
                .filter(|who| who.referent != Referent::Other);
            // a thing behind it is the object of whoever stands before it: `but X refused the plan, adding`
            let thing = who.as_ref().is_none_or(|who| who.referent == Referent::Unsure);
            let before = if thing { subject_before(page, tokens, start, at) } else { None };
            let speaks = |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..));
            Some((at, before.clone().filter(speaks).or(who).or(before)?))
        })
        .collect();
    // the nearest who can speak and agrees, of those that are told in no clause within what is said
    let speaks = |(at, who): &&(usize, Phrase)| {
        !matches!(who.referent, Referent::Unsure | Referent::Document)
            && who.agrees(page, participle)
            && !is_within(tokens, start, *at)
    };
    subjects.iter().find(speaks).or_else(|| subjects.first()).map(|(_, who)| who.clone())
}
