//! The words that an acronym stands for: `the Union of Free Bakers (UFB)`.

use std::ops::Range;

use super::phrases::Text;
use super::words::Class;

/// Tokens of the words before the bracket.
const LONGEST: usize = 16;

/// The words that the token `at` stands for, where the article tells them before a bracket with it.
#[must_use]
pub(super) fn words_for(text: &Text, at: usize) -> Option<Range<usize>> {
    if !text.has(at, Class::UPPER) {
        return None;
    }
    let acronym = text.lower(at);
    let open = text.bracket_of(acronym)?;
    let floor = open.saturating_sub(LONGEST);
    let words = (floor..open).rev().take_while(|at| text.is_word(*at));
    let mut left: Vec<char> = acronym.chars().collect();
    for at in words {
        let initial = text.lower(at).chars().next();
        if left.last().copied() == initial {
            left.pop();
        } else if !text.has(at, Class::CLOSED) {
            return None;
        }
        if left.is_empty() {
            return text.has(at, Class::CAPITAL).then_some(at..open);
        }
    }
    None
}
