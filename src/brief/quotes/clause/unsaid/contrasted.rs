//! Whoever is named only to be set against somebody else: `not X but Y said`, `Y, not X, said`.

use super::super::phrases::{Chunk, Part, Sort, Text};
use super::super::words::Class;
use super::words::{Kind, WORDS};

/// Takes whoever is named only to be left out for nobody.
pub(in crate::brief::quotes::clause) fn set_aside(text: &Text, chunks: &mut [Chunk]) {
    for at in 0..chunks.len() {
        if !is_contrasted(text, chunks, at) {
            continue;
        }
        let comma = |at: usize| chunks.get(at).is_some_and(|chunk| chunk.is(','));
        let small =
            |at: usize| chunks.get(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside | Part::And));
        let open = (0..at).rev().find(|at| !small(*at)).filter(|at| comma(*at));
        let close = Some(at + 1).filter(|at| comma(*at));
        let within = open.zip(close).map_or(at..at + 1, |(open, close)| open..close + 1);
        for chunk in chunks.get_mut(within).unwrap_or_default() {
            chunk.part = Part::Aside;
        }
    }
}

fn is_contrasted(text: &Text, chunks: &[Chunk], at: usize) -> bool {
    let Some(chunk) = chunks.get(at) else { return false };
    let Part::Noun(noun) = &chunk.part else { return false };
    if !(noun.is_human() || matches!(noun.sort, Sort::Capital | Sort::Body)) {
        return false;
    }
    let floor = chunks.first().map_or(0, |first| first.tokens.start);
    let words = WORDS.of(text.document.language);
    let is = |at: usize, kinds: Kind| {
        text.stream().steps.take(1);
        words.kind(at, |at| if text.is(at, ',') { "," } else { text.lower(at) }).any(kinds)
    };
    let not = |at: usize| is(at, Kind::NOT.or(Kind::NOT_BEHIND)) || text.has(at, Class::NOT);
    let (first, next) = (chunk.tokens.start, chunk.tokens.end);
    if text.grammar.last_verb {
        let goes_on = text.is(next + 1, ',') || text.is_name_word(next + 1);
        return is(next, Kind::NOT_BEHIND) && goes_on;
    }
    let Some(denial) = first.checked_sub(1).filter(|at| *at >= floor && not(*at)) else { return false };
    let led = denial
        .checked_sub(1)
        .filter(|at| *at >= floor)
        .is_some_and(|at| text.is(at, ',') || text.has(at, Class::COORDINATE) || is(at, Kind::CONTRAST));
    let within = chunk.tokens.clone().any(|at| is(at, Kind::CONTRAST));
    let goes_on = is(next, Kind::CONTRAST) || text.is(next, ',') && is(next + 1, Kind::CONTRAST);
    led || within || goes_on
}
