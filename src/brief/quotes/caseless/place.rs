//! Where a marked stretch stands in its line.

use super::page::{Page, sentence_start};
use super::words::marks::Marked;
use super::words::tags::Tags;
use super::words::token::Token;

/// Letters of the longest term.
const TERM_LETTERS: usize = 8;
/// Words of the longest term.
const TERM_WORDS: usize = 3;

/// A marked stretch among the tokens of its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    /// The page.
    pub(crate) page: &'p Page<'p>,
    /// The number of the line.
    pub(crate) line: usize,
    /// Its tokens.
    pub(crate) tokens: &'p [Token],
    /// Which of them the stretch is.
    pub(crate) at: usize,
    /// The first token of its sentence.
    pub(crate) start: usize,
    /// The stretch.
    pub(crate) marked: Marked,
    /// The words in it, folded.
    pub(crate) words: &'p str,
}

impl<'p> Place<'p> {
    /// The place of the token `at` of the line `line`, if it is a marked stretch.
    #[must_use]
    pub(crate) fn of(page: &'p Page<'p>, line: usize, at: usize) -> Option<Self> {
        let tokens = page.lines.get(line)?.tokens.as_slice();
        let token = tokens.get(at)?;
        let marked = *page.mark(token.quotation()?)?;
        let start = sentence_start(tokens, at);
        page.steps.take(at - start + 1);
        Some(Self { page, line, tokens, at, start, marked, words: &token.form })
    }

    /// The token behind it.
    #[must_use]
    pub(crate) fn next(&self) -> Option<&'p Token> {
        self.tokens.get(self.at + 1)
    }

    /// The token before it in its line.
    #[must_use]
    pub(crate) fn before(&self) -> Option<&'p Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    /// True when the token before touches it and has one of these classes.
    #[must_use]
    pub(crate) fn touches(&self, tags: Tags) -> bool {
        self.before().is_some_and(|before| before.span.end == self.marked.outer.start && before.has(tags))
    }

    /// True when it opens its sentence.
    #[must_use]
    pub(crate) fn opens(&self) -> bool {
        self.at == self.start
    }

    /// True when it is all there is in its line.
    #[must_use]
    pub(crate) fn is_line(&self) -> bool {
        self.at == 0 && self.next().is_none()
    }

    /// Words parted by spaces in it.
    #[must_use]
    pub(crate) fn spaced_words(&self) -> usize {
        self.words
            .split(|letter: char| letter.is_whitespace() || letter == '-')
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    }

    /// True for a term: a few words that stand in marks more than once.
    #[must_use]
    pub(crate) fn is_term(&self) -> bool {
        let short = if self.page.lexicon.unspaced {
            self.letters() <= TERM_LETTERS
        } else {
            self.spaced_words() <= TERM_WORDS
        };
        short && self.page.terms.contains(&self.page.lexicon.bare(self.words))
    }

    /// Letters of its words.
    #[must_use]
    pub(crate) fn letters(&self) -> usize {
        self.words.chars().count()
    }

    /// Tokens of the line above.
    #[must_use]
    pub(crate) fn above(&self) -> Option<&'p [Token]> {
        self.page.lines.get(self.line.checked_sub(1)?).map(|line| line.tokens.as_slice())
    }

    /// Tokens of the line below.
    #[must_use]
    pub(crate) fn below(&self) -> Option<&'p [Token]> {
        self.page.lines.get(self.line + 1).map(|line| line.tokens.as_slice())
    }

    /// True when the words before it go on in it.
    #[must_use]
    pub(crate) fn goes_on(&self) -> bool {
        let index = self.tokens.get(self.at).and_then(Token::quotation);
        let before = index.and_then(|index| self.page.mark(index.checked_sub(1)?));
        before.is_some_and(|before| before.continues && before.line + 1 == self.marked.line)
    }
}
