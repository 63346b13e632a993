//! Word lists of the languages, read once from the files in `lexicon/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{FastSet, Language};

/// The word lists of one language; all entries lower case, abbreviations without their last stop.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Words too common to mean much.
    pub(super) stop: FastSet<&'static str>,
    /// Abbreviations that a name or a number follows.
    pub(super) title: FastSet<&'static str>,
    /// Abbreviations that may end a sentence.
    pub(super) short: FastSet<&'static str>,
    /// Verbs of speech.
    pub(super) say: FastSet<&'static str>,
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

/// Reads a word-list file: `#` lines are remarks, `[name]` begins a section, words are parted by white space.
#[must_use]
pub fn sections(file: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    let mut section = "";
    for line in file.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => section = name,
            None => found.entry(section).or_default().extend(line.split_whitespace()),
        }
    }
    found
}

fn read(file: &'static str) -> Lexicon {
    let mut lists = sections(file);
    let mut take = |name| lists.remove(name).unwrap_or_default().into_iter().collect();
    Lexicon { stop: take("stop"), title: take("title"), short: take("short"), say: take("say") }
}
