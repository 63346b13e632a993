//! `NAME: “`, at the head of a line or sentence.

use crate::brief::quotes::attribution::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder;

/// The name before the colon.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let colon = place.at.checked_sub(1).filter(|at| document.stream.is(*at, ':'))?;
    let start = place.sentence.start;
    if colon <= start
        || colon - start > 8
        || document.cues_in(&(start..colon)).iter().any(|cue| cue.verb + 4 >= colon)
    {
        return None;
    }
    let stream = &document.stream;
    // `On the poll - NAME: “`, `More from NAME: “`
    let lead = (start..colon).rev().find(|at| {
        ['—', '–', '-', '―', '•'].iter().any(|mark| stream.is(*at, *mark)) || stream.is_the_word(*at, "from")
    });
    let start = lead.map_or(start, |at| at + 1);
    let start = (start..colon).find(|at| stream.is_word(*at))?;
    let found = phrase_finder::beginning_at(stream, &document.index, start, colon)?;
    let reaches = found.tokens.end == colon
        || stream.is(found.tokens.end, '(')
        || stream.is(found.tokens.end, ',')
        || stream.is_the_word(found.tokens.end, "and");
    (reaches && matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_))).then_some(found)
}
