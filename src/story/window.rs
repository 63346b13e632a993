//! The articles of the last days, and which story a new one belongs to.

use std::collections::{BTreeMap, HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::frequency::Frequency;
use super::likeness::{JOINS, Pair, decision};
use super::sketch::Sketch;
use super::terms::{Draft, Weights, cosine};

/// Articles further apart than this are not compared: a day, and half of one for sources that give only a date.
const APART: TimeDelta = TimeDelta::hours(36);
/// Cosine of words from which a story is looked at.
const WORTH_A_LOOK: f32 = 0.08;
/// Share of common shingles that makes an article a syndicated copy.
const COPY: f32 = 0.6;
/// Cosine of words from which two articles may be copies.
const MAYBE_COPY: f32 = 0.6;

/// The articles of the last days with their stories.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Number of the first kept article, counted from the first ever kept.
    first: u32,
    kept: VecDeque<Kept>,
    postings: HashMap<u32, VecDeque<(u32, f32)>>,
    stories: HashMap<i64, Vec<u32>>,
    words: Frequency,
    title: Frequency,
}

/// Where an article belongs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Placement {
    /// The story it joins; `None` begins a new one.
    pub story: Option<i64>,
    /// Mean decision over the best story's articles, joined or not; at least −0.4 joins. 0 where nothing was compared.
    pub score: f64,
    /// The earlier article it is a copy of, word for word or nearly.
    pub copy_of: Option<i64>,
}

#[derive(Debug, Clone)]
struct Kept {
    article: i64,
    story: i64,
    at: DateTime<Utc>,
    words: Weights,
    title: Weights,
    sketch: Sketch,
}

impl Window {
    /// Finds the story a new article belongs to, among the articles kept at most 36 hours from it.
    #[must_use]
    pub fn nearest(&self, draft: &Draft) -> Placement {
        let words = self.words.weigh(&draft.words);
        let likeness = self.likeness(&words);
        let new = Kept {
            article: 0,
            story: 0,
            at: draft.at,
            words,
            title: self.title.weigh(&draft.title),
            sketch: draft.sketch.clone(),
        };
        let near = |kept: &Kept| (kept.at - new.at).abs() <= APART;
        let mut sums: BTreeMap<i64, (f32, f32)> = BTreeMap::new();
        let mut copy: Option<(f32, i64, i64)> = None;
        for (kept, likeness) in self.kept.iter().zip(&likeness) {
            if *likeness < WORTH_A_LOOK || !near(kept) {
                continue;
            }
            sums.entry(kept.story).or_default();
            if *likeness >= MAYBE_COPY {
                let shared = new.sketch.likeness(&kept.sketch);
                if shared >= COPY && copy.is_none_or(|(best, ..)| shared > best) {
                    copy = Some((shared, kept.article, kept.story));
                }
            }
        }
        for (story, (sum, count)) in &mut sums {
            for (kept, likeness) in self.members(*story, &likeness).filter(|(kept, _)| near(kept)) {
                *sum += decided(&new, kept, likeness);
                *count += 1.0;
            }
        }
        let mut best: Option<(f32, i64)> = None;
        for (story, (sum, count)) in sums {
            let mean = sum / count;
            if best.is_none_or(|(score, _)| mean > score) {
                best = Some((mean, story));
            }
        }
        let (score, story) = best.unwrap_or_default();
        let joins = best.filter(|(score, _)| *score >= JOINS).map(|_| story);
        Placement {
            story: copy.map(|(_, _, story)| story).or(joins),
            score: f64::from(score),
            copy_of: copy.map(|(_, article, _)| article),
        }
    }

    /// Keeps an article with the story it was given, for the articles to come.
    pub fn keep(&mut self, draft: Draft, article: i64, story: i64) {
        let (words, title) = (self.words.weigh(&draft.words), self.title.weigh(&draft.title));
        self.words.count(&draft.words);
        self.title.count(&draft.title);
        let number = self.first.wrapping_add(self.kept.len() as u32);
        for (term, weight) in &words {
            self.postings.entry(*term).or_default().push_back((number, *weight));
        }
        self.stories.entry(story).or_default().push(number);
        self.kept.push_back(Kept { article, story, at: draft.at, words, title, sketch: draft.sketch });
    }

    /// Forgets the articles that came first as long as they are from before `day`; how common words are is remembered.
    pub fn forget_before(&mut self, day: DateTime<Utc>) {
        while self.kept.front().is_some_and(|kept| kept.at < day) {
            let Some(old) = self.kept.pop_front() else { return };
            for (term, _) in &old.words {
                if let Some(list) = self.postings.get_mut(term) {
                    list.pop_front();
                    if list.is_empty() {
                        self.postings.remove(term);
                    }
                }
            }
            if let Some(members) = self.stories.get_mut(&old.story) {
                members.retain(|number| *number != self.first);
                if members.is_empty() {
                    self.stories.remove(&old.story);
                }
            }
            self.first = self.first.wrapping_add(1);
        }
    }

    /// Names the most central article of a story among those kept: the one most like all others, the first of equals.
    #[must_use]
    pub fn central(&self, story: i64) -> Option<i64> {
        let members: Vec<&Kept> = self.numbers(story).filter_map(|number| self.get(number)).collect();
        let mut best: Option<(f32, i64)> = None;
        for member in &members {
            let sum = members.iter().map(|other| cosine(&member.words, &other.words)).sum::<f32>();
            if best.is_none_or(|(most, _)| sum > most + 1e-6) {
                best = Some((sum, member.article));
            }
        }
        best.map(|(_, article)| article)
    }

    /// How many articles are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// True when none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Cosine of `words` with the words of every kept article, in their order.
    fn likeness(&self, words: &Weights) -> Vec<f32> {
        let mut likeness = vec![0.0_f32; self.kept.len()];
        for (term, weight) in words {
            for (number, other) in self.postings.get(term).into_iter().flatten() {
                if let Some(sum) = likeness.get_mut(number.wrapping_sub(self.first) as usize) {
                    *sum += weight * other;
                }
            }
        }
        likeness
    }

    fn members<'a>(&'a self, story: i64, likeness: &'a [f32]) -> impl Iterator<Item = (&'a Kept, f32)> {
        self.numbers(story).filter_map(|number| {
            let at = number.wrapping_sub(self.first) as usize;
            Some((self.kept.get(at)?, likeness.get(at).copied()?))
        })
    }

    fn numbers(&self, story: i64) -> impl Iterator<Item = u32> + '_ {
        self.stories.get(&story).into_iter().flatten().copied()
    }

    fn get(&self, number: u32) -> Option<&Kept> {
        self.kept.get(number.wrapping_sub(self.first) as usize)
    }
}

fn decided(new: &Kept, kept: &Kept, words: f32) -> f32 {
    decision(Pair {
        words: words.clamp(0.0, 1.0),
        title: cosine(&new.title, &kept.title),
        days: (new.at - kept.at).num_minutes().abs() as f32 / 1_440.0,
    })
}

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
