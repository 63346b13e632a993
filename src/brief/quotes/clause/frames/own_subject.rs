//! `…, while the government “…”`: the words are the predicate of the subject right before them.

use super::frame::{Frame, Place, Source};
use super::subject;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Finds the subject whose predicate the words are.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let at = place.at.checked_sub(1)?;
    if let Some(body) = inside(place, at) {
        return Some(frame(body));
    }
    let noun = place
        .noun(at)
        .filter(|noun| noun.can_speak() && noun.may_be_subject && noun.sort != Sort::Capital)?;
    let before = at.checked_sub(1).and_then(|before| place.chunk(before));
    let predicate = place.begins_small() && matches!(noun.sort, Sort::Body | Sort::Person | Sort::Role);
    let opens = match before {
        None => predicate,
        Some(before) if matches!(before.part, Part::Subordinate) => !before.class.any(Class::THAT),
        Some(before) => {
            before.is(';') || before.is(',') && predicate && matches!(place.chunk(0)?.part, Part::Governed(_))
        }
    };
    opens.then(|| frame(noun.clone()))
}

fn frame(noun: Noun) -> Frame {
    Frame { says: false, beside: false, ..Frame::new(Rule::Subject, Source::Noun(noun)) }
}

/// «В министерстве „надеются на лучшее“»: a body behind a preposition, and words that begin with a verb of several.
fn inside(place: Place, at: usize) -> Option<Noun> {
    let Part::Governed(noun) = &place.chunk(at)?.part else { return None };
    let token = place.chunk(place.at)?.tokens.start;
    let first = place.text.marked_at(token)?.split_whitespace().next()?;
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    let class = place.text.grammar.class(first);
    let several =
        class.any(Class::PLURAL) && class.any(Class::FINITE) || place.text.grammar.may_be_verb(first);
    let body = noun.sort == Sort::Body && place.text.grammar.cases && at == 0;
    (body && several && place.begins_small()).then(|| noun.clone())
}

/// `X spoke of “…”, Y of “…”`: a subject that shares the verb before it.
pub(super) fn gapped(place: Place) -> Option<Frame> {
    let small = |at: usize| place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside));
    let at = (0..place.at).rev().take(3).find(|at| !small(*at))?;
    let noun = place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject)?;
    let joint = (0..at).rev().take(2).find(|at| {
        !place.is(*at, ',')
            && !place.is(*at, ';')
            && !place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::And))
    })?;
    let quoted = matches!(place.chunk(joint)?.part, Part::Quote) && joint + 1 < at;
    let tied = at + 1 < place.at;
    (place.text.grammar.by_order() && quoted && tied).then(|| Frame {
        beside: false,
        ..Frame::new(Rule::Before, subject::noun_source(place, noun.clone()))
    })
}
