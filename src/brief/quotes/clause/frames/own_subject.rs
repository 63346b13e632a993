//! `…, while the government “…”`: the words are the predicate of the subject right before them.

use super::frame::{Frame, Place, Source};
use super::subject;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks looked back through.
const REACH: usize = 60;

/// Chunks between a verb and the conjunction that opens its clause.
const NEAR: usize = 8;

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

/// `The unions, by the voice of X, demand: “…”`: X.
pub(super) fn voiced(place: Place) -> Option<Frame> {
    let (at, noun) = (0..place.at).rev().take(REACH).find_map(|at| match &place.chunk(at)?.part {
        Part::According(noun) => Some((place.chunk(at)?.tokens.start, noun)),
        _ => None,
    })?;
    let length = Grammar::phrase(&place.text.grammar.voice, |offset| place.text.lower(at + offset));
    (length > 0).then(|| Frame::new(Rule::According, subject::noun_source(place, noun.clone())))
}

/// `X said that Y plans “…”`: a verb in a clause that a verb of saying opens.
pub(super) fn is_reported(place: Place, verb: usize) -> bool {
    let opens = (0..verb).rev().take(NEAR).find(|at| {
        place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Subordinate | Part::Relative))
    });
    let that = opens.filter(|at| place.chunk(*at).is_some_and(|chunk| chunk.class.any(Class::THAT)));
    place.text.grammar.by_order() && that.is_some()
}

/// `was hailed by X as “…”`: X, where order tells who does what.
pub(super) fn agent_behind(place: Place, verb: usize) -> Option<Noun> {
    let participle = place.text.grammar.by_order() && place.chunk(verb)?.class.any(Class::PARTICIPLE);
    let end = place.at.min(verb + 4);
    (verb + 1..end).filter(|_| participle).find_map(|at| {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) if chunk.class.any(Class::AGENT) => {
                let able =
                    noun.is_human() || noun.sort == Sort::Body && !place.text.has(noun.head, Class::PLACE);
                able.then(|| noun.clone())
            }
            _ => None,
        }
    })
}
