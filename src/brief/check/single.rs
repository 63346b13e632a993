//! Single sentences against one article among several: whether it says them.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::alignment::Rows;
use super::names;
use super::numbers::numbers;
use super::polarity;
use super::source::Source;
use super::words::{self, Token};
use super::{Reject, sentence_fault};
use crate::article::Article;
use crate::brief::Quote;
use crate::text::{Language, Span};

/// Least share of a sentence's content that one sentence of another report, or two, must hold for it to say the same.
const IN_ONE: f64 = 0.6;
const IN_TWO: f64 = 0.75;
/// Fewest words of content that make a sentence comparable: “the talks have begun” stands in every report.
const FEWEST: usize = 6;

/// An article, read once, that sentences are held against.
pub struct Against<'a> {
    source: Source,
    /// The sentences as they are laid beside others, once one is.
    rows: OnceLock<Rows>,
    quotes: &'a [Quote],
}

impl std::fmt::Debug for Against<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Against").field("language", &self.source.language).finish_non_exhaustive()
    }
}

impl<'a> Against<'a> {
    /// Reads the article.
    #[must_use]
    pub fn of(article: &Article, quotes: &'a [Quote]) -> Self {
        Self { source: Source::read(article), rows: OnceLock::new(), quotes }
    }

    /// The first rule a sentence somebody wrote about the article breaks; its length is the caller's.
    #[must_use]
    pub fn fault(&self, sentence: &str) -> Option<Reject> {
        let rows = self.rows.get_or_init(|| Rows::of(&self.source));
        let fault = sentence_fault(sentence.trim(), self.quotes, (&self.source, rows), &[])?;
        // what lies along the article is in its language, whatever its names look like
        let foreign = Language::of_text(sentence).is_some_and(|found| found != self.source.language);
        Some(if foreign { Reject::Language } else { fault })
    }

    /// True when the article says what a sentence of another report says, in words of its own: its numbers and names
    /// stand there together, most of the rest too, and nothing is turned round.
    #[must_use]
    pub fn says_too(&self, sentence: &str) -> bool {
        let language = self.source.language;
        let tokens = words::tokens(sentence, Span::whole(sentence), language);
        let content: HashSet<&str> = tokens
            .iter()
            .filter(|token: &&Token| token.is_content(language))
            .map(|token| token.stem.as_str())
            .collect();
        let Some((best, second)) = self.source.nearest(&content) else { return false };
        let near: Vec<_> = self.source.around(best).chain(self.source.sentences.first()).collect();
        let pair: Vec<_> =
            [best, second].iter().filter_map(|&index| self.source.sentences.get(index)).collect();
        let told = |number: &String| near.iter().any(|near| near.numbers.contains(number));
        let share = |held: usize| held as f64 / content.len().max(1) as f64;
        let in_one =
            pair.iter().map(|near| content.iter().filter(|stem| near.stems.contains(**stem)).count());
        let in_two =
            content.iter().filter(|stem| pair.iter().any(|near| near.stems.contains(**stem))).count();
        content.len() >= FEWEST
            && (share(in_one.max().unwrap_or_default()) >= IN_ONE || share(in_two) >= IN_TWO)
            && numbers(sentence, &tokens).iter().all(told)
            && names::unknown(&tokens, &self.source, &near).is_none()
            && !pair.first().is_some_and(|nearest| polarity::flipped(&tokens, nearest, language))
            && polarity::opposite(&tokens, &pair, &self.source).is_none()
    }
}
