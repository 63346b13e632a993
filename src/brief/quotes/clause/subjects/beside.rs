//! What stands beside the subject of a verb that ends its sentence, and is no subject itself.

use std::ops::Range;

use super::Place;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `X, Y ile kararı konuşurken`: whoever stands behind a subject with a word that joins, and nobody behind it.
#[must_use]
pub(crate) fn is_company(place: Place, at: usize, range: &Range<usize>) -> bool {
    let joins = matches!(place.chunk(at + 1).map(|next| &next.part), Some(Part::And));
    let person = |at: usize| place.noun(at).is_some_and(|noun| noun.is_human() && noun.may_be_subject);
    let named = |at: usize| person(at) || place.noun(at).is_some_and(|noun| noun.sort == Sort::Capital);
    joins && !named(at + 2) && (range.start..at).any(named)
}

/// `X, Ovacık, Doğu Yayla'daki bir mitingde`: a town before the region it lies in, behind the comma of a subject.
#[must_use]
pub(crate) fn is_town(place: Place, at: usize, range: &Range<usize>) -> bool {
    let word =
        place.noun(at).filter(|noun| noun.tokens.len() == 1 && !place.text.has(noun.head, Class::FIRST_NAME));
    let apart = word.is_some() && at > range.start + 1 && place.is(at - 1, ',') && place.is(at + 1, ',');
    let lies = |noun: &Noun| {
        let capital = |at: usize| place.text.has(at, Class::CAPITAL) && place.text.has(at, Class::OTHER_CASE);
        !noun.may_be_subject && noun.tokens.clone().any(capital)
    };
    apart && place.noun(at - 2).is_some_and(Noun::can_speak) && place.noun(at + 2).is_some_and(lies)
}
