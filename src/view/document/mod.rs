//! A document as people file it: headings, paragraphs, quotes, lists and numbered sources, in three formats.
//!
//! In: a [`Document`]. Out: one HTML file without scripts that prints on A4, a Word document, or Markdown. Invariants: the
//! same document gives the same bytes; words are escaped, links are http(s); every format holds the same words.

mod docx;
mod html;
mod markdown;
mod parts;
mod zip;

pub(super) use parts::{Block, Inline, Styled};
pub use parts::{Document, DocumentFormat};

impl Document {
    /// Writes the document in a format.
    #[must_use]
    pub fn write(&self, format: DocumentFormat) -> Vec<u8> {
        match format {
            DocumentFormat::Html => html::write(self).into_bytes(),
            DocumentFormat::Docx => docx::write(self),
            DocumentFormat::Markdown => markdown::write(self).into_bytes(),
        }
    }
}

#[cfg(test)]
mod tests;
