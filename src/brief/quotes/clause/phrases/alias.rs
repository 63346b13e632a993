//! The name that a participle of naming gives: `the rebel leader known as Lupo`.

use std::ops::Range;

use super::core;
use super::noun::{Noun, Sort};
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, Grammar};

/// Small words and marks between a phrase and the participle that names it.
const NEAR: usize = 3;

/// Words such a name may have.
const LONGEST: usize = 4;

/// Takes `, known as Lupo` into the phrase of somebody; it gives the name where the phrase has none.
pub(super) fn known_as(text: &Text, noun: &mut Noun, end: usize) {
    let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
    if several || !matches!(noun.sort, Sort::Role | Sort::Open | Sort::Person) {
        return;
    }
    let from = noun.name.as_ref().map_or(noun.head + 1, |name| name.end);
    let Some(name) = named_behind(text, from..noun.tokens.end, end) else { return };
    noun.tokens.end = name.end;
    if noun.name.is_none() {
        let words = noun.role.start..noun.role.end.min(name.start);
        noun.role = noun.head.max(words.start)..words.end;
        noun.sort = Sort::Person;
        noun.name = Some(name);
    }
}

/// The name behind the first participle of naming within `within` or right behind it.
fn named_behind(text: &Text, within: Range<usize>, end: usize) -> Option<Range<usize>> {
    let close = |at: &usize| {
        *at < within.end
            || (within.end..*at).all(|at| text.is(at, ',') || text.has(at, Class::ASIDE.or(Class::TIME)))
    };
    (within.start..end.min(within.end + NEAR)).take_while(close).find_map(|at| {
        let words = Grammar::phrase(&text.grammar.naming.known_as, |offset| text.lower(at + offset));
        (words > 0).then(|| name(text, at + words, end)).flatten()
    })
}

/// The capitals from the token `at` on, behind an article at most.
fn name(text: &Text, at: usize, end: usize) -> Option<Range<usize>> {
    let article = text.has(at, Class::THE) && !text.has(at, Class::CAPITAL);
    let start = at + usize::from(article && text.has(at + 1, Class::CAPITAL));
    let last = (start..end.min(start + LONGEST)).take_while(|at| text.has(*at, Class::CAPITAL)).last()?;
    Some(start..last + 1)
}

/// `Kurt lakaplı komutan`: where the verb is last, the name and the participle stand before what somebody is.
pub(super) fn known_before(text: &Text, at: usize, end: usize) -> Option<Noun> {
    if !(text.grammar.last_verb && text.has(at, Class::CAPITAL)) {
        return None;
    }
    let name = name(text, at, end)?;
    let words = Grammar::phrase(&text.grammar.naming.known_as, |offset| text.lower(name.end + offset));
    let noun = core::read(text, name.end + words, end, false).filter(|_| words > 0)?;
    let office = noun.name.is_none() && matches!(noun.sort, Sort::Role | Sort::Open);
    office.then(|| Noun {
        tokens: at..noun.tokens.end,
        role: noun.role.clone(),
        name: Some(name),
        sort: Sort::Person,
        ..noun
    })
}
