//! Sentences: where they stand.
//!
//! A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a name of the language's
//! word lists, or what follows goes on in lower case. Marks that close a quotation stay with their sentence.

mod marks;

use super::{Language, Span, lexicon, words};
use crate::languages::{is_letter, is_letter_or_digit};

pub use marks::{QUOTATION_MARKS, join_sentences, without_last_comma};

/// A line at least this many bytes long without a stop is taken as wrapped, not as a paragraph of its own.
const WRAPPED_LINE: usize = 50;

/// Cuts `text` inside `within` into sentences, in order, without the white space between them.
///
/// A blank line ends a sentence; so does a line break after a stop or a short line. Linear in the length.
#[must_use]
pub fn sentences(text: &str, within: Span, language: Language) -> Vec<Span> {
    let mut found = Vec::new();
    let mut line_start = within.start;
    let mut start = within.start;
    let mut quotes = 0_usize;
    let mut letters =
        within.of(text).char_indices().map(|(at, letter)| (within.start + at, letter)).peekable();
    while let Some((at, letter)) = letters.next() {
        let mut end = at + letter.len_utf8();
        let ends = match letter {
            '"' => {
                quotes += 1;
                false
            }
            '\n' => {
                let line = Span::new(line_start, at);
                line_start = end;
                breaks_at_line(text, line, Span::new(end, within.end))
            }
            '。' | '！' | '？' => {
                while let Some(&(next, mark)) = letters.peek().filter(|&&(_, mark)| closes_unspaced(mark)) {
                    end = next + mark.len_utf8();
                    letters.next();
                }
                true
            }
            '.' | '!' | '?' | '…' | '؟' => {
                while let Some(&(next, more)) =
                    letters.peek().filter(|&&(_, more)| matches!(more, '.' | '!' | '?' | '…'))
                {
                    end = next + more.len_utf8();
                    letters.next();
                }
                let stop = Span::new(at, end);
                while let Some(&(next, mark)) = letters.peek().filter(|&&(_, mark)| closes(mark, quotes)) {
                    quotes += usize::from(mark == '"');
                    end = next + mark.len_utf8();
                    letters.next();
                }
                ends_sentence(text, start, stop, Span::new(end, within.end), language)
            }
            _ => false,
        };
        if ends {
            found.push(Span::new(start, end).trimmed(text));
            start = end;
        }
    }
    found.push(Span::new(start, within.end).trimmed(text));
    found.retain(|span| !span.of(text).is_empty());
    found
}

/// True when `mark` right after a stop closes something; a straight mark closes when an odd number stood before it.
fn closes(mark: char, quotes: usize) -> bool {
    match mark {
        '"' => quotes % 2 == 1,
        '”' | '’' | '»' | '“' | '›' | '‘' | ')' | ']' | '\'' => true,
        _ => false,
    }
}

/// True for what closes a quotation or a bracket behind a stop of scripts without spaces.
fn closes_unspaced(mark: char) -> bool {
    matches!(mark, '”' | '’' | '」' | '』' | '）' | '》' | '！' | '？')
}

fn breaks_at_line(text: &str, line: Span, after: Span) -> bool {
    let line = line.trimmed(text).of(text);
    let next = after.of(text).trim_start_matches([' ', '\t', '\r']).chars().next();
    let stopped =
        line.trim_end_matches(['"', '”', '’', '»', '“', ')', ']', '\'']).ends_with(['.', '!', '?', '…', ':']);
    match next {
        None | Some('\n') => true,
        Some(next) => stopped || (line.len() < WRAPPED_LINE && !next.is_lowercase()),
    }
}

fn ends_sentence(text: &str, start: usize, stop: Span, after: Span, language: Language) -> bool {
    let token = without_elision(last_token(text, Span::new(start, stop.start)), language);
    let rest = after.of(text);
    let spaced = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let closed = after.start > stop.end;
    if rest.is_empty() {
        return true;
    }
    if !spaced && !(glued(token, rest) || closed && rest.starts_with(char::is_uppercase)) {
        return false;
    }
    let next = rest.trim_start_matches([
        '"', '“', '„', '«', '‘', '\'', '‹', '»', '(', '[', '¿', '¡', '—', '–', '-', ' ', '\u{A0}',
    ]);
    let Some(first) = next.chars().next() else { return true };
    if !starts_sentence(first, rest) {
        return false;
    }
    if stop.of(text) == "." && !closed {
        let before = Span::new(start, stop.start).of(text);
        if is_and_so_on(before, language) {
            return true;
        }
        return !is_abbreviation(token, next, rest, language)
            && !is_ordinal(text, start, token, next, language);
    }
    !goes_on_with_a_suffix(next, language)
        && !(closed && !stop.of(text).ends_with('.') && attribution_follows(next, language))
}

/// Longest run without white space, in bytes, that is read before a stop.
const LONGEST_TOKEN: usize = 128;

/// The run without white space that ends `before`, its opening marks cut.
fn last_token(text: &str, before: Span) -> &str {
    let before = before.of(text);
    let floor = before.ceil_char_boundary(before.len().saturating_sub(LONGEST_TOKEN));
    let before = before.get(floor..).unwrap_or(before);
    let token = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    token.trim_start_matches(|letter: char| !is_letter_or_digit(letter))
}

/// The word behind an elided one, where the language has such: `ing` of `l’ing`.
fn without_elision(token: &str, language: Language) -> &str {
    let behind = token.rsplit(['\'', '’']).next().filter(|word| word.chars().nth(1).is_some());
    behind.filter(|_| language.profile().elides).unwrap_or(token)
}

/// True where a page lost the space after a stop: a real word before, a capital or an opening mark after.
fn glued(token: &str, rest: &str) -> bool {
    let tail =
        token.chars().rev().take(2).filter(|letter| letter.is_lowercase() || letter.is_ascii_digit()).count();
    let address = token.contains(['.', '/', '@', '_']) || token.starts_with("www");
    let opens =
        rest.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '"' | '“' | '„' | '«'));
    tail == 2 && token.chars().nth(2).is_some() && !address && opens
}

fn starts_sentence(first: char, rest: &str) -> bool {
    let dash = rest.starts_with(['—', '–', '-']);
    if dash {
        return first.is_uppercase();
    }
    !first.is_lowercase()
        && (is_letter_or_digit(first) || !first.is_ascii_punctuation() || rest.len() > 1)
        && !matches!(first, ',' | ';' | ':' | ')' | '/' | '.')
}

/// True when `token` and its stop are an abbreviation or initials that what follows does not end.
fn is_abbreviation(token: &str, next: &str, rest: &str, language: Language) -> bool {
    let lower = words::lowered(token);
    let lists = lexicon::of(language);
    let common = lexicon::of(Language::default());
    let word = next
        .split(|letter: char| !is_letter_or_digit(letter) && letter != '\'' && letter != '’')
        .next()
        .unwrap_or_default();
    let opener = word.chars().nth(1).is_some()
        && words::is_stop(word, language)
        && !next.get(word.len()..).unwrap_or_default().starts_with('.');
    let single = token.chars().count() == 1 && token.starts_with(is_letter);
    if is_initials(token) || is_shortened(token) || single && token.starts_with(char::is_uppercase) {
        return !opener;
    }
    let profile = language.profile();
    let title = lists.title.contains(lower.as_ref())
        || (token.starts_with(char::is_uppercase)
            && common.title.contains(lower.as_ref())
            && !profile.own_titles);
    if title {
        // “no.”, “art.”, “St.” are also words or ends; only a capitalised title or a number after keeps them open.
        let number = next.starts_with(|letter: char| letter.is_ascii_digit());
        let sure = token.starts_with(char::is_uppercase) || !lists.numbered.contains(lower.as_ref());
        return number || !opener && sure;
    }
    if lists.short.contains(lower.as_ref()) || common.short.contains(lower.as_ref()) {
        return !opener && !rest.starts_with(['"', '“', '„', '«']);
    }
    single && profile.small_initials && !opener
}

/// True when `before` ends in “and so on”, whose letters may look like initials: a capital after it begins a sentence.
fn is_and_so_on(before: &str, language: Language) -> bool {
    let is = |tail: &str| before.strip_suffix(tail).is_some_and(|rest| rest.ends_with(' '));
    lexicon::of(language).and_so_on.iter().any(|tail| is(tail))
}

/// True for what no word of any language looks like: letters without a vowel (`Kl`, `Ltd`, `стр`), and the doubled letters
/// of Spanish plurals (`EE`, `RR`). Capitals alone are a name: the BBC ends a sentence.
fn is_shortened(token: &str) -> bool {
    const VOWELS: &str = "aeiouyäöüáéíóúàèìòùâêîôûãõåæøœëïýÿаеёиоуыэюяіїєў";
    let mut letters = token.chars();
    let (first, second) = (letters.next(), letters.next());
    if second.is_none() || !token.chars().all(is_letter) {
        return false;
    }
    if first == second && letters.next().is_none() {
        return first.is_some_and(char::is_uppercase);
    }
    token.chars().any(char::is_lowercase)
        && !token.chars().flat_map(char::to_lowercase).any(|letter| VOWELS.contains(letter))
        && token.chars().all(|letter| letter < '\u{530}')
}

/// True when what follows is the form of a company, which no sentence begins with: `Yahoo! Inc.`
fn goes_on_with_a_suffix(next: &str, language: Language) -> bool {
    let Some((word, _)) = next.split_once('.') else { return false };
    let word = words::lowered(word);
    !word.contains(char::is_whitespace)
        && [language, Language::default()]
            .iter()
            .any(|language| lexicon::of(*language).short.contains(word.as_ref()))
}

/// True for `U.S`, `S.V`, `т.е`: single letters parted by points.
fn is_initials(token: &str) -> bool {
    let mut parts = 0;
    let single = token.split(['.', '-']).filter(|part| !part.is_empty()).all(|part| {
        parts += 1;
        part.chars().count() == 1 && part.chars().all(is_letter)
    });
    single && parts > 1
}

/// True for an ordinal (“am 3. Oktober”) in a language that writes it so, and for a list number at the head of a sentence (“2. Introduction”).
fn is_ordinal(text: &str, start: usize, token: &str, next: &str, language: Language) -> bool {
    if token.is_empty() || token.len() > 3 || !token.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let head = text.get(start..).unwrap_or_default().trim_start().starts_with(token);
    let word = next.split(|letter: char| !is_letter_or_digit(letter)).next().unwrap_or_default();
    head || language.profile().ordinal_stop && !words::is_stop(word, language)
}

/// True when a name and a verb of speech follow a quotation: `“Why?” Petrov asked`.
fn attribution_follows(next: &str, language: Language) -> bool {
    // where every noun has a capital and attributions begin with their verb, a capital begins another sentence
    if language.profile().capital_nouns && language.profile().inverts {
        return false;
    }
    let clause = next.split([',', '.', ';', ':', '!', '?', '"', '“', '«']).next().unwrap_or_default();
    clause
        .split_whitespace()
        .take(5)
        .any(|word| lexicon::of(language).say.contains(words::lowered(word).as_ref()))
}

#[cfg(test)]
mod tests;
