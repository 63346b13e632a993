//! The words that make a sentence unfit to stand alone, per language, read once from `lexicon/`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::{Language, sections};

/// Words and phrases of one language, lower case, a space between the words of a phrase.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Pronouns that need a person's name before them.
    pub(super) personal: HashSet<String>,
    /// Pronouns that need a noun before them.
    pub(super) thing: HashSet<String>,
    /// Words that point back when they open a sentence.
    pub(super) pointing: HashSet<String>,
    /// Phrases that point back when they open a sentence.
    pub(super) group: Vec<String>,
    /// First person.
    pub(super) first: HashSet<String>,
    /// Second person.
    pub(super) second: HashSet<String>,
    /// Connectives that tie a sentence to the one before.
    pub(super) opener: Vec<String>,
    /// Words that open an adjunct before the subject.
    pub(super) lean: HashSet<String>,
    /// Names of days and months.
    pub(super) calendar: HashSet<String>,
    /// Phrases of captions, promotion and credits.
    pub(super) promo: Vec<String>,
    /// “according to”.
    pub(super) source: Vec<String>,
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

fn read(file: &'static str) -> Lexicon {
    let lists = sections(file);
    let list = |name: &str| -> Vec<String> {
        lists.get(name).into_iter().flatten().map(|entry| entry.replace('_', " ")).collect()
    };
    let set = |name: &str| list(name).into_iter().collect();
    Lexicon {
        personal: set("personal"),
        thing: set("thing"),
        pointing: set("pointing"),
        group: list("group"),
        first: set("first"),
        second: set("second"),
        opener: list("opener"),
        lean: set("lean"),
        calendar: set("calendar"),
        promo: list("promo"),
        source: list("source"),
    }
}
