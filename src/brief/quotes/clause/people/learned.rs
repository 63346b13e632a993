//! What an article tells somebody is.

use std::ops::Range;

use super::apart::is_served_by;
use super::countries::named_in;
use super::someone::Someone;
use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::Class;

/// Learns what somebody is.
pub(super) fn learn(text: &Text, known: &mut Someone, noun: &Noun) {
    if is_served_by(text, noun, known) {
        return;
    }
    let words: Vec<&str> = text.lowers(noun.role.clone()).collect();
    for role in text.grammar.roles_had(&words, text.lower(noun.head)) {
        if !known.roles.contains(&role) {
            known.roles.push(role);
        }
    }
    for at in noun
        .role
        .clone()
        .filter(|at| {
            let title = text.grammar.by_order() && *at + 1 == noun.role.end;
            title || noun.owner.as_ref().is_none_or(|owner| *at < owner.start)
        })
        .filter(|at| text.has(*at, Class::ROLE))
        .filter(|at| !(text.grammar.by_order() && text.has(*at, Class::ADDRESS)))
    {
        for role in text.grammar.roles_had(&[], text.lower(at)) {
            if !known.roles.contains(&role) {
                known.roles.push(role);
            }
        }
        let word = text.lower(at).to_owned();
        if !known.nouns.contains(&word) {
            known.nouns.push(word);
        }
    }
    // an office behind the name, `Ana Porto, the minister,`, is the person's as one before it is
    let behind = || noun.name.is_some() && noun.role.clone().any(|at| text.has(at, Class::ROLE));
    // «один из внуков, Анна Портова»: what several are
    let of_several =
        text.has(noun.role.start, Class::ONE) && text.has(noun.role.start + 1, Class::PREPOSITION);
    // `the foreign ministers of Poland and Turkey, Ana Costa and Rita Porto`: the office of two
    let of_two =
        noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR) && text.has(noun.head, Class::ROLE);
    if known.role.is_none() && !of_several && !of_two && (noun.class.any(Class::ROLE) || behind()) {
        let start = start_of_office(text, &noun.role);
        known.role = Some(start..end_of_office(text, start, noun.role.end));
    }
    if let Some(owner) = noun.owner.clone().filter(|_| known.owner.is_empty()) {
        known.owner = text.lowers(owner).map(str::to_owned).collect();
    }
    for country in named_in(text.document.language, &words) {
        if !known.countries.contains(&country) {
            known.countries.push(country);
        }
    }
    known.past |= text.is_past(noun.role.clone());
    known.human |= noun.class.any(Class::ROLE);
}

/// Where the words of what somebody is begin: at the office, with the adjectives before it, behind whatever the office
/// belongs to and the hour that is told: «силами генерала», `Truppen von General`, `10.30'da Maliye Bakanı`.
fn start_of_office(text: &Text, role: &Range<usize>) -> usize {
    let small = Class::DETERMINER.or(Class::OF);
    let hour = |at: usize| text.grammar.apostrophe && is_hour(&text.words(&(at..at + 1)));
    let start = role.clone().find(|at| !text.has(*at, small) && !hour(*at)).unwrap_or(role.start);
    let Some(office) = (start..role.end).find(|at| text.has(*at, Class::ROLE)) else { return start };
    // what ties the office to the noun before it
    let tie = (start..office).rev().find(|at| text.has(*at, Class::OF) && !text.has(*at, Class::CAPITAL));
    let start = tie.map_or(start, |tie| tie + 1);
    let start = (start..office).find(|at| !text.has(*at, small)).unwrap_or(office);
    let class = text.class(office);
    let oblique = class.any(Class::OTHER_CASE) && !class.any(Class::FIRST_CASE);
    if !(oblique && text.grammar.naming.knows_adjectives()) {
        return start;
    }
    let describes = |at: &usize| {
        text.grammar.naming.is_before_other_case(text.lower(*at), class)
            || text.has(*at, Class::PAST)
            || text.lower(*at).starts_with(|letter: char| letter.is_numeric())
    };
    (start..office).rev().take_while(describes).last().unwrap_or(office)
}

/// `10.30'da`: a number with the ending of a case.
fn is_hour(written: &str) -> bool {
    written.starts_with(|letter: char| letter.is_ascii_digit()) && written.contains(['\'', '’'])
}

/// Where the words of what somebody is end: before the title of courtesy of the name behind them, `the minister, Mr Porto`.
fn end_of_office(text: &Text, start: usize, end: usize) -> usize {
    let rank = |at: usize| {
        text.grammar.naming.ranks.contains(text.lower(at)) && text.words(&(at..at + 1)).ends_with('.')
    };
    let passed = |at: &usize| !text.is_word(*at) || text.has(*at, Class::ADDRESS) || rank(*at);
    let behind = |found: Option<usize>| found.map(|at| at + 1);
    let office = behind((start..end).rev().find(|at| !passed(at)));
    let word = || behind((start..end).rev().find(|at| text.is_word(*at)));
    office.or_else(word).unwrap_or(start)
}
