//! Whether two spellings of a speaker's name can be one person.

use super::romanise::{apart, romanised};
use crate::text::fold;

/// How far two spellings of a surname, and of a first name, may be apart.
const SURNAME: f32 = 0.3;
const FIRST_NAME: f32 = 0.34;

/// A speaker's name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    words: Vec<String>,
    /// Words of the end that a hyphen joins: a surname of two.
    hyphened: usize,
}

impl Name {
    /// Takes a name apart, in whatever script.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let folded = fold(name);
        let parts = |name: &str| -> Vec<String> {
            let words = name.split(|c: char| !c.is_alphanumeric()).map(romanised);
            words.filter(|word| !word.is_empty()).collect()
        };
        let hyphened = folded.split_whitespace().last().map_or(0, |last| parts(last).len());
        Self { words: parts(&folded), hyphened }
    }

    /// True when the two can be one person: the surnames sound alike, and so do the first names where both have one.
    #[must_use]
    pub fn can_be(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if short.words.is_empty() {
            return false;
        }
        // a surname of two that one spells with a hyphen has no first name before it: Ben-Gal, Uri Ben-Gal
        let surname = short.words.len();
        let double = surname > 1 && [short.hyphened, long.hyphened].contains(&surname);
        let end = long.words.len().checked_sub(surname).and_then(|from| long.words.get(from..));
        if double && end.is_some_and(|end| apart(&end.concat(), &short.words.concat()) <= SURNAME) {
            return long.words.len() > surname || self.first_agrees(other);
        }
        // the end of the longer name is the surname; particles and hyphens may be written together
        // in some languages it comes first
        let tails = (0..long.words.len()).filter_map(|from| long.words.get(from..));
        let heads = long.words.get(..1).filter(|_| short.words.len() == 1);
        let whole = short.words.concat();
        let mut runs = tails.chain(heads).map(<[String]>::concat);
        if runs.any(|run| apart(&run, &whole) <= SURNAME) && self.first_agrees(other) {
            return true;
        }
        match (self.words.split_first(), other.words.split_first()) {
            (Some((first, rest)), Some((given, family))) if !rest.is_empty() && !family.is_empty() => {
                apart(first, given) <= FIRST_NAME && apart(&rest.concat(), &family.concat()) <= SURNAME
            }
            _ => false,
        }
    }

    /// True unless both have a first name before a surname and those are unlike.
    fn first_agrees(&self, other: &Self) -> bool {
        match (self.words.split_first(), other.words.split_first()) {
            (Some((first, rest)), Some((given, family))) if !rest.is_empty() && !family.is_empty() => {
                apart(first, given) <= FIRST_NAME
            }
            _ => true,
        }
    }
}
