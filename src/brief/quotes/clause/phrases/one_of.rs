//! Somebody of several: «один из ректоров», and somebody not known: `chi era nella stanza`.

use super::core;
use super::noun::{Noun, Sort, attribute, pronoun};
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// «один из ректоров»: somebody of several, where nouns have cases.
pub(super) fn one_of(text: &Text, at: usize, end: usize, governed: bool) -> Option<Noun> {
    let class = text.class(at);
    let capital = text.grammar.capital_nouns;
    // `einer der Händler`, `eine von ihnen`
    let one = class.any(Class::ONE)
        || capital
            && class.any(Class::FEMALE_CASE)
            && !class.any(Class::OWNER.or(Class::SUBJECT).or(Class::THE));
    let of = if capital { Class::PREPOSITION.or(Class::OF) } else { Class::PREPOSITION };
    let opens = one && text.has(at + 1, of) && !text.has(at + 1, Class::OWNER) && at + 2 < end;
    // `der in Kiel lebende Autor`, `eine im Mai veröffentlichte Studie`
    let opens = opens && attribute(text, at + 1, end).is_none();
    if !opens || !(text.grammar.cases || capital) || text.grammar.last_verb {
        return None;
    }
    let grammar = text.grammar;
    let cased = grammar.is_oblique(text.lower(at)) || grammar.naming.is_owner_adjective(text.lower(at), true);
    let other = cased && grammar.gendered_verbs && !governed;
    let several = match core::read(text, at + 2, end, true) {
        // «сказала одной из газет Анна Портова»: a name of its own
        Some(noun) if other && full(&noun) => noun.name.map_or(noun.tokens.end, |name| name.start),
        Some(noun) => noun.tokens.end,
        None if text.has(at + 2, Class::OBJECT) => at + 3,
        None => return None,
    };
    Some(Noun {
        tokens: at..several,
        head: at,
        name: None,
        role: at..several,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(Class::SINGULAR).or(class.intersection(Class::GENDER)),
        determiner: Class::ONE,
        may_be_subject: !other,
        first_case: !other,
    })
}

/// True for a phrase with a name of two words.
fn full(noun: &Noun) -> bool {
    noun.name.as_ref().is_some_and(|name| name.len() > 1)
}

/// `said another`, «сказал кто-то»: a pronoun for somebody not known that stands alone.
pub(super) fn somebody(text: &Text, at: usize) -> Option<Noun> {
    let class = text.class(at);
    let alone = class.any(Class::ONE) && !class.any(Class::ASIDE.or(Class::OF)) && !text.grammar.last_verb;
    let noun = Noun {
        tokens: at..at + 1,
        head: at,
        name: None,
        role: at..at + 1,
        owner: None,
        sort: Sort::Open,
        class: Class::OPEN.or(class.intersection(Class::GENDER.or(Class::PLURAL))),
        determiner: Class::ONE,
        may_be_subject: true,
        first_case: true,
    };
    (alone && (text.grammar.cases || text.grammar.capital_nouns)).then_some(noun)
}

/// Tokens of a clause for somebody.
const LONGEST: usize = 24;

/// Small words before a verb.
const GROUP: usize = 3;

/// Tokens between a verb of saying and the clause.
const REACH: usize = 12;

/// `Chi era nella stanza racconta`, `“…”, cuenta quien estaba en la sala`: the clause that a relative pronoun without a phrase
/// before it opens, in a sentence that begins with the token `start`, where it is the subject of a verb: at the head of the
/// sentence before a second one, or behind a verb of saying that words in marks or a pronoun for them stand before.
#[must_use]
pub(super) fn whoever(text: &Text, at: usize, end: usize, start: usize) -> Option<Noun> {
    if !(text.grammar.by_order() && text.grammar.naming.whoever.iter().any(|word| word == text.lower(at))) {
        return None;
    }
    let last = end.min(at + LONGEST);
    let own = (at + 1..last).find(|at| !is_small(text, *at)).filter(|at| is_finite(text, *at))?;
    let clause_end = if at == start {
        before_second(text, own, last)?
    } else {
        let behind = is_behind_saying(text, at, start);
        (own + 1..last).find(|at| !text.is_word(*at)).filter(|_| behind)?
    };
    Some(Noun { tokens: at..clause_end, sort: Sort::Open, ..pronoun(at, Class::SUBJECT.or(Class::SINGULAR)) })
}

/// Where the group of a second verb begins, which no clause of its own and no single comma parts from the first.
fn before_second(text: &Text, own: usize, last: usize) -> Option<usize> {
    let mut commas = 0;
    let mut named = false;
    for at in own + 1..last {
        if text.is(at, ',') {
            commas += 1;
            continue;
        }
        // `Quien ganó el torneo, Luis Mena, dijo`: a name between two commas is who that is
        named |= commas > 0 && text.has(at, Class::CAPITAL);
        let clause = Class::SUBORDINATE.or(Class::RELATIVE).or(Class::COORDINATE);
        if text.is_quote(at) || !text.is_word(at) || text.has(at, clause) {
            return None;
        }
        if is_finite(text, at) && !text.has(at - 1, Class::HELPER) {
            let small = |at: &usize| is_small(text, *at) && !text.has(*at, Class::FINITE);
            let first = at - (own + 1..at).rev().take(GROUP).take_while(small).count();
            let parted = text.is(first - 1, ',') && commas < 2;
            return (!parted && !named && says(text, at)).then_some(first);
        }
    }
    None
}

/// True right behind a verb of saying that words in marks, or a pronoun for what is said, stand before.
fn is_behind_saying(text: &Text, at: usize, start: usize) -> bool {
    let says = |at: usize| text.has(at, Class::SAY) && text.has(at, Class::FINITE.or(Class::PARTICIPLE));
    let beside = at.checked_sub(1).filter(|verb| *verb > start && says(*verb));
    let follows = beside.is_some_and(|verb| {
        let group = (start..verb).rev().take(GROUP).find(|at| !is_small(text, *at));
        let mark = group.filter(|at| text.is(*at, ',') || text.is_dash(*at));
        let words = mark.and_then(|mark| mark.checked_sub(1)).or(group);
        words.is_some_and(|at| text.is_quote(at))
    });
    let this = |verb: usize| says(verb) && verb > start && text.has(verb - 1, Class::OBJECT);
    follows || text.is(at - 1, ',') && (start..at).rev().take(REACH).any(this) || beside.is_some_and(this)
}

/// True for a verb of saying, and an auxiliary before one: `fue Porto` tells who did it.
fn says(text: &Text, at: usize) -> bool {
    let done = |at: &usize| text.has(*at, Class::PARTICIPLE) && text.has(*at, Class::SAY);
    text.has(at, Class::SAY) || text.has(at, Class::HELPER) && (at + 1..at + 1 + GROUP).any(|at| done(&at))
}

/// True for a verb that has a subject.
fn is_finite(text: &Text, at: usize) -> bool {
    let verb = text.has(at, Class::ANY_VERB) && text.has(at, Class::FINITE);
    verb && !text.has(at, Class::NOUN.or(Class::CAPITAL).or(Class::PREPOSITION))
}

/// True for the small words before a verb, an auxiliary before its participle among them.
fn is_small(text: &Text, at: usize) -> bool {
    let small = Class::OBJECT.or(Class::SELF).or(Class::NOT).or(Class::ASIDE);
    let helper = text.has(at, Class::HELPER) && text.has(at + 1, Class::PARTICIPLE);
    text.is_word(at) && (text.has(at, small) && !is_finite(text, at) || helper)
}

/// `uno dei`, `um dos`: the preposition at `at` with its article, before a noun for several people.
pub(super) fn is_one_of(text: &Text, at: usize) -> bool {
    let several = text.class(at + 1);
    let people = several.any(Class::ROLE.or(Class::OPEN)) && several.any(Class::PLURAL);
    text.grammar.by_order() && people && text.lower(at) != text.grammar.owner_preposition
}
