//! The words that make a sentence unfit to stand alone, per language, read once from `lexicon/`.

use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::text::{FastMap, Language, sections};

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
    /// Phrases of captions, promotion and credits.
    promo: Vec<String>,
    /// The same and addresses as one pattern, made when it is first asked for.
    promo_pattern: OnceLock<Option<Regex>>,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("lexicon/en.txt")));
static RUSSIAN: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("lexicon/ru.txt")));
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("lexicon/de.txt")));
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("lexicon/fr.txt")));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| read(include_str!("lexicon/es.txt")));
static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// Gives the lists of `language`; empty ones for a language without a file.
pub(super) fn of(language: Language) -> &'static Lexicon {
    match language {
        Language::English => &ENGLISH,
        Language::Russian => &RUSSIAN,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
        Language::Other(_) => &NONE,
    }
}

/// Every language with lists.
pub(super) const ALL: [Language; 5] =
    [Language::English, Language::Russian, Language::German, Language::French, Language::Spanish];

impl Lexicon {
    /// The kinds of `word` (lower case) as bits.
    pub(super) fn kind(&self, word: &str) -> u8 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// True when `lower` (lower case) holds a phrase of captions, promotion or credits, or an address.
    pub(super) fn is_promo(&self, lower: &str) -> bool {
        let pattern = self.promo_pattern.get_or_init(|| {
            let phrases = ["http", "www."].into_iter().chain(self.promo.iter().map(String::as_str));
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

fn read(file: &'static str) -> Lexicon {
    let lists = sections(file);
    let list = |name: &str| -> Vec<String> {
        lists.get(name).into_iter().flatten().map(|entry| entry.replace('_', " ").replace('’', "'")).collect()
    };
    let mut words = FastMap::default();
    for (name, bit) in [
        ("personal", kind::PERSONAL),
        ("thing", kind::THING),
        ("pointing", kind::POINTING),
        ("first", kind::FIRST),
        ("second", kind::SECOND),
        ("lean", kind::LEAN),
        ("calendar", kind::CALENDAR),
    ] {
        for word in list(name) {
            *words.entry(word).or_insert(0) |= bit;
        }
    }
    Lexicon {
        words,
        group: list("group"),
        pair: list("pair"),
        opener: list("opener"),
        promo: list("promo"),
        promo_pattern: OnceLock::new(),
    }
}
