//! Phrases beside a verb that are no subject, or hardly one: names that tell where something is, a noun for a text.

use super::frame::Place;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// Words of the name of a place.
const PLACE: usize = 2;

/// `X of the institute in Bredau, Holstein, said`: a name that is nobody's first, between commas behind a phrase with a
/// preposition, tells more of where that is.
pub(super) fn is_where(place: Place, at: usize, noun: &Noun) -> bool {
    let name =
        matches!(noun.sort, Sort::Capital | Sort::Body) || noun.sort == Sort::Person && noun.role.is_empty();
    let given = noun.tokens.clone().any(|at| place.text.has(at, Class::FIRST_NAME));
    let bare = noun.determiner == Class::NONE && noun.tokens.len() <= PLACE;
    let behind = at.checked_sub(2).and_then(|at| place.chunk(at));
    let inside =
        |noun: &Noun| noun.name.as_ref().is_some_and(|name| name.len() <= PLACE) && noun.role.is_empty();
    let governed = behind.is_some_and(|chunk| matches!(&chunk.part, Part::Governed(noun) if inside(noun)));
    name && !given && bare && governed && place.is(at - 1, ',') && place.is(at + 1, ',')
}

/// `Als Antwort sagte X`: a noun for a text without a determiner, where every noun has a capital.
pub(super) fn is_bare_text(place: Place, noun: &Noun) -> bool {
    place.text.grammar.capital_nouns
        && matches!(noun.sort, Sort::Document | Sort::Utterance)
        && noun.determiner == Class::NONE
}

/// An outlet, or a word in capitals, may be whom it was told.
pub(super) fn is_weak(place: Place, noun: &Noun) -> bool {
    let upper = noun.tokens.len() == 1 && place.text.has(noun.head, Class::UPPER);
    // «объяснил решение глава фракции»: what is told of, before whoever tells it
    let text = place.text.grammar.gendered_verbs && matches!(noun.sort, Sort::Document | Sort::Utterance);
    noun.sort == Sort::Outlet || upper || text
}
