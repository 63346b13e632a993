//! `“Claim” on the deal — X` in the first lines.

use crate::brief::quotes::attribution::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder;

/// The name that ends the line.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let top = stream.get(place.at)?.paragraph < 2;
    let dash = (place.at + 1..place.paragraph.end)
        .rev()
        .find(|at| ['—', '–', '-', '―'].iter().any(|mark| stream.is(*at, *mark)))?;
    let found = phrase_finder::beginning_at(stream, &document.index, dash + 1, place.paragraph.end)?;
    let named = matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Definite);
    (top && named && found.tokens.end == place.paragraph.end).then_some(found)
}
