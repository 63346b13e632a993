//! What stands behind a name and tells more of it: a bracket, an age.

use super::noun::Noun;
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// Tokens a bracket may have.
const BRACKET: usize = 10;

/// Takes `(PSD)` into the phrase.
pub(super) fn bracket(text: &Text, noun: &mut Noun, end: usize) {
    let open = noun.tokens.end;
    if !text.is(open, '(') {
        return;
    }
    if let Some(close) = (open + 1..end.min(open + BRACKET)).find(|at| text.is(*at, ')')) {
        noun.tokens.end = close + 1;
    }
}

/// `Ana Porto, 61,` and `Ana Porto, 61 years old,`.
pub(super) fn age(text: &Text, noun: &mut Noun, end: usize) {
    let comma = noun.tokens.end;
    let number = if text.has(comma + 1, Class::OF) { comma + 2 } else { comma + 1 };
    if text.is(comma, ',') && text.has(number, Class::NUMBER) && number < end {
        let mut at = number + 1;
        while at < end && at < number + 3 && text.is_word(at) && !text.has(at, Class::ANY_VERB) {
            at += 1;
        }
        if at >= end || text.is(at, ',') || text.is_quote(at) || text.is(at, '.') {
            noun.tokens.end = at;
        }
    }
}
