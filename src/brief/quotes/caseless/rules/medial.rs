//! Speakers where the verb stands between its subject and what is said: `X said “…”`, `“…,” X said`.

use super::subjects::{self, clauses};
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Shape, Token};
use crate::brief::quotes::rule::Rule;

/// Letters from which words are a statement rather than a term.
const STATEMENT: usize = 8;
/// Fewest letters of a quote that no verb touches.
const FEWEST: usize = 4;
/// Verbs behind which a thing is called something or something is said.
const CUE: Tags = Tags::CUE.or(Tags::NAMING).or(Tags::RELAY_END);

/// Who a sentence tells to have said what.
struct Told<'t> {
    /// The speaker; `None` where the sentence names none.
    who: Option<Phrase>,
    /// Nothing but a comma or a colon stands between the verb and the words.
    adjacent: bool,
    /// The speaker stands behind the mark of a passive.
    passive: bool,
    /// The verb; `None` for a colon alone.
    verb: Option<&'t Token>,
}

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let page = place.page;
    let names_thing = place.touches(Tags::NAMING) && !place.touches(Tags::CUE)
        || place.touches(Tags::WORK.or(Tags::COUNTRY))
            && !place.touches(Tags::VERB.or(Tags::DOCUMENT))
            && place.letters() < STATEMENT;
    if place.next().is_some_and(|next| is_thing(next, page)) || names_thing {
        return None;
    }
    let left = if place.opens() { None } else { left(page, place.tokens, place.start, place.at) };
    if let Some(found) = introduced(place, talk) {
        return Some(found);
    }
    let marked_off = place.before().is_some_and(|before| before.is_mark(&COLONS) || before.is_mark(&COMMAS));
    if let Some(told) = left.as_ref().filter(|told| told.adjacent && marked_off && !told.passive)
        && let Some(found) = announced(place, told, talk)
    {
        return found;
    }
    if place.before().is_none_or(Token::is_edge) {
        if let Some(voice) = followed(place, talk) {
            return Some(Finding::direct(Rule::After, Some(voice)));
        }
        if place.opens() {
            return alone(place, talk);
        }
    }
    match left {
        Some(told) => within(place, &told, talk),
        None => spoken_of(place, talk),
    }
}

/// `“…” plan`: the name of a thing.
fn is_thing(next: &Token, page: &Page) -> bool {
    let one = next.is_unknown().then(|| next.form.chars().next()).flatten();
    let head = one.and_then(|letter| page.lexicon.longest(letter.encode_utf8(&mut [0; 4])));
    let single = head.is_some_and(|(_, tags)| tags.within(Tags::WORK_BEHIND) && tags != Tags::NONE);
    next.has(Tags::WORK_BEHIND) && !next.has(Tags::VERB) || single
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

/// `X said: “…”`. The outer `None`: the verb tells nothing; the inner one: these are nobody's words.
#[allow(clippy::option_option, reason = "nobody's words are another answer than none")]
fn announced(place: &Place, told: &Told, talk: &mut Discourse) -> Option<Option<Finding>> {
    let colon = place.before().is_some_and(|before| before.is_mark(&COLONS));
    if told.verb.is_none() && place.letters() < FEWEST {
        return Some(None);
    }
    if told.verb.is_some_and(|verb| verb.has(Tags::NAMING) && !verb.has(Tags::CUE)) {
        return None;
    }
    let crowd = told.who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    let voice = speaker(place.page, told.who.as_ref(), talk).filter(|_| colon || !crowd);
    if voice.is_none() && !(colon && place.letters() >= FEWEST) {
        return None;
    }
    let whole = colon || is_whole(place) || place.letters() >= STATEMENT;
    let rule = if told.verb.is_none() { Rule::Label } else { Rule::Before };
    Some(Some(Finding::of(whole, rule, voice)))
}

/// `“…,” X said`, in the same sentence or, behind a line of its own, in the next line.
fn followed(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    if place.letters() < FEWEST {
        return None;
    }
    let behind = place.next().and_then(|_| right(place.page, place.tokens, place.at + 1));
    let told = behind.or_else(|| {
        let below = place.below().filter(|_| place.is_line())?;
        let quoted = below.first().is_some_and(|first| first.quotation().is_some());
        if quoted { None } else { right(place.page, below, 0) }
    })?;
    let crowd = told.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    speaker(place.page, told.as_ref(), talk).filter(|_| !crowd)
}

/// A sentence that is all in marks.
fn alone(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    if !(is_whole(place) || place.is_line()) || place.letters() < STATEMENT {
        return None;
    }
    let voice = talk.unsaid()?;
    Some(Finding::direct(if place.at == 0 { Rule::Running } else { Rule::Neighbour }, Some(voice)))
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
    let counts = told.adjacent || ends || noun || place.letters() >= STATEMENT;
    let unnamed =
        told.who.as_ref().is_none_or(|who| matches!(who.referent, Referent::Crowd | Referent::Agency));
    let crowd = told.who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    if !counts || listed && !told.adjacent || place.letters() < FEWEST || crowd || told.passive && unnamed {
        return None;
    }
    let voice = speaker(place.page, told.who.as_ref(), talk)?;
    Some(Finding::of(is_whole(place) && place.letters() > STATEMENT, Rule::Before, Some(voice)))
}

/// `X's words “…”`: a noun for words behind them.
fn spoken_of(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let noun = place.next().is_some_and(|next| next.has(Tags::OF))
        && tags(place.tokens, place.at + 2).any(Tags::SPEECH_NOUN);
    if !noun || place.letters() < FEWEST {
        return None;
    }
    let subject = clauses(place.tokens, place.start, place.at)
        .into_iter()
        .find_map(|(from, to)| subjects::of(place.page, place.tokens, from, to))?;
    let voice = talk.resolve(place.page, &subject).filter(|_| subject.referent != Referent::Crowd)?;
    Some(Finding::of(false, Rule::Noun, Some(voice)))
}

fn speaker(page: &Page, who: Option<&Phrase>, talk: &mut Discourse) -> Option<Voice> {
    match who {
        Some(phrase) => talk.resolve(page, phrase),
        None => talk.unsaid(),
    }
}

fn is_whole(place: &Place) -> bool {
    place.words.ends_with(['。', '！', '？', '!', '?', '…'])
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
            token.has(CUE) && !noun && (reaches || token.has(Tags::THAT.or(Tags::WEAK).or(Tags::NAMING)))
        };
        let verb = (from..to).rev().find(counts);
        if verb.is_none() && !labels {
            continue;
        }
        let adjacent = labels || verb == near;
        let end = verb.unwrap_or(to);
        let passive = (from..end).rev().find(|place| tags(tokens, *place).any(Tags::PASSIVE));
        let verb = verb.and_then(|verb| tokens.get(verb));
        if let Some(mark) = passive {
            let who = subjects::phrase(page, tokens, mark + 1, end);
            return Some(Told { who, adjacent, passive: true, verb });
        }
        let outer = all.iter().skip(number).enumerate();
        let who = outer.filter_map(|(order, &(from, to))| {
            let phrase = subjects::of(page, tokens, from, if order == 0 { end } else { to })?;
            let last = number + order + 1 == all.len();
            (phrase.referent != Referent::Agency || last).then_some(phrase)
        });
        return Some(Told { who: who.into_iter().next(), adjacent, passive: false, verb });
    }
    None
}

/// `in X's view`.
fn opinion<'t>(page: &Page, tokens: &'t [Token], from: usize, to: usize) -> Option<Told<'t>> {
    let opinion = |place: &usize| {
        tokens.get(*place).is_some_and(|token| token.has(Tags::ACCORD_AFTER) && !token.has(Tags::VERB))
    };
    let end = (from..to).find(opinion)?;
    let leads = Tags::PREPOSITION.or(Tags::ACCORD).or(Tags::CONJUNCTION).or(Tags::ADVERB);
    let start = (from..end).find(|place| !tags(tokens, *place).any(leads))?;
    let who = subjects::phrase(page, tokens, start, end).filter(|who| who.referent != Referent::Agency)?;
    Some(Told { who: Some(who), adjacent: false, passive: false, verb: tokens.get(end) })
}

/// `the agency quoted X as saying`.
fn relayed<'t>(page: &Page, tokens: &'t [Token], from: usize, to: usize) -> Option<Told<'t>> {
    let verb = (from..to).find(|place| tags(tokens, *place).any(Tags::RELAY))?;
    let end = (verb + 1..to).find(|place| tags(tokens, *place).any(Tags::RELAY_END)).unwrap_or(to);
    let who = subjects::phrase(page, tokens, verb + 1, end)?;
    let speaks = !matches!(who.referent, Referent::Agency | Referent::Document);
    speaks.then_some(Told { who: Some(who), adjacent: true, passive: false, verb: tokens.get(verb) })
}

/// Clauses behind a quotation in which its speaker may stand: one for a day or an occasion, one for the verb.
const CLAUSES_BEHIND: usize = 3;

/// Subject and verb behind a quotation; the outer `None` where there is no verb of saying.
#[allow(clippy::option_option, reason = "a verb without a subject is another answer than no verb")]
fn right(page: &Page, tokens: &[Token], at: usize) -> Option<Option<Phrase>> {
    let end = sentence_end(tokens, at);
    let mut from = at;
    for _ in 0..CLAUSES_BEHIND {
        let stops = |place: &usize| {
            tokens.get(*place).is_none_or(|token| {
                token.quotation().is_some()
                    || token.is_mark(&COMMAS)
                    || token.is_mark(&COLONS)
                    || token.is_mark(&STOPS)
            })
        };
        let to = (from..end).find(stops).unwrap_or(end);
        page.steps.take(to - from + 1);
        let start = subjects::skip(tokens, from, to);
        if start < to {
            let past = subjects::end(tokens, page, start, to);
            (past..to).find(|place| tags(tokens, *place).any(Tags::CUE))?;
            return Some(subjects::phrase(page, tokens, start, past));
        }
        if to >= end || tokens.get(to).is_none_or(|token| token.quotation().is_some()) {
            return None;
        }
        from = to + 1;
    }
    None
}
