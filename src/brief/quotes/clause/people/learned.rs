//! What an article tells somebody is.

use super::apart::is_served_by;
use super::someone::Someone;
use crate::brief::quotes::clause::phrases::{Noun, Text};
use super::countries::named_in;
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
    if known.role.is_none() && !of_several && (noun.class.any(Class::ROLE) || behind()) {
        let start = noun
            .role
            .clone()
            .find(|at| !text.has(*at, Class::DETERMINER.or(Class::OF)))
            .unwrap_or(noun.role.start);
        known.role = Some(start..end_of_office(text, start, noun.role.end));
    }
    if let Some(owner) = noun.owner.clone().filter(|_| known.owner.is_empty()) {
        known.owner = text.lowers(owner).map(str::to_owned).collect();
    }
    known.past |= text.is_past(noun.role.clone());
    for country in named_in(text.document.language, &words) {
        if !known.countries.contains(&country) {
            known.countries.push(country);
        }
    }
    known.human |= noun.class.any(Class::ROLE);
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
