//! Who does what to whom, clause by clause: the frames of a sentence, and whether the article has each of them.
//!
//! In: the words of a sentence and of the article. Out: whether every clause of the sentence is one of the article's. A frame
//! is a verb with what stands in its roles: who does it, to whom or what, and what hangs on it by a preposition or a time;
//! the passive has the roles of the active. Nothing depends on the order of clauses. Each frame of the sentence needs one of
//! the article with the same verb or one of its meaning, the same words in the same roles, the same hedges, modals and
//! negations, and under the same speakers, conditions and verbs that bind it. What the article says more may be left out
//! where that claims no more. Needs a thesaurus for the forms of verbs: a language without one has no frames.

mod arguments;
mod build;
mod chunk;
mod class;
mod fits;
mod frame;
mod look;
mod same;
mod sort;
mod state;
mod subjects;
mod verbs;
mod who;

pub(super) use fits::is_told;
pub(super) use frame::Frame;

use super::words::item::Item;
use super::words::meanings::Thesaurus;
use crate::text::Language;

/// The frames of the sentences of an article, those its pronouns stand for told.
pub(super) fn of_article(
    sentences: &[Vec<Item>],
    is_inside: impl Fn(usize) -> bool,
    language: Language,
) -> Vec<Vec<Frame>> {
    if !Thesaurus::of(language).has_words() {
        return Vec::new();
    }
    let read = |(at, items): (usize, &Vec<Item>)| {
        if is_inside(at) { Vec::new() } else { build::frames(&cleaned(items), language, false).0 }
    };
    let mut all: Vec<Vec<Frame>> = sentences.iter().enumerate().map(read).collect();
    who::resolve(&mut all);
    all
}

/// The ways to read a sentence: its frames, where each of its words stands in one.
pub(super) fn of_sentence(items: &[Item], language: Language) -> Vec<Vec<Frame>> {
    if !Thesaurus::of(language).has_words() {
        return Vec::new();
    }
    let items = cleaned(items);
    let read = |generous| {
        let (frames, whole) = build::frames(&items, language, generous);
        let mut all = vec![frames];
        who::resolve(&mut all);
        all.pop().filter(|_| whole)
    };
    [false, true].into_iter().filter_map(read).collect()
}

/// The words without what a mark parts from them: “since then, the price”.
fn cleaned(items: &[Item]) -> Vec<Item> {
    let clean = |item: &Item| {
        let mut item = item.clone();
        if item.before.stranded {
            (item.before.preposition, item.before.agent) = (None, false);
        }
        if item.before.lapsed {
            (item.before.preposition, item.before.agent) = (None, false);
            (item.before.helped, item.before.passive) = (false, false);
        }
        (item.before.lapsed, item.before.stranded) = (false, false);
        item
    };
    items.iter().map(clean).collect()
}
