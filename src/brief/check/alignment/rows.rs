//! The orders in which a sentence may stand for the same: an owner before or behind what is owned, an office before or
//! behind a name, whoever does it before or behind it.

use super::clauses::{Saying, sayings};
use super::item::{BECAUSE, Before, Item, Kind};
use super::lists::Lists;
use super::told::Statement;
use super::voice;
use crate::brief::check::words::LISTS;
use crate::languages::section;

/// The most words between an owner and the end of what is owned.
const OWNED: usize = 3;
/// The most words of an apposition.
const APPOSED: usize = 6;
/// The most orders of one sentence.
const MOST: usize = 24;

/// A row of words in every order that says the same; the flag tells that it is not told who does it.
pub(super) fn variants(own: &[Item], lists: &Lists) -> Vec<(Vec<Item>, bool)> {
    let mut found = vec![own.to_vec()];
    found.extend(apposition_ahead(own));
    found.extend(adverbial_behind(own));
    found.extend(because(own, lists));
    found.extend(subject_ahead(own, lists));
    let ahead: Vec<Vec<Item>> = found.iter().filter_map(|row| owners_ahead(row, lists)).collect();
    found.extend(ahead);
    let behind = |row: &Vec<Item>| {
        (1..=OWNED).filter_map(|owned| owners_behind(row, owned, lists)).collect::<Vec<_>>()
    };
    let behind: Vec<Vec<Item>> = found.iter().flat_map(behind).collect();
    found.extend(behind);
    found.truncate(MOST);
    let mut all: Vec<(Vec<Item>, bool)> = found.iter().map(|row| (row.clone(), false)).collect();
    all.extend(found.iter().filter_map(|row| voice::active(row)).map(|row| (row, false)));
    all.extend(found.iter().filter_map(|row| voice::undone(row)).map(|row| (row, true)));
    all
}

/// Other ways to say a sentence of the article.
pub(super) fn others(items: &[Item], lists: &Lists) -> Vec<Vec<Item>> {
    let mut found: Vec<Vec<Item>> = voice::active(items).into_iter().collect();
    found.extend(adverbial_behind(items));
    found.extend(subject_ahead(items, lists));
    found
}

/// “Varnia's parliament” as “parliament of Varnia”, where `owned` words are owned; none where nobody owns so many.
fn owners_behind(own: &[Item], owned: usize, lists: &Lists) -> Option<Vec<Item>> {
    let mut row = own.to_vec();
    let owners: Vec<usize> = (0..own.len())
        .filter(|at| own.get(*at).is_some_and(|item| item.token.owner) || is_before_office(own, *at))
        .collect();
    for &owner in owners.iter().rev() {
        let moved = row.get_mut(owner..=owner + owned)?;
        if moved.iter().any(|item| item.kind != Kind::Word) {
            return None;
        }
        moved.rotate_left(1);
        let (last, first) = moved.split_last_mut()?;
        let first = first.first_mut()?;
        first.before = std::mem::take(&mut last.before);
        last.before.preposition.clone_from(&lists.of);
        last.token.owner = false;
        last.moved = true;
    }
    (!owners.is_empty()).then_some(row)
}

/// Whether a name says for whom somebody speaks: “a Commission spokesman”.
fn is_before_office(own: &[Item], at: usize) -> bool {
    let office = |next: &Item| {
        !next.name && next.before == Before::default() && LISTS.has(section::ROLES, &next.token.folded)
    };
    own.get(at).is_some_and(|item| item.name && !item.time) && own.get(at + 1).is_some_and(office)
}

/// “The parliament of Varnia” as “Varnia's parliament”; none where no name stands behind “of”.
fn owners_ahead(own: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let mut row = own.to_vec();
    let of = |item: &Item| item.before.preposition.is_some() && item.before.preposition == lists.of;
    let owners: Vec<usize> =
        own.iter().enumerate().filter(|(_, item)| item.name && of(item)).map(|(at, _)| at).collect();
    for &owner in &owners {
        let start = phrase_start(&row, owner.checked_sub(1)?)?;
        let moved = row.get_mut(start..=owner)?;
        moved.rotate_right(1);
        let (first, rest) = moved.split_first_mut()?;
        let second = rest.first_mut()?;
        first.before = std::mem::take(&mut second.before);
        first.token.owner = true;
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
        if start == 0 || item.before != Before::default() || end - start >= APPOSED {
            return Some(start);
        }
        if row.get(start - 1)?.kind != Kind::Word {
            return Some(start);
        }
        start -= 1;
    }
}

/// “Ada Lind, the minister of trade, …” as “the minister of trade Ada Lind …”.
fn apposition_ahead(own: &[Item]) -> Option<Vec<Item>> {
    let parted = (1..own.len()).find(|at| {
        let item = own.get(*at);
        let name = own.get(at - 1).is_some_and(|before| before.name && !before.time);
        name && item.is_some_and(|item| item.before.parted && !item.before.opened && item.kind == Kind::Word)
    })?;
    let end = (parted + 1..own.len())
        .find(|at| own.get(*at).is_some_and(|item| item.before.parted || item.said()))
        .filter(|end| end - parted <= APPOSED)?;
    let named =
        (0..parted).rev().take_while(|at| own.get(*at).is_some_and(|item| item.name && !item.time)).last()?;
    let mut role = own.get(parted..end)?.to_vec();
    let mut name = own.get(named..parted)?.to_vec();
    let (first, head) = (role.first_mut()?, name.first_mut()?);
    let determined = first.before.determined;
    first.before = std::mem::take(&mut head.before);
    first.before.determined |= determined;
    let mut rest = own.get(end..)?.to_vec();
    if let Some(next) = rest.first_mut() {
        next.before.parted = false;
    }
    Some([own.get(..named)?, role.as_slice(), name.as_slice(), rest.as_slice()].concat())
}

/// “Under the pact, boats may fish” as “boats may fish under the pact”.
fn adverbial_behind(own: &[Item]) -> Option<Vec<Item>> {
    let adverbial = |first: &&Item| first.before.preposition.is_some() && !first.kept() || first.binds();
    let first = own.first().filter(|first| !first.said()).filter(adverbial)?;
    let most = if first.binds() { own.len() } else { own.len().min(APPOSED) };
    let end = (1..most).find(|at| own.get(*at).is_some_and(Item::opens))?;
    let adverbial = own.get(..end)?;
    // “under the pact, which …, boats may fish”
    let aside = own.get(end).filter(|next| next.before.parted && next.before.opened);
    let close = aside
        .and_then(|_| (end + 1..own.len()).find(|at| own.get(*at).is_some_and(|item| item.before.parted)));
    let end = close.unwrap_or(end);
    let clause = own.get(end).is_some_and(|next| next.before.parted && !next.before.opened);
    let plain = |item: &Item| item.kind == Kind::Word && !item.claimed;
    if !clause || !first.binds() && !adverbial.iter().all(plain) {
        return None;
    }
    let mut row = own.get(end..)?.to_vec();
    row.first_mut()?.before.parted = false;
    row.extend(adverbial.iter().cloned());
    Some(row)
}

/// “Over unpaid bills” as “because of unpaid bills”.
fn because(own: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let over =
        |item: &Item| item.before.preposition.as_ref().is_some_and(|class| lists.causes.contains(class));
    let at = own.iter().position(|item| over(item) && item.kind == Kind::Word)?;
    let mut row = own.to_vec();
    let item = row.get_mut(at)?;
    let before = std::mem::take(&mut item.before);
    let because = Item {
        kind: Kind::Kept,
        key: BECAUSE.to_owned(),
        before: Before { preposition: None, ..before },
        ..item.clone()
    };
    row.insert(at, because);
    Some(row)
}

/// “On Friday closed the council the lock” as “the council closed on Friday the lock”, in languages whose verb stands second.
fn subject_ahead(own: &[Item], lists: &Lists) -> Vec<Vec<Item>> {
    let first = own.first().filter(|first| {
        !lists.case_articles.is_empty() && (first.before.preposition.is_some() || first.time) && !first.kept()
    });
    let Some(end) = first.and_then(|_| {
        (1..=OWNED).find(|at| own.get(*at).is_some_and(|item| item.before.preposition.is_none()))
    }) else {
        return Vec::new();
    };
    let moved = |len: usize| {
        let subject = own.get(end + 1..=end + len)?;
        let verb = own.get(end..=end)?;
        let whole = subject.iter().skip(1).all(|item| !item.opens());
        whole.then_some([subject, verb, own.get(..end)?, own.get(end + len + 1..)?].concat())
    };
    (1..=OWNED).filter_map(moved).collect()
}

/// What a row of words states: with whoever says so told apart, where somebody does.
pub(super) fn statements(row: &[Item], undone: bool, lists: &Lists) -> Vec<Statement> {
    let told = sayings(row, lists);
    if told.is_empty() {
        return vec![Statement { words: row.to_vec(), speaker: None, verb: None, part: false, undone }];
    }
    let apart = |saying: &Saying| {
        let speaker = row.get(saying.chunk.clone())?.to_vec();
        let rest = row.get(saying.chunk.end..)?;
        let addressees = rest.iter().take_while(|item| lists.addressees.contains(&item.token.folded)).count();
        let mut behind = rest.get(addressees..)?.to_vec();
        if let Some(first) = behind.first_mut().filter(|_| saying.chunk.start == 0) {
            first.before.opened = false;
            first.before.parted = false;
        }
        let words = [row.get(..saying.chunk.start)?, behind.as_slice()].concat();
        Some(Statement { words, speaker: Some(speaker), verb: None, part: false, undone })
    };
    told.iter().filter_map(apart).collect()
}
