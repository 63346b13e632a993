//! `X said or did something. “`

use crate::brief::quotes::attribution::other_sentence;
use crate::brief::quotes::attribution::position::Position;
use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// Who is told to speak between the quote before and this one.
pub(crate) fn between(around: &Surroundings) -> Option<Source> {
    let before = around.before().filter(|_| around.order > 0)?;
    let before = Position::of(around.document, before)?;
    other_sentence::between(around.document, &before, around.place).map(Source::Phrase)
}

/// Who speaks or acts in the sentences of the paragraph before the quote.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    other_sentence::sentence_before(around.document, around.place).map(Source::Phrase)
}
