//! Infinitives that have the form of a finite verb.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;

/// `Lösungen zu finden`: right behind a small preposition a form that may be an infinitive is no verb of several, where every
/// noun has a capital.
pub(super) fn tell(words: &mut [Word], grammar: &Grammar) {
    if !grammar.capital_nouns {
        return;
    }
    for at in 1..words.len() {
        let Some([before, word]) = words.get_mut(at - 1..=at) else { continue };
        let small = before.class.any(Class::PREPOSITION) && !before.class.any(Class::CAPITAL);
        let either = word.class.any(Class::INFINITIVE) && word.class.any(Class::FINITE);
        if small && either && !word.class.any(Class::CAPITAL.or(Class::SINGULAR)) {
            word.class = word.class.without(Class::FINITE.or(Class::PLURAL));
        }
    }
}
