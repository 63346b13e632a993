//! Text and the places in it: spans, sentences, words, stems, language.
//!
//! In: any Unicode string. Out: byte spans into that same string. Invariant: a span made here lies on
//! character boundaries of its text, so it can always be read back.

mod charset;
mod controls;
mod fold;
mod hash;
mod host;
mod invisible;
mod keyboard;
mod length;
mod lenient_json;
mod lexicon;
pub mod markup;
mod name_case;
mod sentences;
mod shipped;
mod span;
mod steps;
mod word_map;
mod words;

pub use crate::languages::{Language, is_letter, is_letter_or_digit, lower, push_lower};
pub use charset::decode;
pub use controls::{controls_screen, told_controls};
pub use fold::{fold, is_mixed, latin_lookalike, letters, one_letter};
pub use hash::{FastMap, FastSet};
pub use host::{bare, host, site};
pub use invisible::{is_invisible, is_right_to_left, without_invisible};
pub use keyboard::in_other_layouts;
pub use length::{count_words, first_words, is_unspaced, spelt_length};
pub use lenient_json::lenient_json;
pub use name_case::in_first_case;
pub use sentences::{QUOTATION_MARKS, join_sentences, sentences, without_last_comma};
pub use shipped::{Shipped, rows};
pub use span::Span;
pub use steps::{Steps, Stop};
pub use word_map::WordMap;
pub use words::{is_possessive, is_speech_verb, is_stop, shares_a_word, stem, without_possessive, words};
