//! Words that take somebody up by what that person is, in languages without an article and whose verb is last: `Deneyimli
//! siyasetçi`, `26 yaşındaki futbolcu`.
//!
//! In: a noun phrase without a name. Out: true for a calling that nothing possesses, alone or behind words that only
//! describe it. What belongs to a body or stands in it, `mahkeme başkanı`, `kapıdaki görevli`, is somebody told apart.

use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::Class;

use super::fitness::is_somebody_new;

/// True for a calling with nothing before it but what describes it.
#[must_use]
pub(crate) fn is_epithet(text: &Text, noun: &Noun) -> bool {
    let compound = compound_start(text, noun);
    let head = text.lower(noun.head);
    text.grammar.last_verb
        && noun.name.is_none()
        && noun.owner.is_none()
        && noun.head + 1 == noun.tokens.end
        && text.has(noun.head, Class::ROLE)
        && (compound < noun.head || !text.grammar.is_possessed(head))
        && !is_somebody_new(text, noun)
        && !is_brought_in(text, noun)
        && (noun.tokens.start..compound).all(|at| describes(text, at))
}

/// True for a noun alone, or with an article: nothing tells more of who is meant.
pub(super) fn is_bare(text: &Text, noun: &Noun) -> bool {
    if is_epithet(text, noun) {
        return true;
    }
    let words =
        noun.tokens.clone().filter(|at| !text.has(*at, Class::THE.or(Class::CASE).or(Class::FEMALE_CASE)));
    let comma = text.is(noun.tokens.end, ',');
    let behind = noun.tokens.end + usize::from(comma);
    // where every noun has a capital, a relative clause stands behind a comma: `said the 35-year-old to the “Herald”`
    let related = text.has(behind, Class::RELATIVE) && (comma || !text.grammar.capital_nouns);
    // `the young woman`
    let described = |at: &usize| *at == noun.head || !text.has(*at, Class::CAPITAL.or(Class::NOUN));
    // the interlocutor of the paper is whoever spoke; of “a source in …” nobody knows
    let talk = text.grammar.cases && noun.class.any(Class::OPEN);
    let outlet =
        noun.owner.clone().filter(|owner| talk && owner.len() == 1 && text.has(owner.start, Class::OUTLET));
    if talk && text.has(noun.tokens.end, Class::PREPOSITION) {
        return false;
    }
    if outlet.is_some_and(|owner| owner.start == noun.head + 1) {
        return noun.tokens.len() == 2;
    }
    let few = words.clone().count() == 1 || text.grammar.by_order() && words.clone().count() == 2;
    few && words.clone().all(|at| described(&at)) && !related
}

/// Where the words of a calling of several begin: `iş insanı`.
fn compound_start(text: &Text, noun: &Noun) -> usize {
    let before = noun.head.checked_sub(1).filter(|at| noun.tokens.contains(at));
    let whole = |at: &usize| text.grammar.is_role_phrase(|offset| text.lower(at + offset));
    before.filter(whole).unwrap_or(noun.head)
}

/// Tokens before a calling in which somebody else may be brought in by it.
const BEFORE: usize = 60;

/// Tokens between the article of one and its noun.
const NEAR: usize = 3;

/// True where the same noun stands before with the article of one, in whatever case: `bir bilirkişiyi dinledi. Bilirkişi …`.
fn is_brought_in(text: &Text, noun: &Noun) -> bool {
    let head = text.lower(noun.head);
    let start = noun.tokens.start;
    let new = |at: &usize| {
        let one = (at.saturating_sub(NEAR)..*at).any(|before| text.has(before, Class::ONE));
        one && text.lower(*at).starts_with(head)
    };
    (start.saturating_sub(BEFORE)..start).any(|at| new(&at))
}

/// True for an adjective, a number, an age, somebody's country, or a calling that stands before another.
fn describes(text: &Text, at: usize) -> bool {
    if !text.is_word(at) {
        return text.has(at, Class::NUMBER);
    }
    let lower = text.lower(at);
    if text.has(at, Class::ROLE) {
        return !text.grammar.is_possessed(lower);
    }
    let other = Class::NOUN.or(Class::ANY_VERB).or(Class::GENITIVE).or(Class::OTHER_CASE).or(Class::ONE);
    // a name that owns: only a country stands so with a capital
    let name = text.has(at, Class::CAPITAL) && !text.has(at, Class::OPENS.or(Class::PLACE));
    // `26 yaşındaki`: behind a number it tells an age
    let aged = at.checked_sub(1).is_some_and(|before| text.has(before, Class::NUMBER));
    let placed = text.grammar.last.is_placed(lower) && !aged;
    !text.has(at, other) && !name && !placed
}
