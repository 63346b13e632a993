//! A map of words for tables that stay in memory: all words in one string, equal values once.
//!
//! In: words and what each is, while a table is read. Out: what a word is. A word takes its letters and some 20 bytes.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::RandomState;

use super::FastMap;

/// Of 8 places so many are taken at most: the fuller, the longer a word that is not there is looked for.
const FULLEST: usize = 5;
/// Places of the smallest map that holds a word; a power of two.
const FEWEST: usize = 8;

/// Values by word; many words, few different values.
#[derive(Debug)]
pub struct WordMap<V> {
    /// All words, one behind another.
    words: String,
    /// Where each word ends in `words`.
    ends: Vec<u32>,
    /// The number of each word's value.
    values: Vec<u32>,
    /// The different values.
    distinct: Vec<V>,
    /// The numbers of the values; empty once the map is shrunk.
    numbers: FastMap<V, u32>,
    /// By place: 0 where it is free, else bits of the word's hash.
    marks: Vec<u8>,
    /// By place: the number of the word.
    places: Vec<u32>,
    hasher: RandomState,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self {
            words: String::new(),
            ends: Vec::new(),
            values: Vec::new(),
            distinct: Vec::new(),
            numbers: FastMap::default(),
            marks: Vec::new(),
            places: Vec::new(),
            hasher: RandomState::default(),
        }
    }
}

impl<V> WordMap<V> {
    /// The value of `word`.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&V> {
        let hash = self.hasher.hash_one(word);
        let number = self.number(word, hash)?;
        self.distinct.get(*self.values.get(number)? as usize)
    }

    /// True when it has `word`.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of `word`.
    fn number(&self, word: &str, hash: u64) -> Option<usize> {
        let mark = mark(hash);
        self.path(hash).find_map(|place| match self.marks.get(place) {
            Some(0) | None => Some(None),
            Some(other) if *other == mark => {
                let number = *self.places.get(place)? as usize;
                (self.word(number) == Some(word)).then_some(Some(number))
            }
            Some(_) => None,
        })?
    }

    fn word(&self, number: usize) -> Option<&str> {
        let start =
            number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.words.get(start..*self.ends.get(number)? as usize)
    }

    /// The places where a word may stand, in their order.
    fn path(&self, hash: u64) -> impl Iterator<Item = usize> + use<V> {
        let last = self.marks.len().wrapping_sub(1);
        // the low bits; the mark is of the high ones
        let first = hash as usize;
        (0..self.marks.len()).map(move |step| first.wrapping_add(step) & last)
    }

    /// Takes the first free place for the word `number`.
    fn take_place(&mut self, number: u32, hash: u64) {
        let free = self.path(hash).find(|place| self.marks.get(*place) == Some(&0));
        let Some(place) = free else { return };
        if let (Some(taken), Some(own)) = (self.marks.get_mut(place), self.places.get_mut(place)) {
            (*taken, *own) = (mark(hash), number);
        }
    }

    /// Doubles the places where they are too full for one word more.
    fn make_room(&mut self) {
        if (self.ends.len() + 1) * 8 <= self.marks.len() * FULLEST {
            return;
        }
        let places = (self.marks.len() * 2).max(FEWEST);
        (self.marks, self.places) = (vec![0; places], vec![0; places]);
        for number in 0..self.ends.len() {
            let hash = self.word(number).map(|word| self.hasher.hash_one(word));
            if let (Some(hash), Ok(number)) = (hash, u32::try_from(number)) {
                self.take_place(number, hash);
            }
        }
    }

    /// Gives back the room that reading took; more may be added still.
    pub fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.values.shrink_to_fit();
        self.distinct.shrink_to_fit();
        self.numbers = FastMap::default();
    }
}

impl<V: Clone + Eq + Hash> WordMap<V> {
    /// Gives `word` the value that `change` makes of the one it has, if any.
    pub fn update(&mut self, word: &str, change: impl FnOnce(Option<&V>) -> V) {
        let hash = self.hasher.hash_one(word);
        let number = self.number(word, hash);
        let old = number.and_then(|number| self.values.get(number)).copied();
        let known = old.and_then(|old| self.distinct.get(old as usize));
        let value = change(known);
        if known == Some(&value) {
            return;
        }
        let value = self.number_of(value);
        if let Some(own) = number.and_then(|number| self.values.get_mut(number)) {
            *own = value;
            return;
        }
        self.make_room();
        let end = u32::try_from(self.words.len() + word.len());
        // tables are read from files of the program: they are far from 4 GB
        if let (Ok(number), Ok(end)) = (u32::try_from(self.ends.len()), end) {
            self.words.push_str(word);
            self.ends.push(end);
            self.values.push(value);
            self.take_place(number, hash);
        }
    }

    fn number_of(&mut self, value: V) -> u32 {
        if self.numbers.len() < self.distinct.len() {
            self.numbers = self.distinct.iter().cloned().zip(0..).collect();
        }
        let next = u32::try_from(self.distinct.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(value.clone()).or_insert(next);
        if number == next {
            self.distinct.push(value);
        }
        number
    }
}

/// Bits of a hash, never 0.
const fn mark(hash: u64) -> u8 {
    (hash >> 57) as u8 | 0x80
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_empty_map_has_no_word() {
        let map = WordMap::<u8>::default();
        assert_eq!(map.get(""), None);
        assert!(!map.contains("word"));
    }

    proptest! {
        #[test]
        fn it_holds_what_a_map_of_the_library_holds(
            added in prop::collection::vec(("[abд]{0,3}", 0_u8..4), 0..200),
            shrunk in 0_usize..200,
        ) {
            let (mut map, mut due) = (WordMap::default(), HashMap::<String, u8>::new());
            for (at, (word, value)) in added.into_iter().enumerate() {
                map.update(&word, |old| old.copied().unwrap_or(0) | value);
                *due.entry(word).or_default() |= value;
                if at == shrunk {
                    map.shrink();
                }
            }
            map.shrink();
            for word in ["", "x", "дд"] {
                prop_assert_eq!(map.get(word), due.get(word));
            }
            for (word, value) in &due {
                prop_assert_eq!(map.get(word), Some(value));
            }
        }
    }
}
