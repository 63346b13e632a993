//! A sentence around a verb of saying: its words back from a place, and which of them deny.

use crate::people::index::Index;
use crate::people::lexicon::{Keyword, Tags};
use crate::people::stream::Stream;

/// How words stand that the text does not tell to have been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsaid {
    /// `did not say`, `denied saying`: they were not.
    Denied,
    /// `would say`, `if X says`, `accused X of saying`: nobody is told to have said them.
    Open,
}

/// The sentence a verb of saying stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause<'c> {
    /// The tokens.
    pub(crate) stream: &'c Stream<'c>,
    /// Who is named.
    pub(crate) index: &'c Index,
    /// Where the sentence begins.
    pub(crate) floor: usize,
}

/// Words between a denial and what it denies in the same clause.
pub(super) const DENIAL: usize = 4;

/// Most words of a verb group before the verb.
pub(super) const GROUP: usize = 8;

/// Verbs that report speech.
pub(super) const CUE: Tags = Tags::STRONG.or(Tags::WEAK);

impl Clause<'_> {
    /// The token before `at` in the sentence.
    pub(super) fn left(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|at| *at >= self.floor)
    }

    /// The words of the sentence that end before `at`, the last first, up to a mark.
    pub(super) fn words_back(&self, at: usize, most: usize) -> impl Iterator<Item = usize> {
        (self.floor..at).rev().take(most).take_while(|at| self.stream.is_word(*at))
    }

    /// Where the auxiliaries and adverbs of the verb begin.
    pub(super) fn group(&self, verb: usize) -> usize {
        let verbal = Tags::AUX.or(Tags::ADVERB).or(Tags::NEGATION).or(Tags::MODAL);
        let group = self.words_back(verb, GROUP).take_while(|at| {
            self.index.mention_at(*at).is_none() && (self.stream.has(*at, verbal) || self.negative(*at))
        });
        group.last().unwrap_or(verb)
    }

    /// `not`, `never`, `didn’t`.
    pub(super) fn negative(&self, at: usize) -> bool {
        self.stream.is_word(at)
            && (self.stream.has(at, Tags::NEGATION) || self.stream.ends_as(at, Keyword::DenialEnding))
    }

    /// The same, but for `not only`.
    pub(super) fn denies(&self, at: usize) -> bool {
        self.negative(at) && !self.stream.is_keyword(at + 1, Keyword::Only)
    }

    /// `nobody`, `none of them`, or a word of denial.
    pub(super) fn nobody(&self, at: usize) -> bool {
        self.stream.is_keyword(at, Keyword::Nobody) || self.denies(at)
    }

    /// A word of denial within a few words before `at`.
    pub(super) fn denied_before(&self, at: usize) -> bool {
        self.words_back(at, DENIAL).any(|at| self.nobody(at))
    }
}
