//! A noun nobody knows, with its article, at the head of the clause of its verb.

use super::before::insertion;
use super::frame::{GROUP, Place, is_within_group};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `A sceptic said`: a noun nobody knows with its article right before the verb, at the head of its clause.
pub(crate) fn described(place: Place, verb: usize) -> Option<Noun> {
    let at = (0..verb).rev().take(GROUP).find(|at| !place.chunk(*at).is_some_and(is_within_group))?;
    let told_of = place.is(at, ',').then(|| insertion(place, at)).flatten();
    let behind = told_of.and_then(|open| open.checked_sub(1));
    // `Eine Frau aus Bremen, die …, sagte`
    let tied = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    let at = behind.map_or(at, |at| if tied(at) { at.saturating_sub(1) } else { at });
    let near = at + 1 == verb || behind.is_some() || place.text.grammar.by_order();
    let noun = place.noun(at).filter(|_| near)?;
    let opens = at == 0
        || [',', '.', ';', ':'].iter().any(|mark| place.is(at - 1, *mark))
        || place.text.grammar.by_order() && place.chunk(at - 1).is_some_and(opens_clause);
    let owner = if place.text.grammar.by_order() { Class::OWNER } else { Class::NONE };
    let article = noun.determiner.any(Class::ONE.or(Class::THE).or(Class::FEMALE_CASE).or(owner));
    let fits = noun.sort == Sort::Thing && noun.may_be_subject && article && opens;
    let ordered = place.text.grammar.by_order() && same_number(place, verb, noun);
    (fits && (place.text.grammar.capital_nouns || ordered)).then(|| noun.clone())
}

/// True for what stands before a clause.
fn opens_clause(chunk: &Chunk) -> bool {
    matches!(chunk.part, Part::And | Part::Subordinate | Part::Governed(_)) || chunk.is('—') || chunk.is('–')
}

/// True unless verb and noun differ in number.
fn same_number(place: Place, verb: usize, noun: &Noun) -> bool {
    let number = Class::SINGULAR.or(Class::PLURAL);
    let own = noun.class.intersection(number);
    let told = (verb.saturating_sub(GROUP)..=verb)
        .rev()
        .filter_map(|at| place.chunk(at))
        .filter(|chunk| chunk.is_finite())
        .map(|chunk| chunk.class.intersection(number))
        .find(|told| *told != Class::NONE)
        .unwrap_or(Class::NONE);
    own == Class::NONE || told == Class::NONE || own.any(told)
}
