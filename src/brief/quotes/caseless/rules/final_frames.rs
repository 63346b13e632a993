//! Every phrase in which a name may be told where the verb ends the sentence.

use super::apposed;
use super::final_subjects;
use crate::brief::quotes::caseless::naming::phrase::Phrase;
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, STOPS, Token};

/// Every phrase in which a name may be told: subjects, frames, titles, names with their title behind a comma.
pub(crate) fn phrases(page: &Page, tokens: &[Token], mut told: impl FnMut(&Phrase)) {
    let mut from = 0;
    for at in 0..=tokens.len() {
        if tokens.get(at).is_none_or(|token| token.is_mark(&STOPS)) {
            let verb = (from..at).any(|at| tags(tokens, at).any(VERBS));
            final_subjects::told(page, tokens, from, at.min(from + PHRASE_REACH))
                .filter(|_| verb)
                .iter()
                .for_each(&mut told);
            from = at + 1;
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
        let reach = tokens.len().min(at + PHRASE_REACH);
        let whole = |from: usize| apposed::whole(page, tokens, from, reach).map(|(who, _)| who);
        if token.has(Tags::ACCORD.or(Tags::RELAY)) {
            whole(at + 1).iter().for_each(&mut told);
        }
        // what is said is as often of a thing: a title or a first name tells a name
        let somebody = tags(tokens, at + 1).any(Tags::TITLE.or(Tags::GIVEN));
        if token.has(Tags::THAT) && before.any(Tags::VERB) && somebody {
            whole(at + 1).iter().for_each(&mut told);
        }
        if token.has(Tags::TITLE) && !before.any(Tags::TITLE) {
            whole(at).iter().for_each(&mut told);
        }
        let named = token.has(Tags::GIVEN) && tokens.get(at + 1).is_some_and(Token::is_unknown);
        if named && !before.any(Tags::TITLE.or(Tags::GIVEN)) {
            whole(at).iter().for_each(&mut told);
        }
        let starts = at == 0
            || tokens.get(at - 1).is_some_and(|before| before.is_mark(&COMMAS) || before.is_mark(&STOPS));
        let led = at > 0 && tags(tokens, at - 1).any(Tags::PREPOSITION);
        if token.is_unknown() && (starts || led) {
            let past = apposed::end(tokens, at, reach);
            let titled = tokens.get(past).is_some_and(|comma| comma.is_mark(&COMMAS))
                && tags(tokens, past + 1).any(Tags::OFFICE);
            whole(at).filter(|_| titled).iter().for_each(&mut told);
        }
    }
}

/// Tokens of the longest phrase.
const PHRASE_REACH: usize = 40;
