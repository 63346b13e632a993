//! How long a summary may be, and the words it is measured in.

use crate::text::Span;

/// Most words of a summary (SUMMARIES: 75).
pub const MOST_WORDS: usize = 75;
/// Most sentences of a summary (SUMMARIES: 3).
pub const MOST_SENTENCES: usize = 3;

/// Counts words as readers do: runs between white space.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Shows every run of white space as one space.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().fold(String::with_capacity(text.len()), |mut shown, word| {
        shown.push_str(if shown.is_empty() { "" } else { " " });
        shown.push_str(word);
        shown
    })
}

/// The longest beginning of `within` that keeps to the word cap.
pub(super) fn first_words(text: &str, within: Span) -> Span {
    let within = within.trimmed(text);
    let mut inside = false;
    let mut count = 0;
    for (at, letter) in within.of(text).char_indices() {
        let space = letter.is_whitespace();
        if space && count == MOST_WORDS {
            return Span::new(within.start, within.start + at);
        }
        count += usize::from(!space && !inside);
        inside = !space;
    }
    within
}
