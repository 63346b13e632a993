//! `“….” — X`, in the line of the quote or alone in the next.

use crate::brief::quotes::attribution::position::{Found, Position, free};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder;

/// The name that signs the line.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let same = place.at + 1 < place.paragraph.end;
    let dash = place.at + 1;
    let number = stream.get(place.at)?.paragraph;
    let line = if same { place.paragraph.clone() } else { stream.paragraphs.get(number + 1)?.clone() };
    let dashed = ['—', '–', '-', '―'].iter().any(|mark| stream.is(dash, *mark));
    let inside = !same
        && document.marked.get(place.quote).is_some_and(|marked| marked.continues)
        && free(document, line.clone());
    if !(dashed || inside) || place.at > place.paragraph.start + 1 {
        return None;
    }
    let dash = if inside { line.start.saturating_sub(1) } else { dash };
    let start = (dash + 1..line.end).find(|at| stream.is_word(*at))?;
    let found = phrase_finder::beginning_at(stream, &document.index, start, line.end)?;
    let rest = found.tokens.end..line.end;
    let ends = rest.is_empty() || stream.is(rest.start, ',') || rest.len() == 1 || inside && rest.len() == 2;
    (ends && start <= dash + 2 && matches!(found.kind, PhraseKind::Named(_))).then_some(found)
}
