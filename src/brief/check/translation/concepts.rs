//! Words whose loss or gain turns a statement round, over five languages.
//!
//! `concepts.txt`: a line is a concept, its words by language parted by `;`, or two opposite ones parted by `|`.

use std::sync::LazyLock;

use super::super::words::Token;
use crate::text::Language;

/// The columns of the table.
const LANGUAGES: [Language; 5] =
    [Language::English, Language::Russian, Language::German, Language::French, Language::Spanish];

/// A sentence's words and their language.
pub(super) type Said<'a> = (&'a [Token], Language);

struct Concept {
    /// Its words by language, in the order of [`LANGUAGES`].
    words: Vec<Vec<&'static str>>,
    /// Place of its opposite.
    opposite: Option<usize>,
    grave: bool,
}

static CONCEPTS: LazyLock<Vec<Concept>> = LazyLock::new(read);

/// The first word of `after` that says the opposite of what `before` says.
pub(super) fn turned(before: Said<'_>, after: Said<'_>) -> Option<String> {
    let told = |concept: &Concept| word(concept, before).is_some();
    CONCEPTS.iter().filter(|concept| !told(concept)).find_map(|concept| {
        let opposite = CONCEPTS.get(concept.opposite?)?;
        let said = word(concept, after)?;
        told(opposite).then(|| said.to_owned())
    })
}

/// The first grave word of `after` whose like is not in `before`.
pub(super) fn new_and_grave(before: Said<'_>, after: Said<'_>) -> Option<String> {
    let mut grave = CONCEPTS.iter().filter(|concept| concept.grave && word(concept, before).is_none());
    grave.find_map(|concept| word(concept, after)).map(str::to_owned)
}

fn word<'a>(concept: &Concept, (tokens, language): Said<'a>) -> Option<&'a str> {
    let column = LANGUAGES.iter().position(|known| *known == language)?;
    let words = concept.words.get(column)?;
    let is = |token: &&Token| {
        words.iter().any(|word| match word.strip_suffix('*') {
            Some(start) => token.folded.starts_with(start),
            None => token.folded == *word,
        })
    };
    tokens.iter().find(is).map(|token| token.folded.as_str())
}

fn read() -> Vec<Concept> {
    let mut found = Vec::new();
    let mut grave = false;
    for line in include_str!("concepts.txt").lines().map(str::trim) {
        match line {
            "[opposites]" => grave = false,
            "[grave]" => grave = true,
            _ if line.is_empty() || line.starts_with('#') => {}
            _ => {
                let sides: Vec<&str> = line.split('|').collect();
                let first = found.len();
                let both = sides.len() == 2;
                for (place, side) in sides.into_iter().enumerate() {
                    let opposite = both.then_some(first + 1 - place);
                    let words = side.split(';').map(|column| column.split_whitespace().collect()).collect();
                    found.push(Concept { words, opposite, grave });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_table_is_folded_and_opposites_point_at_each_other() {
        assert!(CONCEPTS.len() > 60, "{}", CONCEPTS.len());
        for (place, concept) in CONCEPTS.iter().enumerate() {
            assert_eq!(concept.words.len(), LANGUAGES.len(), "{:?}", concept.words);
            for word in concept.words.iter().flatten() {
                assert_eq!(fold(word), *word);
                assert!(word.trim_end_matches('*').chars().count() > 1, "{word}");
            }
            if let Some(opposite) = concept.opposite {
                assert_eq!(CONCEPTS[opposite].opposite, Some(place));
            }
        }
    }
}
