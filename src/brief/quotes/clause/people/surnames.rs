//! Surnames within phrases for something else.

use super::registry::Registry;
use crate::brief::quotes::clause::phrases::{Noun, Text};
use crate::brief::quotes::clause::words::same_word;

impl Registry {
    /// Notes whoever is told of in full elsewhere, by the surname alone within a phrase that is not that person's: `the vote
    /// of Porto`, `the next year Porto ran`.
    pub(super) fn note_surnames(&mut self, text: &Text, noun: &Noun) {
        let own = |at: usize| noun.name.as_ref().is_some_and(|name| name.contains(&at));
        for at in noun.tokens.clone().filter(|at| !own(*at)) {
            if let Some(person) = self.bearer(text, at) {
                self.mentions.push((at, person));
            }
        }
    }

    /// Whoever surely bears the surname that stands alone at `at`.
    fn bearer(&self, text: &Text, at: usize) -> Option<usize> {
        let beside = at > 0 && text.is_name_word(at - 1) || text.is_name_word(at + 1);
        if beside || !text.is_name_word(at) {
            return None;
        }
        let person = self.find(text, &[text.lower(at).to_owned()])?;
        let known = self.all.get(person).filter(|known| known.human && known.words.len() > 1)?;
        let surname =
            known.words.last().is_some_and(|own| same_word(own, text.lower(at), text.grammar.cases));
        surname.then_some(person)
    }
}
