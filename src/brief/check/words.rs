//! The word lists of the checks, and texts cut into the tokens they compare.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::{self, Language, Span, fold};

/// The word lists, folded.
pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

pub(super) struct Lists {
    sections: HashMap<&'static str, HashSet<String>>,
    maps: HashMap<&'static str, HashMap<String, String>>,
    pairs: Vec<(String, String)>,
}

impl Lists {
    fn read() -> Self {
        let mut sections = HashMap::new();
        let mut maps = HashMap::new();
        let mut pairs = Vec::new();
        for (name, entries) in text::sections(include_str!("lexicon.txt")) {
            let clean = |entry: &str| fold(&entry.replace('_', " "));
            let split: Vec<(String, String)> = entries
                .iter()
                .filter_map(|entry| entry.split_once('='))
                .map(|(a, b)| (clean(a), b.to_owned()))
                .collect();
            if name == "opposites" {
                pairs = split.into_iter().map(|(a, b)| (a, clean(&b))).collect();
            } else if split.is_empty() {
                sections.insert(name, entries.iter().map(|entry| clean(entry)).collect());
            } else {
                maps.insert(name, split.into_iter().collect());
            }
        }
        Self { sections, maps, pairs }
    }

    /// True when the folded `word` is in the list.
    pub(super) fn has(&self, list: &str, word: &str) -> bool {
        self.sections.get(list).is_some_and(|words| words.contains(word))
    }

    /// What the folded `word` is mapped to.
    pub(super) fn map(&self, list: &str, word: &str) -> Option<&str> {
        self.maps.get(list)?.get(word).map(String::as_str)
    }

    /// The entries of a list.
    pub(super) fn all(&self, list: &str) -> impl Iterator<Item = &str> {
        self.sections.get(list).into_iter().flatten().map(String::as_str)
    }

    /// Pairs of which one may not stand for the other.
    pub(super) fn opposites(&self) -> &[(String, String)] {
        &self.pairs
    }
}

/// A word as the checks see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Case, accents and marks levelled; `non-` and its kin joined to what follows.
    pub(super) folded: String,
    /// Its stem in the text's language.
    pub(super) stem: String,
    /// Written with a capital.
    pub(super) capital: bool,
    /// First of its sentence.
    pub(super) first: bool,
    /// Inside quotation marks that open in this sentence.
    pub(super) quoted: bool,
    /// Where it stands.
    pub(super) span: Span,
}

impl Token {
    /// True for a word that carries meaning: not common, no number, no unit.
    pub(super) fn is_content(&self, language: Language) -> bool {
        self.folded.chars().count() > 1
            && !self.folded.starts_with(|c: char| c.is_ascii_digit())
            && !["numbers", "scales", "units"].iter().any(|list| LISTS.map(list, &self.folded).is_some())
            && !text::is_stop(&self.folded, language)
    }
}

/// Cuts one sentence, at `within` of `whole`, into tokens.
pub(super) fn tokens(whole: &str, within: Span, language: Language) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut quoted = false;
    for span in text::words(whole, within) {
        let raw = span.of(whole);
        let gap = found.last().map(|last| Span::new(last.span.end, span.start).of(whole));
        if let (Some(gap), Some(last)) = (gap, found.last_mut()) {
            let joins = gap == "-" && matches!(last.folded.as_str(), "non" | "anti" | "un" | "pro");
            let letters = raw.chars().count() == 1
                && gap == "."
                && last.capital
                && last.span.of(whole).split('.').all(|part| part.chars().count() == 1);
            if joins || letters {
                last.span.end = span.end;
                last.folded =
                    if joins { last.folded.clone() + &fold(raw) } else { fold(last.span.of(whole)) };
                last.stem.clone_from(&last.folded);
                if joins {
                    last.stem = text::stem(&last.folded, language).into_owned();
                }
                continue;
            }
        }
        let word = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
        let folded = fold(word);
        let stem = fold(&text::stem(word, language));
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        let from = found.last().map_or(within.start, |last| last.span.end);
        quoted = marks(Span::new(from, span.start).of(whole), quoted);
        found.push(Token { folded, stem, capital, first: found.is_empty(), quoted, span });
    }
    found
}

/// Whether one stands inside quotation marks after the marks in `gap`.
fn marks(gap: &str, mut inside: bool) -> bool {
    for letter in gap.chars() {
        inside = match letter {
            '"' | '“' => !inside,
            '„' | '«' => true,
            '”' | '»' => false,
            _ => inside,
        };
    }
    inside
}
