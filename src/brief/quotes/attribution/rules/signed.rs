//! `“….” — X`, in the line of the quote or alone in the next.

use crate::brief::quotes::attribution::position::{Found, Position, free};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::Tags;
use crate::people::tokens::Case;

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
    if !(dashed || inside) {
        return beneath(document, place);
    }
    if place.at > place.paragraph.start + 1 {
        return None;
    }
    let dash = if inside { line.start.saturating_sub(1) } else { dash };
    let start = (dash + 1..line.end).find(|at| stream.is_word(*at))?;
    let found = phrase_finder::beginning_at(stream, &document.index, start, line.end)?;
    let rest = found.tokens.end..line.end;
    let ends = rest.is_empty() || stream.is(rest.start, ',') || rest.len() == 1 || inside && rest.len() == 2;
    (ends && start <= dash + 2 && matches!(found.kind, PhraseKind::Named(_))).then_some(found)
}

/// `“…”` alone in its paragraph and `X, mayor of Y` alone in the next: words set apart, and who spoke them. Nobody where
/// such a line stands above them, too: each may head what is below it.
fn beneath(document: &Document, place: &Position) -> Found {
    let alone = place.at == place.paragraph.start && place.at + 1 == place.paragraph.end;
    let number = document.stream.get(place.at).filter(|_| alone)?.paragraph;
    let above = number.checked_sub(1).and_then(|above| named_line(document, above));
    named_line(document, number + 1).filter(|_| above.is_none())
}

/// Whether words stand alone in their paragraph between two lines of names, so that it cannot be told whose they are.
pub(crate) fn is_between_names(document: &Document, paragraph: usize) -> bool {
    let named = |number: usize| named_line(document, number).is_some();
    named(paragraph + 1) && paragraph.checked_sub(1).is_some_and(named)
}

/// The name in a paragraph that tells nothing but who somebody is.
fn named_line(document: &Document, number: usize) -> Found {
    const MOST: usize = 14;
    const ROLE: usize = 4;
    let stream = &document.stream;
    let line = stream.paragraphs.get(number)?.clone();
    let is_sentence =
        ['.', '!', '?', ':', '…'].iter().any(|mark| stream.is(line.end.saturating_sub(1), *mark));
    if line.len() > MOST
        || is_sentence
        || !free(document, line.clone())
        || !document.cues_in(&line).is_empty()
    {
        return None;
    }
    let starts = line.start..line.end.min(line.start + ROLE);
    let mut found =
        starts.filter_map(|start| phrase_finder::beginning_at(stream, &document.index, start, line.end));
    let found = found.find(|found| matches!(found.kind, PhraseKind::Named(_)))?;
    let ends =
        found.tokens.end == line.end || [',', '('].iter().any(|mark| stream.is(found.tokens.end, *mark));
    // `POTENTIAL DAMAGE` heads what is below it
    let upper = |at: usize| stream.get(at).is_some_and(|token| token.case == Case::Upper);
    let heading =
        found.tokens.clone().all(upper) && !found.tokens.clone().any(|at| stream.has(at, Tags::FIRST_NAME));
    (ends && !heading).then_some(found)
}
