//! Whether two reports in different languages tell one event: by the names and the numbers they have in common.
//!
//! Of the words of two languages hardly any but names are the same, and reports of two events have those in common, too,
//! where the same people act. So names alone decide nothing: numbers must agree as well. Precision comes first; what has
//! no two numbers, or is written without capitals, stands apart.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::is_of_any_news;
use super::words::{Word, begins_a_sentence, hash, head, read};
use crate::statement::{figures, sound};
use crate::text::Language;

/// Names that two reports of one event have in common, and the share of the names of the one with fewer.
const NAMES: usize = 4;
const SHARE: usize = 2;
/// Numbers that they have in common.
const FIGURES: usize = 2;
/// Sounds that tell a name: shorter ones belong to too many.
const TELLING: usize = 3;
/// Smaller whole numbers stand in any news, and so do years.
const LEAST: f64 = 11.0;
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;

/// What a report has for readers of any language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Across {
    /// Sounds of names in order; false where the capital may be that of a sentence or a headline.
    names: Vec<(u32, bool)>,
    /// Its numbers in order.
    figures: Vec<u64>,
}

impl Across {
    /// Reads a report; the first 1,500 bytes of its text count.
    #[must_use]
    pub fn of(title: &str, text: &str, language: Language) -> Self {
        let text = head(text);
        Self::read((title, &read(title, language)), (text, &read(text, language)), language)
    }

    /// Reads a headline and a text, each given with its words.
    pub(super) fn read(title: (&str, &[Word]), text: (&str, &[Word]), language: Language) -> Self {
        let mut names: BTreeMap<u32, bool> = BTreeMap::new();
        for (part, words, is_text) in [(title.0, title.1, false), (text.0, text.1, true)] {
            let named = |word: &&Word| word.capital && !word.stop && !is_of_any_news(word.term, language);
            for word in words.iter().filter(named) {
                let sound = sound(word.span.of(part));
                if sound.chars().count() >= TELLING {
                    let sure = is_text && !begins_a_sentence(part, word.span);
                    *names.entry(hash(&sound)).or_default() |= sure;
                }
            }
        }
        let all = [title.0, text.0].map(|part| figures(part, language)).concat();
        let telling =
            all.iter().filter(|value| value.fract() > 0.0 || **value >= LEAST && !YEARS.contains(*value));
        let figures: BTreeSet<u64> = telling.map(|value| value.to_bits()).collect();
        Self { names: names.into_iter().collect(), figures: figures.into_iter().collect() }
    }

    /// How many names and numbers two reports have in common; `None` where that is too little for one event.
    #[must_use]
    pub fn one_event(&self, other: &Self) -> Option<usize> {
        let figures = self.figures.iter().filter(|value| other.figures.binary_search(value).is_ok()).count();
        if figures < FIGURES {
            return None;
        }
        let sure = |across: &Self| across.names.iter().filter(|(_, sure)| *sure).count();
        let is_shared = |(sound, sure): &&(u32, bool)| {
            let facing = other.names.binary_search_by_key(sound, |(sound, _)| *sound).ok();
            facing.and_then(|at| other.names.get(at)).is_some_and(|(_, facing)| *sure || *facing)
        };
        let names = self.names.iter().filter(is_shared).count();
        (names >= NAMES && names * SHARE >= sure(self).min(sure(other))).then_some(names + figures)
    }
}

#[cfg(test)]
#[path = "across_tests.rs"]
mod tests;
