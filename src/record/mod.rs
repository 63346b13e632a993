//! What a person said about a matter, in time: first said, said again, changed.
//!
//! In: one person's quotes, oldest first. Out: a [`Record`]: the matters, each with its quotes, and what was only told
//! of others or under a condition that is not so. Invariants: every quote stands in exactly one place; a change is
//! shown only where two quotes share the matter and differ in a number, a negation, a name or a modal, and nothing here
//! says that two statements contradict: they are put side by side, with the words marked that differ.

use std::collections::BTreeMap;

use crate::statement::{Comparison, Difference, Reading, compare, goes_on};
use crate::text::{Language, Span};

/// What two quotes share at least to be about one matter (but for what differs), as a share and in weight; where all
/// but what differs is the same, less weight will do.
const MATTER: f32 = 0.52;
const MATTER_WEIGHT: f32 = 1.8;
const SAME_FRAME: f32 = 0.85;
const SAME_FRAME_WEIGHT: f32 = 1.2;
/// What two quotes share at least to be the same said again: of all, and of what the shorter says.
const AGAIN: f32 = 0.56;
const AGAIN_SHORTER: f32 = 0.75;
/// What two quotes share at least, but for what differs, to be a change.
const CHANGED: f32 = 0.55;

/// A quote of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// Its language.
    pub language: Language,
    /// The words.
    pub text: &'a str,
}

/// An older and a newer wording of one matter that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Place of the older quote.
    pub old: usize,
    /// Place of the newer quote.
    pub new: usize,
    /// What differs, each kind once.
    pub kinds: Vec<Difference>,
    /// Words of the older quote that differ.
    pub marked_old: Vec<Span>,
    /// Words of the newer quote that differ.
    pub marked_new: Vec<Span>,
}

/// What was said about one thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matter {
    /// Places of its quotes, in time.
    pub quotes: Vec<usize>,
    /// Earlier and later quotes that say the same.
    pub again: Vec<(usize, usize)>,
    /// Earlier quotes and later ones that say the same and go on.
    pub more: Vec<(usize, usize)>,
    /// What was said otherwise later.
    pub changes: Vec<Change>,
}

/// A person's record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The matters, in the order of their first quotes.
    pub matters: Vec<Matter>,
    /// Quotes that state nothing of the person's own: others' words, conditions that are not so.
    pub asides: Vec<usize>,
}

impl Record {
    /// Sorts one person's quotes, given in time.
    #[must_use]
    pub fn of(said: &[Said<'_>]) -> Self {
        let read: Vec<Reading> = said.iter().map(|said| Reading::of(said.text, said.language)).collect();
        let (asides, stated): (Vec<usize>, Vec<usize>) =
            (0..said.len()).partition(|at| read.get(*at).is_some_and(Reading::is_aside));
        let mut group: Vec<usize> = (0..said.len()).collect();
        let (mut again, mut more, mut changes) = (Vec::new(), Vec::new(), Vec::new());
        for (place, old) in stated.iter().enumerate() {
            for new in stated.iter().skip(place + 1) {
                let (Some(one), Some(other)) = (read.get(*old), read.get(*new)) else { continue };
                let compared = compare(one, other);
                let goes_on = is_longer(said, *old, *new);
                if !goes_on && !one_matter(&compared) {
                    continue;
                }
                join(&mut group, *old, *new);
                if goes_on {
                    more.push((*old, *new));
                } else if is_again(&compared) {
                    again.push((*old, *new));
                } else if is_change(&compared) {
                    changes.push(change(*old, *new, compared));
                }
            }
        }
        let mut matters: BTreeMap<usize, Matter> = BTreeMap::new();
        let of = |at: usize| group.get(at).copied().unwrap_or(at);
        stated.iter().for_each(|at| matters.entry(of(*at)).or_default().quotes.push(*at));
        again.into_iter().for_each(|pair| matters.entry(of(pair.0)).or_default().again.push(pair));
        more.into_iter().for_each(|pair| matters.entry(of(pair.0)).or_default().more.push(pair));
        changes
            .into_iter()
            .for_each(|change| matters.entry(of(change.old)).or_default().changes.push(change));
        Self { matters: matters.into_values().collect(), asides }
    }
}

/// Makes two groups one, named by its first quote.
fn join(group: &mut [usize], one: usize, other: usize) {
    let (Some(a), Some(b)) = (group.get(one).copied(), group.get(other).copied()) else { return };
    let (first, last) = (a.min(b), a.max(b));
    for place in group.iter_mut().filter(|place| **place == last) {
        *place = first;
    }
}

fn is_longer(said: &[Said<'_>], old: usize, new: usize) -> bool {
    said.get(old).zip(said.get(new)).is_some_and(|(old, new)| goes_on(old.text, new.text))
}

fn one_matter(compared: &Comparison) -> bool {
    let alike = compared.likeness_but_changes();
    alike >= MATTER && compared.shared >= MATTER_WEIGHT
        || alike >= SAME_FRAME && compared.shared >= SAME_FRAME_WEIGHT
}

fn is_again(compared: &Comparison) -> bool {
    compared.differences.is_empty() && compared.likeness() >= AGAIN && compared.containment() >= AGAIN_SHORTER
}

fn is_change(compared: &Comparison) -> bool {
    let shown = compared.differences.iter().any(|kind| *kind != Difference::Roles);
    shown && compared.likeness_but_changes() >= CHANGED
}

fn change(old: usize, new: usize, compared: Comparison) -> Change {
    let kinds = compared.differences.into_iter().filter(|kind| *kind != Difference::Roles).collect();
    Change { old, new, kinds, marked_old: compared.marked_one, marked_new: compared.marked_other }
}

#[cfg(test)]
mod tests;
