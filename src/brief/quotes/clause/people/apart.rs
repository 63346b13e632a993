//! Trades and callings that tell of another than somebody known, where order does not tell subjects.
//!
//! In: a noun phrase that shares neither noun nor office with somebody. Out: true where the phrase, what stands behind it and
//! what that person is told to be leave no doubt that another is meant. What tells an age or what somebody was takes a person
//! up instead.

use super::fitness::{is_of_something_new, is_same_noun};
use super::someone::{Gender, Someone};
use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::{Class, same_word};

/// True where a trade or a calling of the classes `roles` is another's than `known`.
pub(super) fn tells_apart(text: &Text, noun: &Noun, known: &Someone, roles: &[u16]) -> bool {
    let grammar = text.grammar;
    if grammar.by_order() || text.is_past(noun.role.clone()) || is_aged(text, noun) {
        return false;
    }
    // «Министр приехал. Переводчик вздохнул»
    let other = || {
        grammar.is_of_no_office(roles, &known.roles)
            || is_of_known(text, noun, known)
            || is_named_for(text, noun, known)
            || grammar.is_apart(roles, &known.roles, is_told_more(text, noun))
    };
    !is_same_noun(text, noun, known) && other()
}

fn is_aged(text: &Text, noun: &Noun) -> bool {
    noun.tokens.clone().any(|at| text.has(at, Class::NUMBER))
}

/// «чиновник его ведомства»: whose somebody is the text tells with a word for `known`.
fn is_of_known(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let class = text.class(noun.owner.as_ref().map_or(noun.tokens.end, |owner| owner.start));
    let owner = text.grammar.owner_behind && class.any(Class::OWNER);
    let gender = Gender::of(class);
    owner
        && known.first < noun.tokens.start
        && gender.is_some()
        && (known.gender.is_none() || known.gender == gender)
}

/// „der Anwalt Lindners“: the name of `known` tells whose somebody is.
fn is_named_for(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let own = |at: usize| {
        let surname =
            known.words.last().filter(|_| text.has(at, Class::CAPITAL) && !text.has(at, Class::PLACE));
        surname.is_some_and(|own| same_word(own, text.lower(at), true))
    };
    noun.name.is_none() && known.first < noun.tokens.start && (noun.head + 1..noun.tokens.end).any(own)
}

/// «Пожарный, который вытаскивал его», «врач, наблюдавший её», «der Pilot des Hubschraubers»: what stands behind the phrase
/// tells which one it is.
fn is_told_more(text: &Text, noun: &Noun) -> bool {
    let end = noun.tokens.end;
    let relative = text.is(end, ',') && text.has(end + 1, Class::RELATIVE);
    relative || is_of_something_new(text, noun)
}

/// «по словам помощника Лесина», «цитирует неназванного советника Лесина»: a surname behind an office, both in another case,
/// which is that of somebody `known` before who holds an office the words shut out; or the words tell that nobody names whom
/// they mean.
#[must_use]
pub(crate) fn is_served_by(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let grammar = text.grammar;
    let class = text.class(noun.head);
    let name = noun.name.as_ref().filter(|name| name.len() == 1 && name.start == noun.head + 1);
    let several = class.any(Class::PLURAL);
    let oblique = class.any(Class::OTHER_CASE) && (several || !class.any(Class::FIRST_CASE));
    let told = known.words.len() > 1 && known.first < noun.tokens.start;
    if name.is_none() || !(grammar.gendered_verbs && class.any(Class::ROLE) && oblique && told) {
        return false;
    }
    let roles = grammar.roles(text.lower(noun.head));
    let shared = roles.iter().any(|class| grammar.asks_for(*class) && known.roles.contains(class));
    let serves =
        grammar.is_of_another(roles) || grammar.is_kin(roles) || grammar.is_apart(roles, &known.roles, false);
    let anybody = (noun.tokens.start..noun.head).any(|at| text.has(at, Class::ONE));
    !shared && (anybody || serves && !known.roles.is_empty())
}
