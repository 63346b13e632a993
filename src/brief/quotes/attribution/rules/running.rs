//! Whoever spoke last.

use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// Who goes on speaking.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    around.running.cloned().map(Source::Voice)
}
