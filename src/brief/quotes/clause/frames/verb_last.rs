//! Languages whose verb ends its sentence: `X, “…” said`, `“…” saying X`.

use super::frame::{Frame, Place, Source};
use super::subject::noun_source;
use super::subject_before::joined_before;
use crate::brief::quotes::clause::phrases::{Noun, Part, Sort};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks between a quotation and the verb it belongs to.
const NEAR: usize = 3;

/// Chunks looked at before the quotation.
const REACH: usize = 30;

/// Finds the frame of the quotation.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let mut at = place.at + 1;
    let mut bound = false;
    while at <= place.at + 1 + NEAR {
        let Some(chunk) = place.chunk(at) else { break };
        bound |= chunk.class.any(Class::QUOTED_BY);
        if chunk.is_verb(Class::CUE) {
            if chunk.class.any(Class::ADNOMINAL) {
                return behind(place, at);
            }
            if chunk.class.any(Class::GERUND) {
                return owner_subject(place).or_else(|| ends(place, at, false));
            }
            return ends(place, at, true);
        }
        if place.is(at, ':') || place.is(at, ';') || matches!(chunk.part, Part::Quote) {
            break;
        }
        at += 1;
    }
    let last = (place.at + 1..place.chunks.len().min(place.at + REACH))
        .rev()
        .find(|at| place.chunk(*at).is_some_and(|chunk| chunk.is_finite() && chunk.class.any(Class::CUE)))?;
    ends(place, last, bound)
}

/// `“…” diyen X`
fn behind(place: Place, verb: usize) -> Option<Frame> {
    let noun = (verb + 1..place.chunks.len().min(verb + 4))
        .find_map(|at| place.noun(at).filter(|noun| noun.can_speak()))?;
    Some(Frame::new(Rule::Inverted, Source::Noun(noun.clone())))
}

/// The verb at `verb` ends the clause; its subject stands before the quotation.
fn ends(place: Place, verb: usize, close: bool) -> Option<Frame> {
    let class = place.chunk(verb)?.class;
    let says = class.any(Class::SAY);
    let frame = |source: Source| {
        Some(Frame {
            says,
            beside: close,
            ..Frame::new(if close { Rule::After } else { Rule::Before }, source)
        })
    };
    if class.any(Class::PASSIVE) {
        return frame(text_that_speaks(place, verb));
    }
    if let Some(noun) = topic(place, close) {
        return frame(noun_source(place, noun));
    }
    if let Some(noun) = (verb + 1..place.chunks.len().min(verb + 3))
        .find_map(|at| place.noun(at))
        .filter(|noun| noun.is_human())
    {
        return frame(Source::Noun(noun.clone()));
    }
    let chunk = place.chunk(verb)?;
    let colon = place.at > 0 && place.is(place.at - 1, ':');
    if colon { None } else { frame(Source::Silent(class.without(Class::GENDER), chunk.tokens.clone())) }
}

/// The subject before the quotation: right before it the nearest, else the one before a comma.
pub(super) fn topic(place: Place, close: bool) -> Option<Noun> {
    let own = |at: usize| place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject);
    let floor = (0..place.at.saturating_sub(1)).rev().take(REACH).find(|at| {
        matches!(place.chunk(*at).map(|chunk| &chunk.part), Some(Part::Quote | Part::Mark(';' | ':')))
    });
    let range = floor.map_or(0, |at| at + 1)..place.at;
    let spoken = || range.clone().filter(|at| own(*at).is_some());
    let marked = || spoken().filter(|at| place.is(at + 1, ','));
    let aside = |at: &usize| matches!(place.chunk(at + 1).map(|chunk| &chunk.part), Some(Part::Aside));
    let found = if close { marked().next_back() } else { marked().next() };
    let found = found.or_else(|| spoken().rev().find(aside)).or_else(|| spoken().next_back())?;
    own(found).map(|noun| joined_before(place, found, noun))
}

/// `X's “…” promise having given`: X.
fn owner_subject(place: Place) -> Option<Frame> {
    let noun =
        (0..place.at).rev().take(6).find_map(|at| place.noun(at).filter(|noun| noun.name.is_some()))?;
    let owner = noun.name.as_ref().is_some_and(|name| place.text.has(name.end - 1, Class::GENITIVE));
    owner.then(|| Frame::new(Rule::Before, Source::Noun(noun.clone())).aside())
}

/// A text without a speaker: its owner where it is told.
fn text_that_speaks(place: Place, verb: usize) -> Source {
    let noun = (0..place.at)
        .rev()
        .take(REACH)
        .filter_map(|at| place.noun(at))
        .find(|noun| matches!(noun.sort, Sort::Body | Sort::Document));
    match noun {
        Some(noun) if noun.sort == Sort::Body => Source::Noun(noun.clone()),
        Some(noun) => Source::Document(None, noun.tokens.clone()),
        None => Source::Document(None, place.chunk(verb).map_or(0..0, |chunk| chunk.tokens.clone())),
    }
}
