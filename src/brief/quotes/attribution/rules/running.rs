//! Whoever spoke last.

use super::signed::is_between_names;
use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// Who goes on speaking; nobody where names stand above and below words that are set apart.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    let running = around.running.filter(|_| !is_between_names(around.document, around.paragraph));
    running.cloned().map(Source::Voice)
}
