//! The clauses of a sentence of the article, and who says what in it.

use super::words::item::{Item, Kind};
use super::words::lists::Lists;
use crate::brief::check::words::LISTS;
use crate::languages::section;

/// The most words that say who said it.
pub(super) const SPEAKER: usize = 9;

/// The most words behind a preposition at the head of a sentence that are of the clause behind them.
const AHEAD: usize = 6;
/// How many words may stand between the verb and the name of whoever says it.
const TITLE: usize = 3;

/// A sentence of the article, or another way to say it.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) items: Vec<Item>,
    /// The clause of each word; what stands for a time alone is of the clause before or behind it.
    pub(super) clauses: Vec<usize>,
    /// Who says what.
    pub(super) sayings: Vec<Saying>,
    /// Its first words stand inside quotation marks that were opened before.
    pub(super) inside: bool,
    /// It begins with a pronoun.
    pub(super) pronoun: bool,
}

/// Somebody says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Saying {
    /// Where its verb stands.
    pub(super) verb: usize,
    /// Where the words stand that tell who says it.
    pub(super) chunk: std::ops::Range<usize>,
    /// What is said stands before it.
    pub(super) behind: bool,
}

impl Row {
    pub(super) fn of(items: Vec<Item>, inside: bool, lists: &Lists) -> Self {
        let clauses = clauses(&items);
        let sayings = sayings(&items, lists);
        let pronoun = items.first().is_some_and(|first| first.before.pronoun);
        Self { items, clauses, sayings, inside, pronoun }
    }

    /// The saying by which what stands at the places from `first` to `last` is somebody's word.
    pub(super) fn governing(&self, first: usize, last: usize) -> Option<&Saying> {
        let before = self.sayings.iter().rev().find(|saying| saying.verb < first);
        let behind = self.sayings.iter().find(|saying| saying.verb > last && saying.behind);
        let around = self.sayings.iter().find(|saying| saying.verb >= first && saying.verb <= last);
        before.or(behind).or(around)
    }

    /// Where the clause of the word at `at` begins.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        let opens = |at: &usize| self.items.get(*at).is_some_and(Item::opens);
        (0..=at).rev().find(opens).unwrap_or(0)
    }

    /// Where the clause of the word at `at` ends.
    pub(super) fn clause_end(&self, at: usize) -> usize {
        let opens = |at: &usize| self.items.get(*at).is_some_and(Item::opens);
        (at + 1..self.items.len()).find(opens).unwrap_or(self.items.len())
    }
}

fn clauses(items: &[Item]) -> Vec<usize> {
    let mut found = Vec::with_capacity(items.len());
    let (mut clause, mut timed) = (0, true);
    let ahead = ahead(items);
    for (at, item) in items.iter().enumerate() {
        // “On Friday, Brusk …”: a time before a mark is of what follows; “the envoy, Ada Lind, …”: a name is of its office
        if item.opens() && !timed && !item.time && !is_apposed(items, at) && at != ahead {
            clause += 1;
            timed = true;
        }
        timed &= item.time;
        found.push(clause);
    }
    found
}

/// How many words before a mark stand behind a preposition at the head of a sentence: “in Varnia, …” is of what follows.
fn ahead(items: &[Item]) -> usize {
    let tied = |item: &Item| item.before.preposition.is_some() && !item.kept();
    let plain = |item: &&Item| {
        matches!(item.kind, Kind::Word | Kind::Number) && !item.verb && !item.claimed && !item.before.joint
    };
    let opens = |item: &Item| item.before.parted && !item.before.opened;
    let len = items.iter().take(AHEAD).take_while(plain).take_while(|item| !opens(item)).count();
    if items.first().is_some_and(tied) && items.get(len).is_some_and(opens) { len } else { 0 }
}

/// Whether a name between marks begins at a place.
fn is_apposed(items: &[Item], at: usize) -> bool {
    let name = |item: &&Item| item.name && !item.time;
    let len = items.iter().skip(at).take_while(name).count();
    let first =
        items.get(at).is_some_and(|item| item.before.parted && !item.before.joint && !item.before.opened);
    first && len > 0 && items.get(at + len).is_none_or(|next| next.before.parted)
}

/// Verbs of saying with whoever says it: before what is said, or behind it between marks.
pub(super) fn sayings(items: &[Item], lists: &Lists) -> Vec<Saying> {
    let opens = |at: usize| items.get(at).is_some_and(|item| item.before.parted || item.before.opened);
    let mut found = Vec::new();
    for (verb, item) in items.iter().enumerate().filter(|(_, item)| item.said() || item.reports) {
        let binds = |at: usize| items.get(at).is_some_and(Item::binds);
        let open_before = |from: usize| (0..=from).rev().find(|at| opens(*at) || binds(*at)).unwrap_or(0);
        let end = (verb + 1..items.len()).find(|at| opens(*at)).unwrap_or(items.len());
        let start = match open_before(verb) {
            // “…, Ada Lind, said”: whoever says it stands before the mark
            start if start == verb && verb > 0 && !item.according && !is_inverted(items, verb, end) => {
                open_before(open_before(verb - 1).saturating_sub(1))
            }
            start if start < verb && binds(start) => start + 1,
            start => start,
        };
        let inverted = is_inverted(items, verb, end);
        let behind = item.according && verb > 0
            || start > 0
                && items.get(start).is_some_and(|first| first.before.parted)
                && (inverted || ends_there(items.get(verb + 1..end).unwrap_or_default()));
        // “…, said the minister, Ada Lind.”
        let name = |at: usize| items.get(at).is_some_and(|item| item.name && !item.time);
        let end = if (behind || start == verb) && name(end) {
            (end + 1..items.len()).find(|at| opens(*at)).unwrap_or(items.len())
        } else {
            end
        };
        let acts = |item: &Item| item.verb || item.kept() || item.before.helped;
        let tells = items.get(end).is_some_and(|next| next.before.opened && !next.before.parted)
            && !items.get(verb + 1..end).unwrap_or_default().iter().any(acts);
        let chunk = if item.according {
            verb..end
        } else if behind || tells || start == verb && !item.before.pronoun {
            start..end
        } else {
            start..verb + 1
        };
        let chunk = chunk.start.max(verb.saturating_sub(SPEAKER))..chunk.end.min(verb + SPEAKER);
        let evidence =
            |at: usize| items.get(at).is_some_and(|item| lists.evidence.contains(&item.token.folded));
        let nobody = item.according && chunk.clone().any(evidence);
        if !nobody && (item.said() || behind || opens(verb + 1)) {
            found.push(Saying { verb, chunk, behind });
        }
    }
    found
}

/// Whether nothing is said behind the verb: “…, Ada Lind said on Monday after the talks.”
fn ends_there(behind: &[Item]) -> bool {
    behind.first().is_none_or(|first| first.time || first.before.preposition.is_some() || first.binds())
}

/// Whether whoever says it stands behind the verb: “…, said Ada Lind.”
fn is_inverted(items: &[Item], verb: usize, end: usize) -> bool {
    let behind = items.get(verb + 1..end).unwrap_or_default();
    let somebody = |item: &Item| {
        item.name && item.before.preposition.is_none()
            || item.office
            || LISTS.has(section::INSTITUTIONS, &item.token.folded)
    };
    let tells = items.get(end).is_some_and(|next| next.before.opened && !next.before.parted);
    !tells
        && behind.iter().take(TITLE).any(somebody)
        && behind.len() < SPEAKER
        && !behind.iter().any(Item::kept)
}
