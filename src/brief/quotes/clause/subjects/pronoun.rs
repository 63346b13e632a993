//! Whom a pronoun before its verb means by its own sentence.
//!
//! In: the pronoun and the chunks of the sentence. Out: the phrase at the head of the sentence it takes up, if there is one.

use super::frame::{Place, agrees};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `As for X, he said`: X.
pub(super) fn topic(place: Place, pronoun: &Noun) -> Option<Noun> {
    let opens = |chunk: &Chunk| place.text.has(chunk.tokens.start, Class::AS_FOR);
    let comma = (1..place.at).find(|at| place.is(*at, ',')).filter(|_| pronoun.sort == Sort::Pronoun)?;
    let last = comma.checked_sub(1).and_then(|at| place.chunk(at))?;
    let behind = place.noun(comma + 1).is_some_and(|noun| noun.tokens == pronoun.tokens);
    match &last.part {
        Part::Governed(noun) if opens(place.chunk(0)?) && behind && agrees(pronoun.class, noun) => {
            Some(noun.clone()).filter(Noun::is_human)
        }
        _ => None,
    }
}

/// `the Agency referred to a paper in which it held`: the body that is the subject of the sentence, where nobody else of
/// the gender of the pronoun stands before it.
pub(super) fn own_body(place: Place, pronoun: &Noun) -> Option<Noun> {
    let gender = pronoun.class.intersection(Class::GENDER);
    let known = pronoun.sort == Sort::Pronoun && gender != Class::NONE && place.text.grammar.by_order();
    let end = place.chunks.partition_point(|chunk| chunk.tokens.start < pronoun.tokens.start);
    let verb = (0..end).filter(|_| known).find(|at| place.chunk(*at).is_some_and(Chunk::is_main_verb))?;
    let speaks = |at: usize| place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject);
    let body = (0..verb).find_map(speaks)?;
    let same = body.class.any(gender)
        && matches!(body.sort, Sort::Body | Sort::Outlet)
        && body.determiner.any(Class::THE);
    let other = (0..end).any(|at| match place.chunk(at).map(|chunk| &chunk.part) {
        Some(Part::Noun(noun) | Part::Governed(noun)) => noun.is_human() || noun.sort == Sort::Capital,
        _ => false,
    });
    (same && !other).then(|| body.clone())
}
