//! Words that what stands before them brings in, with no verb behind them: `X は「…」。`, `X が掛けた言葉は…。「…」`.

use super::reported::{STATEMENT, is_person, is_statement, speaks};
use super::topics::subjects;
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::page::{sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, STOPS, Shape};
use crate::brief::quotes::rule::Rule;

/// The sentence before tells that words follow: `X はこう述べた。`
#[must_use]
pub(super) fn announced(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    let tokens = if place.at == 0 { place.above()? } else { place.tokens.get(..place.at)? };
    let closed = tokens.last().is_some_and(|last| last.is_mark(&STOPS) || last.is_mark(&COLONS));
    let end = tokens.len() - usize::from(closed);
    let start = sentence_start(tokens, end);
    let sentence = tokens.get(start..end)?;
    let colon = tokens.last().is_some_and(|last| last.is_mark(&COLONS));
    let says = sentence.iter().any(|token| token.has(Tags::CUE))
        && (colon || sentence.iter().any(|token| token.has(Tags::ANNOUNCING)));
    if !says {
        return None;
    }
    let who = subjects(place.page, sentence, 0, sentence.len()).into_iter().find(|found| speaks(&found.who));
    match who {
        Some(found) => talk.resolve(place.page, &found.who),
        None => talk.unsaid(),
    }
}

/// The sentence before tells of what somebody said, or ends with the verb of saying, and holds no words in marks itself.
#[must_use]
pub(super) fn led_up(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    place.before().filter(|before| before.is_mark(&STOPS))?;
    let tokens = place.tokens.get(..place.at.checked_sub(1)?)?;
    let sentence = tokens.get(sentence_start(tokens, tokens.len())..)?;
    let marked = sentence.iter().any(|token| token.quotation().is_some());
    let all = subjects(place.page, sentence, 0, sentence.len());
    let noun = all.iter().any(|found| {
        let words = found.at.checked_sub(1).map_or(Tags::NONE, |at| tags(sentence, at));
        found.topic && words.any(Tags::SPEECH_NOUN)
    });
    let verb = sentence.iter().rposition(|token| token.shape != Shape::Ending).filter(|verb| {
        let object =
            verb.checked_sub(1).is_some_and(|at| tags(sentence, at).any(Tags::OBJECT.or(Tags::QUOTING)));
        tags(sentence, *verb).any(Tags::VERB) && verb + 1 < sentence.len() && !object
    });
    let led = !marked && (noun || verb.is_some());
    let who = all.into_iter().find(|found| is_person(&found.who)).filter(|_| led)?;
    talk.resolve(place.page, &who.who)
}

/// `X は「…」。`: nothing stands behind the words, and the sentence is about a person.
#[must_use]
pub(super) fn verbless(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let ends = place.next().is_none_or(|next| next.is_mark(&STOPS) || next.shape == Shape::Bracket);
    let said = place.letters() >= STATEMENT || is_statement(place);
    let all = subjects(place.page, place.tokens, place.start, place.at);
    let who = all.into_iter().find(|found| found.topic && speaks(&found.who));
    let who = who.filter(|found| ends && said && is_person(&found.who))?;
    Some(Finding::direct(Rule::Before, talk.resolve(place.page, &who.who)))
}
