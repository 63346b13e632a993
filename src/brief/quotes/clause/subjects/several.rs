//! Somebody and somebody else: `X and Y said`, «заявили X и Y»: both say it, and neither alone is who said it.

use super::frame::Place;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// Both of the two that a conjunction joins beside a verb of several, where verbs tell how many: nobody who can be named.
pub(super) fn together(place: Place, verb: Class, noun: Noun) -> Noun {
    let several = verb.any(Class::PLURAL) && !verb.any(Class::SINGULAR);
    let grammar = &place.text.grammar;
    if !(several && grammar.gendered_verbs && is_one(&noun)) {
        return noun;
    }
    let at = place.chunks.partition_point(|chunk| chunk.tokens.start < noun.tokens.start);
    let and = |at: usize| matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::And));
    let other = |at: usize| place.noun(at).filter(|other| other.may_be_subject && other.can_speak());
    let before = at.checked_sub(2).filter(|_| and(at - 1)).and_then(other);
    let behind = other(at + 2).filter(|_| and(at + 1));
    let tokens = match (before, behind) {
        (Some(first), _) => first.tokens.start..noun.tokens.end,
        (None, Some(last)) => noun.tokens.start..last.tokens.end,
        (None, None) => return noun,
    };
    let class = noun.class.without(Class::SINGULAR.or(Class::GENDER)).or(Class::PLURAL);
    let role = tokens.start..tokens.start;
    Noun { tokens, sort: Sort::Open, name: None, role, owner: None, class, ..noun }
}

/// True for somebody who is one.
fn is_one(noun: &Noun) -> bool {
    let several = noun.class.any(Class::PLURAL) && !noun.class.any(Class::SINGULAR);
    matches!(noun.sort, Sort::Person | Sort::Capital | Sort::Role) && !several
}
