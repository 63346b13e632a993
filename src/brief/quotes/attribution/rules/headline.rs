//! `“Claim” on the deal — X` in the first lines.

use crate::brief::quotes::attribution::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder::{self, LONGEST};

/// The name that ends the line.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    if stream.get(place.at)?.paragraph >= 2 {
        return None;
    }
    let floor = (place.at + 1).max(place.paragraph.end.saturating_sub(LONGEST + 1));
    let dash = (floor..place.paragraph.end)
        .rev()
        .find(|at| ['—', '–', '-', '―'].iter().any(|mark| stream.is(*at, *mark)))?;
    let found = phrase_finder::beginning_at(stream, &document.index, dash + 1, place.paragraph.end)?;
    let named = matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Definite);
    (named && found.tokens.end == place.paragraph.end).then_some(found)
}
