//! Where marked words stand.

use super::phrases::Text;
use super::words::Class;

/// Where marked words stand.
pub(super) struct Stand {
    /// Their token.
    pub(super) token: usize,
    /// First token of their sentence.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
    /// Another quotation stands before them in the paragraph.
    pub(super) behind_quote: bool,
    /// They are part of a noun phrase.
    pub(super) inside_noun: bool,
}

/// True for words that a comma, a dash or a colon parts from what stands behind them.
#[must_use]
pub(super) fn is_parted(text: &Text, token: usize, inner: &str) -> bool {
    let next = token + 1;
    text.is(next, ',') || text.is_dash(next) || text.is(next, ':') || inner.ends_with(',')
}

/// True right before a verb of saying or words that bring it, in languages whose verb ends the sentence.
pub(super) fn is_bound(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    let comma = usize::from(text.is(next, ','));
    text.grammar.last_verb && next < stand.end && text.has(next + comma, Class::QUOTED_BY.or(Class::SAY))
}

/// True when a noun follows that the words only describe: `“ortalama” bir kişi`.
pub(super) fn attributive(text: &Text, stand: &Stand) -> bool {
    let next = stand.token + 1;
    stand.token > stand.start
        && next < stand.end
        && text.is_word(next)
        && (!text.has(next, Class::CLOSED.or(Class::ANY_VERB).or(Class::PARTICIPLE))
            || text.grammar.last_verb && text.has(next, Class::ONE))
}
