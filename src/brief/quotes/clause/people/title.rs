//! What somebody is in a word that no table holds: `Kurator Ana Porto`, then `the kurator said`.

use super::someone::Someone;
use crate::brief::quotes::clause::phrases::{Noun, Sort, Text};
use crate::brief::quotes::clause::words::{Class, same_word};

/// Letters of the shortest such word.
const SHORTEST: usize = 4;

/// Learns the word before the name, where nouns have cases.
pub(super) fn learn(text: &Text, known: &mut Someone, noun: &Noun) {
    let Some(at) = noun.name.as_ref().and_then(|name| name.start.checked_sub(1)) else { return };
    if noun.role.contains(&at) && text.grammar.cases && is_unknown(text, at) {
        let word = text.lower(at).to_owned();
        if !known.titles.contains(&word) {
            known.titles.push(word);
        }
    }
}

/// The only person named before with the one word of a phrase as what that person is.
pub(super) fn holder(text: &Text, people: &[Someone], noun: &Noun) -> Option<usize> {
    let alone = matches!(noun.sort, Sort::Capital | Sort::Thing) && noun.tokens.len() == 1;
    if !(alone && text.grammar.cases && is_unknown(text, noun.head)) {
        return None;
    }
    let word = text.lower(noun.head);
    let fits = |known: &Someone| {
        known.human && known.first < noun.head && known.titles.iter().any(|own| same_word(own, word, true))
    };
    let mut found = people.iter().enumerate().filter(|(_, known)| fits(known)).map(|(at, _)| at);
    found.next().filter(|_| found.next().is_none())
}

/// True for a word without a class that is no name elsewhere.
fn is_unknown(text: &Text, at: usize) -> bool {
    let known = Class::CLOSED.or(Class::NOUN).or(Class::ANY_VERB).or(Class::ADDRESS);
    let name = Class::FIRST_NAME.or(Class::PLACE).or(Class::UPPER);
    text.is_word(at)
        && !text.has(at, known.or(name))
        && text.lower(at).chars().count() >= SHORTEST
        && (!text.has(at, Class::CAPITAL) || text.has(at, Class::OPENS))
}
