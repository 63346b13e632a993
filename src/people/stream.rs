//! An article as a stream of tokens: paragraphs and sentences over [`tokens`](super::tokens).
//!
//! In: a text, its paragraphs, its marked stretches. Out: all tokens in order, with sentence numbers. Linear.

use std::ops::Range;

use super::lexicon::{Keyword, Lexicon, Tags};
use super::tokens::{self, Kind, Token};
use crate::text::{Span, Steps};

/// A marked stretch of a paragraph.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    /// With its marks.
    pub outer: Span,
    /// The words alone.
    pub inner: Span,
    /// Index of the paragraph it stands in.
    pub paragraph: usize,
}

/// The tokens of an article.
#[derive(Debug)]
pub struct Stream<'a> {
    /// The text the spans point into.
    pub text: &'a str,
    /// The words of its language.
    pub lexicon: &'static Lexicon,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// The tokens of each paragraph.
    pub paragraphs: Vec<Range<usize>>,
    /// First token of each sentence, and one past the last token.
    pub sentences: Vec<usize>,
    /// The token of each marked stretch.
    pub quote_tokens: Vec<usize>,
    /// Looks at tokens so far.
    pub steps: Steps,
    /// For each token how many words stand before it, and all of them at the end.
    words_before: Vec<u32>,
}

impl<'a> Stream<'a> {
    /// Reads `text`; `stretches` must be in order and not overlap.
    #[must_use]
    pub fn read(
        text: &'a str,
        lexicon: &'static Lexicon,
        paragraphs: &[Span],
        stretches: &[Stretch],
        steps: Steps,
    ) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut ranges = Vec::with_capacity(paragraphs.len());
        let mut next = 0;
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let mut marked = Vec::new();
            while let Some(stretch) = stretches.get(next).filter(|stretch| stretch.paragraph <= number) {
                marked.push((next, stretch.outer));
                next += 1;
            }
            ranges.push(tokens::read(text, *paragraph, number, &marked, lexicon, &mut tokens));
        }
        let mut stream = Self {
            text,
            lexicon,
            tokens,
            paragraphs: ranges,
            sentences: Vec::new(),
            quote_tokens: Vec::new(),
            steps,
            words_before: Vec::new(),
        };
        stream.number_sentences(stretches);
        stream.quote_tokens = vec![0; stretches.len()];
        for (at, token) in stream.tokens.iter().enumerate() {
            if let Kind::Quote(index) = token.kind
                && let Some(place) = stream.quote_tokens.get_mut(index)
            {
                *place = at;
            }
        }
        stream.count_words();
        stream
    }

    /// The token at `at`, if there is one.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.steps.take(1);
        self.tokens.get(at)
    }

    /// True when the token at `at` is a word of one of `tags`.
    #[must_use]
    pub fn has(&self, at: usize, tags: Tags) -> bool {
        self.get(at).is_some_and(|token| token.has(tags))
    }

    /// True when the token at `at` is the mark of punctuation `c`.
    #[must_use]
    pub fn is(&self, at: usize, c: char) -> bool {
        self.get(at).is_some_and(|token| token.is(c))
    }

    /// True when the token at `at` is a word.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_word)
    }

    /// True when the token at `at` is a whole marked stretch.
    #[must_use]
    pub fn is_quote(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| matches!(token.kind, Kind::Quote(_)))
    }

    /// How many words stand in the tokens `range`.
    #[must_use]
    pub fn words_in(&self, range: &Range<usize>) -> usize {
        let before =
            |at: usize| self.words_before.get(at.min(self.tokens.len())).copied().unwrap_or_default();
        before(range.end).saturating_sub(before(range.start)) as usize
    }

    /// True when a marked stretch stands in the tokens `range`.
    #[must_use]
    pub fn holds_quote(&self, range: &Range<usize>) -> bool {
        let next = self.quote_tokens.partition_point(|at| *at < range.start);
        self.quote_tokens.get(next).is_some_and(|at| *at < range.end)
    }

    /// True when the token at `at` is a word with a capital.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_capital)
    }

    /// True when the token at `at` is a capitalised word that is no article, pronoun or the like.
    #[must_use]
    pub fn is_capital_name(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_capital_name)
    }

    /// The letters of the token at `at`, without a possessive ending.
    #[must_use]
    pub fn word(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.core.of(self.text))
    }

    /// True when the word at `at` is a keyword, whatever its capitals.
    #[must_use]
    pub fn is_keyword(&self, at: usize, keyword: Keyword) -> bool {
        self.lexicon.keywords.has(keyword, self.word(at))
    }

    /// True when the word at `at` ends as a keyword says.
    #[must_use]
    pub fn ends_as(&self, at: usize, keyword: Keyword) -> bool {
        self.lexicon.keywords.end(keyword, self.word(at))
    }

    /// The tokens of the sentence numbered `sentence`.
    #[must_use]
    pub fn sentence(&self, sentence: usize) -> Range<usize> {
        let start = self.sentences.get(sentence).copied().unwrap_or_default();
        start..self.sentences.get(sentence + 1).copied().unwrap_or(start)
    }

    /// The tokens of the sentence the token at `at` stands in.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        self.get(at).map_or(at..at, |token| self.sentence(token.sentence))
    }

    /// The tokens of the paragraph the token at `at` stands in.
    #[must_use]
    pub fn paragraph_of(&self, at: usize) -> Range<usize> {
        self.get(at).and_then(|token| self.paragraphs.get(token.paragraph).cloned()).unwrap_or(at..at)
    }

    /// The text span of the tokens `range`; possessive endings at the end are left out.
    #[must_use]
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.get(range.start), range.end.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.core.end.max(first.span.start)),
            _ => Span::default(),
        }
    }

    fn count_words(&mut self) {
        let mut count = 0;
        self.words_before = Vec::with_capacity(self.tokens.len() + 1);
        for token in &self.tokens {
            self.words_before.push(count);
            count += u32::from(token.is_word());
        }
        self.words_before.push(count);
    }

    fn number_sentences(&mut self, stretches: &[Stretch]) {
        let mut number = 0;
        let mut starts = Vec::new();
        for range in self.paragraphs.clone() {
            starts.push(range.start);
            for at in range.clone() {
                if let Some(token) = self.tokens.get_mut(at) {
                    token.sentence = number;
                }
                if at + 1 < range.end && self.ends_sentence(at, stretches) {
                    number += 1;
                    starts.push(at + 1);
                }
            }
            if range.is_empty() {
                starts.pop();
            } else {
                number += 1;
            }
        }
        starts.push(self.tokens.len());
        self.sentences = starts;
    }

    fn ends_sentence(&self, at: usize, stretches: &[Stretch]) -> bool {
        let Some(token) = self.get(at) else { return false };
        let next = at + 1;
        let fresh = self.is_capital(next)
            || self.is_quote(next)
            || self.get(next).is_some_and(|token| token.kind == Kind::Number)
            || ['—', '–', '-', '(', '['].iter().any(|dash| self.is(next, *dash)) && self.is_capital(next + 1);
        match token.kind {
            Kind::Punctuation('.' | '!' | '?' | '…') => {
                // Aug. 10
                let date = self.has(at.saturating_sub(1), Tags::TIME)
                    && self.get(next).is_some_and(|token| token.kind == Kind::Number);
                fresh && !date && !self.is(at.saturating_sub(1), '(')
            }
            Kind::Punctuation(')') => {
                fresh && at > 0 && ['.', '!', '?'].iter().any(|stop| self.is(at - 1, *stop))
            }
            Kind::Quote(index) => {
                let inner =
                    stretches.get(index).map(|stretch| stretch.inner.of(self.text)).unwrap_or_default();
                match inner.trim_end_matches(['\'', '’', '”', '"', ')']).chars().next_back() {
                    Some('.' | '…') => fresh,
                    Some('!' | '?') => fresh && !self.cue_follows(next),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// True when a verb of saying follows within a few words from `at`, or behind a name and one apposition.
    fn cue_follows(&self, at: usize) -> bool {
        let words = (at..at + 8).take_while(|at| self.is_word(*at)).count();
        if (at..at + words).any(|at| self.has(at, Tags::STRONG)) {
            return true;
        }
        let comma = at + words;
        words > 0
            && self.is(comma, ',')
            && (comma + 2..comma + 26)
                .take_while(|at| !self.is(*at, '.') && !self.is_quote(*at))
                .any(|at| self.is(at, ',') && (at + 1..at + 3).any(|at| self.has(at, Tags::STRONG)))
    }
}
