//! The articles of the last days, and which story a new one belongs to.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use chrono::{DateTime, Utc};

use super::across::Across;
use super::evidence::Evidence;
use super::frequency::Frequency;
use super::kept::{Kept, decided, like};
use super::likeness::JOINS;
use super::members::Members;
use super::sketch::{COPY, Sketch};
use super::terms::{Draft, Weights};

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
    /// Mean decision over the articles in its language of the best story by words, joined or not; at least −0.4 joins. 0
    /// where nothing was compared.
    pub score: f64,
    /// The earlier article it is a copy of, word for word or nearly.
    pub copy_of: Option<i64>,
}

impl Window {
    /// Most articles kept; what came before is forgotten.
    pub const MOST: usize = 20_000;

    /// Finds the story a new article belongs to, among the articles kept at most 36 hours from it: by their words those of
    /// its language, else by names and numbers a story its language does not tell yet.
    #[must_use]
    pub fn nearest(&self, draft: &Draft) -> Placement {
        let new = self.read(draft.clone(), 0, 0);
        let likeness = self.likeness(&new.words);
        let (mut own, mut foreign) = (BTreeSet::new(), BTreeMap::new());
        let mut copy: Option<(f32, i64, i64)> = None;
        for (kept, likeness) in self.kept.iter().zip(&likeness).filter(|(kept, _)| new.is_near(kept)) {
            if new.language != kept.language
                && let Some(shared) = new.across.one_event(&kept.across)
            {
                let most = foreign.entry(kept.story).or_insert(shared);
                *most = shared.max(*most);
            }
            if *likeness < WORTH_A_LOOK {
                continue;
            }
            if new.language == kept.language {
                own.insert(kept.story);
            }
            if *likeness >= MAYBE_COPY {
                let shared = new.sketch.likeness(&kept.sketch);
                if shared >= COPY && copy.is_none_or(|(best, ..)| shared > best) {
                    copy = Some((shared, kept.article, kept.story));
                }
            }
        }
        let best = self.best_of(&own, &new, &likeness);
        let joins = best.filter(|(score, _)| *score >= JOINS).map(|(_, story)| story);
        let told = |story: i64| self.of_its_language(story, &new, &likeness).next().is_some();
        let foreign =
            foreign.into_iter().rev().filter(|(story, _)| !told(*story)).max_by_key(|(_, shared)| *shared);
        Placement {
            story: copy.map(|(_, _, story)| story).or(joins).or(foreign.map(|(story, _)| story)),
            score: best.map_or(0.0, |(score, _)| f64::from(score)),
            copy_of: copy.map(|(_, article, _)| article),
        }
    }

    /// The story among these whose articles are likest one event with a new article on the mean; the first of equals.
    fn best_of(&self, stories: &BTreeSet<i64>, new: &Kept, likeness: &[f32]) -> Option<(f32, i64)> {
        let mut best: Option<(f32, i64)> = None;
        for story in stories {
            let (mut sum, mut count) = (0.0, 0.0_f32);
            for (kept, likeness) in self.of_its_language(*story, new, likeness) {
                sum += decided(new, kept, likeness);
                count += 1.0;
            }
            let mean = sum / count.max(1.0);
            if best.is_none_or(|(score, _)| mean > score) {
                best = Some((mean, *story));
            }
        }
        best
    }

    /// Keeps an article with the story it was given, for the articles to come.
    ///
    /// Of a story with very many articles the last [`A_STORY`] are kept, and of all stories together the last
    /// [`Self::MOST`] articles, so that an article costs the same however many came before it.
    pub fn keep(&mut self, draft: Draft, article: i64, story: i64) {
        let (words, title) = (draft.words.clone(), draft.title.clone());
        let kept = self.read(draft, article, story);
        self.words.count(&words);
        self.title.count(&title);
        if self.kept.len() >= Self::MOST {
            self.forget_first();
        }
        if self.numbers(story).len() >= A_STORY {
            self.thin(story);
        }
        let number = self.first.wrapping_add(self.kept.len() as u32);
        for (term, weight) in &kept.words {
            self.postings.entry(*term).or_default().push_back((number, *weight));
        }
        self.kept.push_back(kept);
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

    /// The articles of a story that are compared with a new one, with their likeness to it.
    fn of_its_language<'a>(
        &'a self,
        story: i64,
        new: &'a Kept,
        likeness: &'a [f32],
    ) -> impl Iterator<Item = (&'a Kept, f32)> {
        let members = self.numbers(story).iter().filter_map(|number| {
            let at = number.wrapping_sub(self.first) as usize;
            Some((self.kept.get(at)?, likeness.get(at).copied()?))
        });
        members.filter(|(kept, _)| new.is_near(kept) && new.language == kept.language)
    }

    /// An article with its words weighed.
    fn read(&self, draft: Draft, article: i64, story: i64) -> Kept {
        Kept {
            article,
            story,
            at: draft.at,
            language: draft.language,
            words: self.words.weigh(&draft.words),
            title: self.title.weigh(&draft.title),
            names: draft.names,
            sketch: draft.sketch,
            evidence: draft.evidence,
            across: draft.across,
        }
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
        kept.across = Across::default();
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

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
