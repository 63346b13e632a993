//! A word of a text, and when two are the same.

use super::class::Class;
use super::grammar::Grammar;
use crate::people::stream::Stream;
use crate::people::tokens::Token;

/// A token with its classes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Word {
    /// The word in lower case, without a case ending behind an apostrophe.
    pub(crate) lower: String,
    /// Its classes.
    pub(crate) class: Class,
}

/// The first letters of a word, which every word that is the same has too.
#[must_use]
pub(crate) fn first_letters(word: &str) -> &str {
    let end = word.char_indices().nth(COMMON).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

/// Letters that two words of names begin with at least, where names have cases.
const COMMON: usize = 3;

/// True when two words of names are the same, whatever their case where names have cases.
#[must_use]
pub(crate) fn same_word(one: &str, other: &str, cases: bool) -> bool {
    if one == other {
        return true;
    }
    if !cases {
        return false;
    }
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    if common < COMMON {
        return false;
    }
    let (one, other) = (one.chars().count(), other.chars().count());
    one.max(other) - common <= 3 && one.min(other) - common <= 2
}

/// `Nell'occasione`: what a preposition that lost its vowel at the head of a sentence is not, which looks like a name.
pub(super) fn name_of_elided(
    stream: &Stream,
    grammar: &Grammar,
    (at, token): (usize, &Token),
    class: Class,
) -> Class {
    let elided = token.span.of(stream.text).ends_with(['\'', '’']);
    let small = class.any(Class::OPENS) && class.any(Class::PREPOSITION);
    let small = grammar.by_order() && elided && small && !stream.is_capital(at + 1);
    if small { Class::CAPITAL.or(Class::FIRST_NAME) } else { Class::NONE }
}
