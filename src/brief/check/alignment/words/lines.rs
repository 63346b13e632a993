//! The lines of a language's thesaurus and tables in which its words stand with others.

use std::collections::{HashMap, HashSet};

use crate::languages::section;
use crate::text::Language;

/// A word in a line: the line's number, whether it is only said, its company, whether the line is the tables', its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) line: u32,
    pub(super) said: bool,
    pub(super) company: &'static str,
    pub(super) shared: bool,
    pub(super) kind: char,
}

/// The lines of words that mean the same, those of words in two spellings, and one for each other word.
pub(super) fn entries(language: Language) -> HashMap<&'static str, Vec<Entry>> {
    let mut words: HashMap<&'static str, Vec<Entry>> = HashMap::new();
    let mut number = 0;
    let mut line = |all: &mut dyn Iterator<Item = &'static str>, kind: &'static str, shared: bool| {
        let (kind, company) = kind.split_once(':').unwrap_or((kind, ""));
        let kind = kind.chars().next().unwrap_or_default();
        number += 1;
        let mut said = false;
        for word in all {
            said |= word == ">";
            words.entry(word).or_default().push(Entry { line: number, said, company, shared, kind });
        }
    };
    let apart = |line: &'static str| line.split_once(' ').unwrap_or_default();
    let mut seen = HashSet::new();
    for (kind, rest) in language.known_words().map(apart) {
        rest.split_whitespace().for_each(|word| line(&mut std::iter::once(word), kind, false));
    }
    for (kind, rest) in language.spellings().map(apart) {
        line(&mut rest.split_whitespace(), kind, false);
    }
    for (kind, rest) in language.lines(section::SYNONYM).map(apart) {
        line(&mut rest.split_whitespace(), kind, true);
        // and itself
        for word in rest.split_whitespace().filter(|word| seen.insert((kind.chars().next(), *word))) {
            line(&mut std::iter::once(word), kind.split(':').next().unwrap_or(kind), false);
        }
    }
    words
}
