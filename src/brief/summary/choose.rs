//! The best set of candidates that fits the space and stands in order.

use super::candidates::Candidate;
use super::length::{MOST_SENTENCES, MOST_WORDS};
use crate::brief::terms::cosine;

/// Candidates compared with one another; three of fourteen are 469 sets.
const MOST_COMPARED: usize = 14;

/// What each word costs; found on development articles, as the two below.
const WORD: f32 = 0.002;
/// What each word above [`AMPLE`] costs besides.
const OVER: f32 = 0.075;
/// Sentences more alike than this (cosine) tell the same.
const SAME: f32 = 0.6;
/// What likeness of two sentences costs.
const REPEAT: f32 = 0.3;
/// Words of a summary that tells enough; more are taken only where sentences are long.
const AMPLE: usize = 60;

/// The fit candidates compared, with their likeness to one another.
struct Pool<'a> {
    /// Index among all candidates, and the candidate; in order.
    members: Vec<(usize, &'a Candidate)>,
    /// Likeness of member `one` and member `other` at `one * members.len() + other`.
    likeness: Vec<f32>,
}

/// Chooses at most [`MOST_SENTENCES`], two if it can, of at most [`MOST_WORDS`] words in all.
pub(super) fn best(found: &[Candidate]) -> Vec<&Candidate> {
    let pool = Pool::of(found);
    let mut best = Best::default();
    let mut set = Vec::with_capacity(MOST_SENTENCES);
    pool.grow(&mut set, 0, 0.0, &mut best);
    best.set.iter().filter_map(|&at| pool.members.get(at)).map(|&(_, one)| one).collect()
}

/// The best set so far.
#[derive(Default)]
struct Best {
    /// 1 for a single sentence, 2 for more: a second is always wanted, a third only if it pays.
    rank: usize,
    value: f32,
    set: Vec<usize>,
}

impl<'a> Pool<'a> {
    fn of(found: &'a [Candidate]) -> Self {
        let mut members: Vec<_> =
            found.iter().enumerate().filter(|(_, one)| one.fit && one.words <= MOST_WORDS).collect();
        members.sort_by(|(_, one), (_, other)| other.weight.total_cmp(&one.weight));
        members.truncate(MOST_COMPARED);
        members.sort_by_key(|&(at, _)| at);
        let likeness = members
            .iter()
            .flat_map(|&(_, one)| members.iter().map(move |&(_, other)| (one, other)))
            .map(|(one, other)| cosine(&one.vector, &other.vector))
            .collect();
        Self { members, likeness }
    }

    /// Tries every later member behind `set`, whose weights less repetitions are `worth`.
    fn grow(&self, set: &mut Vec<usize>, words: usize, worth: f32, best: &mut Best) {
        let first = set.last().map_or(0, |&last| last + 1);
        for (next, &(at, one)) in self.members.iter().enumerate().skip(first) {
            let words = words + one.words;
            let before = set.last().and_then(|&last| self.members.get(last)).map(|&(before, _)| before);
            if words > MOST_WORDS || one.leans && before.is_none_or(|before| before + 1 != at) {
                continue;
            }
            let likeness = |&earlier: &usize| self.likeness.get(earlier * self.members.len() + next).copied();
            if set.iter().filter_map(likeness).any(|alike| alike > SAME) {
                continue;
            }
            let repeated: f32 = set.iter().filter_map(likeness).sum();
            let worth = worth + one.weight - REPEAT * repeated;
            let value = worth - WORD * words as f32 - OVER * words.saturating_sub(AMPLE) as f32;
            set.push(next);
            let rank = set.len().min(2);
            if best.set.is_empty() || rank > best.rank || rank == best.rank && value > best.value {
                *best = Best { rank, value, set: set.clone() };
            }
            if set.len() < MOST_SENTENCES {
                self.grow(set, words, worth, best);
            }
            set.pop();
        }
    }
}
