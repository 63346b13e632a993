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
mod company;
mod fits;
mod frame;
mod known;
mod nearby;
mod office;
mod phrases;
mod same;
mod sides;
mod state;
mod subjects;
mod verbs;
mod who;

pub(super) use company::senses;
pub(super) use fits::is_told;
pub(super) use frame::Frame;

use super::words::item::Item;
use super::words::lists::Lists;
use super::words::meanings::Thesaurus;
use crate::text::Language;

/// The headline and the first sentence, and the fewest words of either.
const LEAD: usize = 2;
const WHOLE: usize = 5;
/// The most quoted words that are told of without their marks.
const QUOTED: usize = 6;

/// The frames of the sentences of an article, those its pronouns stand for told.
pub(super) fn of_article(
    sentences: &[Vec<Item>],
    is_inside: impl Fn(usize) -> bool,
    language: Language,
) -> Vec<Vec<Frame>> {
    if !Thesaurus::of(language).has_words() {
        return Vec::new();
    }
    let mut all: Vec<Vec<Frame>> = Vec::with_capacity(sentences.len());
    let mut long = 0;
    for (at, items) in sentences.iter().enumerate() {
        long += usize::from(items.len() >= WHOLE);
        if is_inside(at) {
            all.push(Vec::new());
            continue;
        }
        let read = |items: &[Item]| {
            let mut frames = build::frames(items, language, (false, false)).0;
            frames.iter_mut().for_each(|frame| frame.lead = long <= LEAD);
            frames
        };
        let items = cleaned(items);
        all.push(read(&items));
        all.extend(unmarked(&items).map(|items| read(&items)));
    }
    who::resolve(&mut all);
    company::settle(&mut all, Lists::of(language));
    all
}

/// The words without the marks about those that are quoted, where few are.
fn unmarked(items: &[Item]) -> Option<Vec<Item>> {
    let quoted = items.iter().filter(|item| item.token.quoted).count();
    let bare = |item: &Item| {
        let mut item = item.clone();
        item.token.quoted = false;
        item
    };
    ((1..=QUOTED).contains(&quoted) && items.len() >= quoted + 2).then(|| items.iter().map(bare).collect())
}

/// The ways to read a sentence: its frames, where each of its words stands in one.
pub(super) fn of_sentence(items: &[Item], language: Language) -> Vec<Vec<Frame>> {
    if !Thesaurus::of(language).has_words() {
        return Vec::new();
    }
    let items = cleaned(items);
    let parted = undone(&items, language);
    let read = |(items, how): (&[Item], (bool, bool))| {
        let (frames, whole) = build::frames(items, language, how);
        let mut all = vec![frames];
        who::resolve(&mut all);
        all.pop().filter(|_| whole)
    };
    let ways = [(false, false), (true, false), (false, true)];
    let all = ways.iter().map(|how| (items.as_slice(), *how));
    all.chain(parted.iter().map(|items| (items.as_slice(), (false, false)))).filter_map(read).collect()
}

/// “Were killed” as an auxiliary and a verb, where it is read as one word.
fn undone(items: &[Item], language: Language) -> Option<Vec<Item>> {
    let lists = Lists::of(language);
    let parts = |item: &Item| {
        let (auxiliary, verb) = item.form.split_once(' ')?;
        lists.passive.contains(auxiliary).then(|| {
            let mut item = item.as_form(verb, Thesaurus::of(language));
            (item.before.passive, item.before.helped) = (true, true);
            item
        })
    };
    let found = |item: &Item| parts(item).is_some();
    items
        .iter()
        .any(found)
        .then(|| items.iter().map(|item| parts(item).unwrap_or_else(|| item.clone())).collect())
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
