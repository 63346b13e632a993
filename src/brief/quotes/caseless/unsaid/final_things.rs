//! Words in marks that name a thing, where the verb ends the sentence.

use crate::brief::quotes::caseless::page::{sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::things::is_written;
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Shape, Token};

/// Words from which a sentence in marks is a statement.
pub(crate) const STATEMENT: usize = 5;
/// Words of what something is called.
const LONGEST_CALLED: usize = 3;
/// Fewest stretches of a list.
const FEWEST_LISTED: usize = 3;

/// The name of a thing: a word for it stands before, or a verb that gives names behind.
#[must_use]
pub(crate) fn is_thing(place: &Place, before: Option<&Token>, behind: Option<&Token>) -> bool {
    let calls = behind.is_some_and(|behind| behind.has(Tags::WEAK));
    let led = before.is_some_and(|before| {
        let word = before.has(Tags::SPEECH_NOUN) && calls;
        let named = before.has(Tags::NAMING.or(Tags::WORK)) && !before.has(Tags::CUE.or(Tags::DOCUMENT));
        named && !word && !place.opens_adjunct()
            || before.has(Tags::WORK) && tags(place.tokens, place.at + 1).any(Tags::OBJECT)
    });
    let outlet = before.is_some_and(|before| before.has(Tags::AGENCY));
    // `in her book, “X”, `
    let comma = before.is_some_and(|before| before.is_mark(&COMMAS));
    let work =
        place.at.checked_sub(2).is_some_and(|at| tags(place.tokens, at).any(Tags::WORK.or(Tags::AGENCY)));
    let closed = place.next().is_some_and(|next| next.is_mark(&COMMAS));
    led || outlet
        || is_called(place, behind)
        || is_listed(place)
        || names_body(place)
        || is_outlet_told(place)
        || is_described(place)
        || is_asked_about(place)
        || is_beside_words(place)
        || comma && work && closed
        || place.spaced_words() <= STATEMENT && is_written(place)
        || place.is_thing(before)
        || behind.is_some_and(|behind| behind.has(Tags::NAMING) && !behind.has(Tags::CUE))
}

/// `they call it “X”`: a few words behind what something is called by, which stands behind a preposition.
fn is_called(place: &Place, behind: Option<&Token>) -> bool {
    let it = place.before().is_some_and(|before| before.has(Tags::DEFINITE.or(Tags::THEY)));
    let led = place.at.checked_sub(2).is_some_and(|at| tags(place.tokens, at).any(Tags::PREPOSITION));
    it && led && place.spaced_words() <= LONGEST_CALLED && behind.is_some_and(|verb| verb.has(Tags::VERB))
}

/// Several stretches of few words behind a colon that no verb of saying stands before: what there is to read.
fn is_listed(place: &Place) -> bool {
    let end = place.list_end();
    let part =
        |token: &Token| token.quotation().is_some() || token.is_mark(&COMMAS) || token.has(Tags::CONJUNCTION);
    let before =
        (place.start..place.at).rev().take_while(|at| place.tokens.get(*at).is_some_and(part)).count();
    let first = place.at - before;
    let colon =
        first.checked_sub(1).filter(|colon| place.tokens.get(*colon).is_some_and(|at| at.is_mark(&COLONS)));
    let words =
        place.tokens.get(first..=end).unwrap_or_default().iter().filter(|token| token.quotation().is_some());
    colon.is_some_and(|colon| !(place.start..colon).any(|at| tags(place.tokens, at).any(Tags::CUE)))
        && words.count() >= FEWEST_LISTED
}

/// `told “X” that`: a few words behind a preposition and before a verb of one word that more is said behind.
fn is_outlet_told(place: &Place) -> bool {
    let led = place.before().is_some_and(|before| before.has(Tags::PREPOSITION));
    let Some(next) = place.next().filter(|next| next.has(Tags::VERB)) else { return false };
    // what opens reported words may be told with the verb
    let (verb, last) = next.form.split_once(' ').unwrap_or((&next.form, ""));
    let that = tags(place.tokens, place.at + 2).any(Tags::THAT) && last.is_empty()
        || place.page.lexicon.phrase(last).is_some_and(|tags| tags.any(Tags::THAT));
    led && !verb.is_empty() && that && place.spaced_words() <= LONGEST_CALLED
}

/// `why does everybody speak of “X”?`
fn is_asked_about(place: &Place) -> bool {
    let led = place.before().is_some_and(|before| before.has(Tags::PREPOSITION));
    let end = sentence_end(place.tokens, place.at + 1);
    let asks = place.tokens.get(end).is_some_and(|stop| stop.is_mark(&['؟', '?']));
    led && asks && place.spaced_words() <= LONGEST_CALLED
}

/// `her new book “X”`, `with the local channel “X”`: a few words behind an adjective that the noun for a work or, behind a
/// preposition, for an outlet stands before.
fn is_described(place: &Place) -> bool {
    let adjective = place.before().is_some_and(|before| before.is_unknown() && !before.is_edge());
    let work = place.at.checked_sub(2).map_or(Tags::NONE, |at| tags(place.tokens, at));
    let work = work.any(Tags::WORK) && !work.any(Tags::DOCUMENT.or(Tags::CUE).or(Tags::BODY));
    let verb = place.next().is_some_and(|next| next.has(VERBS.or(Tags::OBJECT)));
    let noun = |at: usize| place.at.checked_sub(at).map_or(Tags::NONE, |at| tags(place.tokens, at));
    let outlet = noun(2).any(Tags::AGENCY.or(Tags::WORK)) && noun(3).any(Tags::PREPOSITION);
    adjective && (work && !verb || outlet) && place.spaced_words() <= LONGEST_CALLED
}

/// `the body for X “Free Pen” … this`: a few words behind the noun for a body, and what the sentence is about behind them.
fn names_body(place: &Place) -> bool {
    let behind = place.next().is_some_and(|next| next.has(Tags::DEFINITE));
    let comma = |at: &usize| place.tokens.get(*at).is_some_and(|token| matches!(token.shape, Shape::Mark(_)));
    let body = (place.start..place.at)
        .rev()
        .take_while(|at| !comma(at))
        .any(|at| tags(place.tokens, at).any(Tags::BODY));
    let noun = place
        .before()
        .is_some_and(|before| !before.is_edge() && !before.has(VERBS.or(Tags::OBJECT).or(Tags::PREPOSITION)));
    behind && body && noun && place.spaced_words() <= LONGEST_CALLED
}

/// `told “X”: “…”`: the verb behind a few words has words of its own behind a colon.
fn is_beside_words(place: &Place) -> bool {
    let colon = place.tokens.get(place.at + 2).is_some_and(|token| token.is_mark(&COLONS));
    let words = place.tokens.get(place.at + 3).is_some_and(|token| token.quotation().is_some());
    let verb = place.next().is_some_and(|next| next.has(Tags::VERB));
    verb && colon && words && !place.opens() && place.spaced_words() < STATEMENT
}
