//! The quote before or behind it in the paragraph.

use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// The voice of the quote before.
pub(crate) fn before(around: &Surroundings) -> Option<Source> {
    around.neighbour.filter(|_| around.order > 0).cloned().map(Source::Voice)
}

/// The speaker of the first quote behind it that has its own.
pub(crate) fn behind(around: &Surroundings) -> Option<Source> {
    let (_, phrase) = around.behind.iter().flatten().next()?;
    Some(Source::Phrase(phrase.clone()))
}
