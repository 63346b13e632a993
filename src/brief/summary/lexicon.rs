//! The words that make a sentence unfit to stand alone, per language, read once from its tables.

use std::sync::OnceLock;

use regex::Regex;

use crate::languages::{ByLanguage, Section, section};
use crate::text::{FastMap, Language};

/// What a word is, as bits of [`Lexicon::kind`].
pub(super) mod kind {
    /// A pronoun that needs a person's name before it.
    pub(in super::super) const PERSONAL: u8 = 1;
    /// A pronoun that needs a noun before it.
    pub(in super::super) const THING: u8 = 2;
    /// Points back when it opens a sentence.
    pub(in super::super) const POINTING: u8 = 4;
    /// First person.
    pub(in super::super) const FIRST: u8 = 8;
    /// Second person.
    pub(in super::super) const SECOND: u8 = 16;
    /// Opens an adjunct before the subject.
    pub(in super::super) const LEAN: u8 = 32;
    /// A day or month.
    pub(in super::super) const CALENDAR: u8 = 64;
}

/// Words and phrases of one language, lower case, straight apostrophes, a space between the words of a phrase.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: FastMap<String, u8>,
    /// Phrases that point back when they open a sentence.
    pub(super) group: Vec<String>,
    /// Phrases that point back when they open a sentence and no noun follows.
    pub(super) pair: Vec<String>,
    /// Connectives that tie a sentence to the one before.
    pub(super) opener: Vec<String>,
    /// What stands before a colon and tells what the sentence behind it is, the longest first.
    pub(super) labels: Vec<String>,
    /// Words before a place.
    pub(super) place_prepositions: Vec<String>,
    /// Endings of plurals that name no one.
    pub(super) plural_endings: Vec<String>,
    /// Phrases of captions, promotion and credits.
    promo: Vec<String>,
    /// The same and addresses as one pattern, made when it is first asked for.
    promo_pattern: OnceLock<Option<Regex>>,
}

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(read);

/// Gives the lists of `language`; empty ones for a language without a folder.
pub(super) fn of(language: Language) -> &'static Lexicon {
    LEXICONS.of(language)
}

impl Lexicon {
    /// The kinds of `word` (lower case) as bits.
    pub(super) fn kind(&self, word: &str) -> u8 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// True when `lower` (lower case) holds a phrase of captions, promotion or credits, or an address.
    pub(super) fn is_promo(&self, lower: &str) -> bool {
        let pattern = self.promo_pattern.get_or_init(|| {
            // a raised dot between words parts our own facts, and labels of pages
            let phrases = ["http", "www.", " · "].into_iter().chain(self.promo.iter().map(String::as_str));
            Regex::new(&phrases.map(regex::escape).collect::<Vec<_>>().join("|")).ok()
        });
        pattern.as_ref().is_some_and(|pattern| pattern.is_match(lower))
    }

    /// The words listed as days and months.
    pub(super) fn calendar(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|(_, bits)| **bits & kind::CALENDAR != 0).map(|(word, _)| word.as_str())
    }

    /// True when `head` (lower case) begins with a connective.
    pub(super) fn opens(&self, head: &str) -> bool {
        self.opener
            .iter()
            .any(|opener| head.strip_prefix(opener.as_str()).is_some_and(|rest| rest.starts_with([' ', ','])))
    }
}

fn read(language: Language) -> Lexicon {
    let list = |section: Section| -> Vec<String> {
        language.words(section).map(|entry| entry.replace('’', "'")).collect()
    };
    let mut labels = list(section::LEAD_LABEL);
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    let mut words = FastMap::default();
    for (section, bit) in [
        (section::PERSONAL, kind::PERSONAL),
        (section::THING, kind::THING),
        (section::POINTING, kind::POINTING),
        (section::FIRST_PERSON, kind::FIRST),
        (section::SECOND_PERSON, kind::SECOND),
        (section::LEAN, kind::LEAN),
    ] {
        for word in list(section) {
            *words.entry(word).or_insert(0) |= bit;
        }
    }
    for name in language.months().chain(language.weekdays()).flat_map(|named| named.names) {
        *words.entry(name.into_owned()).or_insert(0) |= kind::CALENDAR;
    }
    Lexicon {
        words,
        group: list(section::GROUP),
        pair: list(section::PAIR),
        opener: list(section::OPENER),
        labels,
        place_prepositions: list(section::PLACE_PREPOSITION),
        plural_endings: list(section::PLURAL_ENDING),
        promo: list(section::PROMOTION),
        promo_pattern: OnceLock::new(),
    }
}
