//! Words whose loss or gain turns a statement round, over languages.
//!
//! `shared/concepts.txt` of the languages names the concepts; each language has its words for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::words::Token;
use crate::languages::{ByLanguage, section, shared};
use crate::text::Language;

/// A sentence's words and their language.
pub(super) type Said<'a> = (&'a [Token], Language);

struct Concept {
    name: &'static str,
    /// Place of its opposite.
    opposite: Option<usize>,
    grave: bool,
}

static CONCEPTS: LazyLock<Vec<Concept>> = LazyLock::new(read);

/// The words of a language for each concept; one that ends in `*` stands for all that begin so.
static WORDS: ByLanguage<HashMap<&'static str, Vec<&'static str>>> = ByLanguage::new(|language| {
    let lines = language.lines(section::CONCEPT).filter_map(|line| line.split_once(": "));
    lines.map(|(concept, words)| (concept, words.split_whitespace().collect())).collect()
});

/// The first word of `after` that says the opposite of what `before` says.
pub(super) fn turned(before: Said<'_>, after: Said<'_>) -> Option<String> {
    let told = |concept: &Concept| word(concept, before).is_some();
    CONCEPTS.iter().filter(|concept| !told(concept)).find_map(|concept| {
        let opposite = CONCEPTS.get(concept.opposite?)?;
        let said = word(concept, after)?;
        told(opposite).then(|| said.to_owned())
    })
}

/// The first grave word of `after` whose like is not in `before`; of a word for several concepts one is enough there.
pub(super) fn new_and_grave(before: Said<'_>, (after, language): Said<'_>) -> Option<String> {
    let is_new = |token: &&Token| {
        let mut meant =
            CONCEPTS.iter().filter(|concept| concept.grave && says(concept, token, language)).peekable();
        meant.peek().is_some() && !meant.any(|concept| word(concept, before).is_some())
    };
    after.iter().find(is_new).map(|token| token.folded.clone())
}

fn word<'a>(concept: &Concept, (tokens, language): Said<'a>) -> Option<&'a str> {
    tokens.iter().find(|token| says(concept, token, language)).map(|token| token.folded.as_str())
}

fn says(concept: &Concept, token: &Token, language: Language) -> bool {
    let words = WORDS.of(language).get(concept.name).into_iter().flatten();
    { words }.any(|word| match word.strip_suffix('*') {
        Some(start) => token.folded.starts_with(start),
        None => token.folded == *word,
    })
}

fn read() -> Vec<Concept> {
    let mut found = Vec::new();
    for line in shared::CONCEPTS.lines("opposites") {
        let first = found.len();
        for (place, name) in line.split_whitespace().take(2).enumerate() {
            found.push(Concept { name, opposite: Some(first + 1 - place), grave: false });
        }
    }
    let grave = shared::CONCEPTS.lines("grave").map(|name| Concept { name, opposite: None, grave: true });
    found.extend(grave);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_words_are_folded_and_opposites_point_at_each_other() {
        assert!(CONCEPTS.len() > 60, "{}", CONCEPTS.len());
        for (place, concept) in CONCEPTS.iter().enumerate() {
            if let Some(opposite) = concept.opposite {
                assert_eq!(CONCEPTS[opposite].opposite, Some(place));
            }
        }
        for language in Language::all().filter(|language| language.has(section::CONCEPT)) {
            let words = WORDS.of(language);
            for concept in CONCEPTS.iter() {
                assert!(words.contains_key(concept.name), "{language}: {}", concept.name);
            }
            assert_eq!(words.len(), CONCEPTS.len(), "{language}");
            for word in words.values().flatten() {
                assert_eq!(fold(word), *word);
                assert!(word.trim_end_matches('*').chars().count() > 1, "{word}");
            }
        }
    }
}
