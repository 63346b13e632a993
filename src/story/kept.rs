//! An article of the last days as it is compared with new ones.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

use super::across::Across;
use super::evidence::{Evidence, other_event};
use super::likeness::{Pair, decision, other_news};
use super::sketch::Sketch;
use super::terms::{Weights, beside_names, cosine};
use crate::text::Language;

/// Articles further apart than this are not compared: a day, and half of one for sources that give only a date.
pub(super) const APART: TimeDelta = TimeDelta::hours(36);

/// An article kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) article: i64,
    pub(super) story: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) language: Language,
    pub(super) words: Weights,
    pub(super) title: Weights,
    pub(super) names: Vec<u32>,
    pub(super) sketch: Sketch,
    pub(super) evidence: Evidence,
    pub(super) across: Across,
}

impl Kept {
    /// Whether another article is of its days.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        (self.at - other.at).abs() <= APART
    }
}

/// How much two kept articles, given by their numbers, are like each other in their words.
pub(super) fn like(kept: &VecDeque<Kept>, first: u32) -> impl Fn(u32, u32) -> f32 {
    move |one, other| {
        let words = |number: u32| kept.get(number.wrapping_sub(first) as usize).map(|kept| &kept.words);
        words(one).zip(words(other)).map_or(0.0, |(one, other)| cosine(one, other))
    }
}

/// How surely a new article and a kept one of its language report one event.
pub(super) fn decided(new: &Kept, kept: &Kept, words: f32) -> f32 {
    let likely = decision(Pair {
        words: words.clamp(0.0, 1.0),
        title: cosine(&new.title, &kept.title),
        days: (new.at - kept.at).num_minutes().abs() as f32 / 1_440.0,
    });
    let (shared, least) = beside_names((&new.words, &new.names), (&kept.words, &kept.names));
    let pairs = new.language.profile().unspaced;
    likely - other_news(shared, least, pairs) - other_event(&new.evidence, &kept.evidence)
}
