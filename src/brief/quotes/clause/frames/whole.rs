//! Who says all that a sentence tells, and what in it is no subject or no verb, where order tells who does what.

use super::frame::{Frame, Place, Source, is_within_group};
use super::subject;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks between a verb of saying between commas and its subject.
const NEAR: usize = 3;

/// Chunks of an apposition of two parts.
const APPOSED: usize = 8;

/// `According to X, the plan is to show “…”`, `The plan, X explained, is to show “…”`: X instead of what `found` tells, if
/// that is nobody.
pub(super) fn instead(place: Place, found: Frame) -> Frame {
    let nobody = match &found.source {
        Source::Noun(noun) => !noun.is_human(),
        Source::Document(..) => true,
        Source::Silent(..) => false,
    };
    match speaker(place).filter(|_| nobody && place.text.grammar.by_order()) {
        Some(noun) => {
            let source = subject::noun_source(place, noun);
            Frame { source, rule: Rule::According, beside: false, ..found }
        }
        None => found,
    }
}

/// Whoever says the whole sentence: named at its head or between commas.
fn speaker(place: Place) -> Option<Noun> {
    if let Part::According(noun) = &place.chunk(0)?.part
        && noun.is_human()
    {
        return Some(noun.clone());
    }
    (1..place.at).find_map(|verb| {
        let says = place.chunk(verb)?.is_finite() && place.chunk(verb)?.class.any(Class::SAY);
        let small = |at: usize| {
            place
                .chunk(at)
                .is_some_and(|chunk| is_within_group(chunk) || chunk.class.any(Class::ACCORD_OPENS))
        };
        let comma = (0..verb).rev().find(|at| !small(*at)).filter(|at| says && place.is(*at, ','))?;
        let noun = (verb + 1..place.at.min(verb + NEAR)).find_map(|at| place.noun(at));
        let closed = (verb + 1..place.at).any(|at| place.is(at, ','));
        noun.filter(|noun| comma > 0 && closed && is_person(place, noun) && noun.may_be_subject).cloned()
    })
}

/// True for a person, by a name of one word, too.
fn is_person(place: Place, noun: &Noun) -> bool {
    noun.is_human() || noun.sort == Sort::Capital && !place.text.has(noun.head, Class::PLACE)
}

/// `may open a fixed post “…”`: a word behind the object of an infinitive tells more of it and is no verb.
pub(super) fn describes_object(place: Place, at: usize) -> bool {
    let object = at.checked_sub(1).and_then(|before| place.noun(before)).filter(|noun| !noun.is_human());
    let infinitive = at
        .checked_sub(2)
        .and_then(|before| place.chunk(before))
        .is_some_and(|chunk| chunk.is_verb(Class::INFINITIVE) && !chunk.class.any(Class::FINITE));
    place.text.grammar.by_order() && object.is_some_and(Noun::is_indefinite) && infinitive
}

/// Tokens between a participle and the words it brings: `called “…”`, `described as “…”`.
const BROUGHT: usize = 2;

/// `a theory called “…” by X`: X, where the participle is part of a phrase.
pub(super) fn agent(place: Place) -> Option<Frame> {
    let chunk = place.chunk(place.at + 1).filter(|_| place.text.grammar.by_order())?;
    let Part::Governed(noun) = &chunk.part else { return None };
    let quote = place.chunk(place.at)?.tokens.start;
    let brought = (quote.saturating_sub(BROUGHT)..quote)
        .rev()
        .find(|at| place.text.has(*at, Class::ANY_VERB) || !place.text.has(*at, Class::CLOSED))?;
    let passive = place.text.has(brought, Class::CUE) && place.text.has(brought, Class::PARTICIPLE);
    (passive && chunk.class.any(Class::AGENT) && is_person(place, noun)).then(|| {
        let source = subject::noun_source(place, noun.clone());
        Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) }
    })
}

/// `Ana Porto, one of the founders and member of the choir, said`: Ana Porto, where the conjunction at `and` joins what she
/// is to the phrase behind it.
pub(super) fn apposed_before<'p>(
    place: Place<'p, '_>,
    and: usize,
    behind: &Noun,
) -> Option<(usize, &'p Noun)> {
    let what = |noun: &Noun| matches!(noun.sort, Sort::Role | Sort::Open) && noun.name.is_none();
    let bare = what(behind) && behind.determiner == Class::NONE && place.text.grammar.by_order();
    // the first part read as one phrase with the name
    let whole = and.checked_sub(1).and_then(|at| Some((at, place.noun(at)?)));
    let named = |noun: &Noun| noun.name.as_ref().is_some_and(|name| name.end < noun.tokens.end);
    if let Some(found) = whole.filter(|(_, noun)| bare && noun.sort == Sort::Person && named(noun)) {
        return Some(found);
    }
    let comma = (0..and).rev().take(APPOSED).find(|at| {
        let part = place.chunk(*at).map(|chunk| &chunk.part);
        !matches!(part, Some(Part::Noun(_) | Part::Governed(_) | Part::Aside))
    })?;
    let at = comma.checked_sub(1).filter(|_| bare && place.is(comma, ','))?;
    place.noun(at).filter(|noun| noun.sort == Sort::Person).map(|noun| (at, noun))
}
