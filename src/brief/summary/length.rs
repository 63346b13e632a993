//! How long a summary may be, and the words it is measured in.

use crate::text::Span;

/// Most words of a summary (SUMMARIES: 75).
pub const MOST_WORDS: usize = 75;
/// Most sentences of a summary (SUMMARIES: 3).
pub const MOST_SENTENCES: usize = 3;

/// Counts words as readers do: runs between white space, of scripts without spaces every two letters.
pub(super) fn count_words(text: &str) -> usize {
    let unspaced = text.chars().filter(|letter| is_unspaced(*letter)).count();
    if unspaced == 0 {
        return text.split_whitespace().count();
    }
    let spaced = text.split_whitespace().filter(|run| !run.contains(is_unspaced)).count();
    unspaced.div_ceil(LETTERS_A_WORD) + spaced
}

/// Letters of a word where no spaces part them.
const LETTERS_A_WORD: usize = 2;

/// True for letters of scripts without spaces.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
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
    let mut unspaced = 0;
    for (at, letter) in within.of(text).char_indices() {
        let space = letter.is_whitespace();
        unspaced += usize::from(is_unspaced(letter));
        if unspaced > LETTERS_A_WORD * MOST_WORDS {
            return Span::new(within.start, within.start + at);
        }
        if space && count == MOST_WORDS {
            return Span::new(within.start, within.start + at);
        }
        count += usize::from(!space && !inside);
        inside = !space;
    }
    within
}
