//! `X hatte dafür geworben, „damit alle Arbeit finden“`: words that begin with a conjunction right behind the comma of a clause
//! give the reasons of whoever is its subject, where every noun has a capital. `Antrag, in dem es „…“ genannt wird`: the text in
//! which words are told to stand.

use crate::brief::quotes::clause::phrases::{Chunk, Part, Sort};
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place, Source, of_text};
use crate::brief::quotes::clause::words::Class;
use crate::brief::quotes::rule::Rule;
use crate::text::lower;

/// The subject of the only clause before words that begin with a conjunction.
pub(super) fn reason(place: Place) -> Option<Frame> {
    let comma = place.at.checked_sub(1).filter(|at| place.is(*at, ','))?;
    let token = place.chunk(place.at)?.tokens.start;
    let first = lower(place.text.marked_at(token)?.split_whitespace().next()?);
    let opens = place.text.grammar.class(&first).any(Class::SUBORDINATE);
    let clause = (0..comma).all(|at| ![',', ':', ';'].iter().any(|mark| place.is(at, *mark)));
    if !(place.text.grammar.capital_nouns && place.begins_small() && opens && clause) {
        return None;
    }
    let verb = (0..comma).find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    let source = subject::of(place, verb, comma)?;
    let somebody = matches!(&source, Source::Noun(noun) if noun.is_human());
    somebody.then(|| Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) })
}

/// The text before a relative clause whose passive verb ends it right behind the words.
pub(super) fn therein(place: Place) -> Option<Frame> {
    let text = place.text;
    let called = place.chunk(place.at + 1).filter(|chunk| chunk.is_verb(Class::CUE))?;
    let helper = place.chunk(place.at + 2).filter(|chunk| chunk.is_verb(Class::PASSIVE_HELPER))?;
    let comma = (0..place.at).rev().find(|at| place.is(*at, ','))?;
    let first = place.chunk(comma + 1)?.tokens.start;
    let relative = text.has(first, Class::PREPOSITION) && text.has(first + 1, Class::RELATIVE);
    let passive = called.class.any(Class::PARTICIPLE) && helper.is_finite();
    let before = comma.checked_sub(1).and_then(|at| place.chunk(at)).filter(|_| relative && passive)?;
    match &before.part {
        Part::Noun(noun) | Part::Governed(noun) if noun.sort == Sort::Document => {
            let source = of_text(place, noun, before);
            Some(Frame { says: false, beside: false, ..Frame::new(Rule::Noun, source) })
        }
        _ => None,
    }
}
