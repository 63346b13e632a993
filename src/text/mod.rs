//! Text and the places in it: spans, sentences, words, stems, language.
//!
//! In: any Unicode string. Out: byte spans into that same string. Invariant: a span made here lies on
//! character boundaries of its text, so it can always be read back.

mod language;
mod span;

pub use language::Language;
pub use span::Span;
