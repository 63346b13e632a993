//! The quote before or behind it in the paragraph.

use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// The voice of the quote before.
pub(crate) fn before(around: &Surroundings) -> Option<Source> {
    around.neighbour.filter(|_| around.order > 0 && !around.introduced).cloned().map(Source::Voice)
}

/// The speaker of the first quote behind it that has its own.
pub(crate) fn behind(around: &Surroundings) -> Option<Source> {
    around.behind.cloned().map(Source::Phrase)
}
