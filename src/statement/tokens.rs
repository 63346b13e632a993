//! A quote cut into words, with what stands around them.

use super::lexicon::{Apostrophe, Lexicon};
use crate::text::{Span, fold};

/// A word of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands in the quote.
    pub(super) span: Span,
    /// In small letters without accents.
    pub(super) word: String,
    /// In small letters with its accents.
    pub(super) written: String,
    /// What an apostrophe parts from it: an ending of a name, an `s`.
    pub(super) ending: String,
    /// Written with a capital.
    pub(super) capital: bool,
    /// Begins a sentence.
    pub(super) first: bool,
    /// Written in capitals only.
    pub(super) acronym: bool,
    /// Number of the piece between punctuation marks it stands in.
    pub(super) clause: u16,
    /// Stands in quotation marks inside the quote.
    pub(super) quoted: bool,
    /// Hangs on the word before by a hyphen.
    pub(super) hangs: bool,
}

/// Cuts a quote.
pub(super) fn cut(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut cutter = Cutter { text, tokens: Vec::new(), clause: 0, first: true, quoted: false };
    let mut letters = text.char_indices().peekable();
    let mut start: Option<usize> = None;
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, next)| *next);
        if belongs(before, letter, after, start.and_then(|start| text.get(start..at))) {
            start.get_or_insert(at);
        } else {
            if let Some(start) = start.take() {
                cutter.word(Span::new(start, at), lexicon);
            }
            // a point before a small letter ends an abbreviation
            let next = text.get(at + letter.len_utf8()..).unwrap_or_default().trim_start().chars().next();
            if letter != '.' || !next.is_some_and(char::is_lowercase) {
                cutter.mark(letter, at);
            }
        }
        before = letter;
    }
    if let Some(start) = start {
        cutter.word(Span::new(start, text.len()), lexicon);
    }
    cutter.tokens
}

struct Cutter<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    clause: u16,
    first: bool,
    quoted: bool,
}

impl Cutter<'_> {
    fn mark(&mut self, letter: char, at: usize) {
        match letter {
            ',' | ';' | ':' | '—' | '–' | '(' | ')' => self.clause += 1,
            '.' | '!' | '?' | '…' => {
                self.clause += 1;
                self.first = true;
            }
            '«' | '“' | '„' | '»' | '”' | '"' => {
                self.quoted = match letter {
                    '«' | '„' => true,
                    '»' | '”' => false,
                    _ => !self.quoted,
                };
            }
            '%' | '$' | '€' | '£' => {
                self.push(Span::new(at, at + letter.len_utf8()), &letter.to_string(), String::new());
            }
            _ => {}
        }
    }

    fn word(&mut self, span: Span, lexicon: &Lexicon) {
        let word = span.of(self.text);
        let folded = fold(word);
        let apostrophe = word.char_indices().find(|(_, letter)| matches!(letter, '\'' | '’' | 'ʼ'));
        let (Some((at, mark)), false) = (apostrophe, lexicon.is_entry(&folded)) else {
            return self.push(span, &folded, String::new());
        };
        let head = Span::new(span.start, span.start + at);
        let tail = Span::new(span.start + at + mark.len_utf8(), span.end);
        match lexicon.apostrophe {
            Apostrophe::Elides if at <= 6 => {
                self.push(head, &fold(head.of(self.text)), String::new());
                self.word(tail, lexicon);
            }
            Apostrophe::Suffix => self.push(head, &fold(head.of(self.text)), fold(tail.of(self.text))),
            Apostrophe::Possessive if matches!(tail.of(self.text), "s" | "S") => {
                self.push(head, &fold(head.of(self.text)), "s".to_owned());
            }
            _ => self.push(span, &folded, String::new()),
        }
    }

    fn push(&mut self, span: Span, word: &str, ending: String) {
        let written = span.of(self.text);
        let capital = written.chars().next().is_some_and(char::is_uppercase);
        let letters = || written.chars().filter(|letter| letter.is_alphabetic());
        self.tokens.push(Token {
            span,
            word: word.replace('-', ""),
            written: written.to_lowercase(),
            ending,
            capital,
            first: self.first,
            acronym: letters().count() > 1 && letters().all(char::is_uppercase),
            clause: self.clause,
            quoted: self.quoted,
            hangs: self.text.get(..span.start).is_some_and(|before| before.ends_with('-')),
        });
        self.first = false;
    }
}

/// True when `letter` belongs to a word: letters and digits, and between them apostrophes, the marks of numbers, and
/// the hyphen of a name such as F-16.
fn belongs(before: char, letter: char, after: char, begun: Option<&str>) -> bool {
    match letter {
        '\'' | '’' | 'ʼ' => before.is_alphanumeric() && after.is_alphabetic(),
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '-' => {
            let short = begun
                .is_some_and(|begun| begun.chars().count() <= 4 && begun.chars().all(char::is_uppercase));
            before.is_alphabetic() && after.is_ascii_digit() && short
        }
        _ => letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter),
    }
}
