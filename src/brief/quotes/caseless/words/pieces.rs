//! The pieces of a line in a script that parts its words by spaces: words, numbers, remarks, marks.
//!
//! A remark stands in round brackets, or between two dashes that touch its words: `X -who once led it- said`.

use super::lexicon::Lexicon;
use super::tags::Tags;
use super::token::{Shape, Token};
use crate::text::{FastSet, Span, Steps, is_invisible, is_letter};

/// Longest bracket taken for a remark, in bytes.
const LONGEST_BRACKET: usize = 120;
/// Longest remark between dashes, in bytes.
const LONGEST_ASIDE: usize = 200;

/// A text and the words of its language.
pub(super) struct Pieces<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The words of its language.
    pub(super) lexicon: &'static Lexicon,
    /// Where marks stand that are none of words.
    pub(super) unmarked: &'a FastSet<usize>,
    /// Counts the work.
    pub(super) steps: &'a Steps,
}

impl Pieces<'_> {
    /// Parts words, numbers, brackets and marks.
    pub(super) fn cut(&self, within: Span, pieces: &mut Vec<Token>) {
        let mut at = within.start;
        while at < within.end {
            let rest = Span::new(at, within.end).of(self.text);
            let Some(first) = rest.chars().next() else { return };
            self.steps.take(1);
            let (shape, len) = match first {
                _ if first.is_whitespace() || is_invisible(first) || self.unmarked.contains(&at) => {
                    at += first.len_utf8();
                    continue;
                }
                '(' => bracket(rest).map_or((Shape::Mark(first), 1), |len| (Shape::Bracket, len)),
                '-' | '–' | '—' if self.is_apart(at, within.start) => {
                    let mark = (Shape::Mark(first), first.len_utf8());
                    aside(rest, first).map_or(mark, |len| (Shape::Bracket, len))
                }
                _ if first.is_numeric() => {
                    (Shape::Number, run(rest, |letter| letter.is_numeric() || letter == '.' || letter == '٫'))
                }
                _ if in_word(first) => (Shape::Unknown, word(rest)),
                _ => (Shape::Mark(first), first.len_utf8()),
            };
            let span = Span::new(at, at + len);
            let tags = if shape == Shape::Number { Tags::NUMBER } else { Tags::NONE };
            let form =
                if shape == Shape::Unknown { self.lexicon.bare(span.of(self.text)) } else { String::new() };
            pieces.push(Token { shape, span, tags, form });
            at += len;
        }
    }

    /// True for a place at the head of a line or behind a space.
    fn is_apart(&self, at: usize, start: usize) -> bool {
        let before = self.text.get(start..at).unwrap_or_default();
        before.chars().next_back().is_none_or(char::is_whitespace)
    }
}

fn in_word(letter: char) -> bool {
    is_letter(letter)
        || matches!(letter, '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}' | '\u{200D}')
}

/// Length of a word; Latin letters go on over a hyphen, an apostrophe or a point: `Smith-Jones`, `O'Hara`, `news.example`.
fn word(rest: &str) -> usize {
    let mut len = run(rest, in_word);
    let latin = |text: &str| text.chars().next().is_some_and(is_latin);
    while rest.get(..len).is_some_and(latin) {
        let Some(tail) =
            rest.get(len..).and_then(|tail| tail.strip_prefix(JOINTS)).filter(|tail| latin(tail))
        else {
            break;
        };
        len = rest.len() - tail.len() + run(tail, in_word);
    }
    len
}

/// What stands within words of Latin letters.
const JOINTS: [char; 4] = ['-', '\'', '’', '.'];

/// True for a letter of the Latin script.
fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && letter < '\u{250}'
}

fn run(rest: &str, inside: impl Fn(char) -> bool) -> usize {
    let end = rest.find(|letter| !inside(letter)).unwrap_or(rest.len());
    rest.get(..end).map_or(end, |run| run.trim_end_matches('.').len().max(1))
}

/// Length of a remark between two dashes that touch its words.
fn aside(rest: &str, dash: char) -> Option<usize> {
    let head = rest.get(..rest.floor_char_boundary(LONGEST_ASIDE)).unwrap_or(rest);
    let inside = head.get(dash.len_utf8()..)?;
    let touches = |letter: char| !letter.is_whitespace() && !letter.is_ascii_punctuation();
    if !inside.chars().next().is_some_and(touches) {
        return None;
    }
    let closes = |at: &usize| {
        let (before, after) = (inside.get(..*at), inside.get(at + dash.len_utf8()..));
        let apart = after.is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric));
        before.is_some_and(|before| before.chars().next_back().is_some_and(touches)) && apart
    };
    let end = inside.match_indices(dash).map(|(at, _)| at).find(closes)?;
    Some(dash.len_utf8() + end + dash.len_utf8())
}

/// Length of a remark in round brackets.
fn bracket(rest: &str) -> Option<usize> {
    let head = rest.get(..rest.floor_char_boundary(LONGEST_BRACKET)).unwrap_or(rest);
    head.find(')').map(|at| at + 1)
}
