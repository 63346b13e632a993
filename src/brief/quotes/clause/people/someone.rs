//! Somebody the article names.

use crate::text::is_letter;
use std::ops::Range;

use crate::brief::quotes::clause::words::{Class, same_word};

/// The gender the article's words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

impl Gender {
    /// The gender of a word, if it tells one.
    #[must_use]
    pub(crate) fn of(class: Class) -> Option<Self> {
        match (class.any(Class::MALE), class.any(Class::FEMALE)) {
            (true, false) => Some(Self::Male),
            (false, true) => Some(Self::Female),
            _ => None,
        }
    }
}

/// Somebody the article names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Someone {
    /// The fullest name, in lower case.
    pub(crate) words: Vec<String>,
    /// The name as shown.
    pub(crate) name: String,
    /// True when that is the form of a subject.
    pub(crate) first_case: bool,
    /// The surname as it stands alone as a subject.
    pub(crate) surname: Option<String>,
    /// Words for whose view it is stand before the name, in the owner's case.
    pub(crate) owned: bool,
    /// He or she.
    pub(crate) gender: Option<Gender>,
    /// Classes of the roles.
    pub(crate) roles: Vec<u16>,
    /// The nouns for what somebody is, in lower case.
    pub(crate) nouns: Vec<String>,
    /// Words nobody knows right before the name, in lower case.
    pub(crate) titles: Vec<String>,
    /// Words of the text for what somebody is.
    pub(crate) role: Option<Range<usize>>,
    /// The words of whose office it is, in lower case.
    pub(crate) owner: Vec<String>,
    /// The countries that the words for what somebody is name, by their codes.
    pub(crate) countries: Vec<&'static str>,
    /// True for whoever held an office before.
    pub(crate) past: bool,
    /// True for a person as far as is known; else a body or a country.
    pub(crate) human: bool,
    /// True when more than capitals tell a person: a first name, an office, a verb of saying.
    pub(crate) proven: bool,
    /// First token of the first mention.
    pub(crate) first: usize,
}

impl Someone {
    /// True when the words, in lower case, name this person: the surname, and what stands before it unless it stands alone;
    /// `by_order` also two surnames, `Porto Senna` of Rita Porto Senna.
    #[must_use]
    pub(super) fn is_called(&self, words: &[String], cases: bool, by_order: bool) -> bool {
        let last = words.last().zip(self.words.last());
        let surname = last.is_some_and(|(last, own)| same_word(own, last, cases));
        let first = || match (words.split_first(), self.words.split_first()) {
            (Some((one, [_, ..])), Some((other, [_, ..]))) => same_first(one, other, cases),
            _ => true,
        };
        let both = || words.len() > 1 && self.words.len() > words.len() && self.words.ends_with(words);
        surname && (first() || by_order && both())
    }

    /// Learns how the surname stands alone as a subject, where the one word of `range` is it.
    pub(super) fn learn_surname(&mut self, word: &str, range: &Range<usize>, shown: impl Fn() -> String) {
        let own = self.words.len() > 1 && self.words.last().is_some_and(|own| same_word(own, word, true));
        if range.len() == 1 && own && self.surname.is_none() {
            self.surname = Some(shown());
        }
    }

    /// True for a person whose gender or office the article tells.
    #[must_use]
    pub(crate) fn is_surely_human(&self) -> bool {
        self.human && (self.gender.is_some() || !self.nouns.is_empty())
    }
}

/// True when a short form of a first name or an initial can stand for another.
fn same_first(one: &str, other: &str, cases: bool) -> bool {
    let initial = |short: &str, long: &str| {
        let mut letters = short.chars().filter(|c| is_letter(*c));
        let only = letters.next().filter(|_| letters.next().is_none());
        only.is_some_and(|letter| long.starts_with(letter))
    };
    same_word(one, other, cases) || initial(one, other) || initial(other, one)
}
