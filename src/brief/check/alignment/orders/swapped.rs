//! What is joined, in the other order.

use super::super::words::item::{Before, Item, Kind};

/// The most orders of one sentence.
const MOST: usize = 3;

/// “Varnia and Ostrea signed” as “Ostrea and Varnia signed”, “a pact and a loan” as “a loan and a pact”.
pub(super) fn swapped(items: &[Item]) -> Vec<Vec<Item>> {
    let joins = |at: &usize| {
        items.get(*at).is_some_and(|item| item.before.joint && !item.before.parted && !item.before.opened)
    };
    (1..items.len()).filter(joins).filter_map(|at| swapped_at(items, at)).take(MOST).collect()
}

fn swapped_at(items: &[Item], at: usize) -> Option<Vec<Item>> {
    let right = items.get(at)?;
    let name = |item: &&Item| item.name && !item.time && !item.token.owner;
    let bare = |item: &Item| item.before == Before::default();
    let (start, end) = if name(&right) && !right.before.determined {
        let mut start = at - 1;
        while start > 0
            && items.get(start).is_some_and(bare)
            && items.get(start - 1).as_ref().is_some_and(name)
        {
            start -= 1;
        }
        let len = 1 + items.iter().skip(at + 1).take_while(|item| name(item) && bare(item)).count();
        let acts = items
            .get(at + len)
            .is_some_and(|next| next.verb || next.kept() || next.said() || next.before.helped);
        let first = items.get(start).filter(|item| name(item))?;
        // “… in Varnia and Ostrea left”: Ostrea begins another clause
        let alone = start == 0 || first.opens();
        let ends = items
            .get(at + len)
            .is_none_or(|next| next.before.preposition.is_some() || next.opens() || next.time);
        if !alone && (acts || !ends) {
            return None;
        }
        (start, at + len)
    } else if is_bare_pair(items, at) {
        (at - 1, at + 1)
    } else {
        let begins =
            |item: &Item| item.before.determined && item.before.preposition == right.before.preposition;
        let start = (0..at)
            .rev()
            .take_while(|at| items.get(*at).is_some_and(|item| !item.verb))
            .find(|at| items.get(*at).is_some_and(begins))?;
        let end =
            (at + 1..items.len()).find(|at| items.get(*at).is_some_and(Item::opens)).unwrap_or(items.len());
        let acts = |item: &Item| item.verb || item.said() || item.kept() && !item.measures;
        let done = items.get(..start)?.iter().any(acts);
        if !done || !right.before.determined || items.get(at..end)?.iter().any(acts) {
            return None;
        }
        (start, end)
    };
    let (mut left, mut behind) = (items.get(start..at)?.to_vec(), items.get(at..end)?.to_vec());
    let (first, second) = (left.first_mut()?, behind.first_mut()?);
    std::mem::swap(&mut first.before, &mut second.before);
    Some([items.get(..start)?, behind.as_slice(), left.as_slice(), items.get(end..)?].concat())
}

/// Whether two nouns without anything of their own are joined at a place: “shops and schools”, “47 artists and writers”.
fn is_bare_pair(items: &[Item], at: usize) -> bool {
    let noun = |item: &Item| {
        item.kind == Kind::Word
            && !item.name
            && !item.verb
            && !item.time
            && !item.claimed
            && item.is_several()
    };
    let joined = |item: &Item| item.before == Before { joint: true, ..Before::default() };
    let (Some(left), Some(right)) = (at.checked_sub(1).and_then(|at| items.get(at)), items.get(at)) else {
        return false;
    };
    let counted =
        || at.checked_sub(2).and_then(|at| items.get(at)).is_none_or(|item| item.kind == Kind::Number);
    noun(left)
        && noun(right)
        && joined(right)
        && (at == 1 || left.before != Before::default() || counted())
        && !left.before.opened
        && !left.before.joint
}
