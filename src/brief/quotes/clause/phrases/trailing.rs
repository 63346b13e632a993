//! What stands behind a name and tells more of it: a bracket, an age; a name that runs into what stands before.

use std::ops::Range;

use super::noun::{Noun, Sort};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, same_word};

/// Tokens a bracket may have.
const BRACKET: usize = 10;

/// Takes `(PSD)` into the phrase.
pub(super) fn bracket(text: &Text, noun: &mut Noun, end: usize) {
    let open = noun.tokens.end;
    if !text.is(open, '(') {
        return;
    }
    if let Some(close) = (open + 1..end.min(open + BRACKET)).find(|at| text.is(*at, ')')) {
        noun.tokens.end = close + 1;
    }
}

/// `Ana Porto, 61,` and `Ana Porto, 61 years old,`.
pub(super) fn age(text: &Text, noun: &mut Noun, end: usize) {
    let comma = noun.tokens.end;
    let number = if text.has(comma + 1, Class::OF) { comma + 2 } else { comma + 1 };
    if text.is(comma, ',') && text.has(number, Class::NUMBER) && number < end {
        let mut at = number + 1;
        while at < end && at < number + 3 && text.is_word(at) && !text.has(at, Class::ANY_VERB) {
            at += 1;
        }
        if at >= end || text.is(at, ',') || text.is_quote(at) || text.is(at, '.') {
            noun.tokens.end = at;
        }
    }
}

/// «прокомментировал продажу дома Портов»: a surname in the first case that runs into the object before it, of somebody
/// named in full elsewhere.
#[must_use]
pub(crate) fn surname_behind(text: &Text, noun: &Noun) -> Option<Noun> {
    let last = noun.tokens.end - 1;
    let cases = text.grammar.cases && !text.grammar.last_verb;
    let thing = cases && noun.sort == Sort::Thing && last > noun.tokens.start;
    let single = text.is_name_word(last) && !text.is_name_word(last - 1) && !text.has(last, Class::UPPER);
    let subject = thing && single && !text.grammar.is_oblique(text.lower(last));
    let full = |at: usize| {
        at > 0
            && text.is_name_word(at)
            && text.has(at - 1, Class::FIRST_NAME)
            && same_word(text.lower(at), text.lower(last), true)
    };
    (subject && text.alike(last).any(full)).then(|| Noun {
        tokens: last..noun.tokens.end,
        head: last,
        name: Some(last..noun.tokens.end),
        role: last..last,
        owner: None,
        sort: Sort::Capital,
        class: text.class(last),
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: false,
    })
}

/// `told EFE Ana Porto`: a name that stands behind another in one run of capitals.
#[must_use]
pub(crate) fn name_behind(text: &Text, noun: &Noun) -> Option<Noun> {
    if let Some(name) = behind_place(text, noun) {
        return Some(Noun {
            tokens: name.start..noun.tokens.end,
            head: name.start,
            role: name.start..name.start,
            ..noun.clone()
        });
    }
    let run = noun
        .name
        .clone()
        .filter(|run| run.len() > 2 && noun.sort == Sort::Person && noun.tokens.start == run.start)?;
    let given = run.clone().skip(1).find(|at| at + 1 < run.end && text.has(*at, Class::FIRST_NAME));
    let start = given.unwrap_or(run.end - 2);
    let own =
        Noun { tokens: start..noun.tokens.end, head: start, name: Some(start..run.end), ..noun.clone() };
    Some(own)
}

/// `sagte in Tallinn Ana Porto`: one word that nobody knows, without an article, and a full name; where every verb has a
/// subject the name is it.
fn behind_place(text: &Text, noun: &Noun) -> Option<Range<usize>> {
    let name = noun.name.clone().filter(|name| noun.sort == Sort::Person && name.len() > 1)?;
    let known = Class::NOUN.or(Class::ADDRESS);
    let alone = noun.tokens.start + 1 == name.start && noun.determiner == Class::NONE;
    (text.grammar.capital_nouns && alone && !text.has(noun.tokens.start, known)).then_some(name)
}

/// Small words before a surname.
const PARTICLES: usize = 3;

/// `sagte von der Heide`: a surname with the small words before it, of somebody named in full elsewhere, where such a word is
/// a preposition, too.
#[must_use]
pub(super) fn surname_with_particles(text: &Text, at: usize, end: usize) -> Option<Noun> {
    let small = |at: &usize| text.has(*at, Class::PARTICLE) && !text.is_name_word(*at);
    if !(text.grammar.capital_nouns && small(&at)) {
        return None;
    }
    let last = (at..end.min(at + PARTICLES + 1)).find(|at| !small(at))?;
    let same = |other: usize| {
        let led = (1..=last - at).all(|back| {
            other.checked_sub(back).is_some_and(|before| text.lower(before) == text.lower(last - back))
        });
        let first = other.checked_sub(last - at + 1);
        led && other != last && first.is_some_and(|first| text.is_name_word(first))
    };
    let known = text.is_name_word(last) && text.alike(last).any(same);
    known.then(|| Noun {
        tokens: at..last + 1,
        head: last,
        name: Some(last..last + 1),
        role: at..at,
        owner: None,
        sort: Sort::Person,
        class: text.class(last),
        determiner: Class::NONE,
        may_be_subject: true,
        first_case: false,
    })
}
