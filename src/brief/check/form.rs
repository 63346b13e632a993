//! The form of a sentence: whole, plain, about the article and not about the task.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::languages::{self, ByLanguage, Section, section};
use crate::text::{Language, fold};

use super::source::Source;
use super::words::{LISTS, Token, words_of};

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
    if exclaims(sentence, source) {
        return Some("odd marks behind a word");
    }
    if has_other_accents(sentence, source) {
        return Some("odd accents");
    }
    let spoken = outside_marks(sentence);
    let pronouns = PRONOUNS.of(source.language);
    let person = spoken
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .any(|word| pronouns.persons.contains(&word.to_lowercase()) && !is_abbreviation(word));
    if person {
        return Some("first or second person");
    }
    let quoted = tokens.first().is_some_and(|first| first.quoted);
    if !quoted && pronouns.opening.contains(&head) && tokens.get(1).is_none_or(|next| !next.capital) {
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
    let plain = text.chars().all(|c| is_plain(c, source));
    if has_markup(text) || !plain || has_loose_marks(text, source) || has_loose_space(text) || addresses(text)
    {
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

/// Whether a word bears a mark that is part of none of its letters, as struck-out letters do, and that the article has not
/// on that letter: `o̶pen`, `J́anuary`. The vowel signs of Arabic are no such marks.
fn has_loose_marks(text: &str, source: &Source) -> bool {
    let composed: String = text.nfc().collect();
    let mut before = ' ';
    composed.chars().any(|c| {
        let base = std::mem::replace(&mut before, c);
        is_drawn_on(c) && !source.text.nfc().zip(source.text.nfc().skip(1)).any(|pair| pair == (base, c))
    })
}

/// Whether a mark is drawn on, through or around letters of any script (blocks of Unicode 16 for such marks).
fn is_drawn_on(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether a space that breaks no line stands where no typography asks for one: beside a mark, a number or a sign.
fn has_loose_space(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let base = std::mem::replace(&mut before, c);
        let next = letters.peek().copied().unwrap_or(' ');
        let short = |c: char| !c.is_alphabetic();
        if c == '\u{a0}' && !short(base) && !short(next) {
            return true;
        }
    }
    false
}

/// Whether the sentence cries out, asks or breaks off behind a word where the article does not.
fn exclaims(sentence: &str, source: &Source) -> bool {
    const MARKS: [char; 5] = ['!', '?', '…', '！', '？'];
    let plain = |text: &str| text.to_lowercase().replace("...", "…");
    let said = plain(sentence);
    if !said.contains(MARKS) {
        return false;
    }
    let told = plain(&source.text);
    let mut from = 0;
    while let Some(at) = said.get(from..).and_then(|rest| rest.find(MARKS)).map(|at| from + at) {
        let (before, rest) = said.split_at(at);
        let end = at + rest.find(|c| !MARKS.contains(&c)).unwrap_or(rest.len());
        let start = before.rfind(char::is_whitespace).unwrap_or_default();
        if !said.get(start..end).is_some_and(|word| told.contains(word.trim_start())) {
            return true;
        }
        from = end;
    }
    false
}

/// Whether a word is one of the article's but for its accents: another word, or a spoilt one.
fn has_other_accents(sentence: &str, source: &Source) -> bool {
    let sentence: String = sentence.nfc().collect::<String>().to_lowercase();
    words_of(&sentence).any(|word| {
        // Russian writes ё and е for one another; the vowel signs of Arabic are left out at will
        let cased = word.contains(char::is_lowercase) && !word.is_ascii() && !word.contains('ё');
        let accented = cased && fold(word) != word;
        accented && !source.written.contains(word) && source.words.contains(&fold(word))
    })
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
