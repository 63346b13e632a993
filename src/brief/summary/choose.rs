//! The best set of candidates that fits the space and stands in order.

use super::candidates::Candidate;
use super::weight::likeness;
use super::{MOST_SENTENCES, MOST_WORDS};

/// Candidates compared with one another; three of sixteen are 696 sets.
const MOST_COMPARED: usize = 16;

#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// What each word costs: readers want few.
    pub(super) word: f32,
    /// What each word above `ample` costs besides.
    pub(super) over: f32,
    /// Words of an ample summary.
    pub(super) ample: usize,
    /// What likeness of two sentences costs.
    pub(super) repeat: f32,
}

pub(super) const MEASURE: Measure = Measure { word: 0.002, over: 0.075, ample: 60, repeat: 0.3 };

/// Chooses at most [`MOST_SENTENCES`], two if it can, of at most [`MOST_WORDS`] words in all.
pub(super) fn best(found: &[Candidate]) -> Vec<&Candidate> {
    best_by(found, MEASURE)
}

pub(super) fn best_by(found: &[Candidate], measure: Measure) -> Vec<&Candidate> {
    let pool = pool(found);
    let mut best: (usize, f32, Vec<usize>) = (0, f32::MIN, Vec::new());
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for size in 1..=MOST_SENTENCES {
        let mut larger = Vec::new();
        for set in &sets {
            for &next in pool.iter().filter(|&&next| set.last().is_none_or(|&last| last < next)) {
                let mut grown = set.clone();
                grown.push(next);
                if let Some(value) = value(found, &grown, measure) {
                    // A second sentence is always wanted, a third only if it pays.
                    let rank = size.min(2);
                    if (rank, value) > (best.0, best.1) {
                        best = (rank, value, grown.clone());
                    }
                }
                if words(found, &grown) <= MOST_WORDS {
                    larger.push(grown);
                }
            }
        }
        sets = larger;
    }
    best.2.iter().filter_map(|&at| found.get(at)).collect()
}

/// Indexes of the weightiest fit candidates and of those they lean on, in order.
fn pool(found: &[Candidate]) -> Vec<usize> {
    let mut ranked: Vec<usize> = (0..found.len()).filter(|&at| found.get(at).is_some_and(|one| one.fit)).collect();
    let weight = |at: usize| found.get(at).map_or(0.0, |one| one.weight);
    ranked.sort_by(|&one, &other| weight(other).total_cmp(&weight(one)));
    ranked.truncate(MOST_COMPARED);
    ranked.sort_unstable();
    ranked
}

fn words(found: &[Candidate], set: &[usize]) -> usize {
    set.iter().filter_map(|&at| found.get(at)).map(|one| one.words).sum()
}

/// What the set is worth; `None` when it is too long or a sentence lacks the one it leans on.
fn value(found: &[Candidate], set: &[usize], measure: Measure) -> Option<f32> {
    let words = words(found, set);
    if words > MOST_WORDS {
        return None;
    }
    let mut total = -measure.word * words as f32 - measure.over * words.saturating_sub(measure.ample) as f32;
    for (number, &at) in set.iter().enumerate() {
        let one = found.get(at)?;
        if one.leans && (at == 0 || !set.contains(&(at - 1))) {
            return None;
        }
        total += one.weight;
        for &earlier in set.iter().take(number) {
            total -= measure.repeat * likeness(found.get(earlier)?, one);
        }
    }
    Some(total)
}
