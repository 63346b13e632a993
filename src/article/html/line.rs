//! A line of a page.

/// What kind of element a line stood in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Kind {
    /// A heading, `h1` to `h6`.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// Preformatted text, its line ends kept.
    Pre,
    /// Words under a picture.
    Caption,
    /// Anything else.
    Paragraph,
}

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::article) struct Line {
    /// The words, white space folded (not in [`Kind::Pre`]).
    pub(in crate::article) text: String,
    /// The element they stood in.
    pub(in crate::article) kind: Kind,
    /// How many bytes of `text` are link text.
    pub(in crate::article) linked: usize,
}

impl Line {
    /// A paragraph without links.
    pub(in crate::article) fn paragraph(text: &str) -> Self {
        Self { text: text.trim().to_owned(), kind: Kind::Paragraph, linked: 0 }
    }
}
