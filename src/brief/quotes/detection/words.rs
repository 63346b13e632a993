//! What words in marks look like, wherever they stand.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::languages::{section, words};
use crate::text::{FastSet, is_letter_or_digit};

/// Words within the title of a work that begin small, in any language.
static SMALL: LazyLock<FastSet<Cow<'static, str>>> = LazyLock::new(|| words(section::TITLE_WORD).collect());

/// What words in marks look like.
pub(crate) struct Words {
    /// How many there are.
    pub(crate) count: usize,
    /// The first has a capital.
    pub(crate) capital: bool,
    /// All have, small words aside.
    pub(crate) title: bool,
    /// A code or an address.
    pub(crate) code: bool,
}

impl Words {
    /// Looks at the words `inner`.
    #[must_use]
    pub(crate) fn of(inner: &str) -> Self {
        let words: Vec<&str> =
            inner.split_whitespace().filter(|word| word.chars().any(is_letter_or_digit)).collect();
        let capital = |word: &&str| {
            let word = word.trim_start_matches(|c: char| !is_letter_or_digit(c));
            word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || SMALL.contains(word)
        };
        let sentence = inner.contains(['?', '!']) || inner.trim_end_matches(['.', ',']).contains(". ");
        let first_capital = inner
            .trim_start_matches(|c: char| !is_letter_or_digit(c))
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let code = words.len() == 1
            && (inner.contains("://")
                || inner.starts_with('@')
                || inner.contains(".com")
                || inner.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation()));
        Self {
            count: words.len(),
            capital: first_capital,
            title: !words.is_empty() && words.iter().all(capital) && first_capital && !sentence,
            code,
        }
    }
}

/// Marks and spaces behind the end of a sentence; asterisks are bold print in plain text.
const BEHIND: [char; 8] = ['"', '”', '»', '“', ')', '*', ' ', '\u{A0}'];

/// True for words that end with the mark of a question.
#[must_use]
pub(crate) fn is_question(words: &str) -> bool {
    words.trim_end_matches(BEHIND).ends_with(['?', '؟', '？'])
}

/// True for words that end as a sentence does.
#[must_use]
pub(crate) fn is_sentence(words: &str) -> bool {
    words.trim_end_matches(BEHIND).ends_with(['.', '!', '?', '…'])
}
