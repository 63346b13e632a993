//! A speaker, as the reading goes on.

use crate::text::Span;

/// A speaker: the words that stand for one, and who it is.
#[derive(Debug, Clone)]
pub(crate) struct Voice {
    /// The words.
    pub(crate) span: Span,
    /// The person, if it is one the text names.
    pub(crate) person: Option<usize>,
    /// The name shown.
    pub(crate) name: Option<String>,
}
