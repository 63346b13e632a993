//! An owner before what is owned, or behind it.

use super::super::agreement::is_of_a_name;
use super::super::words::item::{Before, Item, Kind};
use super::super::words::lists::Lists;

/// The most words between an owner and the end of what is owned.
pub(super) const OWNED: usize = 3;
/// The most words of what is owned behind its article.
const PHRASE: usize = 6;

/// “Varnia's parliament” as “parliament of Varnia”, where `owned` words are owned; none where nobody owns so many.
pub(super) fn owners_behind(own: &[Item], owned: usize, lists: &Lists) -> Option<Vec<Item>> {
    let mut row = own.to_vec();
    let owners: Vec<usize> = (0..own.len())
        .filter(|at| own.get(*at).is_some_and(|item| item.token.owner) || is_before_noun(own, *at))
        .collect();
    for &owner in owners.iter().rev() {
        let start = owner_start(&row, owner);
        let whence = own.get(owner).is_some_and(|item| !item.token.owner)
            && !own.get(owner + 1).is_some_and(|next| next.office);
        if row.get(owner + 1..=owner + owned)?.iter().any(|item| item.kind != Kind::Word) {
            return None;
        }
        let moved = row.get_mut(start..=owner + owned)?;
        let before = std::mem::take(&mut moved.first_mut()?.before);
        let preposition = lists.of.clone();
        moved.first_mut()?.before =
            Before { preposition, determined: before.determined, ..Before::default() };
        moved.rotate_left(owner - start + 1);
        moved.first_mut()?.before = before;
        let name = moved.get_mut(owned)?;
        (name.moved, name.whence) = (!whence, whence);
        moved.last_mut()?.token.owner = false;
    }
    (!owners.is_empty()).then_some(row)
}

/// Where the words begin that name the owner at `owner`: “former mayor Ada Lind's”, “the ruling party's”.
fn owner_start(row: &[Item], owner: usize) -> usize {
    let bare = |at: usize| row.get(at).is_some_and(|item| item.before == Before::default());
    let tells = |at: usize| {
        row.get(at).is_some_and(|item| is_of_a_name(item) || item.office || item.kept() && !item.binds())
    };
    let plain =
        |at: usize| row.get(at).is_some_and(|item| item.kind == Kind::Word && !item.verb && !item.claimed);
    let mut start = owner;
    while start > 0 && bare(start) && tells(start - 1) {
        start -= 1;
    }
    let mut noun = start;
    while noun > 0 && start - noun < OWNED && bare(noun) && plain(noun - 1) {
        noun -= 1;
    }
    if row.get(noun).is_some_and(|first| first.before.determined) { noun } else { start }
}

/// Whether a name says for whom somebody speaks, “a Commission spokesman”, or whence or of what something is: “Varnian gas”.
fn is_before_noun(own: &[Item], at: usize) -> bool {
    let noun = |next: &Item| {
        !next.name && next.kind == Kind::Word && next.before == Before::default() && !next.verb && !next.time
    };
    own.get(at).is_some_and(|item| item.name && !item.time) && own.get(at + 1).is_some_and(noun)
}

/// “The parliament of Varnia” as “Varnia's parliament”; none where no name stands behind “of”.
pub(super) fn owners_ahead(own: &[Item], lists: &Lists, named: bool) -> Option<Vec<Item>> {
    let mut row = own.to_vec();
    let of = |item: &Item| {
        let class = item.before.preposition.as_ref();
        class.is_some()
            && (class == lists.of.as_ref()
                || named
                    && class
                        .is_some_and(|class| lists.whence.contains(class) || lists.owning.contains(class)))
    };
    let owners: Vec<usize> = own
        .iter()
        .enumerate()
        .filter(|(_, item)| item.name == named && item.kind == Kind::Word && of(item))
        .map(|(at, _)| at)
        .collect();
    for &owner in &owners {
        let start = phrase_start(&row, owner.checked_sub(1)?)?;
        let within = own.get(owner).and_then(|item| item.before.preposition.as_ref());
        let within =
            within.is_some_and(|class| lists.of.as_ref() != Some(class) && !lists.whence.contains(class));
        let moved = row.get_mut(start..=owner)?;
        moved.rotate_right(1);
        let (first, rest) = moved.split_first_mut()?;
        let second = rest.first_mut()?;
        first.before = std::mem::take(&mut second.before);
        first.token.owner = true;
        first.within = within;
    }
    (!owners.is_empty()).then_some(row)
}

/// Where the phrase that ends at `end` begins.
fn phrase_start(row: &[Item], end: usize) -> Option<usize> {
    let mut start = end;
    loop {
        let item = row.get(start)?;
        if item.kind != Kind::Word {
            return None;
        }
        if start == 0 || item.before != Before::default() || end - start >= PHRASE {
            return Some(start);
        }
        if row.get(start - 1)?.kind != Kind::Word {
            return Some(start);
        }
        start -= 1;
    }
}
