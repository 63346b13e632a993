//! Words written on a thing: `a banner with “…”`, `on the door a sign: “…”`. Nobody says them.

use super::phrases::Text;
use super::stand::Stand;
use super::words::Class;
use crate::people::lexicon::Tags;

/// Tokens between a thing and the words written on it.
const REACH: usize = 14;

/// `“…”, one could read on the banners`: a verb of reading and the thing right behind the words.
fn is_read_behind(text: &Text, stand: &Stand) -> bool {
    let end = stand.end.min(stand.token + REACH);
    let first = stand.token + 1 + usize::from(text.is(stand.token + 1, ','));
    let word = |at: &usize| text.is_word(*at) && !text.has(*at, Class::SPEAKER);
    let read = (first..end).take_while(word).find(|at| text.has(*at, Class::READ));
    read.is_some_and(|read| (read + 1..end).take_while(word).any(|at| text.stream().has(at, Tags::SIGN)))
}

/// Tokens between a sign and its verb.
const SIGN: usize = 5;

/// `a banner proclaimed`: a thing that words are written on is the subject of the verb behind the tokens.
fn is_on_sign(text: &Text, tokens: std::ops::Range<usize>) -> bool {
    let other =
        Class::SPEAKER.or(Class::FIRST_NAME).or(Class::SUBJECT).or(Class::SUBORDINATE).or(Class::RELATIVE);
    let near = tokens.clone().rev().take_while(|at| text.is_word(*at) && !text.has(*at, other));
    let sign = near.into_iter().find(|at| text.stream().has(*at, Tags::SIGN));
    sign.and_then(|at| at.checked_sub(2)).is_some_and(|led| {
        !text.has(led, Class::PREPOSITION)
            && !text.has(led + 1, Class::PREPOSITION)
            && !text.has(led, Class::ANY_VERB)
    })
}

/// True where a thing that words are written on stands before them in their clause, and no verb of saying between.
#[must_use]
pub(super) fn is_written(text: &Text, stand: &Stand) -> bool {
    if text.grammar.by_order() && is_read_behind(text, stand) {
        return true;
    }
    // `In dem Aushang wird es als „…“ bezeichnet`
    if text.grammar.capital_nouns && text.has(stand.token + 1, Class::PARTICIPLE) {
        return false;
    }
    let floor = stand.start.max(stand.token.saturating_sub(REACH));
    for at in (floor..stand.token).rev() {
        let class = text.class(at);
        let finite = class.any(Class::FINITE) && !class.any(Class::NOUN);
        let says = class.any(Class::SAY.or(Class::CITE)) && !class.any(Class::READ) && finite;
        if says && text.grammar.by_order() {
            return is_on_sign(text, floor.max(at.saturating_sub(SIGN))..at);
        }
        let parted = text.is(at, ';') || text.is(at, '.') || text.is(at, ':') && at + 1 < stand.token;
        // `on peut lire`: a pronoun of nobody
        let anybody = !class.any(Class::GENDER.or(Class::PLURAL)) && text.grammar.by_order();
        let subject = class.any(Class::SUBJECT) && !(anybody && text.is_word(at));
        if says || parted || subject || class.any(Class::FIRST_NAME) {
            return false;
        }
        if text.stream().has(at, Tags::SIGN) {
            return true;
        }
    }
    false
}
