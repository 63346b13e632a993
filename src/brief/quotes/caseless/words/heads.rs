//! Words of a language without spaces, to find the longest that a text begins with.

use std::cmp::Reverse;

use crate::text::FastMap;

/// Words, each with what is known of it, and how long those are that begin with a letter, the longest first.
#[derive(Debug, Default)]
pub(super) struct Heads<T> {
    words: FastMap<String, T>,
    lengths: FastMap<char, Vec<usize>>,
}

impl<T: Copy> Heads<T> {
    /// The words of a table.
    pub(super) fn of(words: FastMap<String, T>) -> Self {
        let mut lengths: FastMap<char, Vec<usize>> = FastMap::default();
        for word in words.keys() {
            let Some(first) = word.chars().next() else { continue };
            let known = lengths.entry(first).or_default();
            if let Err(place) = known.binary_search_by_key(&Reverse(word.len()), |len| Reverse(*len)) {
                known.insert(place, word.len());
            }
        }
        Self { words, lengths }
    }

    /// The longest word at the head of `rest`: its length in bytes and what is known of it.
    pub(super) fn longest(&self, rest: &str) -> Option<(usize, T)> {
        let lengths = self.lengths.get(&rest.chars().next()?)?;
        lengths.iter().find_map(|len| Some((*len, self.get(rest.get(..*len)?)?)))
    }

    /// What is known of a word.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        self.words.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_the_head_is_found() {
        let words = [("ab", 1), ("abcd", 2), ("abc", 3), ("é", 4)];
        let heads = Heads::of(words.map(|(word, known)| (word.to_owned(), known)).into_iter().collect());
        for (text, due) in
            [("abcde", Some((4, 2))), ("abx", Some((2, 1))), ("abcé", Some((3, 3))), ("a", None), ("", None)]
        {
            assert_eq!(heads.longest(text), due, "{text}");
        }
        assert_eq!(heads.longest("éa"), Some((2, 4)));
        assert_eq!((heads.get("abc"), heads.get("abce")), (Some(3), None));
    }
}
