//! The paragraph goes on with the quote of the one before.

use crate::brief::quotes::attribution::surroundings::{Source, Surroundings};

/// Whoever spoke the open words before.
pub(crate) fn find(around: &Surroundings) -> Option<Source> {
    let before = around.document.marked.get(around.before()?)?;
    let goes_on = before.continues && before.paragraph + 1 == around.paragraph && around.order == 0;
    around.running.filter(|_| goes_on).cloned().map(Source::Voice)
}
