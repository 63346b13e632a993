//! What stands between a subject and its verb and tells more of the subject: what it is, what it belongs to.

use super::frame::{GROUP, Place};
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `Ana Porto, the mayor,`, `the Union, organiser of the protest,`: the office behind the comma is what `noun` is.
pub(super) fn is_apposed(place: Place, at: usize, noun: &Noun, (behind, own): (usize, &Noun)) -> bool {
    let somebody = noun.sort == Sort::Person
        || place.text.grammar.by_order()
            && own.determiner == Class::NONE
            && !place.text.has(own.head, Class::CAPITAL)
            && (matches!(noun.sort, Sort::Body | Sort::Capital)
                || matches!(noun.sort, Sort::Role | Sort::Open) && noun.determiner.any(Class::THE));
    let somebody = somebody || is_office_closed(place, noun, behind);
    // `Ana Porto presidente della Lega`: right behind a full name, without an article
    let full = noun.sort == Sort::Person && noun.name.as_ref().is_some_and(|name| name.len() > 1);
    let beside = at + 1 == behind && full && own.determiner == Class::NONE && place.text.grammar.by_order();
    let parted = at + 2 == behind && place.is(at + 1, ',') && somebody;
    own.sort == Sort::Role && own.name.is_none() && (parted || beside)
}

/// «Главный бухгалтер, женщина в очках, ответила»: an office in the first case before what the chunk at `behind` tells of it,
/// which a comma closes, where nouns have cases.
fn is_office_closed(place: Place, noun: &Noun, behind: usize) -> bool {
    let grammar = &place.text.grammar;
    let office = noun.sort == Sort::Role && noun.may_be_subject && grammar.gendered_verbs;
    let close = (behind + 1..behind + GROUP).find(|at| {
        !place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_) | Part::Aside))
    });
    office && close.is_some_and(|at| place.is(at, ','))
}

/// «Анна Портова из клуба Альта сказала»: a full name before the phrase behind a preposition that a capital right before the
/// verb, found at the chunk `found`, belongs to.
pub(super) fn is_of_place(place: Place, at: usize, noun: &Noun, (found, own): (usize, &Noun)) -> bool {
    let tied = place.chunk(at + 1).is_some_and(|chunk| {
        matches!(&chunk.part, Part::Governed(noun) if noun.name.is_none())
            && chunk.tokens.end == own.tokens.start
    });
    let known = place.text.has(own.head, Class::FIRST_NAME) || place.text.is_known_surname(own.head);
    let full = noun.sort == Sort::Person && noun.name.as_ref().is_some_and(|name| name.len() > 1);
    place.text.grammar.gendered_verbs
        && tied
        && at + 2 == found
        && own.sort == Sort::Capital
        && full
        && !known
}

/// «Анна Портова из „Альты“ сказала»: a name in marks right behind a preposition or its noun; `Ada Porto hat der „Post“ gesagt`:
/// behind an article in the case of whom something is told, where every noun has a capital.
pub(super) fn is_name_in_marks(place: Place, at: usize) -> bool {
    let (text, grammar) = (place.text, place.text.grammar);
    let token = place.chunk(at).map_or(0, |chunk| chunk.tokens.start);
    let led = Class::PREPOSITION.or(Class::TITLED).or(Class::OUTLET).or(Class::BODY);
    let told = Class::CASE.or(Class::FEMALE_CASE).or(Class::OUTLET);
    let led = if grammar.capital_nouns { told } else { led };
    let behind = token.checked_sub(1).is_some_and(|before| text.has(before, led));
    (grammar.gendered_verbs || grammar.capital_nouns) && behind && text.is_title(token)
}
