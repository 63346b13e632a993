//! What the word before tells of one that may be a conjunction or a verb: behind an article or another word of time it is
//! neither.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;

/// `do caso`, `el caso`, `la semana pasada`: a word that opens clauses is a noun behind an article or a preposition joined with one.
pub(super) fn read(words: &mut [Word], grammar: &Grammar) {
    let other = Class::RELATIVE.or(Class::SELF).or(Class::PREPOSITION).or(Class::OBJECT).or(Class::ASIDE);
    for at in 1..words.len() {
        let Some([before, word]) = words.get_mut(at - 1..=at) else { continue };
        // `la semana pasada`
        if word.class.any(Class::TIME) && before.class.any(Class::TIME) {
            word.class = word.class.without(Class::ANY_VERB.or(Class::PARTICIPLE).or(Class::FINITE));
        }
        let joined = before.class.any(Class::OF) && before.lower != grammar.owner_preposition;
        let article = before.class.any(Class::THE.or(Class::ONE)) && !before.class.any(Class::SUBJECT);
        if word.class.any(Class::SUBORDINATE) && !word.class.any(other) && (joined || article) {
            word.class = word.class.without(Class::SUBORDINATE);
        }
    }
}
