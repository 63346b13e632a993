//! Months and days of the week: their names in a language's `dates.txt`, a month or a day a line.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::section::{AFTERNOON, FORENOON, MONTHS, WEEKDAYS};
use super::shared::{self, NEIGHBOURS};
use super::{Language, Section, words};

/// What a month or a day of the week is called, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its number, from 1.
    pub number: u32,
    /// Its names in every case.
    pub names: Vec<Cow<'static, str>>,
    /// What they are shortened to.
    pub short: Vec<Cow<'static, str>>,
}

impl Language {
    /// The months from January on; none where the language has no folder.
    pub fn months(self) -> impl Iterator<Item = Named> {
        self.named(MONTHS)
    }

    /// The days of the week from Monday on.
    pub fn weekdays(self) -> impl Iterator<Item = Named> {
        self.named(WEEKDAYS)
    }

    fn named(self, section: Section) -> impl Iterator<Item = Named> {
        self.lines(section).zip(1..).map(|(line, number)| {
            let (names, short) = line.split_once('|').unwrap_or((line, ""));
            let words = |words: &'static str| words.split_whitespace().map(Cow::Borrowed).collect();
            Named { number, names: words(names), short: words(short) }
        })
    }
}

/// Beginnings of months in languages that have no folder yet, each with its number.
pub fn months_of_neighbours() -> impl Iterator<Item = (&'static str, u32)> {
    let lines = NEIGHBOURS.lines("months").filter_map(|line| line.split_once(' '));
    let months = lines.flat_map(|(_, months)| months.split(';').zip(1..));
    months.flat_map(|(month, number)| month.split_whitespace().map(move |name| (name, number)))
}

/// Minutes east of Greenwich of a zone by its short name, in lower case.
#[must_use]
pub fn minutes_east(zone: &str) -> Option<i32> {
    static ZONES: LazyLock<HashMap<&'static str, i32>> = LazyLock::new(|| {
        let lines = shared::ZONES.lines("zones").filter_map(|line| line.split_once(' '));
        lines.filter_map(|(name, minutes)| Some((name, minutes.parse().ok()?))).collect()
    });
    ZONES.get(zone).copied()
}

/// Whether a word behind an hour says that it is of the second half of the day; `None` when it says nothing of that.
#[must_use]
pub fn is_afternoon(word: &str) -> Option<bool> {
    halves_of_day().iter().find(|(half, _)| half == word).map(|(_, late)| *late)
}

/// What any language has behind an hour for the halves of a day, and whether it is the second.
#[must_use]
pub fn halves_of_day() -> &'static [(Cow<'static, str>, bool)] {
    static HALVES: LazyLock<Vec<(Cow<'static, str>, bool)>> = LazyLock::new(|| {
        let halves = [(FORENOON, false), (AFTERNOON, true)];
        halves.into_iter().flat_map(|(section, late)| words(section).map(move |word| (word, late))).collect()
    });
    &HALVES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_months_and_seven_days_or_none() {
        for language in Language::all() {
            assert!([0, 12].contains(&language.months().count()), "{language}");
            assert!([0, 7].contains(&language.weekdays().count()), "{language}");
            for named in language.months().chain(language.weekdays()) {
                assert!(!named.names.is_empty(), "{language}: {named:?}");
            }
        }
        for line in NEIGHBOURS.lines("months") {
            assert_eq!(line.split(';').count(), 12, "{line}");
        }
    }
}
