//! A stretch of words in marks, and the kinds of marks there are.

use crate::text::Span;

/// Words in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marked {
    /// With the marks.
    pub(crate) outer: Span,
    /// Without them, and without white space at the ends.
    pub(crate) inner: Span,
    /// Index of the paragraph.
    pub(crate) paragraph: usize,
    /// The kind of marks.
    pub(crate) style: Style,
    /// True when the marks are not closed here and the next paragraph goes on.
    pub(crate) continues: bool,
    /// True for the answer to a question of an interview.
    pub(crate) answers: bool,
}

/// A pair of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// “ ”
    Curly,
    /// „ “ and „ ”
    Low,
    /// « » and » «
    Guillemet,
    /// ‹ ›
    SingleGuillemet,
    /// " "
    Straight,
    /// Two single marks for a double one.
    Doubled,
    /// ‘ ’
    SingleCurly,
    /// ' '
    SingleStraight,
    /// No marks: a line of dialogue or a turn of a transcript.
    Unmarked,
}

impl Style {
    /// True for marks that look like apostrophes.
    #[must_use]
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Self::SingleCurly | Self::SingleStraight)
    }
}
