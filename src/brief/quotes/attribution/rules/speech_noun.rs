//! `his message: “`, `X’s claim that “`.

use crate::brief::quotes::attribution::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::Tags;

/// Whose the noun for something said is.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
    let stream = &document.stream;
    let floor = place.sentence.start.max(place.at.saturating_sub(12));
    (floor + 1..place.at).rev().find_map(|at| {
        if !stream.has(at, Tags::SPEECH_NOUN) || !stream.is_word(at) {
            return None;
        }
        let owner = (floor..at).rev().take(4).take_while(|at| stream.is_word(*at)).find(|owner| {
            stream.has(*owner, Tags::HIS.or(Tags::HER))
                || stream.get(*owner).is_some_and(|token| token.possessive)
        })?;
        if stream.has(owner, Tags::HIS.or(Tags::HER)) {
            let tags = if stream.has(owner, Tags::HIS) { Tags::HE } else { Tags::SHE };
            return Some(Phrase { tokens: owner..owner + 1, kind: PhraseKind::Pronoun(tags) });
        }
        phrase_finder::ending_at(stream, &document.index, owner, floor)
    })
}
