//! How long a summary may be.

/// Most words of a summary (SUMMARIES: 75).
pub const MOST_WORDS: usize = 75;
/// Most sentences of a summary (SUMMARIES: 3).
pub const MOST_SENTENCES: usize = 3;

/// Shows every run of white space as one space.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().fold(String::with_capacity(text.len()), |mut shown, word| {
        shown.push_str(if shown.is_empty() { "" } else { " " });
        shown.push_str(word);
        shown
    })
}
