//! The object of a verb within the clause of another: no subject of that one.

use super::frame::{Place, is_within_group};
use crate::brief::quotes::clause::phrases::{Noun, Sort, is_surname_elsewhere};
use crate::brief::quotes::clause::words::Class;

/// `“…”, disse ao receber o embaixador`: the phrase right behind an infinitive that a preposition brings is what is done by
/// whoever speaks, where order tells subjects; somebody may still be the subject where a person done to stands behind a
/// preposition.
#[must_use]
pub(super) fn is_object_of_infinitive(place: Place, verb: usize, at: usize, noun: &Noun) -> bool {
    let text = place.text;
    let done = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::PARTICIPLE));
    let beside = at - 1;
    let infinitive = if beside > verb && done(beside) && !is_infinitive(place, beside) {
        (verb + 1..beside).rev().find(|at| !is_small(place, *at)).filter(|at| is_infinitive(place, *at))
    } else {
        Some(beside).filter(|at| *at > verb && is_infinitive(place, *at))
    };
    let infinitive = infinitive.filter(|at| !is_led_to(place, verb, *at));
    let Some(token) = infinitive.and_then(|at| place.chunk(at)).map(|chunk| chunk.tokens.start) else {
        return false;
    };
    let led = token > 0 && text.has(token - 1, Class::PREPOSITION.or(Class::OF));
    let named = noun.sort == Sort::Capital && is_surname_elsewhere(text, noun.head);
    let acts = text.grammar.naming.marks_people && (noun.is_human() || named);
    text.grammar.by_order() && led && !acts
}

fn is_infinitive(place: Place, at: usize) -> bool {
    place.chunk(at).is_some_and(|chunk| chunk.is_verb(Class::INFINITIVE) && !chunk.class.any(Class::FINITE))
}

/// `limitou-se a comentar`: a verb of saying that the reflexive one at `verb` only leads to.
fn is_led_to(place: Place, verb: usize, at: usize) -> bool {
    let itself = |at: usize| place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::SELF));
    let before = (0..verb).rev().take_while(|at| place.chunk(*at).is_some_and(is_within_group));
    let reflexive = itself(verb) || before.into_iter().any(itself);
    reflexive && place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::CUE))
}

fn is_small(place: Place, at: usize) -> bool {
    place.chunk(at).is_some_and(|chunk| is_within_group(chunk) && !chunk.is_verb(Class::INFINITIVE))
}
