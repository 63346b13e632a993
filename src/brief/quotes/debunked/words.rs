//! The words of a stretch of text, levelled, and the phrases of the tables that may stand among them.

use crate::languages::{Language, Section};
use crate::text::{Span, fold, words};

/// A text in one form for comparing, and where its words stand in that.
#[derive(Debug)]
pub(super) struct Words {
    folded: String,
    spans: Vec<Span>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let spans = words(&folded, Span::whole(&folded)).collect();
        Self { folded, spans }
    }

    /// The word `at`; empty where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.spans.get(at).map_or("", |span| span.of(&self.folded))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// How many words the longest of `phrases` has that stands at `at`.
    pub(super) fn longest(&self, at: usize, phrases: &[Vec<String>]) -> Option<usize> {
        let stands = |phrase: &&Vec<String>| {
            phrase.iter().enumerate().all(|(offset, word)| self.word(at + offset) == word)
        };
        phrases.iter().filter(stands).map(Vec::len).max()
    }

    /// The text behind the word `at`, without white space.
    pub(super) fn behind(&self, at: usize) -> &str {
        let end = self.spans.get(at).map_or(self.folded.len(), |span| span.end);
        self.folded.get(end..).unwrap_or_default().trim()
    }
}

/// The phrases of a section, each word by word.
pub(super) fn phrases(language: Language, section: Section) -> Vec<Vec<String>> {
    let words = |phrase: &str| {
        let words = Words::of(phrase);
        (0..words.len()).map(|at| words.word(at).to_owned()).collect()
    };
    language.words(section).map(|phrase| words(&phrase)).collect()
}
