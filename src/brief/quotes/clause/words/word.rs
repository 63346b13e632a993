//! A word of a text.

use super::class::Class;

/// A token with its classes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Word {
    /// The word in lower case, without a case ending behind an apostrophe.
    pub(crate) lower: String,
    /// Its classes.
    pub(crate) class: Class,
}
