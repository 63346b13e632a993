//! An article in a script without capitals, taken apart: its lines as tokens, its marked stretches, the people it names.

use std::ops::Range;

use super::naming::people::People;
use super::words::lexicon::Lexicon;
use super::words::marks::Marked;
use super::words::tags::Tags;
use super::words::token::{COLONS, STOPS, Shape, Token};
use crate::languages::Language;
use crate::text::{FastSet, Span, Steps};

/// Tokens of a sentence looked at on one side of a quotation; it bounds the work.
const REACH: usize = 120;

/// A line that may hold quotes.
#[derive(Debug)]
pub(crate) struct Line {
    /// Where it stands.
    pub(crate) span: Span,
    /// Its words.
    pub(crate) tokens: Vec<Token>,
}

/// An article taken apart.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The text all spans point into.
    pub(crate) text: &'a str,
    /// Its language.
    pub(crate) language: Language,
    /// The words of its language.
    pub(crate) lexicon: &'static Lexicon,
    /// Its lines, captions and the like left out.
    pub(crate) lines: Vec<Line>,
    /// The stretches in marks, in order.
    pub(crate) marked: Vec<Marked>,
    /// Who is named.
    pub(crate) people: People,
    /// The first name: its line, where it stands and whose it is.
    pub(crate) first_named: Option<(usize, Span, usize)>,
    /// The only one named who is told to say anything.
    pub(crate) speaker: Option<usize>,
    /// Words no table knows that stand alone beside a verb of saying.
    pub(crate) said: FastSet<String>,
    /// Where marks stand that a name is set in.
    pub(crate) unmarked: FastSet<usize>,
    /// Words no table knows that stand more than once.
    pub(crate) often: FastSet<String>,
    /// Words in foreign letters whose office somebody named holds: places.
    pub(crate) places: FastSet<String>,
    /// Words in marks that stand in marks more than once.
    pub(crate) terms: FastSet<String>,
    /// Counts the work.
    pub(crate) steps: Steps,
}

impl<'a> Page<'a> {
    /// True for a word no table knows that stands more than once.
    #[must_use]
    pub(crate) fn is_often(&self, form: &str) -> bool {
        self.often.contains(form)
    }

    /// True for a word no table knows that stands alone beside a verb of saying.
    #[must_use]
    pub(crate) fn is_said(&self, form: &str) -> bool {
        self.said.contains(form)
    }

    /// True for a word in foreign letters that is a place.
    #[must_use]
    pub(crate) fn is_place(&self, form: &str) -> bool {
        self.places.contains(form)
    }

    /// The words for countries in a phrase.
    #[must_use]
    pub(crate) fn countries(&self, words: Span) -> Vec<&str> {
        let at = self.lines.partition_point(|line| line.span.end < words.end);
        let tokens = self.lines.get(at).map(|line| line.tokens.as_slice()).unwrap_or_default();
        let first = tokens.partition_point(|token| token.span.start < words.start);
        let within = tokens.iter().skip(first).take_while(|token| token.span.end <= words.end);
        within.filter(|token| token.has(Tags::COUNTRY)).map(|token| token.form.as_str()).collect()
    }

    /// True for a word with the wide space of East Asian writing behind it.
    #[must_use]
    pub(crate) fn is_set_off(&self, token: &Token) -> bool {
        self.text.get(token.span.end..).is_some_and(|rest| rest.starts_with('\u{3000}'))
    }

    /// The words a span covers.
    #[must_use]
    pub(crate) fn of(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The tokens `range`, each look at one counted.
    #[must_use]
    pub(crate) fn look<'t>(&self, tokens: &'t [Token], range: Range<usize>) -> &'t [Token] {
        let looked_at = tokens.get(range.start..range.end.min(tokens.len())).unwrap_or_default();
        self.steps.take(looked_at.len());
        looked_at
    }

    /// The marked stretch of that index.
    #[must_use]
    pub(crate) fn mark(&self, index: usize) -> Option<&Marked> {
        self.marked.get(index)
    }
}

/// The first token of the sentence that the token `at` stands in.
#[must_use]
pub(crate) fn sentence_start(tokens: &[Token], at: usize) -> usize {
    let floor = at.saturating_sub(REACH);
    let before = tokens.get(floor..at).unwrap_or_default();
    let ends = |at: &usize| {
        let colon = at.checked_sub(1).and_then(|at| before.get(at)).is_some_and(|mark| mark.is_mark(&COLONS));
        before.get(*at).is_some_and(|token| ends_sentence(token) || colon && is_whole(token))
    };
    (0..before.len()).rev().find(ends).map_or(floor, |place| floor + place + 1)
}

/// True for marked words with their own stop: behind a colon they end the sentence.
fn is_whole(token: &Token) -> bool {
    token.quotation().is_some() && token.form.ends_with('.')
}

/// One past the last token of the sentence that begins at the token `at`.
#[must_use]
pub(crate) fn sentence_end(tokens: &[Token], at: usize) -> usize {
    let rest = tokens.get(at..tokens.len().min(at + REACH)).unwrap_or_default();
    rest.iter().position(|token| token.is_mark(&STOPS)).map_or(at + rest.len(), |place| at + place)
}

fn ends_sentence(token: &Token) -> bool {
    match token.shape {
        Shape::Quotation(_) => token.form.ends_with(['。', '！', '？', '!', '?', '؟']),
        _ => token.is_mark(&STOPS),
    }
}

/// The classes of the token `at`; none where there is no such token.
#[must_use]
pub(crate) fn tags(tokens: &[Token], at: usize) -> Tags {
    tokens.get(at).map_or(Tags::NONE, |token| token.tags)
}

/// True for a sentence that is according to a pronoun, whoever else is its subject: she goes on.
#[must_use]
pub(crate) fn is_according_to_her(tokens: &[Token], start: usize, end: usize) -> bool {
    let pronoun = Tags::HE.or(Tags::SHE);
    (start..end).any(|at| tags(tokens, at).any(Tags::ACCORD) && tags(tokens, at + 1).any(pronoun))
}
