//! Verbs: those known, and unknown words that stand where a verb stands.

use super::text::Text;
use crate::brief::quotes::clause::words::Class;

/// A small unknown word where a verb stands: by its ending, or right behind a quotation before its subject.
#[must_use]
pub(super) fn unknown_verb(text: &Text, at: usize, start: usize) -> Option<Class> {
    let class = text.class(at);
    let known = Class::CLOSED
        .or(Class::NOUN)
        .or(Class::ANY_VERB)
        .or(Class::CAPITAL)
        .or(Class::SO_CALLED)
        .or(Class::ACCORD_OPENS);
    if class.any(known) {
        return None;
    }
    let mark = |at: usize| text.is(at, ',') || text.is_dash(at);
    let mut before = at;
    while before > start && mark(before - 1) && before + 3 > at {
        before -= 1;
    }
    let behind = before > start && text.is_quote(before - 1);
    let ends = text.grammar.may_be_verb(text.lower(at));
    let subject = Class::SPEAKER
        .or(Class::SUBJECT)
        .or(Class::THE)
        .or(Class::FEMALE_CASE)
        .or(Class::ONE)
        .or(Class::OWNER);
    let before_subject = text.has(at + 1, subject) || text.is_name_word(at + 1);
    let plain = (text.grammar.finite_endings.is_empty() || text.grammar.by_order()) && before < at;
    if behind && before < at && (ends || plain) && before_subject {
        return Some(Class::SAY.or(Class::FINITE));
    }
    ends.then_some(Class::VERB.or(Class::FINITE))
}

/// True for any form of a verb.
#[must_use]
pub(super) fn is_verb(class: Class) -> bool {
    class.any(
        Class::FINITE
            .or(Class::GERUND)
            .or(Class::INFINITIVE)
            .or(Class::PARTICIPLE)
            .or(Class::PASSIVE)
            .or(Class::ADNOMINAL),
    )
}
