//! Which words stand in a clause of time or condition.

use super::super::lexicon::{Endings, Lexicon, Words};
use super::super::tokens::Token;

/// Which words stand in a clause of time, condition or comparison: from its first word to the next mark, or, where
/// the verb's ending tells, from the mark before to that verb.
pub(super) fn under(tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> Vec<bool> {
    let mut under = behind(tokens, words, lexicon, Words::Subordinator);
    for (at, token) in tokens.iter().enumerate() {
        if lexicon.ends(Endings::Subordinate, &token.word) {
            for (flag, earlier) in under.iter_mut().zip(tokens).take(at + 1) {
                *flag |= earlier.clause == token.clause;
            }
        }
    }
    under
}

/// Which words stand from a word of a list to the next mark.
pub(super) fn behind(tokens: &[Token], words: &[&str], lexicon: &Lexicon, list: Words) -> Vec<bool> {
    let mut clause = None;
    let flag = |(at, token): (usize, &Token)| {
        if !token.hangs && lexicon.list(list).head(words.get(at..).unwrap_or_default()) > 0 {
            clause = Some(token.clause);
        }
        clause == Some(token.clause)
    };
    tokens.iter().enumerate().map(flag).collect()
}
