//! The orders in which a sentence may stand for the same: an owner before or behind what is owned, an office before or
//! behind a name, whoever does it before or behind it.

use super::super::clauses::{Saying, sayings};
use std::collections::HashSet;

use super::super::told::Statement;
use super::super::words::item::{BECAUSE, Before, Item, Kind};
use super::super::words::lists::Lists;
use super::owners::{OWNED, owners_ahead, owners_behind};
use super::swapped::swapped;
use super::voice;
use super::{asides, pronouns};

/// The most words of a subject behind its verb.
const SUBJECT: usize = 3;
/// The most words of an apposition.
const APPOSED: usize = 6;
/// The most orders of one sentence.
const MOST: usize = 24;

/// A row of words in every order that says the same; the flag tells that it is not told who does it.
pub(in crate::brief::check::alignment) fn variants(own: &[Item], lists: &Lists) -> Vec<(Vec<Item>, bool)> {
    let mut found = vec![own.to_vec()];
    found.extend(apposition_ahead(own));
    found.extend(adverbial_behind(own));
    found.extend(because(own, lists));
    found.extend(measured_behind(own, lists));
    found.extend(amount_ahead(own, lists));
    found.extend(claim_ahead(own));
    found.extend(subject_ahead(own, lists));
    let ahead: Vec<Vec<Item>> = found
        .iter()
        .flat_map(|row| [owners_ahead(row, lists, true), owners_ahead(row, lists, false)])
        .flatten()
        .collect();
    found.extend(ahead);
    let behind = |row: &Vec<Item>| {
        (1..=OWNED).filter_map(|owned| owners_behind(row, owned, lists)).collect::<Vec<_>>()
    };
    let behind: Vec<Vec<Item>> = found.iter().flat_map(behind).collect();
    found.extend(behind);
    found.truncate(MOST);
    let mut all: Vec<(Vec<Item>, bool)> = found.iter().map(|row| (row.clone(), false)).collect();
    all.extend(found.iter().filter_map(|row| voice::active(row, lists)).map(|row| (row, false)));
    all.extend(found.iter().filter_map(|row| voice::undone(row, lists)).map(|row| (row, true)));
    all
}

/// Other ways to say a sentence of the article; `before` is whoever the sentence before it is about, `persons` are the names
/// by which people are known.
pub(in crate::brief::check::alignment) fn others(
    items: &[Item],
    (before, persons): (&[Item], &HashSet<String>),
    lists: &Lists,
) -> Vec<Vec<Item>> {
    let mut found: Vec<Vec<Item>> = voice::active(items, lists).into_iter().collect();
    found.extend(adverbial_behind(items));
    found.extend(subject_ahead(items, lists));
    found.extend(swapped(items));
    found.extend(partitive(items, lists));
    found.extend(asides::told(items, lists));
    found.extend(asides::done(items).and_then(|row| voice::active(&row, lists)));
    let bare = asides::without(items);
    let told = pronouns::told(items, before, persons);
    let both = told.as_ref().and_then(|told| asides::without(told));
    let theirs: Vec<Vec<Item>> =
        told.iter().flat_map(|row| (1..=2).filter_map(|owned| owners_behind(row, owned, lists))).collect();
    let more: Vec<Vec<Item>> = [bare, told, both].into_iter().flatten().chain(theirs).collect();
    found.extend(more.iter().filter_map(|row| voice::active(row, lists)));
    found.extend(more);
    found
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
    let plain = |item: &Item| matches!(item.kind, Kind::Word | Kind::Number) && !item.claimed;
    if !clause || !first.binds() && !adverbial.iter().all(plain) {
        return None;
    }
    let mut row = own.get(end..)?.to_vec();
    row.first_mut()?.before.parted = false;
    row.extend(adverbial.iter().cloned());
    Some(row)
}

/// “Two of the five crossings” as “two crossings”.
fn partitive(items: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let number = |at: usize| items.get(at).filter(|item| item.kind == Kind::Number && !item.time);
    let of = |item: &Item| lists.of.is_some() && item.before.preposition == lists.of;
    let at = (1..items.len()).find(|at| number(at - 1).is_some() && number(*at).is_some_and(of))?;
    let mut row = items.to_vec();
    row.remove(at);
    Some(row)
}

/// “An 18 percent tariff” as “a tariff of 18 percent”, “a two-day strike” as “a strike of two days”.
fn measured_behind(own: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let number = |at: &usize| {
        own.get(*at).is_some_and(|item| item.kind == Kind::Number && item.before.determined && !item.time)
    };
    let at = (0..own.len()).find(number)?;
    let bare = |at: usize| {
        own.get(at).filter(|item| item.kind == Kind::Word && item.before == Before::default() && !item.name)
    };
    let unit = bare(at + 1).is_some_and(|item| lists.time_units.contains(&item.form));
    let noun = if unit { at + 2 } else { at + 1 };
    bare(noun)?;
    let mut row = own.to_vec();
    let moved = row.get_mut(at..=noun)?;
    let before = std::mem::take(&mut moved.first_mut()?.before);
    moved.first_mut()?.before = Before { preposition: lists.of.clone(), ..Before::default() };
    moved.rotate_right(1);
    moved.first_mut()?.before = before;
    Some(row)
}

/// “Aid worth 20 million crowns” as “20 million crowns in aid”.
fn amount_ahead(own: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let number = |at: &usize| own.get(*at).is_some_and(|item| item.kind == Kind::Number && !item.time);
    let at = (1..own.len()).find(number)?;
    let worth = own.get(at - 1).is_some_and(|item| lists.amounts.contains(&item.form));
    let of = lists.of.is_some() && own.get(at)?.before.preposition == lists.of;
    let noun = if worth { at.checked_sub(2)? } else { at - 1 };
    let plain = own.get(noun).filter(|item| item.kind == Kind::Word && !item.name && !item.verb)?;
    (worth || of).then_some(())?;
    let mut amount = own.get(at)?.clone();
    let mut what = plain.clone();
    amount.before = Before { determined: false, indefinite: false, ..std::mem::take(&mut what.before) };
    what.before = Before { preposition: lists.within.clone(), ..Before::default() };
    // “20 million crowns”
    let bare = |item: &&Item| {
        item.kind == Kind::Word && item.before == Before::default() && !item.verb && !item.name
    };
    let unit = own.iter().skip(at + 1).take_while(bare).count().min(1);
    let units = own.get(at + 1..at + 1 + unit)?;
    Some([own.get(..noun)?, &[amount], units, &[what], own.get(at + 1 + unit..)?].concat())
}

/// “…, warned Ada Lind” as “Ada Lind warned …”.
fn claim_ahead(own: &[Item]) -> Option<Vec<Item>> {
    let opens = |at: &usize| {
        own.get(*at)
            .is_some_and(|item| item.before.parted && item.claimed && !item.said() && !item.before.opened)
    };
    let verb = (1..own.len()).rev().find(opens)?;
    let who = own.get(verb + 1..)?;
    let somebody = who.first().is_some_and(|first| first.name || first.office || first.before.determined);
    let plain = who.iter().all(|item| item.kind == Kind::Word && !item.opens());
    let mut claim = own.get(verb)?.clone();
    claim.before = Before::default();
    (somebody && plain).then(|| [who, &[claim], own.get(..verb).unwrap_or_default()].concat())
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
        (1..=SUBJECT).find(|at| own.get(*at).is_some_and(|item| item.before.preposition.is_none()))
    }) else {
        return Vec::new();
    };
    let moved = |len: usize| {
        let subject = own.get(end + 1..=end + len)?;
        let verb = own.get(end..=end)?;
        let whole = subject.iter().skip(1).all(|item| !item.opens());
        whole.then_some([subject, verb, own.get(..end)?, own.get(end + len + 1..)?].concat())
    };
    (1..=SUBJECT).filter_map(moved).collect()
}

/// What a row of words states: with whoever says so told apart, where somebody does.
pub(in crate::brief::check::alignment) fn statements(
    row: &[Item],
    undone: bool,
    lists: &Lists,
) -> Vec<Statement> {
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
