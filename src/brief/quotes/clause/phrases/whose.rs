//! One capital behind an office that is whose the office is, not the name of whoever has it: «адвокат Портовой», «глава
//! Ольховки», `burmistrz Gawłowni`.
//!
//! In: an office surely in the first case and the capital right behind it, where verbs tell genders. Out: true where the text
//! has the word in the first case elsewhere, or as a place, or where its form is none of a subject's.

use std::ops::Range;

use super::noun::Core;
use super::text::Text;
use crate::brief::quotes::clause::words::{Class, same_word};

/// Tokens between the verb and its subject.
const NEAR: usize = 3;

/// True where the one capital of `run` tells whose the office before it is.
pub(super) fn is_owners(text: &Text, core: &Core, run: &Range<usize>) -> bool {
    let (grammar, at) = (text.grammar, run.start);
    let head = core.head.filter(|head| head + 1 == at && run.len() == 1 && grammar.gendered_verbs);
    let Some(head) = head else { return false };
    let class = text.class(head);
    let office = class.any(Class::ROLE) && class.any(Class::FIRST_CASE) && !class.any(Class::OTHER_CASE);
    if !office || text.has(at, Class::FIRST_NAME.or(Class::PLACE).or(Class::UPPER)) {
        return false;
    }
    let lower = text.lower(at);
    let man = tells_man(text, core);
    // «мэр Портова заявила»
    let woman = grammar.is_womans_surname(lower) && !man;
    if woman {
        return false;
    }
    if stands_in_first_case(text, at) || stands_in_other_case(text, at) || stands_before_name(text, at) {
        return true;
    }
    if text.is_known_surname(at) && !grammar.is_womans_surname(lower) {
        return false;
    }
    let female = |class: Class| class.any(Class::FEMALE) && !class.any(Class::MALE);
    let own = female(class) && grammar.ending_gender(lower).is_some_and(female);
    let town = !own && grammar.is_of_town(grammar.roles(text.lower(head)));
    grammar.naming.is_owner_adjective(lower, false)
        || is_place(text, at)
        || grammar.is_womans_surname(lower) && grammar.first_case(lower, true).is_some_and(|own| own != lower)
        || town && may_be_owner(text, lower) && !text.is_alone_elsewhere(at)
}

/// True where the verb beside the phrase tells of a man.
fn tells_man(text: &Text, core: &Core) -> bool {
    let verb = |at: &usize| text.has(*at, Class::ANY_VERB) && text.has(*at, Class::FINITE);
    let word = |at: &usize| text.is_word(*at);
    let before = (core.start.saturating_sub(NEAR)..core.start).rev().take_while(word).find(verb);
    let verb = before.or_else(|| (core.end..core.end + NEAR).take_while(word).find(verb));
    verb.is_some_and(|at| text.has(at, Class::MALE) && !text.has(at, Class::FEMALE))
}

/// True where the text has a name in the first case of which the word is another.
fn stands_in_first_case(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    [true, false].into_iter().filter_map(|male| text.grammar.first_case(lower, male)).any(|plain| {
        plain != lower
            && text.alike(at).any(|other| text.has(other, Class::CAPITAL) && text.lower(other) == plain)
    })
}

/// «дом Анны Портовой»: the same word behind a first name that is surely in another case.
fn stands_in_other_case(text: &Text, at: usize) -> bool {
    let given = |other: usize| {
        let class = other.checked_sub(1).map_or(Class::NONE, |before| text.class(before));
        class.any(Class::FIRST_NAME) && class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE)
    };
    let declines =
        |male: bool| text.grammar.first_case(text.lower(at), male).is_some_and(|own| own != text.lower(at));
    (declines(true) || declines(false))
        && text.alike(at).any(|other| text.lower(other) == text.lower(at) && given(other))
}

/// «глава Ольховки Анна Портова»: the same word between an office and a full name in the first case.
fn stands_before_name(text: &Text, at: usize) -> bool {
    let office = |other: usize| other.checked_sub(1).is_some_and(|before| text.has(before, Class::ROLE));
    let named = |other: usize| {
        let class = text.class(other + 1);
        let first = class.any(Class::FIRST_NAME) && !class.any(Class::OTHER_CASE);
        first && text.is_name_word(other + 2)
    };
    let mut others = text.alike(at).filter(|other| *other != at && text.lower(*other) == text.lower(at));
    others.any(|other| office(other) && named(other))
}

/// «в Ольховке», `w Gawłowni`: the same word alone behind a preposition for places, and in no form of which it is the first.
fn is_place(text: &Text, at: usize) -> bool {
    let lower = text.lower(at);
    let within = |other: usize| {
        let before =
            other.checked_sub(1).filter(|before| text.grammar.naming.within.contains(text.lower(*before)));
        before.is_some()
            && other != at
            && text.has(other, Class::CAPITAL)
            && !text.has(other + 1, Class::CAPITAL)
    };
    let of_first = |form: &str| {
        let firsts = [true, false].map(|male| text.grammar.first_case(form, male));
        form.starts_with(lower) && form != lower || firsts.iter().flatten().any(|first| first == lower)
    };
    text.alike(at).any(|other| {
        within(other) && same_word(text.lower(other), lower, true) && !of_first(text.lower(other))
    })
}

/// True for a word that ends as names in the owner's case do, though others may in the first.
fn may_be_owner(text: &Text, lower: &str) -> bool {
    let vowel = lower.ends_with(|letter: char| "аяыиіїaiy".contains(letter));
    let other = |male: bool| text.grammar.first_case(lower, male).is_some_and(|first| first != lower);
    let adjective = text.grammar.naming.adjective_gender(lower).is_some();
    vowel && !adjective && (other(true) || other(false))
}
