//! Countries by the words for them, nouns and adjectives: an office of one country is not that of another.
//!
//! In: words in lower case. Out: the codes of the countries they name. The words are those by which statements are compared.

use crate::languages::{self, ByLanguage, shared};
use crate::text::{FastMap, Language, fold};

static COUNTRIES: ByLanguage<Countries> = ByLanguage::new(Countries::read);

/// The countries that `words`, in lower case, name in `language`, each once.
#[must_use]
pub(super) fn named_in(language: Language, words: &[&str]) -> Vec<&'static str> {
    COUNTRIES.of(language).of(words)
}

/// Most letters an ending may have.
const ENDING: usize = 4;

/// The fewest letters of a stem that may have an ending.
const STEM: usize = 3;

/// Letters by which words are looked up.
const HEAD: usize = 2;

/// A name of a country.
#[derive(Debug)]
struct Named {
    code: &'static str,
    /// The stems of its words; whole words end with `=`.
    stems: Vec<String>,
}

/// The names of countries in a language, by the first letters of each.
#[derive(Debug, Default)]
struct Countries(FastMap<String, Vec<Named>>);

impl Countries {
    /// The names of `language`.
    fn read(language: Language) -> Self {
        let mut names = FastMap::<String, Vec<Named>>::default();
        let tables = languages::statements().filter(|(known, _)| *known == language);
        let lines =
            tables.flat_map(|(_, table)| table.lines("parties")).filter_map(|line| line.split_once(": "));
        for (code, words) in lines.filter(|(code, _)| is_country(code)) {
            for word in words.split([' ', '/']).filter(|word| !word.is_empty()) {
                let stem = word.split('+').next().unwrap_or(word);
                let stems: Vec<String> = stem.split('_').filter(|part| !part.is_empty()).map(fold).collect();
                let head = stems.first().map(|first| head(first)).unwrap_or_default();
                names.entry(head).or_default().push(Named { code, stems });
            }
        }
        Self(names)
    }

    /// The countries that `words` name, each once.
    fn of(&self, words: &[&str]) -> Vec<&'static str> {
        let words: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let mut found = Vec::new();
        for at in 0..words.len() {
            let rest = words.get(at..).unwrap_or_default();
            let names = rest.first().and_then(|first| self.0.get(&head(first))).map(Vec::as_slice);
            let named = names.unwrap_or_default().iter().filter(|name| name.is_in(rest));
            // of several the one of more words: `North Korea`
            let longest =
                named.max_by_key(|name| (name.stems.len(), name.stems.first().map_or(0, String::len)));
            if let Some(name) = longest.filter(|name| !found.contains(&name.code)) {
                found.push(name.code);
            }
        }
        found
    }
}

impl Named {
    fn is_in(&self, words: &[String]) -> bool {
        words.len() >= self.stems.len()
            && self.stems.iter().zip(words).all(|(stem, word)| is_form(stem, word))
    }
}

fn is_form(stem: &str, word: &str) -> bool {
    let letters = |text: &str| text.chars().count();
    match stem.strip_suffix('=') {
        Some(whole) => whole == word,
        None if letters(stem) < STEM => stem == word,
        None => word.strip_prefix(stem).is_some_and(|ending| letters(ending) <= ENDING),
    }
}

/// Of the parties those that are a country or a union of countries have a code of two letters; who is of a union is of a
/// country, too.
fn is_country(code: &str) -> bool {
    let union = || shared::COUNTRIES.words("unions").any(|union| union == code);
    code.len() == 2 && code.chars().all(|letter| letter.is_ascii_uppercase()) && !union()
}

fn head(word: &str) -> String {
    word.chars().take(HEAD).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_in_any_form_and_as_adjectives() {
        for (code, words, due) in [
            ("pl", "premier węgier", "HU"),
            ("pl", "węgierski premier", "HU"),
            ("pl", "prezydent stanów zjednoczonych", "US"),
            ("pl", "prezydent miasta", ""),
            ("ru", "президент южной кореи", "KR"),
            ("ru", "премьер венгрии", "HU"),
            ("de", "der ungarische ministerpräsident", "HU"),
            ("fr", "le premier ministre de la hongrie", "HU"),
            ("tr", "macaristan başbakanı", "HU"),
            ("uk", "міністр", ""),
        ] {
            let language = Language::coded(code);
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(named_in(language, &words).join(" "), due, "{words:?}");
        }
    }
}
