//! `Unlike X, who said little, Y was clear: “`: Y, and not whoever is only set against the speaker.

use super::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::Keyword;

/// Who stands behind the comma that ends the opening phrase.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let start = place.sentence.start;
    let colon = place.at.checked_sub(1).filter(|at| *at > start && stream.is(*at, ':'))?;
    if !stream.is_keyword(start, Keyword::Unlike) {
        return None;
    }
    let mentions = document.index.mentions_in(start + 1..colon);
    let subject = |from: usize, end: usize| {
        from > start + 2 && stream.is(from - 1, ',') && end < colon && stream.is_word(end)
    };
    let mut subjects = mentions.rev().filter(|mention| subject(mention.from, mention.name.end));
    phrase_finder::beginning_at(stream, &document.index, subjects.next()?.from, colon)
}
