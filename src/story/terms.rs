//! The terms of an article: its words and its headline's words.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::across::Across;
use super::evidence::Evidence;
use super::pairs;
use super::sketch::{COPY, Sketch};
use super::words::{Word, begins_a_sentence, head, read};
use crate::text::Language;

/// How often the headline's words count (STORIES.md: twice).
const HEADLINE: u32 = 2;

/// Terms with how often they stand, ordered by term.
pub(super) type Counts = Vec<(u32, u32)>;
/// Terms with their weights, ordered by term; of length 1 or empty.
pub(super) type Weights = Vec<(u32, f32)>;

/// An article as it comes.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Headline.
    pub title: &'a str,
    /// Text; the first 1,500 bytes count.
    pub text: &'a str,
    /// Language of both.
    pub language: Language,
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
}

/// An article read for comparing.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(super) at: DateTime<Utc>,
    pub(super) language: Language,
    pub(super) words: Counts,
    pub(super) title: Counts,
    /// Terms that are names by their capitals, in order.
    pub(super) names: Vec<u32>,
    pub(super) sketch: Sketch,
    pub(super) evidence: Evidence,
    pub(super) across: Across,
}

impl Draft {
    /// Reads an article.
    #[must_use]
    pub fn of(report: &Report<'_>) -> Self {
        let head = head(report.text);
        let (headline, running) = (read(report.title, report.language), read(head, report.language));
        let mut all = BTreeMap::new();
        let mut title = BTreeMap::new();
        for term in terms(report.title, &headline, report.language) {
            *title.entry(term).or_default() += 1;
            *all.entry(term).or_default() += HEADLINE;
        }
        for term in terms(head, &running, report.language) {
            *all.entry(term).or_default() += 1;
        }
        let (mut capital, mut small) = (BTreeSet::new(), BTreeSet::new());
        let tells = !report.language.profile().capital_nouns;
        for word in running.iter().filter(|word| !word.stop) {
            if !word.capital {
                small.insert(word.term);
            } else if tells && !begins_a_sentence(head, word.span) {
                capital.insert(word.term);
            }
        }
        let names = capital.difference(&small).copied().collect();
        let counts = |terms: BTreeMap<u32, u32>| terms.into_iter().collect();
        Self {
            at: report.at,
            language: report.language,
            words: counts(all),
            title: counts(title),
            names,
            sketch: Sketch::of(&running.iter().map(|word| word.hash).collect::<Vec<_>>()),
            evidence: Evidence::of((report.title, &headline), (head, &running), report.language),
            across: Across::read((report.title, &headline), (head, &running), report.language),
        }
    }

    /// True for the same text, or nearly: a syndicated copy.
    #[must_use]
    pub fn is_copy_of(&self, other: &Self) -> bool {
        self.sketch.likeness(&other.sketch) >= COPY
    }
}

/// What of a part of an article counts: its words that are not too common; where no spaces part them, pairs of letters.
fn terms(text: &str, words: &[Word], language: Language) -> Vec<u32> {
    if language.profile().unspaced {
        return pairs::terms(text, words, language);
    }
    words.iter().filter(|word| !word.stop).map(|word| word.term).collect()
}

/// Likeness of two articles by one kind of terms: the cosine of their weights, 0 to 1.
pub(super) fn cosine(one: &Weights, other: &Weights) -> f32 {
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    let mut sum = 0.0;
    while let (Some((term, weight)), Some((other_term, other_weight))) = (left.peek(), right.peek()) {
        match term.cmp(other_term) {
            std::cmp::Ordering::Less => _ = left.next(),
            std::cmp::Ordering::Greater => _ = right.next(),
            std::cmp::Ordering::Equal => {
                sum += weight * other_weight;
                _ = left.next();
                _ = right.next();
            }
        }
    }
    sum.clamp(0.0, 1.0)
}

/// How many terms two articles share that are a name in neither, and how many the one with fewer has.
pub(super) fn beside_names(one: (&Weights, &[u32]), other: (&Weights, &[u32])) -> (usize, usize) {
    let named = |term: &u32| one.1.binary_search(term).is_ok() || other.1.binary_search(term).is_ok();
    let count = |weights: &Weights| weights.iter().filter(|(term, _)| !named(term)).count();
    let has = |term: &u32| other.0.binary_search_by_key(term, |(other, _)| *other).is_ok();
    let shared = one.0.iter().filter(|(term, _)| has(term) && !named(term)).count();
    (shared, count(one.0).min(count(other.0)))
}

#[cfg(test)]
#[path = "terms_tests.rs"]
mod tests;
