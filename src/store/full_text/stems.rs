//! Words as the index holds them: the stem with its language before it.

use crate::text::{self, Language, Span, fold};

/// Before the words of languages whose stems are not known. No ISO 639-1 code.
const NO_STEMS: &str = "xx";

/// From this many letters on a word without a stem also finds what has another ending.
const LONG: usize = 6;

/// Letters of an ending.
const ENDING: usize = 2;

/// The words of a text as the index holds them, parted by spaces.
pub(super) fn of_text(words: &str, language: Language) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    for span in text::words(words, Span::whole(words)) {
        let Some(stem) = of_word(span.of(words), language) else { continue };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&stem);
    }
    out
}

/// A word as the index of a language holds it; `None` for one without a letter or digit.
fn of_word(word: &str, language: Language) -> Option<String> {
    let (mark, stem) = match language.profile().stemmer {
        Some(_) => (language.code(), text::stem(word, language)),
        None => (NO_STEMS.to_owned(), word.into()),
    };
    let bare = bare(&stem);
    (!bare.is_empty()).then(|| mark + &bare)
}

/// A query's word as the index would hold it in each language it could be, and where there are no stems a beginning.
pub(super) fn of_query(word: &str) -> Vec<(String, Match)> {
    let letter = word.chars().find(|letter| letter.is_alphabetic());
    let could_be = |language: &Language| letter.is_none_or(|letter| language.writes(letter));
    let languages = Language::all().filter(|language| language.profile().stemmer.is_some()).filter(could_be);
    let mut found: Vec<_> =
        languages.filter_map(|language| Some((of_word(word, language)?, Match::Whole))).collect();
    let bare = bare(word);
    let count = bare.chars().count();
    if count >= LONG {
        let head: String = bare.chars().take(count - ENDING).collect();
        found.push((format!("{NO_STEMS}{head}"), Match::Beginning));
    } else if count > 0 {
        found.push((format!("{NO_STEMS}{bare}"), Match::Whole));
    }
    found
}

/// Words one after the other as the index would hold them in each language.
pub(super) fn in_a_row(typed: &str) -> Vec<String> {
    let stemmed = Language::all().filter(|language| language.profile().stemmer.is_some());
    let mut found: Vec<String> = stemmed.map(|language| of_text(typed, language)).collect();
    let words = text::words(typed, Span::whole(typed)).map(|span| bare(span.of(typed)));
    let words = words.filter(|word| !word.is_empty()).map(|word| format!("{NO_STEMS}{word}"));
    found.push(words.collect::<Vec<_>>().join(" "));
    found.retain(|stems| !stems.is_empty());
    found
}

/// How a stem of a query is compared with those of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// The same.
    Whole,
    /// The index's begins with it.
    Beginning,
}

/// A word in the form that is compared: letters and digits only.
fn bare(word: &str) -> String {
    let mut folded = fold(word);
    folded.retain(char::is_alphanumeric);
    folded
}
