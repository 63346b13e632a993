//! The passive as the active: “the ship was boarded by commandos” as “commandos boarded the ship”.

use super::super::words::item::{Before, Item, Kind};

/// A row that tells who did it behind “by”, with that in front; none where it does not.
pub(super) fn active(items: &[Item]) -> Option<Vec<Item>> {
    let agent = items.iter().position(|item| item.before.agent)?;
    let verb = items.get(..agent)?.iter().rposition(|item| item.before.passive && item.kind == Kind::Word)?;
    let start = subject_start(items, verb);
    let end = agent_end(items, agent);
    let group = group_start(items, start, verb);
    let (doer, done) = (freed(items.get(agent..end)?), done(items.get(group..=verb)?));
    let whom = freed(items.get(start..group)?);
    let (before, between, rest) = (items.get(..start)?, items.get(verb + 1..agent)?, items.get(end..)?);
    let parts = [before, doer.as_slice(), done.as_slice(), whom.as_slice(), between, rest].concat();
    (start < group).then_some(parts)
}

/// A row that does not tell who did it, with what was done in front of whom it was done to.
pub(super) fn undone(items: &[Item]) -> Option<Vec<Item>> {
    let verb = items.iter().position(|item| item.before.passive && item.kind == Kind::Word)?;
    let start = subject_start(items, verb);
    if start == verb || items.iter().any(|item| item.before.agent) {
        return None;
    }
    let group = group_start(items, start, verb);
    let done = done(items.get(group..=verb)?);
    let whom = freed(items.get(start..group)?);
    Some([items.get(..start)?, done.as_slice(), whom.as_slice(), items.get(verb + 1..)?].concat())
}

/// Where the words begin that tell to whom the verb at `verb` is done.
fn subject_start(items: &[Item], verb: usize) -> usize {
    let relative = items.get(verb).is_some_and(|item| item.before.opened);
    let opens = |at: &usize| items.get(*at).is_some_and(|item| item.opens() || item.kept() && !item.measures);
    // “will be released”: the subject stands before the modal
    let verb = group_start(items, 0, verb);
    if relative {
        // “the pact, which was brokered by …”: the noun before it
        let begins = |at: &usize| {
            items.get(*at).is_some_and(|item| {
                item.before.determined || item.before.preposition.is_some() || item.opens()
            })
        };
        return (0..verb).rev().find(begins).unwrap_or(0);
    }
    let said = items.iter().take(verb).rposition(Item::said).map_or(0, |said| said + 1);
    match (said..verb).rev().find(opens) {
        Some(at) if items.get(at).is_some_and(Item::kept) => at + 1,
        Some(at) => at,
        None => said,
    }
}

fn agent_end(items: &[Item], agent: usize) -> usize {
    let ends =
        |at: &usize| items.get(*at).is_some_and(|item| item.opens() || item.kind != Kind::Word || item.time);
    let next = |at: &usize| {
        let also = items.get(*at).is_some_and(|item| item.before.joint && item.name && !item.before.parted);
        !also
            && (ends(at)
                || items.get(*at).is_some_and(|item| {
                    let class = item.before.preposition.as_ref();
                    class.is_some() || item.before.determined
                }))
    };
    let end = (agent + 1..items.len()).find(next).unwrap_or(items.len());
    // “by the governor, Ada Lind”
    let name = |item: &&Item| item.name && !item.time;
    let apposed =
        items.get(end).is_some_and(|item| item.before.parted && !item.before.joint && !item.before.opened);
    let names = items.iter().skip(end).take_while(name).count();
    let ends = items.get(end + names).is_none_or(|next| next.before.parted);
    if apposed && names > 0 && ends { end + names } else { end }
}

/// Where the words begin that belong to the verb at `verb`: “will not be sent”.
fn group_start(items: &[Item], least: usize, verb: usize) -> usize {
    let belongs = |at: &usize| {
        items
            .get(*at)
            .is_some_and(|item| item.kept() && !item.binds() && !item.measures && !item.before.opened)
    };
    (least..verb).rev().take_while(belongs).last().unwrap_or(verb)
}

fn done(verb: &[Item]) -> Vec<Item> {
    let mut group = verb.to_vec();
    for item in &mut group {
        item.before =
            Before { passive: false, opened: false, parted: false, ..std::mem::take(&mut item.before) };
        item.turned = item.kind == Kind::Word;
    }
    group
}

/// Words without what stood before the first of them.
fn freed(items: &[Item]) -> Vec<Item> {
    let mut items = items.to_vec();
    if let Some(first) = items.first_mut() {
        let Before { determined, .. } = first.before;
        first.before = Before { determined, ..Before::default() };
    }
    for item in items.iter_mut().filter(|item| item.name) {
        item.before.parted = false;
    }
    items
}
