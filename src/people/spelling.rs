//! How words are spelt: where one ends, its capitals, its elisions and abbreviations.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::{Lexicon, Tags};
use crate::languages::{self, section, shared};
use crate::text::{is_invisible, is_letter, is_letter_or_digit, push_lower};

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Begins small, or has no case.
    Lower,
    /// Begins with a capital.
    Capital,
    /// Two or more letters, all capitals.
    Upper,
}

/// Writes `word` in lower case with one form of apostrophe into `lower`.
pub fn lower_into(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '’' => lower.push('\''),
            c if is_invisible(c) => {}
            c => push_lower(c, lower),
        }
    }
}

/// Longest word, in bytes; what is longer is cut, so that no word is read again and again.
const LONGEST_WORD: usize = 256;

/// Length of the word at the start of `rest`: letters and digits, joined by hyphens, apostrophes or the stops of initials.
pub(super) fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut letters = 0;
    while let Some((at, c)) = chars.next() {
        if is_letter_or_digit(c) || c == '\u{301}' || letters > 0 && is_invisible(c) {
            letters += 1;
            if at >= LONGEST_WORD {
                return at;
            }
            continue;
        }
        let joined = chars.peek().is_some_and(|next| is_letter_or_digit(next.1));
        let initials = c == '.' && letters == 1 && joined && !rest.starts_with(|c: char| c.is_ascii_digit());
        let number = matches!(c, '.' | ',')
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(|next| next.1.is_ascii_digit());
        let site = c == '.' && letters > 1 && rest.get(at + 1..).is_some_and(opens_with_zone);
        if !(matches!(c, '-' | '‑' | '\'' | '’') && joined || initials || number || site) {
            return at;
        }
        letters = 0;
    }
    rest.len()
}

/// Last parts of the names of sites.
static ZONES: LazyLock<HashSet<Cow<'static, str>>> =
    LazyLock::new(|| shared::PAGES.words("site zone").collect());

/// True where a zone stands alone at the head of `rest`: `Herald.com`, `harbour.co.uk`.
fn opens_with_zone(rest: &str) -> bool {
    let end = rest.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(rest.len());
    let (zone, after) = rest.split_at_checked(end).unwrap_or_default();
    let further = zone == "co" && after.strip_prefix('.').is_some_and(opens_with_zone);
    further || ZONES.contains(zone) && !after.starts_with(is_letter_or_digit)
}

/// True for the name of a site.
#[must_use]
pub fn is_site(word: &str) -> bool {
    let word = word.split(['\'', '’']).next().unwrap_or_default();
    word.split_once('.').is_some_and(|(name, zone)| name.len() > 1 && opens_with_zone(zone))
}

/// Words that lose their vowel before a word, in any language: names are of all.
static ELIDED: LazyLock<Vec<Cow<'static, str>>> =
    LazyLock::new(|| languages::words(section::ELIDED).collect());

/// Length of an elision (l’, d’, qu’) at the head of `word`, if it has one before a longer word.
pub(super) fn elision(word: &str) -> Option<usize> {
    let (head, tail) = word.split_once(['\'', '’'])?;
    let elided = ELIDED.iter().any(|elided| elided == head);
    let apostrophe = word.get(head.len()..)?.chars().next()?.len_utf8();
    (elided && tail.chars().nth(2).is_some()).then_some(head.len() + apostrophe)
}

/// Takes the full stop into an initial or a known abbreviation.
pub(super) fn with_full_stop(rest: &str, len: usize, lexicon: &Lexicon, lower: &mut String) -> usize {
    if !rest.get(len..).is_some_and(|after| after.starts_with('.')) {
        return len;
    }
    let word = rest.get(..len).unwrap_or_default();
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(char::is_uppercase)
        && (chars.next().is_none() || word.contains('.') && !is_site(word));
    lower_into(word, lower);
    // `prok. Anna Portowa`, `asp. szt. Anna Portowa`
    // «le MR. Le budget»: letters of a body are no title
    let title = case(word) != Case::Upper && lexicon.titles.contains(lower.as_str()) && {
        let next = rest.get(len + 1..).unwrap_or_default().trim_start();
        let stop = next.split(char::is_whitespace).next().is_some_and(|word| word.ends_with('.'));
        next.starts_with(char::is_uppercase) || stop
    };
    if title {
        return len + 1;
    }
    lower.push('.');
    if initial || lexicon.tags(lower) != Tags::NONE { len + 1 } else { len }
}

pub(super) fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| is_letter(*c));
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) { Case::Upper } else { Case::Capital }
        }
        _ => Case::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_site_is_one_word() {
        for (text, word) in [
            ("Herald.com said", "Herald.com"),
            ("harbour.co.uk, he", "harbour.co.uk"),
            ("Deniz.com'a", "Deniz.com'a"),
            ("Kurier.de.", "Kurier.de"),
            ("ended.The", "ended"),
            ("ended.comes", "ended"),
            ("U.S. troops", "U.S"),
            ("3.5", "3.5"),
        ] {
            assert_eq!(text.get(..word_length(text)), Some(word));
        }
        assert!(is_site("Herald.com") && is_site("Deniz.com'a") && !is_site("U.S") && !is_site("Herald"));
    }
}
