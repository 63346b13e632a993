//! What stands between two marks and only tells more of whom it stands behind.

use super::super::clauses::sayings;
use super::super::words::item::{Before, Item, Kind};
use super::super::words::lists::Lists;

/// The most words of an aside.
const LONGEST: usize = 10;
/// The most words of the noun that an aside tells more of.
const NOUN: usize = 5;

/// A row without its asides: “Varnia, which …, left” as “Varnia left”; none where it has none.
pub(in crate::brief::check::alignment) fn without(items: &[Item]) -> Option<Vec<Item>> {
    let mut row = items.to_vec();
    let mut from = 1;
    while let Some((start, end)) = (from..row.len()).find_map(|at| Some((at, end(&row, at)?))) {
        row.drain(start..end);
        if let Some(next) = row.get_mut(start)
            && (next.verb
                || next.kept()
                || next.said()
                || next.before.helped
                || !next.name && !next.before.determined)
        {
            next.before.parted = false;
        }
        from = start + 1;
    }
    (row.len() < items.len()).then_some(row)
}

/// Where the aside ends that begins at `start`; none where none does.
fn end(row: &[Item], start: usize) -> Option<usize> {
    let first = row.get(start)?;
    let named = row.get(start.checked_sub(1)?).is_some_and(|before| before.name && !before.time);
    let tells = first.before.relative
        || named && !first.before.joint && (first.before.determined || first.before.preposition.is_some());
    if !first.before.parted || !tells || first.kept() {
        return None;
    }
    let end = (start + 1..row.len().min(start + LONGEST))
        .find(|at| row.get(*at).is_some_and(|item| item.before.parted))?;
    let inside = row.get(start..end)?;
    let whole = first.before.relative
        || inside.iter().all(|item| !item.said() && !item.claimed && !item.kept() && !item.verb);
    (whole && !inside.iter().any(Item::is_condition)).then_some(end)
}

/// “…, said Ada Lind, who leads the union” as “Ada Lind leads the union”, where it is nobody's word.
pub(in crate::brief::check::alignment) fn told(items: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let start = opening(items)?;
    let whose = sayings(items, lists).into_iter().any(|saying| saying.chunk.contains(&(start - 1)));
    let bound = |item: &Item| item.said() || item.claimed || item.reports || item.kept();
    let free = whose || !items.iter().any(bound);
    // “the head of the union, which …”: who knows of which
    let one = items.iter().take(start).all(|item| item.before.preposition.is_none());
    parts(items)?.pop().filter(|_| free && one)
}

/// “Norda, an institute, left” as “Norda left” with “institute Norda”, which is to be told elsewhere; none without such words.
pub(in crate::brief::check::alignment) fn apposed(items: &[Item]) -> Option<(Vec<Item>, Vec<Item>)> {
    let name = |item: &Item| item.name && !item.time;
    let start = (1..items.len()).find(|at| {
        items.get(*at).is_some_and(|item| item.before.parted && !item.before.opened && !item.before.joint)
            && items.get(at - 1).is_some_and(name)
    })?;
    let end = (start + 1..items.len()).find(|at| items.get(*at).is_some_and(|item| item.before.parted))?;
    let words = items.get(start..end)?;
    let plain = |item: &Item| item.kind == Kind::Word && !item.said() && !item.claimed && !item.verb;
    let named = (0..start).rev().take_while(|at| items.get(*at).is_some_and(name)).last()?;
    let begins =
        words.first().is_some_and(|first| first.before.determined && first.before.preposition.is_none());
    if !begins || !words.iter().all(plain) || end - start > NOUN {
        return None;
    }
    let mut run = [words, items.get(named..start)?].concat();
    for item in &mut run {
        item.before = Before { preposition: item.before.preposition.take(), ..Before::default() };
    }
    let mut rest = items.get(..start)?.to_vec();
    let mut behind = items.get(end..)?.to_vec();
    behind.first_mut()?.before.parted = false;
    rest.extend(behind);
    Some((rest, run))
}

/// “The pact, signed by Varnia in May, …” as “the pact was signed by Varnia in May”; none without such words.
pub(in crate::brief::check::alignment) fn done(items: &[Item]) -> Option<Vec<Item>> {
    let start = (1..items.len().saturating_sub(1)).find(|at| {
        items
            .get(*at)
            .is_some_and(|item| item.verb && item.before == Before { parted: true, ..Before::default() })
            && items.get(at + 1).is_some_and(|next| next.before.agent)
    })?;
    let end = (start + 1..items.len())
        .find(|at| items.get(*at).is_some_and(|item| item.before.parted))
        .unwrap_or(items.len());
    let begins = |at: &usize| {
        items
            .get(*at)
            .is_some_and(|item| item.before.determined || item.before.preposition.is_some() || item.opens())
    };
    let noun = (start.saturating_sub(NOUN)..start).rev().find(begins)?;
    let mut row = items.get(noun..end)?.to_vec();
    let first = row.first_mut()?;
    first.before = Before { determined: first.before.determined, ..Before::default() };
    let verb = row.get_mut(start - noun)?;
    verb.before = Before { passive: true, ..Before::default() };
    Some(row)
}

/// Where a clause begins that tells more of the noun before it.
fn opening(items: &[Item]) -> Option<usize> {
    (1..items.len()).find(|at| {
        items.get(*at).is_some_and(|item| item.before.relative && item.before.parted && !item.said())
    })
}

/// “Ada Lind, who leads the union, left” as “Ada Lind leads the union” and “Ada Lind left”; none without such a clause.
pub(in crate::brief::check::alignment) fn parts(items: &[Item]) -> Option<Vec<Vec<Item>>> {
    let start = opening(items)?;
    let end = (start + 1..items.len())
        .find(|at| items.get(*at).is_some_and(|item| item.before.parted))
        .unwrap_or(items.len());
    let begins = |at: &usize| {
        items.get(*at).is_some_and(|item| {
            item.before.determined || item.before.preposition.is_some() || item.opens() || item.verb
        })
    };
    let acts = |item: &Item| item.verb || item.kept() || item.said() || item.claimed;
    let subject = Some(0).filter(|_| start <= LONGEST && !items.iter().take(start).any(acts));
    let noun = (start.saturating_sub(NOUN)..start).rev().find(begins).unwrap_or(start.saturating_sub(NOUN));
    let noun = subject.unwrap_or(noun);
    let mut told = items.get(noun..start)?.to_vec();
    let first = told.first_mut()?;
    first.before = Before { determined: first.before.determined, ..Before::default() };
    let mut clause = items.get(start..end)?.to_vec();
    let first = clause.first_mut()?;
    first.before.opened = false;
    first.before.relative = false;
    first.before.parted = false;
    told.extend(clause);
    let mut rest = items.get(..start)?.to_vec();
    let mut behind = items.get(end..)?.to_vec();
    if let Some(next) = behind.first_mut() {
        next.before.parted = false;
    }
    rest.extend(behind);
    Some(vec![rest, told])
}
