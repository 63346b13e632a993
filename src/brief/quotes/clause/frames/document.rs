//! Texts that speak, and whose they are.

use super::frame::{Place, Source};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, noun_at};
use crate::brief::quotes::clause::words::Class;

/// `heißt es in der Erklärung des Ministeriums`: the text, and whose it is.
pub(super) fn text_that_speaks(place: Place, verb: usize) -> Option<Source> {
    for at in verb + 1..place.chunks.len().min(verb + 6) {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::Governed(noun) => return Some(of_text(place, noun, chunk)),
            Part::Noun(noun) if noun.sort != Sort::Pronoun && noun.can_speak() => return None,
            Part::Noun(_) | Part::Aside => {}
            _ => break,
        }
    }
    let chunk = place.chunk(verb + 1).or_else(|| place.chunk(verb))?;
    let tokens = if matches!(chunk.part, Part::Aside | Part::Noun(_)) {
        chunk.tokens.clone()
    } else {
        place.chunk(verb)?.tokens.clone()
    };
    Some(Source::Document(None, tokens))
}

/// A phrase behind a preposition: a body that speaks, or a text and its owner.
pub(super) fn of_text(place: Place, noun: &Noun, chunk: &Chunk) -> Source {
    if matches!(noun.sort, Sort::Body | Sort::Open) || noun.sort == Sort::Outlet && place.text.grammar.cases {
        return Source::Noun(noun.clone());
    }
    Source::Document(owner(place, noun), chunk.tokens.clone())
}

/// The body or person a text is tied to.
pub(super) fn owner(place: Place, noun: &Noun) -> Option<Noun> {
    let range = noun.owner.clone()?;
    let start = range.clone().find(|at| {
        !place.text.has(*at, Class::OF.or(Class::PREPOSITION)) || place.text.has(*at, Class::DETERMINER)
    })?;
    let end = if place.text.grammar.by_order() && noun.sort == Sort::Utterance {
        place.text.stream().sentence_of(start).end
    } else {
        range.end.max(noun.tokens.end)
    };
    noun_at(place.text, start, end)
        .filter(|noun| matches!(noun.sort, Sort::Body | Sort::Person | Sort::Role | Sort::Outlet))
}
