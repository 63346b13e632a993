//! Text and the places in it: spans, sentences, words, stems, language.
//!
//! In: any Unicode string. Out: byte spans into that same string. Invariant: a span made here lies on
//! character boundaries of its text, so it can always be read back.

mod detect;
mod distance;
mod fold;
mod hash;
mod language;
mod lexicon;
mod sentences;
mod span;
mod steps;
mod words;

pub use distance::distance;
pub use fold::fold;
pub use hash::{FastMap, FastSet};
pub use language::Language;
pub use lexicon::sections;
pub use sentences::sentences;
pub use span::Span;
pub use steps::Steps;
pub use words::{is_speech_verb, is_stop, shares_a_word, stem, words};
