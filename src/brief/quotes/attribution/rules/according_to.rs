//! `according to X`, `in X’s words`.

use std::ops::Range;

use crate::brief::quotes::attribution::position::{Found, Position, REACH};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::{phrase_finder, subject};
use crate::people::lexicon::{Keyword, Tags};

/// Whom the sentence is according to.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let reach = |range: Range<usize>| {
        range.clone().find_map(|at| {
            let plain = stream.has(at, Tags::ACCORD) && stream.is_keyword(at + 1, Keyword::AccordPreposition);
            let noun = stream.has(at, Tags::ACCORD) && stream.has(at + 1, Tags::ACCORD_NOUN);
            let alone = stream.has(at, Tags::ACCORD_SINGLE) && !stream.has(at, Tags::CUE);
            let first = at == place.sentence.start && stream.has(at, Tags::ACCORD_FIRST);
            // `in the words of X`
            let words = stream.has(at, Tags::ACCORD_NOUN)
                && stream.has(at + 1, Tags::LINKING)
                && at.checked_sub(1).is_some_and(|at| stream.has(at, Tags::DEFINITE));
            let start = if plain || noun || words { at + 2 } else { at + 1 };
            let start = if noun && stream.has(start, Tags::LINKING) { start + 1 } else { start };
            if !(plain || noun || words || alone || first) {
                return None;
            }
            let found = phrase_finder::beginning_at(stream, &document.index, start, range.end)?;
            let found = subject::with_apposed_name(stream, &document.index, found, range.end);
            let named = matches!(found.kind, PhraseKind::Named(_)) && stream.is(found.tokens.end, ',');
            if first && !named {
                return None;
            }
            Some(maker(document, &found, range.end).unwrap_or(found))
        })
    };
    reach(place.at + 1..place.sentence.end.min(place.at + 60))
        .or_else(|| reach(place.sentence.start.max(place.at.saturating_sub(REACH))..place.at))
}

/// `according to calculations by X`: X.
fn maker(document: &Document, source: &Phrase, end: usize) -> Found {
    let stream = &document.stream;
    let thing = !matches!(source.kind, PhraseKind::Named(_) | PhraseKind::Pronoun(_))
        && !stream.has(source.tokens.end - 1, Tags::PERSON);
    let by = source.tokens.end;
    (thing && stream.is_keyword(by, Keyword::Agent))
        .then(|| phrase_finder::beginning_at(stream, &document.index, by + 1, end))
        .flatten()
        .filter(|found| matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_)))
}
