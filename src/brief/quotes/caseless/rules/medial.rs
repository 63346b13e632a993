//! Speakers where the verb stands between its subject and what is said: `X said “…”`, `“…,” X said`.

use super::followed;
use super::running;
use super::spoken_of::{accorded, spoken_of};
use super::subjects::{self, clauses, closes_with_saying};
use super::untold;
use super::views::{Told, is_matter, opinion, relayed};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};
use crate::brief::quotes::rule::Rule;

/// Letters from which words are a statement rather than a term.
const STATEMENT: usize = 8;
/// Fewest letters of a quote that no verb touches; of what something is called, half as many.
const FEWEST: usize = 4;
/// Verbs behind which a thing is called something or something is said.
const CUE: Tags = Tags::CUE.or(Tags::NAMING).or(Tags::RELAY_END);

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let page = place.page;
    let names_thing = place.touches(Tags::NAMING) && !place.touches(Tags::CUE)
        || place.touches(Tags::WORK.or(Tags::COUNTRY))
            && !place.touches(Tags::VERB.or(Tags::DOCUMENT))
            && place.letters() < STATEMENT
            && !place.is_predicate();
    if let Some(found) = followed::by_words(place, talk) {
        return Some(found);
    }
    if place.leads_thing() || names_thing || place.names_body() {
        return None;
    }
    let left = if place.opens() { None } else { left(page, place.tokens, place.start, place.at) };
    let left = left.and_then(|told| around_term(place, told));
    if let Some(found) = introduced(place, talk) {
        return Some(found);
    }
    let marked_off = place.before().is_some_and(|before| before.is_mark(&COLONS) || before.is_mark(&COMMAS));
    if let Some(told) = left.as_ref().filter(|told| told.adjacent && marked_off && !told.passive)
        && let Some(found) = announced(place, told, talk)
    {
        return found;
    }
    // what goes on behind words without a mark is what the one before them says, too
    let parted = place.words.ends_with(['，', ',', '。', '？', '！', '?', '!', '…']);
    let parted = parted || place.next().is_none_or(Token::is_edge);
    let told = |told: &Told| told.own && told.who.is_some() && told.verb.is_some_and(|v| v.has(Tags::VERB));
    let goes_on = !parted && left.as_ref().is_some_and(told);
    // `X said “…”, “…” Y said: “…”`
    let listed = marked_off
        && left
            .as_ref()
            .is_some_and(|told| told.who.is_some() && told.verb.is_some_and(|verb| verb.has(Tags::CUE)))
        && place
            .at
            .checked_sub(2)
            .and_then(|at| place.tokens.get(at))
            .is_some_and(|at| at.quotation().is_some());
    // `it is “hard,” X said`: the end of a sentence that is all told by X
    let tail = left.is_none() && place.words.ends_with(['，', ',']);
    if (tail || place.before().is_none_or(Token::is_edge)) && !goes_on && !listed {
        if let Some(voice) = followed(place, talk) {
            return Some(Finding::direct(Rule::After, Some(voice)));
        }
        if place.opens() {
            return followed::shown(place, talk).or_else(|| alone(place, talk));
        }
    }
    match left {
        Some(told) => {
            let names = told.verb.is_some_and(|verb| verb.has(Tags::NAMING) && !verb.has(Tags::CUE));
            within(place, &told, talk).or_else(|| accorded(place, talk).filter(|_| names))
        }
        None => {
            spoken_of(place, talk).or_else(|| accorded(place, talk)).or_else(|| followed::acted(place, talk))
        }
    }
}

/// The line above ends with a colon.
fn introduced(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let above = place.above().filter(|_| place.at == 0)?;
    let colon =
        above.len().checked_sub(1).filter(|at| above.get(*at).is_some_and(|last| last.is_mark(&COLONS)))?;
    let told = left(place.page, above, sentence_start(above, colon), colon)?;
    let voice = speaker(place.page, told.who.as_ref(), talk)?;
    Some(Finding::direct(Rule::Introduced, Some(voice)))
}

/// `X said the so-called claim “…”`: what names a thing names that which stands before words that tell something of it.
fn around_term<'t>(place: &Place<'t>, told: Told<'t>) -> Option<Told<'t>> {
    let names = told.verb.is_some_and(|verb| verb.has(Tags::NAMING) && !verb.has(Tags::CUE));
    let term = names
        && !told.adjacent
        && (place.touches(Tags::SPEECH_NOUN) && place.is_predicate() || place.opens_within());
    if !term {
        return Some(told);
    }
    let (from, _) = *clauses(place.tokens, place.start, place.at).first()?;
    left(place.page, place.tokens, place.start, from.max(place.start))
}

/// `X said: “…”`. The outer `None`: the verb tells nothing; the inner one: these are nobody's words.
#[allow(clippy::option_option, reason = "nobody's words are another answer than none")]
fn announced(place: &Place, told: &Told, talk: &mut Discourse) -> Option<Option<Finding>> {
    let colon = place.before().is_some_and(|before| before.is_mark(&COLONS));
    if told.verb.is_none() && place.letters() < FEWEST {
        return Some(None);
    }
    // somebody writes words that a colon announces; a thing bears them
    let writes = colon
        && told
            .who
            .as_ref()
            .is_some_and(|who| matches!(who.referent, Referent::Person(_) | Referent::Pronoun));
    if told.verb.is_some_and(|verb| verb.has(Tags::NAMING) && !verb.has(Tags::CUE)) && !writes {
        return None;
    }
    let crowd = told.who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    let voice = speaker(place.page, told.who.as_ref(), talk).filter(|_| colon || !crowd);
    if voice.is_none() && !(colon && place.letters() >= FEWEST) {
        return None;
    }
    let whole = colon || place.is_whole() || place.letters() >= STATEMENT;
    let rule = if told.verb.is_none() { Rule::Label } else { Rule::Before };
    Some(Some(Finding::of(whole, rule, voice)))
}

/// `“…,” X said`, in the same sentence or, behind a line of its own, in the next line.
fn followed(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    if place.letters() < FEWEST && !place.words.ends_with(['，', ',', '。', '？', '！', '?', '!']) {
        return None;
    }
    let behind = place.next().and_then(|_| followed::behind(place.page, place.tokens, place.at + 1));
    let behind = behind.or_else(|| followed::interrupted(place).map(Some));
    let told = behind.or_else(|| {
        let below = place.below().filter(|_| place.is_line())?;
        let quoted = below.first().is_some_and(|first| first.quotation().is_some());
        if quoted { None } else { followed::behind(place.page, below, 0) }
    })?;
    let crowd = told.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    let term = crowd && place.letters() < STATEMENT;
    speaker(place.page, told.as_ref(), talk).filter(|_| !term)
}

/// A sentence that is all in marks.
fn alone(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    if !(place.is_whole() || place.is_line()) || place.letters() < STATEMENT {
        return None;
    }
    let voice = talk.unsaid()?;
    if place.at > 0 {
        return Some(Finding::direct(Rule::Neighbour, Some(voice)));
    }
    // a line without a stop is as likely a heading
    let sentence = place.is_whole() || place.next().is_some();
    let near = sentence && running::is_near(place, &voice) && !running::is_told_below(place, &voice);
    Some(Finding::direct(Rule::Running, Some(voice).filter(|_| near)))
}

/// Words in marks within what is reported.
fn within(place: &Place, told: &Told, talk: &mut Discourse) -> Option<Finding> {
    if told.verb.is_some_and(|verb| verb.has(Tags::NAMING) && !verb.has(Tags::CUE)) {
        return None;
    }
    let next = place.next();
    let listed = next.is_some_and(|next| next.is_mark(&['、']));
    let ends = next.is_none_or(|next| matches!(next.shape, Shape::Mark(_)));
    let noun = next.is_some_and(|next| next.has(Tags::OF))
        && tags(place.tokens, place.at + 2).any(Tags::SPEECH_NOUN.or(Tags::DOCUMENT));
    // a verb of saying calls something so, or the words are a part of what it reports
    let calls = told.own && told.verb.is_some_and(|verb| verb.has(Tags::CUE)) && (ends || place.in_list());
    let led = place.before().is_some_and(|before| {
        before.has(Tags::PREPOSITION.or(Tags::ADVERB).or(Tags::OTHER_VERB).or(Tags::CONJUNCTION))
    });
    let verb = next.is_some_and(|next| next.has(Tags::OTHER_VERB.or(Tags::VERB)));
    let noun_behind = next.is_some_and(|next| next.has(Tags::OF.or(Tags::WORK).or(Tags::WORK_BEHIND)));
    let part = led && (verb || place.letters() > FEWEST && !noun_behind);
    let near = told.verb.is_some_and(|verb| verb.has(Tags::VERB) && !verb.has(Tags::THAT.or(Tags::WEAK)));
    // `accuses the navy of having “rammed” a boat`: a verb of what is reported, with its object behind it
    let object = Tags::INDEFINITE.or(Tags::DEFINITE).or(Tags::BODY);
    let acts = told.own
        && told.verb.is_some_and(|verb| verb.has(Tags::VERB))
        && place.is_predicate()
        && next.is_some_and(|next| next.is_unknown() || next.has(object));
    let counts =
        told.adjacent || ends || noun || calls || part || acts || !near && place.letters() >= STATEMENT;
    let said =
        told.adjacent && told.verb.is_some_and(|verb| verb.has(Tags::VERB)) && place.touches(Tags::VERB);
    let fewest = if calls || said { FEWEST / 2 } else { FEWEST };
    let who = told.who.as_ref().map(|who| &who.referent);
    let crowd = who == Some(&Referent::Crowd);
    let unnamed = who.is_none_or(|who| matches!(who, Referent::Crowd | Referent::Agency));
    let says = told.verb.is_some_and(|verb| verb.has(Tags::VERB)) && place.letters() >= STATEMENT;
    // a verb that seldom reports does so of somebody known alone
    let named =
        who.is_some_and(|who| !matches!(who, Referent::Other | Referent::Unsure | Referent::Document));
    let names = crowd && !says || near && !told.adjacent && !named;
    if !counts || listed && !told.adjacent || place.letters() < fewest || names || told.passive && unnamed {
        return None;
    }
    let voice = speaker(place.page, told.who.as_ref(), talk)?;
    Some(Finding::of(place.is_whole() && place.letters() > STATEMENT, Rule::Before, Some(voice)))
}

fn speaker(page: &Page, who: Option<&Phrase>, talk: &mut Discourse) -> Option<Voice> {
    match who {
        Some(phrase) => talk.resolve(page, phrase),
        None => talk.unsaid(),
    }
}

/// The verb of saying before the token `at`, in its own clause or one before it.
fn left<'t>(page: &Page, tokens: &'t [Token], start: usize, at: usize) -> Option<Told<'t>> {
    let near = (start..at).rev().find(|place| {
        tokens.get(*place).is_some_and(|token| !token.is_mark(&COLONS) && !token.is_mark(&COMMAS))
    });
    let colon = at > start && tokens.get(at - 1).is_some_and(|token| token.is_mark(&COLONS));
    let all = clauses(tokens, start, at);
    page.steps.take(at - start);
    let mut first = true;
    let mut own = true;
    for (number, &(from, to)) in all.iter().enumerate().filter(|(_, (from, to))| from < to) {
        let labels = colon && first;
        first = false;
        if let Some(told) = opinion(page, tokens, from, to).or_else(|| relayed(page, tokens, from, to)) {
            return Some(told);
        }
        let counts = |place: &usize| {
            let Some(token) = tokens.get(*place) else { return false };
            let noun = *place > from && tags(tokens, place - 1).any(Tags::OF);
            let reaches = labels || Some(*place) == near || place + 1 == to;
            let relative = (place + 1..to).any(|at| tags(tokens, at).any(Tags::OF));
            let far = token.has(Tags::THAT.or(Tags::WEAK).or(Tags::NAMING))
                || own && token.has(Tags::VERB) && !relative;
            token.has(CUE) && !noun && (reaches || far) && !is_matter(tokens, &all, number, *place)
        };
        // words for what is relayed are no verb where one stands before them
        let says = |place: &usize| counts(place) && tags(tokens, *place).any(Tags::CUE);
        let verb = (from..to).rev().find(says).or_else(|| (from..to).rev().find(counts));
        if verb.is_none() && !labels {
            own = false;
            continue;
        }
        let adjacent = labels || verb == near;
        // `X said, Y demands …, and it is “…”`: all behind the verb of saying is what X says
        let mut outer = all.iter().skip(number + 1);
        if !(own || adjacent) && outer.any(|clause| closes_with_saying(tokens, *clause)) {
            continue;
        }
        let end = verb.unwrap_or(to);
        // `asked by X about it, …`: a passive that an adverbial ends tells of the occasion
        let closed = |place: usize| (place + 1..end).any(|at| tags(tokens, at).any(Tags::POSTPOSITION));
        let passive =
            (from..end).rev().find(|place| tags(tokens, *place).any(Tags::PASSIVE) && !closed(*place));
        let verb = verb.and_then(|verb| tokens.get(verb));
        if let Some(mark) = passive.filter(|_| verb.is_some()) {
            let who = subjects::phrase(page, tokens, mark + 1, end);
            return Some(Told { who, adjacent, passive: true, verb, own });
        }
        let reported = |all: &[(usize, usize)], order: usize| {
            all.iter().skip(order + 1).any(|clause| closes_with_saying(tokens, *clause))
        };
        let outer = all.iter().skip(number).enumerate();
        let who = outer.filter_map(|(order, &(from, to))| {
            let phrase = subjects::of(page, tokens, from, if order == 0 { end } else { to })?;
            let last = number + order + 1 == all.len();
            let held = order > 0 && quotes(tokens, (from, to)) && reported(&all, number + order);
            (!held && (phrase.referent != Referent::Agency || last)).then_some((order, phrase))
        });
        let mut who: Vec<(usize, Phrase)> = who.collect();
        let thing = |who: &Phrase| matches!(who.referent, Referent::Other | Referent::Unsure);
        if verb.is_none() && who.iter().any(|(order, who)| *order > 0 && !thing(who)) {
            // what stands before a colon, behind a verb of saying, tells of things
            who.retain(|(_, who)| !thing(who));
        }
        let who = subjects::outermost(who).or_else(|| untold::subject(page, tokens, from, end));
        return Some(Told { who, adjacent, passive: false, verb, own });
    }
    None
}

/// True for a clause with words in marks.
fn quotes(tokens: &[Token], (from, to): (usize, usize)) -> bool {
    (from..to).any(|at| tokens.get(at).is_some_and(|token| token.quotation().is_some()))
}
