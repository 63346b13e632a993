//! What stands between a subject and its verb and tells more of the subject: what it is, what it belongs to, a clause.

use super::frame::{GROUP, Place};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;

/// `Ana Porto, the mayor,`, `the Union, organiser of the protest,`: the office behind the comma is what `noun` is.
pub(super) fn is_apposed(place: Place, at: usize, noun: &Noun, (behind, own): (usize, &Noun)) -> bool {
    let somebody = noun.sort == Sort::Person
        || place.text.grammar.by_order()
            && own.determiner == Class::NONE
            && (at + 2 < behind || !place.text.has(own.head, Class::CAPITAL))
            && (matches!(noun.sort, Sort::Body | Sort::Capital)
                || matches!(noun.sort, Sort::Role | Sort::Open) && noun.determiner.any(Class::THE));
    let somebody = somebody || is_office_closed(place, noun, behind);
    // `Ana Porto presidente della Lega`: right behind a full name, without an article
    let full = noun.sort == Sort::Person && noun.name.as_ref().is_some_and(|name| name.len() > 1);
    let beside = at + 1 == behind && full && own.determiner == Class::NONE && place.text.grammar.by_order();
    // `After X, once mayor of Y, spoke Z`
    let governed = at.checked_sub(1).and_then(|at| place.chunk(at));
    let governed = governed.is_some_and(|chunk| chunk.class.any(Class::PREPOSITION));
    let led = (at + 2..behind).all(|at| is_adverb(place, at) && !governed) && at + 2 + LED >= behind;
    let parted = at + 2 <= behind && led && place.is(at + 1, ',') && somebody;
    own.sort == Sort::Role && own.name.is_none() && (parted || beside)
}

/// Adverbs that lead an office behind a comma.
const LED: usize = 2;

/// `X, once head of the union, said`: an adverb before an office, where order tells subjects.
fn is_adverb(place: Place, at: usize) -> bool {
    place.text.grammar.by_order()
        && place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside) && chunk.tokens.len() == 1)
}

/// Where the office stands that `noun`, at the chunk `at` behind a comma, begins with, adverbs before it left out.
pub(super) fn office_behind<'p>(place: Place<'p, '_>, comma: usize) -> Option<(usize, &'p Noun)> {
    let at = (comma + 1..=comma + 1 + LED).find(|at| !is_adverb(place, *at))?;
    let office =
        |noun: &&Noun| noun.sort == Sort::Role && noun.determiner == Class::NONE && noun.name.is_none();
    place.noun(at).filter(office).map(|noun| (at, noun))
}

/// `X, once mayor of Y and now senator,`: the first of two offices that a conjunction at `and` joins, of which the second,
/// at the chunk `second`, is found.
pub(super) fn first_office<'p>(place: Place<'p, '_>, and: usize, second: usize) -> Option<(usize, &'p Noun)> {
    let comma = (0..and).rev().take(CLAUSE).find(|at| place.is(*at, ','))?;
    let (at, noun) = office_behind(place, comma).filter(|(at, _)| *at < and)?;
    let tied = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Governed(_)));
    let only = (at + 1..and).all(tied) && (and + 1..second).all(|at| is_adverb(place, at));
    let office = place.noun(second)?;
    let both = office.sort == Sort::Role && office.determiner == Class::NONE && office.name.is_none();
    (only && both).then_some((at, noun))
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

/// `X, who visited Y said`: before the verb at `main`, where the clause begins that has the noun at `at` as its object.
pub(super) fn object_of_relative(place: Place, at: usize, main: usize) -> Option<usize> {
    let by_order = place.text.grammar.by_order();
    let aside =
        |at: &usize| by_order && place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Aside));
    let verb = (0..at).rev().find(|at| !aside(at)).filter(|verb| {
        place.chunk(*verb).is_some_and(|chunk| chunk.is_main_verb() && !chunk.class.any(Class::HELPER))
    })?;
    let relative = (0..verb)
        .rev()
        .take(4)
        .find(|at| place.chunk(*at).is_some_and(|chunk| is_relative_pronoun(place, chunk)))?;
    // `the report that X presented speaks of`
    let restricts = is_said(place, main) && relative > 0 && place.noun(relative - 1).is_some();
    relative.checked_sub(1).filter(|comma| place.is(*comma, ',')).or(restricts.then_some(relative))
}

/// True for a relative pronoun; `que` may be another conjunction, too.
pub(crate) fn is_relative_pronoun(place: Place, chunk: &Chunk) -> bool {
    // `qu'a`
    let elided = place.text.lower(chunk.tokens.start).contains('\'');
    let may_be = elided || chunk.class.any(Class::RELATIVE.or(Class::THAT));
    let either = matches!(chunk.part, Part::Subordinate) && may_be;
    matches!(chunk.part, Part::Relative) || either && place.text.grammar.by_order()
}

/// True for a verb of saying where order tells subjects.
fn is_said(place: Place, verb: usize) -> bool {
    place.text.grammar.by_order() && place.chunk(verb).is_some_and(|verb| verb.class.any(Class::CUE))
}

/// Chunks of a clause that tells more of the noun before it.
const CLAUSE: usize = 6;

/// `the report that X has presented speaks of`: before the verb of saying at `verb`, where the clause begins that the verb at
/// `last` ends, right behind the noun it tells more of.
pub(super) fn closes_relative(place: Place, last: usize, verb: usize) -> Option<usize> {
    let chunk = place.chunk(last).filter(|_| is_said(place, verb))?;
    let helper = |chunk: &Chunk| chunk.class.any(Class::HELPER);
    let helped = last > 0 && place.chunk(last - 1).is_some_and(|chunk| chunk.is_finite() && helper(chunk));
    let own = if chunk.is_finite() { !helper(chunk) } else { chunk.class.any(Class::PARTICIPLE) && helped };
    let first = if helped { last - 1 } else { last };
    let noun = |at: &usize| {
        let part = place.chunk(*at).map(|chunk| &chunk.part);
        matches!(part, Some(Part::Noun(_) | Part::Governed(_) | Part::Aside))
    };
    let open = (0..first).rev().take(CLAUSE).filter(|_| own).find(|at| !noun(at))?;
    let relative = place.chunk(open).is_some_and(|chunk| is_relative_pronoun(place, chunk));
    let told_of = open.checked_sub(1).and_then(|at| place.noun(at)).is_some();
    (relative && told_of).then_some(open)
}
