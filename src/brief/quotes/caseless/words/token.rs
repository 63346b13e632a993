//! A word, name, number, mark or quotation of a line.

use super::tags::Tags;
use crate::text::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word of the tables.
    Known,
    /// Letters no table knows.
    Unknown,
    /// Letters in which foreign words are written.
    Foreign,
    /// Letters of endings and small words.
    Ending,
    /// A name known from elsewhere in the text, or by its shape.
    Name,
    /// A number with its units.
    Number,
    /// Words in round brackets.
    Bracket,
    /// Anything else: one character.
    Mark(char),
    /// The marked stretch of that index.
    Quotation(usize),
}

/// One token.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// What it is made of.
    pub(crate) shape: Shape,
    /// Where it stands.
    pub(crate) span: Span,
    /// What it may be in a sentence.
    pub(crate) tags: Tags,
    /// Its letters, folded.
    pub(crate) form: String,
}

impl Token {
    /// True when it has one of these classes.
    #[must_use]
    pub(crate) fn has(&self, tags: Tags) -> bool {
        self.tags.any(tags)
    }

    /// True for one of these characters.
    #[must_use]
    pub(crate) fn is_mark(&self, marks: &[char]) -> bool {
        matches!(self.shape, Shape::Mark(mark) if marks.contains(&mark))
    }

    /// The index of the marked stretch it is.
    #[must_use]
    pub(crate) fn quotation(&self) -> Option<usize> {
        match self.shape {
            Shape::Quotation(at) => Some(at),
            _ => None,
        }
    }

    /// True for punctuation, brackets and quotations.
    #[must_use]
    pub(crate) fn is_edge(&self) -> bool {
        matches!(self.shape, Shape::Mark(_) | Shape::Bracket | Shape::Quotation(_))
    }

    /// True for letters the tables do not know.
    #[must_use]
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self.shape, Shape::Unknown | Shape::Foreign)
    }
}

/// What ends a sentence.
pub(crate) const STOPS: [char; 8] = ['。', '！', '？', '!', '?', '；', '.', '؟'];
/// What ends a clause.
pub(crate) const COMMAS: [char; 6] = ['，', '、', ',', '،', '؛', ';'];
/// What announces words.
pub(crate) const COLONS: [char; 2] = ['：', ':'];
/// What parts the names of a foreigner.
pub(crate) const NAME_POINTS: [char; 7] = ['·', '・', '．', '•', '‧', '＝', '='];
