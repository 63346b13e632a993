//! `X did something, “`: the subject of the quote's own sentence.

use crate::brief::quotes::attribution::other_sentence;
use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// Whoever acts in the words before the quote.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    other_sentence::own_sentence(around.document, around.place).map(Source::Phrase)
}
