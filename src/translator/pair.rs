//! A direction of translation.

use std::fmt;
use std::str::FromStr;

use crate::languages::section;
use crate::text::Language;

/// A direction of translation, written `pt-en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The language of the original.
    pub from: Language,
    /// The language of the translation.
    pub to: Language,
}

impl Pair {
    /// Whether translations of this pair can be checked; others are never shown.
    #[must_use]
    pub fn is_checked(self) -> bool {
        self.from != self.to && self.from.has(section::CONCEPT) && self.to.has(section::CONCEPT)
    }

    /// Reads four letters as they stand in names of model files: `pten`.
    #[must_use]
    pub fn of_letters(letters: &str) -> Option<Self> {
        let (from, to) = letters.split_at_checked(2).filter(|_| letters.len() == 4)?;
        Self::of_codes(from, to)
    }

    fn of_codes(from: &str, to: &str) -> Option<Self> {
        let known = |code: &str| Language::all().find(|language| language.code() == code);
        let (from, to) = (known(from)?, known(to)?);
        (from != to).then_some(Self { from, to })
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from.code(), self.to.code())
    }
}

impl FromStr for Pair {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let codes = given.split_once('-').and_then(|(from, to)| Self::of_codes(from, to));
        codes.ok_or_else(|| {
            let known: Vec<String> = Language::all().map(Language::code).collect();
            format!("two languages with a hyphen are wanted, as pt-en; known are {}", known.join(" "))
        })
    }
}
