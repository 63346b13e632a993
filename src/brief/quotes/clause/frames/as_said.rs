//! `„…“ und mehr, wie X am Montag sagte`: a clause of comparison that its verb of saying ends, where every noun has a capital.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{Frame, Place, agrees, is_within_group, noun_source};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;

/// Chunks of the sentence behind a quotation in which the clause begins.
const NEAR: usize = 24;

/// Chunks of the clause.
const CLAUSE: usize = 10;

/// The subject of the first such clause behind the quotation, with no other words in marks before it.
pub(super) fn as_said(place: Place) -> Option<Frame> {
    if !place.text.grammar.capital_nouns {
        return None;
    }
    for comma in place.at + 1..place.chunks.len().min(place.at + NEAR) {
        let chunk = place.chunk(comma)?;
        if matches!(chunk.part, Part::Quote | Part::Mark(':' | ';' | '.')) {
            return None;
        }
        let opens = chunk.is(',') || place.is_dash(comma);
        let Some(noun) = subject(place, comma + 1).filter(|_| opens) else { continue };
        let frame = Frame::new(Rule::After, noun_source(place, noun));
        return Some(if comma == place.at + 1 { frame } else { frame.aside() });
    }
    None
}

/// The subject of the clause that opens at the chunk `open`, where its last verb is one of saying.
fn subject(place: Place, open: usize) -> Option<Noun> {
    let as_said = &place.text.grammar.naming.as_said;
    let first = place.chunk(open).filter(|chunk| matches!(chunk.part, Part::Subordinate))?;
    if !as_said.contains(place.text.lower(first.tokens.start)) {
        return None;
    }
    let ends =
        |at: &usize| place.chunk(*at).is_none_or(|chunk| matches!(chunk.part, Part::Quote | Part::Mark(_)));
    let end = (open + 1..open + CLAUSE).find(ends)?;
    let says = |chunk: &Chunk| chunk.is_finite() && chunk.class.any(Class::SAY);
    let verb = (open + 1..end).rev().find(|at| !place.chunk(*at).is_some_and(is_small))?;
    let class = place.chunk(verb).filter(|chunk| says(chunk))?.class;
    let speaks = |noun: &&Noun| {
        (noun.can_speak() || noun.sort == Sort::Thing && noun.determiner.any(Class::THE))
            && noun.may_be_subject
            && agrees(class, noun)
    };
    (open + 1..verb).find_map(|at| place.noun(at).filter(speaks)).cloned()
}

/// True for an auxiliary behind its participle, and for what no verb is.
fn is_small(chunk: &Chunk) -> bool {
    is_within_group(chunk) && !chunk.is_verb(Class::SAY)
}
