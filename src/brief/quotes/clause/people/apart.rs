//! Trades and callings that tell of another than somebody known, where order does not tell subjects.
//!
//! In: a noun phrase that shares neither noun nor office with somebody. Out: true where the phrase and what that person
//! is told to be leave no doubt that another is meant. What tells an age or what somebody was takes a person
//! up instead.

use super::countries::named_in;
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
    let apart = || grammar.is_of_no_office(roles, &known.roles) || grammar.is_apart(roles, &known.roles);
    let other = || {
        is_of_known(text, noun, known)
            || is_named_for(text, noun, known)
            || apart() && !is_told_so(text, noun, known)
    };
    !is_same_noun(text, noun, known) && other()
}

/// «Мэр Игорь Лесин, в прошлом боксёр, приехал», «Он раньше был актёром»: the text has the noun, in whatever case, in a sentence
/// that names `known` or has a word for such a subject before it.
fn is_told_so(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let sentence = |at: usize| text.stream().get(at).map(|token| token.sentence);
    let (start, head) = (noun.tokens.start, text.lower(noun.head));
    let beside = |other: usize| {
        let within = |at: &usize| sentence(*at) == sentence(other);
        let before = (0..other).rev().take_while(within);
        let mut here = before.clone().chain((other..start).take_while(within));
        let own = |at: usize| known.words.last().is_some_and(|own| same_word(own, text.lower(at), true));
        let meant = |at: usize| {
            let class = text.class(at);
            class.any(Class::SUBJECT) && (known.gender.is_none() || Gender::of(class) == known.gender)
        };
        here.any(|at| text.has(at, Class::CAPITAL) && own(at)) || before.clone().any(meant)
    };
    // «поговорил с рыбаком», «встретил рыбака» tell of two
    let own = |other: usize| {
        let before = other.checked_sub(1).map_or(Class::NONE, |before| text.class(before));
        let led = before.any(Class::HELPER.or(Class::PAST)) || other > 0 && text.is(other - 1, ',');
        let oblique = before.any(Class::OTHER_CASE) && !before.any(Class::FIRST_CASE);
        led || text.lower(other) == head && !oblique && !before.any(Class::PREPOSITION)
    };
    let same = |other: &usize| *other < start && same_word(text.lower(*other), head, true);
    // «экс-боксёр»: a compound may tell that somebody was so
    head.contains('-') || text.alike(noun.head).filter(same).any(|other| own(other) && beside(other))
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

/// «нападающий Кадырина», „der Anwalt Lindners“: the name of `known` in another form than that person's own tells whose
/// somebody is, behind a noun that may be a subject.
fn is_named_for(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let own = |at: usize| {
        let surname =
            known.words.last().filter(|_| text.has(at, Class::CAPITAL) && !text.has(at, Class::PLACE));
        surname.is_some_and(|own| own != text.lower(at) && same_word(own, text.lower(at), true))
    };
    let subject = !text.has(noun.head, Class::OTHER_CASE) || text.has(noun.head, Class::FIRST_CASE);
    noun.name.is_none()
        && subject
        && known.first < noun.tokens.start
        && (noun.head + 1..noun.tokens.end).any(own)
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
        grammar.is_of_another(roles) || grammar.is_kin(roles) || grammar.is_apart(roles, &known.roles);
    let anybody = (noun.tokens.start..noun.head).any(|at| text.has(at, Class::ONE));
    !shared && (anybody || serves && !known.roles.is_empty() && !grammar.is_anyone(&known.roles))
}

/// `the Hungarian prime minister` is not the prime minister of Slovakia: an office of a country, where `known` is told to be
/// of others alone.
pub(super) fn is_of_other_country(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let office = text.has(noun.head, Class::ROLE)
        && !text.grammar.is_anyone(text.grammar.roles(text.lower(noun.head)));
    if known.countries.is_empty() || !office {
        return false;
    }
    let words: Vec<&str> = text.lowers(noun.tokens.clone()).collect();
    let asked = named_in(text.document.language, &words);
    !asked.is_empty() && !asked.iter().any(|country| known.countries.contains(country))
}

/// True for the noun by which `known` was called.
pub(super) fn is_same_noun(text: &Text, noun: &Noun, known: &Someone) -> bool {
    let head = text.lower(noun.head);
    known.nouns.iter().any(|own| own == head || same_word(own, head, text.grammar.cases))
}
