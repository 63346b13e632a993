//! The form of a sentence: whole, plain, about the article and not about the task.

use std::collections::HashSet;

use crate::languages::{self, ByLanguage, Section, section};
use crate::text::{Language, fold};

use super::source::Source;
use super::words::{LISTS, Token};

/// Longest sentence in words.
const MOST_WORDS: usize = 60;

/// Pronouns, in lower case as written: a word of one language is another word in the next.
struct Pronouns {
    opening: HashSet<String>,
    persons: HashSet<String>,
}

static PRONOUNS: ByLanguage<Pronouns> = ByLanguage::new(|language| Pronouns {
    opening: pronouns(language, section::OPENING),
    persons: pronouns(language, section::PERSON_WORD),
});

/// The words of a section; where a language has it not, those of all languages.
fn pronouns(language: Language, section: Section) -> HashSet<String> {
    let lower = |word: std::borrow::Cow<'_, str>| word.to_lowercase();
    if language.has(section) {
        return language.words(section).map(lower).collect();
    }
    languages::words(section).map(lower).collect()
}

/// What is wrong with the form of `sentence`, if anything is.
pub(super) fn fault(sentence: &str, tokens: &[Token], source: &Source) -> Option<&'static str> {
    let words = sentence.split_whitespace().count();
    let head = tokens.first().map(|token| token.span.of(sentence).to_lowercase()).unwrap_or_default();
    if !(4..=MOST_WORDS).contains(&words) || !is_whole(sentence) {
        return Some("not a whole sentence");
    }
    if let Some(fault) = odd(sentence, source) {
        return Some(fault);
    }
    let spoken = outside_marks(sentence);
    let pronouns = PRONOUNS.of(source.language);
    let person = spoken
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .any(|word| pronouns.persons.contains(&word.to_lowercase()) && !is_abbreviation(word));
    if person {
        return Some("first or second person");
    }
    if pronouns.opening.contains(&head) && tokens.get(1).is_none_or(|next| !next.capital) {
        return Some("opens with a pronoun");
    }
    None
}

/// True for a word of capitals alone: `US` is no `us`.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// True when a sentence begins and ends as one does.
pub(super) fn is_whole(sentence: &str) -> bool {
    let starts_well = sentence.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || "\"“«„‘$€£".contains(c)
            || (c.is_alphabetic() && !c.is_lowercase())
    });
    let ends_well =
        sentence.trim_end_matches(['"', '”', '»', '“', '’', ')']).ends_with(['.', '!', '…', '。'])
            && !sentence.ends_with("..");
    starts_well && ends_well
}

/// What is odd about any text a model wrote: markup, an address, hidden characters, talk about the task.
pub(super) fn odd(text: &str, source: &Source) -> Option<&'static str> {
    if has_markup(text) || !text.chars().all(|c| is_plain(c, source)) || addresses(text) {
        return Some("markup, an address or odd characters");
    }
    let folded = fold(text);
    let mut talk = LISTS.all(section::TALK);
    let talks =
        talk.any(|phrase| folded.starts_with(phrase) || (phrase.ends_with(':') && folded.contains(phrase)));
    (talks || super::source::speaks_to_a_machine(text)).then_some("talk about the task")
}

fn has_markup(sentence: &str) -> bool {
    sentence.contains([
        '<', '>', '*', '`', '_', '|', '{', '}', '[', ']', '\\', '^', '~', '#', '@', '\n', '\r', '\t',
    ]) || sentence.contains("&amp;")
        || sentence.contains("&lt;")
        || sentence.contains("&#")
}

fn addresses(sentence: &str) -> bool {
    let folded = fold(sentence);
    folded.contains("://")
        || folded.contains("www.")
        || folded.split_whitespace().any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
            let Some((before, after)) = word.split_once('.') else { return false };
            let letters =
                |part: &str| part.chars().count() > 1 && part.chars().next().is_some_and(char::is_alphabetic);
            letters(before) && letters(after)
        })
}

/// Letters, digits and the marks of plain prose; anything else only where the article has it too.
fn is_plain(c: char, source: &Source) -> bool {
    let hidden = c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    !hidden
        && (c.is_alphanumeric()
            || " .,;:!?'\"()-–—“”‘’«»„‹›…%$€£¥₽/&\u{a0}\u{2011}。，、".contains(c)
            || unicode_normalization::char::is_combining_mark(c)
            || source.folded.contains(c))
}

/// The sentence without what stands in quotation marks.
fn outside_marks(sentence: &str) -> String {
    let mut inside = false;
    sentence
        .chars()
        .filter(|c| {
            match c {
                '"' => inside = !inside,
                '“' | '«' | '„' if !inside => inside = true,
                '”' | '»' | '“' => inside = false,
                _ => return !inside,
            }
            false
        })
        .collect()
}
