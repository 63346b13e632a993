//! What ties words to the noun they complete: `о том, что`, `selon lequel`, `dass`, a comma.

use std::ops::Range;

use crate::brief::quotes::clause::phrases::{Chunk, Part};
use crate::brief::quotes::clause::subjects::Place;
use crate::brief::quotes::clause::words::Class;

/// Tokens between the noun, or whose it is, and what completes it.
const NEAR: usize = 6;

/// How the words are tied to the noun.
pub(super) enum Tie {
    /// By words that only complete nouns: `о том, что`, `selon lequel`.
    Sure,
    /// By a conjunction that opens any report, or by the order of the clause.
    Report,
    /// By a comma alone.
    Comma,
}

/// What ties the words of the token `quote` to a noun that ends before `from`, and what stands between tie and words.
pub(super) fn tie(place: Place, from: usize, quote: usize) -> Option<(Tie, Range<usize>)> {
    let text = place.text;
    for at in from..quote.min(from + NEAR) {
        let comma = text.is(at, ',');
        let that = at + usize::from(comma);
        let length = completing(place, that);
        if length > 0 && that + length <= quote {
            return Some((Tie::Sure, that + length..quote));
        }
        if text.has(that, Class::THAT) && that < quote && (comma || text.grammar.by_order()) {
            return Some((Tie::Report, that + 1..quote));
        }
        if comma && at + 1 == quote {
            return Some((Tie::Comma, quote..quote));
        }
        if comma {
            return reported(place, at + 1).then_some((Tie::Report, at + 1..quote));
        }
        if !text.is_word(at) || text.has(at, Class::FINITE.or(Class::RELATIVE)) && !text.has(at, Class::THE) {
            return None;
        }
    }
    None
}

/// `, die Regierung habe „…“`: a clause without a conjunction, where every noun has a capital.
fn reported(place: Place, from: usize) -> bool {
    let first = place.chunks.partition_point(|chunk| chunk.tokens.end <= from);
    let opens = place.chunk(first).is_some_and(|chunk| match &chunk.part {
        Part::Noun(_) => true,
        Part::Aside => (first..place.at).any(|at| place.chunk(at).is_some_and(Chunk::is_finite)),
        _ => false,
    });
    place.text.grammar.capital_nouns && opens
}

/// How many tokens from `at` on open a clause that completes such a noun and nothing else.
fn completing(place: Place, at: usize) -> usize {
    let text = place.text;
    let is = |at: usize, word: &str| if word == "," { text.is(at, ',') } else { text.lower(at) == word };
    let fits = |words: &&Vec<String>| words.iter().enumerate().all(|(offset, word)| is(at + offset, word));
    text.grammar.naming.completing.iter().filter(fits).map(Vec::len).max().unwrap_or(0)
}
