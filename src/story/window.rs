//! The articles of the last days, and which story a new one belongs to.

use std::collections::{BTreeMap, HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::evidence::{Evidence, other_event};
use super::frequency::Frequency;
use super::likeness::{JOINS, Pair, decision, other_news};
use super::members::Members;
use super::sketch::{COPY, Sketch};
use super::terms::{Draft, Weights, beside_names, cosine};
use crate::text::Language;

/// Articles further apart than this are not compared: a day, and half of one for sources that give only a date.
const APART: TimeDelta = TimeDelta::hours(36);
/// Cosine of words from which a story is looked at.
const WORTH_A_LOOK: f32 = 0.08;
/// Cosine of words from which two articles may be copies.
const MAYBE_COPY: f32 = 0.6;
/// Most articles of one story that others are compared with: its last ones, and its central one.
const A_STORY: usize = 200;

/// The articles of the last days with their stories.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// Number of the first kept article, counted from the first ever kept.
    first: u32,
    kept: VecDeque<Kept>,
    postings: HashMap<u32, VecDeque<(u32, f32)>>,
    stories: HashMap<i64, Members>,
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
    language: Language,
    words: Weights,
    title: Weights,
    names: Vec<u32>,
    sketch: Sketch,
    evidence: Evidence,
}

impl Window {
    /// Most articles kept; what came before is forgotten.
    pub const MOST: usize = 20_000;

    /// Finds the story a new article belongs to, among the articles kept at most 36 hours from it.
    #[must_use]
    pub fn nearest(&self, draft: &Draft) -> Placement {
        let words = self.words.weigh(&draft.words);
        let likeness = self.likeness(&words);
        let new = Kept {
            article: 0,
            story: 0,
            at: draft.at,
            language: draft.language,
            words,
            title: self.title.weigh(&draft.title),
            names: draft.names.clone(),
            sketch: draft.sketch.clone(),
            evidence: draft.evidence.clone(),
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
    ///
    /// Of a story with very many articles the last [`A_STORY`] are kept, and of all stories together the last
    /// [`Self::MOST`] articles, so that an article costs the same however many came before it.
    pub fn keep(&mut self, draft: Draft, article: i64, story: i64) {
        let (words, title) = (self.words.weigh(&draft.words), self.title.weigh(&draft.title));
        self.words.count(&draft.words);
        self.title.count(&draft.title);
        if self.kept.len() >= Self::MOST {
            self.forget_first();
        }
        if self.numbers(story).len() >= A_STORY {
            self.thin(story);
        }
        let number = self.first.wrapping_add(self.kept.len() as u32);
        for (term, weight) in &words {
            self.postings.entry(*term).or_default().push_back((number, *weight));
        }
        self.kept.push_back(Kept {
            article,
            story,
            at: draft.at,
            language: draft.language,
            words,
            title,
            names: draft.names,
            sketch: draft.sketch,
            evidence: draft.evidence,
        });
        let like = like(&self.kept, self.first);
        self.stories.entry(story).or_default().join(number, like);
    }

    /// Forgets the articles that came first as long as they are from before `day`; how common words are is remembered.
    pub fn forget_before(&mut self, day: DateTime<Utc>) {
        while self.kept.front().is_some_and(|kept| kept.at < day) {
            self.forget_first();
        }
    }

    /// Names the most central article of a story among those kept: the one most like all others, the first of equals.
    pub fn central(&mut self, story: i64) -> Option<i64> {
        let number = self.central_number(story)?;
        self.kept.get(number.wrapping_sub(self.first) as usize).map(|kept| kept.article)
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
        self.numbers(story).iter().filter_map(|number| {
            let at = number.wrapping_sub(self.first) as usize;
            Some((self.kept.get(at)?, likeness.get(at).copied()?))
        })
    }

    fn numbers(&self, story: i64) -> &[u32] {
        self.stories.get(&story).map_or(&[], Members::numbers)
    }

    fn central_number(&mut self, story: i64) -> Option<u32> {
        let like = like(&self.kept, self.first);
        self.stories.get_mut(&story)?.central(like)
    }

    /// Takes an article out of its story's.
    fn leave(&mut self, story: i64, number: u32) {
        let like = like(&self.kept, self.first);
        let Some(members) = self.stories.get_mut(&story) else { return };
        members.leave(number, like);
        if members.numbers().is_empty() {
            self.stories.remove(&story);
        }
    }

    /// Forgets the article that came first.
    fn forget_first(&mut self) {
        let (number, story) = (self.first, self.kept.front().map(|kept| kept.story));
        if let Some(story) = story {
            self.leave(story, number);
        }
        let Some(old) = self.kept.pop_front() else { return };
        for (term, _) in &old.words {
            if let Some(list) = self.postings.get_mut(term) {
                list.pop_front();
                if list.is_empty() {
                    self.postings.remove(term);
                }
            }
        }
        self.first = self.first.wrapping_add(1);
    }

    /// Compares nothing more with the first article of a story that is not its central one.
    fn thin(&mut self, story: i64) {
        let central = self.central_number(story);
        let Some(number) = self.numbers(story).iter().copied().find(|number| Some(*number) != central) else {
            return;
        };
        self.leave(story, number);
        let at = number.wrapping_sub(self.first) as usize;
        let Some(kept) = self.kept.get_mut(at) else { return };
        let words = std::mem::take(&mut kept.words);
        kept.title = Weights::new();
        kept.sketch = Sketch::default();
        kept.evidence = Evidence::default();
        for (term, _) in &words {
            if let Some(list) = self.postings.get_mut(term) {
                // numbers rise along the list, counted from the first one kept
                let place =
                    list.binary_search_by_key(&at, |(other, _)| other.wrapping_sub(self.first) as usize);
                if let Ok(place) = place {
                    list.remove(place);
                }
                if list.is_empty() {
                    self.postings.remove(term);
                }
            }
        }
    }
}

/// How much two kept articles, given by their numbers, are like each other in their words.
fn like(kept: &VecDeque<Kept>, first: u32) -> impl Fn(u32, u32) -> f32 {
    move |one, other| {
        let words = |number: u32| kept.get(number.wrapping_sub(first) as usize).map(|kept| &kept.words);
        words(one).zip(words(other)).map_or(0.0, |(one, other)| cosine(one, other))
    }
}

fn decided(new: &Kept, kept: &Kept, words: f32) -> f32 {
    let likely = decision(Pair {
        words: words.clamp(0.0, 1.0),
        title: cosine(&new.title, &kept.title),
        days: (new.at - kept.at).num_minutes().abs() as f32 / 1_440.0,
    });
    if new.language != kept.language {
        return likely;
    }
    let (shared, least) = beside_names((&new.words, &new.names), (&kept.words, &kept.names));
    likely - other_news(shared, least) - other_event(&new.evidence, &kept.evidence)
}

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
