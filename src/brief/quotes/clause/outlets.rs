//! Marked words that are the name of a paper or a body which speaks, relays or is told something.

use super::phrases::Text;
use super::stand::Stand;
use super::words::Class;
use crate::brief::quotes::detection::words::Words;

/// Most words of the name of an outlet.
const OUTLET: usize = 3;

/// True for a name of few words that is the subject of a verb, whom something was told, or according to whom it is.
#[must_use]
pub(super) fn is_outlet(text: &Text, stand: &Stand, words: &Words, inner: &str) -> bool {
    let open = !inner.ends_with(['.', '!', '?', '…', ',']);
    let few = words.capital && words.count <= OUTLET && open;
    few && (is_subject(text, stand)
        || is_told_to(text, stand, inner)
        || words.title && words.count > 1 && is_where(text, stand)
        || accords(text, stand)
        || words.title && tells_more(text, stand)
        || speaks_behind(text, stand))
}

/// `“Volna” denied it`: a name at the head of its sentence right before the verb; `as the “Volna” reports` where every noun
/// has a capital.
fn is_subject(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    let mut first = stand.token;
    let nouns = text.grammar.capital_nouns;
    if nouns && first > stand.start && text.has(first - 1, Class::THE) {
        first -= 1;
        let as_told =
            first == stand.start + 1 && text.has(first - 1, Class::ACCORD_OPENS.or(Class::SUBORDINATE));
        first -= usize::from(as_told);
    }
    let determined = first < stand.token;
    first == stand.start
        && !text.grammar.last_verb
        && text.has(next, if determined { Class::SAY } else { Class::ANY_VERB })
        && text.has(next, Class::FINITE)
        && next < stand.end
}

/// `“…”, said X to the “Herald”`: a name behind a determiner and another quotation, where every noun has a capital.
fn is_told_to(text: &Text, stand: &Stand, inner: &str) -> bool {
    let behind = |at: usize| text.stream().holds_quote(&(stand.start..at));
    let several = inner.contains(' ');
    let last = inner.split_whitespace().next_back().is_some_and(|last| last.starts_with(char::is_uppercase));
    // `sprach von einer „…“`: what somebody speaks of is not told to it
    let led = text.class(stand.token.saturating_sub(2));
    let told = led.any(Class::PREPOSITION) && !led.any(Class::AGENT);
    text.grammar.capital_nouns
        && last
        && stand.token > stand.start
        && text.has(stand.token - 1, Class::CASE.or(Class::FEMALE_CASE))
        && !text.has(stand.token - 1, Class::ONE)
        && (behind(stand.token) || several && told || is_addressed(text, stand))
}

/// `sagte der „Rundschau“`: a verb of saying right before the determiner.
fn is_addressed(text: &Text, stand: &Stand) -> bool {
    let before = text.class(stand.token.saturating_sub(2));
    stand.token > stand.start + 1 && before.any(Class::SAY) && before.any(Class::FINITE)
}

/// `hatte der „Rundschau“ gesagt, …`: a name of few words behind its determiner, and a participle of saying that goes on, where
/// every noun has a capital.
#[must_use]
pub(super) fn is_told_before(text: &Text, stand: &Stand, words: &Words, inner: &str) -> bool {
    let (article, behind, next) = (stand.token.saturating_sub(1), stand.token + 1, stand.token + 2);
    let told = text.has(article, Class::CASE.or(Class::FEMALE_CASE)) && !text.has(article, Class::ONE);
    let says = text.has(behind, Class::SAY) && text.has(behind, Class::PARTICIPLE);
    let relative = text.has(next + 1, Class::RELATIVE) && !text.has(next + 2, Class::CAPITAL);
    let goes_on = text.is(next, ':') || text.is(next, ',') && !relative;
    let open = !inner.ends_with(['.', '!', '?', '…', ',']);
    let few = words.capital && words.count <= OUTLET && open;
    text.grammar.capital_nouns && few && told && says && goes_on && behind < stand.end
}

/// `…“ verspottete der Kritiker X im „Neuen Boten“`: behind other words in marks, a name of several words with capitals right
/// behind a preposition, where every noun has a capital.
fn is_where(text: &Text, stand: &Stand) -> bool {
    let before = text.class(stand.token.saturating_sub(1));
    let led = before.any(Class::PREPOSITION) && !before.any(Class::SUBORDINATE.or(Class::ASIDE));
    let behind = text.stream().holds_quote(&(stand.start..stand.token));
    text.grammar.capital_nouns && stand.token > stand.start && led && behind
}

/// `a draft that the “New Herald” has seen`: a name with its article right behind a relative pronoun, where every noun has a
/// capital.
fn tells_more(text: &Text, stand: &Stand) -> bool {
    let Some(comma) = stand.token.checked_sub(3).filter(|comma| *comma >= stand.start) else { return false };
    let relative = text.is(comma, ',') && text.has(comma + 1, Class::RELATIVE);
    text.grammar.capital_nouns && relative && text.has(comma + 2, Class::DETERMINER)
}

/// `according to the “Herald”`, where every noun has a capital.
fn accords(text: &Text, stand: &Stand) -> bool {
    let before = stand.token.checked_sub(2).filter(|before| *before >= stand.start);
    text.grammar.capital_nouns
        && text.has(stand.token.saturating_sub(1), Class::DETERMINER)
        && before.is_some_and(|before| text.has(before, Class::ACCORD_OPENS))
}

/// `it was late, wrote “Volna”.`, where every noun has a capital.
fn speaks_behind(text: &Text, stand: &Stand) -> bool {
    let Some(comma) = stand.token.checked_sub(2).filter(|comma| *comma > stand.start) else { return false };
    let verb = text.has(comma + 1, Class::SAY) && text.has(comma + 1, Class::FINITE);
    let ends = stand.token + 1 >= stand.end || text.is(stand.token + 1, '.');
    text.grammar.capital_nouns && verb && text.is(comma, ',') && ends
}

/// `ein „Hafenplan 2030“`: one capital and a year within a sentence, where every noun has a capital.
#[must_use]
pub(super) fn is_dated(text: &Text, stand: &Stand) -> bool {
    let marked = text.marked_at(stand.token).unwrap_or_default();
    let parts = marked.split_once(' ').filter(|(name, _)| name.starts_with(char::is_uppercase));
    let year =
        parts.is_some_and(|(_, year)| year.len() == YEAR && year.bytes().all(|digit| digit.is_ascii_digit()));
    let opens = stand.token == stand.start || text.is(stand.token - 1, ':');
    text.grammar.capital_nouns && year && !opens
}

/// Digits of a year.
const YEAR: usize = 4;
