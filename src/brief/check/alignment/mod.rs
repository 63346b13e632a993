//! Whether the article says a sentence: its words stand in one sentence of the article in the same order, or in two or three
//! that are joined where clauses are.
//!
//! In: the tokens of a sentence, and the article. Out: yes or no. Who does what to whom is the order of words: a name, a
//! number or a verb that stands elsewhere in the article's sentence is not found behind what came before it. What is left
//! out between them may hold no negation, no word of chance, condition, time or measure, nobody's name who could be the one
//! who does it, and not the word that it was said by somebody. Nothing may be added but words without meaning of their own
//! and verbs of saying.
//! Invariant: bounded by [`STEPS`] looks, whatever the sentence is.

mod item;
mod rows;
mod search;

use item::{Item, items};
use rows::variants;
use search::{Found, Told, find};

use super::source::Source;
use super::words::Token;
use crate::text::Steps;

/// The most looks at a pair of words for one sentence.
const STEPS: u64 = 400_000;
/// The most joints of a sentence that are tried.
const JOINTS: usize = 8;

/// Whether the article says the sentence of these tokens.
pub(super) fn says(sentence: &str, tokens: &[Token], source: &Source) -> bool {
    let own = items(sentence, tokens, source);
    let told: Vec<Vec<Item>> =
        source.sentences.iter().map(|told| items(&source.text, &told.tokens, source)).collect();
    let told = Told { sentences: &told, language: source.language, steps: Steps::most(STEPS) };
    variants(&own).iter().any(|own| is_told(own, &told))
}

/// Whether a row of words is told whole, or in two or three parts at its joints.
fn is_told(own: &[Item], told: &Told) -> bool {
    let joints: Vec<usize> =
        (2..own.len().saturating_sub(1)).filter(|at| is_joint(own, *at)).take(JOINTS).collect();
    let in_two = || joints.iter().any(|joint| are_told(own, &[*joint], told));
    let in_three = || {
        let pairs = joints
            .iter()
            .enumerate()
            .flat_map(|(at, one)| joints.iter().skip(at + 1).map(move |other| [*one, *other]));
        { pairs }.any(|pair| are_told(own, &pair, told))
    };
    are_told(own, &[], told) || in_two() || in_three()
}

fn is_joint(own: &[Item], at: usize) -> bool {
    own.get(at).is_some_and(|item| (item.joint || item.parted) && !item.kept())
}

fn are_told(own: &[Item], joints: &[usize], told: &Told) -> bool {
    let mut before: Option<Found> = None;
    let mut start = 0;
    for end in joints.iter().copied().chain([own.len()]) {
        let part = own.get(start..end).unwrap_or_default();
        let part = match part.split_first() {
            Some((first, rest)) if first.joint && !first.kept() => rest,
            _ => part,
        };
        let Some(found) = find(part, before.as_ref(), told) else { return false };
        before = Some(found);
        start = end;
    }
    before.is_some()
}
