//! What the letters of scripts without spaces write.

use super::token::NAME_POINTS;
use crate::languages::{Language, Section, caseless, section};
use crate::text::{FastMap, is_letter};

/// Classes of letters by what they write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letters {
    Digit,
    Foreign,
    Ending,
    Ideograph,
    Latin,
    None,
}

/// What a letter writes.
#[must_use]
pub(crate) fn letters(letter: char) -> Letters {
    match letter {
        _ if letter.is_numeric() || matches!(letter, '〇' | '○' | '%' | '％') => Letters::Digit,
        '\u{30A0}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' => Letters::Foreign,
        '\u{3040}'..='\u{309F}' => Letters::Ending,
        '\u{3400}'..='\u{9FFF}' | '々' | '\u{F900}'..='\u{FAFF}' => Letters::Ideograph,
        _ if is_letter(letter) => Letters::Latin,
        _ => Letters::None,
    }
}

/// True for a form whose last letter is an ideograph.
#[must_use]
pub(crate) fn ends_in_ideograph(form: &str) -> bool {
    form.chars().next_back().is_some_and(|letter| letters(letter) == Letters::Ideograph)
}

/// First names and small words of names that read as another small word, with what may be glued before it, once letters
/// are folded: `علي`, a name, and `على`, on. Each has the letters of that word which tell the two apart.
#[must_use]
pub(crate) fn told_by_letters(
    language: Language,
    joined: &[String],
    bare: impl Fn(&str) -> String,
) -> Vec<(String, Vec<char>)> {
    const SMALL: [Section; 3] = [section::THAT, section::PREPOSITION, section::CONJUNCTION];
    const NAMES: [Section; 4] =
        [caseless::GIVEN_NAME, caseless::HIS_NAME, caseless::HER_NAME, caseless::NAME_PARTICLE];
    let mut small: FastMap<String, Vec<String>> = FastMap::default();
    for word in SMALL.iter().flat_map(|section| language.words(*section)) {
        for sign in joined.iter().map(String::as_str).chain([""]) {
            let written = format!("{sign}{word}");
            small.entry(bare(&written)).or_default().push(written);
        }
    }
    let told = NAMES.iter().flat_map(|section| language.words(*section)).filter_map(|name| {
        let same = small.get(&bare(&name))?;
        let other = |word: &String| {
            let letters = word.chars().zip(name.chars());
            letters.filter(|(one, other)| one != other).map(|(one, _)| one).collect::<Vec<_>>()
        };
        let alike = same.iter().any(|word| **word == *name);
        (!alike).then(|| (name.to_string(), same.iter().flat_map(other).collect()))
    });
    told.collect()
}

/// Length of a foreign word with the points and dashes inside it.
#[must_use]
pub(crate) fn foreign(rest: &str) -> usize {
    let inside = |letter: char| letters(letter) == Letters::Foreign || NAME_POINTS.contains(&letter);
    let end = rest.find(|letter| !inside(letter)).unwrap_or(rest.len());
    rest.get(..end).map_or(end, |run| run.trim_end_matches(NAME_POINTS).len().max(1))
}

/// Length of words in Latin letters.
#[must_use]
pub(crate) fn latin(rest: &str) -> usize {
    let mut len = 0;
    let mut letters_of = rest.char_indices().peekable();
    while let Some((at, letter)) = letters_of.next() {
        let next = letters_of.peek().map(|(_, next)| letters(*next));
        let joins = matches!(letter, ' ' | '.' | '-' | '\'' | '&') && next == Some(Letters::Latin);
        if letters(letter) != Letters::Latin && !joins {
            break;
        }
        len = at + letter.len_utf8();
    }
    len
}
