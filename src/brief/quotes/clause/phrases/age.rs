//! An age within a noun phrase.

use super::noun::Core;
use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// Tokens of an age: `de 35 ans`.
pub(super) const AGE: usize = 3;

/// `la mère de 35 ans Ana Porto`: an age between what somebody is and a full name.
#[must_use]
pub(super) fn is_age(text: &Text, core: &Core, at: usize) -> bool {
    let office = core.head.is_some_and(|head| text.has(head, Class::ROLE.or(Class::OPEN)));
    let years = text.has(at, Class::OF) && text.has(at + 1, Class::NUMBER) && text.is_word(at + 2);
    let named = text.is_name_word(at + AGE) && text.is_name_word(at + AGE + 1);
    text.grammar.by_order() && office && years && !text.has(at + 2, Class::CAPITAL) && named
}
