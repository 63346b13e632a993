//! Somebody from a place: `le Bernois`, `el cubano`, `a baiana`, known by the ending behind a determiner.

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;

/// Classes the unknown words among `words` that stand as nouns for somebody from a place.
pub(super) fn find(words: &mut [Word], grammar: &Grammar) {
    if !grammar.has_demonyms() {
        return;
    }
    for at in 1..words.len() {
        if let Some(of) = stands(words, at, grammar)
            && let Some(word) = words.get_mut(at)
        {
            word.class = word.class.or(Class::ROLE).or(of);
        }
    }
}

/// The gender of the word at `at`, where it is a noun of this kind.
fn stands(words: &[Word], at: usize, grammar: &Grammar) -> Option<Class> {
    let [before, own] = words.get(at - 1..=at)? else { return None };
    let known = Class::CLOSED
        .or(Class::NOUN)
        .or(Class::ANY_VERB)
        .or(Class::FIRST_NAME)
        .or(Class::PLACE)
        .or(Class::UPPER)
        .or(Class::OPENS);
    let next = words.get(at + 1).map_or(Class::NONE, |next| next.class);
    // a small word behind it is the noun that it only describes
    let describes = next.any(Class::WORD)
        && !next
            .any(Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL).or(Class::OF).or(Class::PREPOSITION));
    let fits = own.class.any(Class::WORD)
        && !own.class.any(known)
        && own.class.any(Class::CAPITAL) == grammar.capital_demonyms
        && before.class.any(Class::THE.or(Class::ONE));
    if !fits || describes {
        return None;
    }
    grammar.demonym(&own.lower)
}
