//! Whether one phrase names or describes what another does.

use std::collections::HashMap;

use super::super::grammar::chunk::Chunk;
use super::super::grammar::class;
use super::super::words::item::{Item, Kind};
use super::frame::Frame;
use super::known::LONGEST;
use super::same::same_noun;
use super::sides::Sides;

/// The fewest words of a name that is told by its first letters.
const SHORTEST: usize = 3;

impl Sides<'_> {
    /// Whether a phrase names or describes what another does, and no more.
    pub(super) fn is_same(&self, own: &Chunk, there: &Chunk, strict: bool) -> bool {
        if own.is_pronoun() || there.is_pronoun() {
            return self.is_same_pronoun(own, there, strict);
        }
        if own.is_quote() && there.is_quote() {
            return own.words.iter().all(|word| there.words.iter().any(|row| word.form == row.form));
        }
        let Some(head) = own.head(self.lists) else { return false };
        let same = |own: &Item, row: &Item| same_noun(own, row, self.language);
        let heads = |chunk: &Chunk| {
            let apposed = chunk.apposed.iter().filter(|chunk| chunk.tied.is_none());
            let all = std::iter::once(chunk).chain(apposed).filter_map(|chunk| chunk.head(self.lists));
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
        let whose =
            there.whose.as_deref().filter(|_| there.words.iter().all(|word| word.kind == Kind::Number));
        let of_them = || whose.and_then(|whose| whose.head(self.lists)).is_some_and(|row| same(head, row));
        if !direct && !by_name() && !own_name() && !of_them() && !self.is_called(own, there) {
            return false;
        }
        let pool: Vec<&Item> =
            there.all_words().chain(known.into_iter().flat_map(Chunk::all_words)).collect();
        let whose = there.whose.iter().chain(&there.whose_else).chain(&there.of_known);
        let theirs: Vec<&Item> = whose.flat_map(|whose| whose.all_words()).collect();
        let all = self.is_acronym(own, there)
            || own.all_words().all(|word| {
                pool.iter().any(|row| same(word, row))
                    || theirs.iter().any(|row| same(word, row)) && self.tells_whose_it_is(word, own)
            });
        all && self.is_of_those(own, there)
            && self.is_measured(own, there)
            && self.is_owned(own, there)
            && self.is_in_office(own, there)
            && !((strict || self.is_sum(own)) && !by_name() && !self.is_whole(own, there))
    }

    /// Whether a phrase is a plain word for all of something that rises and falls: “exports” are not “exports of wool”.
    fn is_sum(&self, own: &Chunk) -> bool {
        let bare = |first: &Item| !first.before.determined && !first.name && !first.token.owner;
        let head = own.head(self.lists);
        own.pronoun.is_none()
            && own.words.first().is_some_and(bare)
            && head.is_some_and(|head| self.lists.is_sum(head))
    }

    /// The same where one of them is a pronoun: what it stands for is told, as many of it.
    fn is_same_pronoun(&self, own: &Chunk, there: &Chunk, strict: bool) -> bool {
        // “hundreds of them”
        if !own.kept.is_empty() || !there.kept.is_empty() {
            let bare = |chunk: &Chunk| {
                let whole = if chunk.is_pronoun() { chunk.stands_for.as_deref() } else { Some(chunk) };
                whole.map(|whole| Chunk { kept: Vec::new(), ..whole.clone() })
            };
            let both = bare(own).zip(bare(there)).filter(|_| own.kept == there.kept);
            return both.is_some_and(|(own, there)| !own.is_pronoun() && self.is_same(&own, &there, strict));
        }
        if own.is_pronoun() {
            return match (&own.stands_for, there.is_pronoun()) {
                (Some(own), _) => self.is_same(own, there, false),
                (None, true) => own.pronoun == there.pronoun && there.stands_for.is_none(),
                (None, false) => false,
            };
        }
        there.stands_for.as_deref().is_some_and(|there| self.is_same(own, there, strict))
    }

    /// Whether a word of a phrase for a person tells whose they are: “the minister's counterpart Ada Lind”.
    fn tells_whose_it_is(&self, word: &Item, own: &Chunk) -> bool {
        let place = own.words.iter().position(|other| other.token.span == word.token.span);
        let of = |item: &Item| self.lists.of.is_some() && item.before.preposition == self.lists.of;
        let owner = |place: usize| own.words.iter().skip(place).any(|item| item.token.owner);
        let behind = |place: usize| own.words.iter().take(place + 1).any(of);
        !own.is_person() || place.is_none_or(|place| owner(place) || behind(place))
    }

    /// Whether whose one is is not who the other is: “Ada Lind's lawyer, Orsk” is not “Orsk's lawyer, Ada Lind”.
    fn is_of_those(&self, own: &Chunk, there: &Chunk) -> bool {
        let known = there.stands_for.as_deref().into_iter();
        let known = known.flat_map(|known| std::iter::once(known).chain(&known.apposed));
        let chunks: Vec<&Chunk> = std::iter::once(there).chain(&there.apposed).chain(known).collect();
        own.words.iter().filter(|word| word.token.owner && word.name).all(|word| {
            let same = |row: &Item| same_noun(word, row, self.language);
            let apart = |chunk: &&Chunk| {
                let head = chunk.head_at(self.lists);
                chunk.words.iter().enumerate().any(|(at, row)| at != head && same(row))
            };
            let headed = |chunk: &&Chunk| chunk.head(self.lists).is_some_and(same);
            !chunks.iter().any(headed) || chunks.iter().any(apart)
        })
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
        noun || place || self.is_acronym(own, there)
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
            && (there.kept.iter().all(|class| {
                own.kept.contains(class) || class::is_beside_the_noun(class) || class::is_manner(class)
            }) || name && !office
                || counted(there) && !counted(own))
    }

    /// Whether each number counts the noun that it counts in the other.
    fn is_counted(&self, own: &Chunk, there: &Chunk) -> bool {
        let counted = there.counted();
        own.counted().iter().all(|(number, noun)| {
            counted.iter().any(|(other, what)| {
                let alike = noun.zip(*what).is_none_or(|(noun, what)| same_noun(noun, what, self.language));
                // “a two-year sentence”, “a sentence of two years”
                let unit = |chunk: &Chunk, number: &Item| {
                    chunk
                        .behind(number)
                        .map(|unit| unit.key.clone())
                        .filter(|unit| self.lists.time_units.contains(unit))
                };
                let unit = unit(own, number).filter(|one| unit(there, other).as_ref() == Some(one));
                number.key == other.key && (alike || unit.is_some())
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

    /// Whether one is written with the first letters of the other, and of no other name of the article: “IMF” of
    /// “International Monetary Fund”.
    fn is_acronym(&self, own: &Chunk, there: &Chunk) -> bool {
        let [word] = own.words.as_slice() else { return false };
        let alone = || {
            self.initials.get_or_init(|| all_initials(self.told)).get(&word.form).is_some_and(Option::is_some)
        };
        word.name && names(there).len() >= SHORTEST && letters(&names(there)) == word.form && alone()
    }
}

/// The first letters of the names of an article, each with the name, or none where several have them.
fn all_initials(told: &[Vec<Frame>]) -> HashMap<String, Option<String>> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    for chunk in told.iter().flatten().flat_map(|frame| &frame.arguments).map(|argument| &argument.chunk) {
        for part in std::iter::once(chunk).chain(&chunk.apposed) {
            let names = names(part);
            let names = names.get(..LONGEST.min(names.len())).unwrap_or_default();
            // “the Inland Motor Union chairman Nils Berg”
            let parts = (SHORTEST..=names.len()).flat_map(|count| names.windows(count));
            for name in parts {
                let keys = name.iter().map(|row| row.key.as_str()).collect::<Vec<_>>().join(" ");
                let known = found.entry(letters(name)).or_insert_with(|| Some(keys.clone()));
                if known.as_ref() != Some(&keys) {
                    *known = None;
                }
            }
        }
    }
    found
}

fn names(chunk: &Chunk) -> Vec<&Item> {
    chunk.words.iter().filter(|row| row.name).collect()
}

fn letters(names: &[&Item]) -> String {
    names.iter().filter_map(|row| row.form.chars().next()).collect()
}
