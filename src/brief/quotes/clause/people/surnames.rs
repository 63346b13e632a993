//! Surnames within phrases for something else.

use super::someone::Someone;
use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::same_word;

/// The surnames alone, of those of `people` told of in full elsewhere, within a phrase that is not theirs, with the number of
/// each: `the vote of Porto`, `the next year Porto ran`.
pub(super) fn surnames_within<'t>(
    text: &'t Text,
    noun: &'t Noun,
    people: &'t [Someone],
) -> impl Iterator<Item = (usize, usize)> + 't {
    let own = |at: usize| noun.name.as_ref().is_some_and(|name| name.contains(&at));
    let others = noun.tokens.clone().filter(move |at| !own(*at));
    others.filter_map(|at| Some((at, bearer(text, at, people)?)))
}

/// Whoever surely bears the surname that stands alone at `at`.
fn bearer(text: &Text, at: usize, people: &[Someone]) -> Option<usize> {
    let beside = at > 0 && text.is_name_word(at - 1) || text.is_name_word(at + 1);
    if beside || !text.is_name_word(at) {
        return None;
    }
    let cases = text.grammar.cases;
    let named = |own: &String| same_word(own, text.lower(at), cases);
    people.iter().position(|one| one.human && one.words.len() > 1 && one.words.last().is_some_and(named))
}
