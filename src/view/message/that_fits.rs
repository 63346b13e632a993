//! A text drawn shorter and shorter until a message holds it.

use super::sent::MESSAGE_UNITS;
use crate::view::Rich;

/// The first of these texts that a message holds, with the marks that keep foreign words quiet; where there is none the
/// last, cut.
pub(in crate::view) fn that_fits(texts: impl IntoIterator<Item = Rich>) -> Rich {
    let mut last = Rich::new();
    for text in texts {
        if text.utf16_len() <= MESSAGE_UNITS {
            return text;
        }
        last = text;
    }
    last.within(MESSAGE_UNITS)
}
