//! Whether one phrase names or describes what another does.

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class;
use super::super::words::item::{Item, Kind};
use super::same::same_noun;
use super::sides::Sides;

impl Sides<'_> {
    /// Whether a phrase names or describes what another does, and no more.
    pub(super) fn is_same(&self, own: &Chunk, there: &Chunk, strict: bool) -> bool {
        if own.is_pronoun() {
            return match (&own.stands_for, there.is_pronoun()) {
                (Some(own), _) => self.is_same(own, there, false),
                (None, true) => own.pronoun == there.pronoun && there.stands_for.is_none(),
                (None, false) => false,
            };
        }
        if there.is_pronoun() {
            return there.stands_for.as_deref().is_some_and(|there| self.is_same(own, there, strict));
        }
        if own.is_quote() && there.is_quote() {
            return own.words.iter().all(|word| there.words.iter().any(|row| word.form == row.form));
        }
        let Some(head) = own.head(self.lists) else { return false };
        let same = |own: &Item, row: &Item| same_noun(own, row, self.language);
        let heads = |chunk: &Chunk| {
            let all = std::iter::once(chunk).chain(&chunk.apposed).filter_map(|chunk| chunk.head(self.lists));
            all.cloned().collect::<Vec<_>>()
        };
        let direct = heads(there).iter().any(|row| same(head, row));
        let known = there.stands_for.as_deref();
        let by_name = || known.is_some_and(|known| heads(known).iter().any(|row| same(head, row)));
        let own_name = || {
            own.apposed
                .iter()
                .filter_map(|other| other.head(self.lists))
                .any(|name| heads(there).iter().any(|row| same(name, row)))
        };
        if !direct && !by_name() && !own_name() && !self.is_called(own, there) {
            return false;
        }
        let pool: Vec<&Item> = there
            .all_words()
            .chain(known.into_iter().flat_map(Chunk::all_words))
            .chain(there.whose.iter().flat_map(|whose| whose.all_words()))
            .chain(there.whose_else.iter().chain(&there.of_known).flat_map(|whose| whose.all_words()))
            .collect();
        let all = own.all_words().all(|word| pool.iter().any(|row| same(word, row)));
        all && self.is_measured(own, there)
            && self.is_owned(own, there)
            && !(strict && !self.is_whole(own, there))
    }

    /// Whether one is what the other is called: “the tanker” and “the oil tanker Selma”, “Arlon” and “the city of Arlon”.
    fn is_called(&self, own: &Chunk, there: &Chunk) -> bool {
        let (Some(head), Some(other)) = (own.head(self.lists), there.head(self.lists)) else { return false };
        let same = |row: &Item| same_noun(head, row, self.language);
        let definite =
            own.words.first().is_some_and(|first| first.before.determined && !first.before.indefinite);
        let place =
            head.name && self.lists.places.contains(&other.form) && there.words.last().is_some_and(same);
        let noun = !head.name
            && definite
            && other.name
            && there.words.iter().any(|row| !row.name && !row.token.owner && same(row));
        noun || place
    }

    /// Whether nothing of a phrase is left out.
    fn is_whole(&self, own: &Chunk, there: &Chunk) -> bool {
        there
            .words
            .iter()
            .all(|row| row.name || own.all_words().any(|word| same_noun(word, row, self.language)))
    }

    /// Whether a phrase is counted and measured as another.
    fn is_measured(&self, own: &Chunk, there: &Chunk) -> bool {
        let counted = |chunk: &Chunk| chunk.words.iter().any(|word| word.kind == Kind::Number && !word.time);
        if !self.is_counted(own, there) {
            return false;
        }
        let office = own.words.iter().any(|word| word.office);
        let name = own.head(self.lists).is_some_and(|head| head.name);
        let known = there.stands_for.as_deref().map(|known| known.kept.as_slice()).unwrap_or_default();
        own.kept.iter().all(|class| there.kept.contains(class) || known.contains(class))
            && (there.kept.iter().all(|class| own.kept.contains(class) || class::is_beside_the_noun(class))
                || name && !office
                || counted(there) && !counted(own))
    }

    /// Whether each number counts the noun that it counts in the other.
    fn is_counted(&self, own: &Chunk, there: &Chunk) -> bool {
        let counted = there.counted();
        own.counted().iter().all(|(number, noun)| {
            counted.iter().any(|(other, what)| {
                let alike = noun.zip(*what).is_none_or(|(noun, what)| same_noun(noun, what, self.language));
                number.key == other.key && alike
            })
        })
    }

    /// Whether what is theirs is the same ones'.
    fn is_owned(&self, own: &Chunk, there: &Chunk) -> bool {
        if own.pronoun.is_none() {
            return true;
        }
        let whose = own.whose.as_deref();
        match (whose, there.pronoun.is_some()) {
            (Some(whose), true) => {
                there.whose.as_deref().is_none_or(|other| self.is_same(whose, other, false))
            }
            (Some(whose), false) => whose
                .head(self.lists)
                .is_some_and(|head| there.words.iter().any(|row| same_noun(head, row, self.language))),
            (None, same) => same,
        }
    }
}
