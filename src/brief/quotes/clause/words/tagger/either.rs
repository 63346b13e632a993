//! First names that are a woman's in the first case and a man's in the owner's: `Mariana`, «Александра».
//!
//! In: the words of a text with their classes. Out: which of them are a man's, by what stands before them, by the surname
//! behind them and by the same name elsewhere in the first case.

use crate::brief::quotes::clause::words::class::Class;
use crate::brief::quotes::clause::words::grammar::Grammar;
use crate::brief::quotes::clause::words::word::Word;
use crate::text::FastSet;

/// Tells those that are a man's in the owner's case.
pub(super) fn decide(words: &mut [Word], grammar: &Grammar) {
    let found: Vec<usize> = (0..words.len()).filter(|at| is_either(words, *at, grammar)).collect();
    if found.is_empty() {
        return;
    }
    let capitals: FastSet<&str> =
        words.iter().filter(|word| word.class.any(Class::CAPITAL)).map(|word| word.lower.as_str()).collect();
    let owners: Vec<usize> =
        found.into_iter().filter(|at| is_owner(words, *at, grammar, &capitals)).collect();
    for at in owners {
        if let Some(word) = words.get_mut(at) {
            word.class =
                word.class.without(Class::GENDER.or(Class::FIRST_CASE)).or(Class::MALE).or(Class::OTHER_CASE);
        }
    }
}

fn is_either(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    words.get(at).is_some_and(|word| {
        let woman = word.class.any(Class::FEMALE) && !word.class.any(Class::OTHER_CASE);
        woman && word.class.any(Class::CAPITAL) && grammar.given_name(&word.lower).is_some()
    })
}

/// Behind a preposition or a man's office in another case; before a surname that is a man's, or that the text has without
/// the owner's ending; where the text has the man's name in the first case.
fn is_owner(words: &[Word], at: usize, grammar: &Grammar, capitals: &FastSet<&str>) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
    let office = before.any(Class::ROLE) && before.any(Class::OTHER_CASE) && !before.any(Class::FIRST_CASE);
    let man = office && before.any(Class::MALE) && !before.any(Class::FEMALE);
    let surname = words.get(at + 1).filter(|word| word.class.any(Class::CAPITAL));
    let of_man = surname.is_some_and(|word| {
        let plain = grammar.first_case(&word.lower, true).filter(|plain| *plain != word.lower);
        grammar.is_surely_owner(&word.lower) || plain.is_some_and(|plain| capitals.contains(plain.as_str()))
    });
    let own = words.get(at).and_then(|word| grammar.given_name(&word.lower));
    let named = own.is_some_and(|name| capitals.contains(name.to_lowercase().as_str()));
    before.any(Class::PREPOSITION) || man || of_man || named
}
