//! Lists of small words.

use crate::text::{FastSet, fold};

/// Words of a section: single ones, and rows of them.
#[derive(Debug, Default)]
pub(crate) struct List {
    words: FastSet<String>,
    rows: Vec<Vec<String>>,
}

impl List {
    /// How many words from the head of `rest` on are of the list; 0 for none.
    pub(crate) fn head(&self, rest: &[&str]) -> usize {
        let fits = |row: &&Vec<String>| {
            row.len() <= rest.len() && row.iter().zip(rest).all(|(part, word)| part == word)
        };
        let row = self.rows.iter().filter(fits).map(Vec::len).max().unwrap_or(0);
        row.max(usize::from(rest.first().is_some_and(|first| self.words.contains(*first))))
    }

    /// True when the list holds this word.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// True when the list holds nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.rows.is_empty()
    }

    /// Takes the words of a line.
    pub(super) fn extend(&mut self, line: &str) {
        for word in line.split_whitespace() {
            if word.contains('_') {
                self.rows.push(word.split('_').map(fold).collect());
            } else {
                self.words.insert(fold(word));
            }
        }
    }
}
