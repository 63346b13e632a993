//! The passive as the active: “the ship was boarded by commandos” as “commandos boarded the ship”.

use super::item::{Before, Item, Kind};

/// A row that tells who did it behind “by”, with that in front; none where it does not.
pub(super) fn active(items: &[Item]) -> Option<Vec<Item>> {
    let agent = items.iter().position(|item| item.before.agent)?;
    let verb = items.get(..agent)?.iter().rposition(|item| item.before.passive && item.kind == Kind::Word)?;
    let start = subject_start(items, verb);
    let end = agent_end(items, agent);
    let (doer, done) = (freed(items.get(agent..end)?), [done(items.get(verb)?)]);
    let whom = freed(items.get(start..verb)?);
    let (before, between, rest) = (items.get(..start)?, items.get(verb + 1..agent)?, items.get(end..)?);
    let parts = [before, doer.as_slice(), done.as_slice(), whom.as_slice(), between, rest].concat();
    (start < verb).then_some(parts)
}

/// A row that does not tell who did it, with what was done in front of whom it was done to.
pub(super) fn undone(items: &[Item]) -> Option<Vec<Item>> {
    let verb = items.iter().position(|item| item.before.passive && item.kind == Kind::Word)?;
    let start = subject_start(items, verb);
    if start == verb || items.iter().any(|item| item.before.agent) {
        return None;
    }
    let done = [done(items.get(verb)?)];
    let whom = freed(items.get(start..verb)?);
    Some([items.get(..start)?, done.as_slice(), whom.as_slice(), items.get(verb + 1..)?].concat())
}

/// Where the words begin that tell to whom the verb at `verb` is done.
fn subject_start(items: &[Item], verb: usize) -> usize {
    let relative = items.get(verb).is_some_and(|item| item.before.opened);
    let opens = |at: &usize| items.get(*at).is_some_and(|item| item.opens() || item.kept());
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
    (agent + 1..items.len()).find(next).unwrap_or(items.len())
}

fn done(verb: &Item) -> Item {
    let before = Before { passive: false, opened: false, parted: false, ..verb.before.clone() };
    Item { before, ..verb.clone() }
}

/// Words without what stood before the first of them.
fn freed(items: &[Item]) -> Vec<Item> {
    let mut items = items.to_vec();
    if let Some(first) = items.first_mut() {
        let Before { determined, .. } = first.before;
        first.before = Before { determined, ..Before::default() };
    }
    items
}
