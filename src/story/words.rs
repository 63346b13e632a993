//! The words of a report as they stand, each with the term it counts as.

use crate::text::{Language, Span, is_stop, stem, words};

/// Marks behind which a capital tells nothing.
const ENDS: [char; 6] = ['.', '!', '?', '…', ':', '\n'];

/// Bytes of the text that are read: the news stands first (STORIES.md: 1,500 characters).
const HEAD: usize = 1_500;

/// A word as it stands.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// What it counts as: its stem, or a number as it stands.
    pub(super) term: u32,
    /// The word itself, in any case.
    pub(super) hash: u32,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// Too common to count.
    pub(super) stop: bool,
}

/// The words of a text.
pub(super) fn read(text: &str, language: Language) -> Vec<Word> {
    let word = |span: Span| {
        let word = span.of(text);
        Word {
            span,
            term: hash(&stem(word, language)),
            hash: hash(&word.to_lowercase()),
            capital: word.starts_with(char::is_uppercase),
            stop: is_stop(word, language),
        }
    };
    words(text, Span::whole(text)).map(word).collect()
}

/// The part of a text that is read.
pub(super) fn head(text: &str) -> &str {
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// True where a capital tells nothing: at the head of a text, a line or a sentence.
pub(super) fn begins_a_sentence(text: &str, word: Span) -> bool {
    let before = text.get(..word.start).unwrap_or_default();
    let spoken = before.trim_end_matches(|letter: char| !letter.is_alphanumeric() && !ENDS.contains(&letter));
    spoken.chars().next_back().is_none_or(|letter| ENDS.contains(&letter))
}

/// FNV-1a, folded to 32 bits: the same on every machine and in every run.
pub(super) fn hash(word: &str) -> u32 {
    let wide = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (wide ^ (wide >> 32)) as u32
}
