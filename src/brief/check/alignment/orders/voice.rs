//! The passive as the active: “the ship was boarded by commandos” as “commandos boarded the ship”.

use super::super::words::item::{Before, Item, Kind, NO};
use super::super::words::lists::Lists;
use super::super::words::meanings::Thesaurus;

/// A row that tells who did it behind “by”, with that in front; none where it does not.
pub(super) fn active(items: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let agent = items.iter().position(|item| item.before.agent)?;
    // “was expected by most analysts”: what is kept may be a verb too
    let acts = |item: &Item| {
        item.kind == Kind::Word || item.kept() && !item.measures && item.key != NO && !item.ties
    };
    let verb = items.get(..agent)?.iter().rposition(|item| item.before.passive && acts(item))?;
    let start = subject_start(items, verb);
    let end = agent_end(items, agent, lists);
    let group = group_start(items, start, verb);
    let (doer, done) = (freed(items.get(agent..end)?), done(items.get(group..=verb)?));
    let whom = freed(items.get(start..group)?);
    let (before, between, rest) = (items.get(..start)?, items.get(verb + 1..agent)?, items.get(end..)?);
    let parts = [before, doer.as_slice(), done.as_slice(), whom.as_slice(), between, rest].concat();
    (start < group).then_some(parts)
}

/// A row that does not tell who did it, with what was done in front of whom it was done to.
pub(super) fn undone(items: &[Item], lists: &Lists) -> Option<Vec<Item>> {
    let language = items.first()?.token.language;
    let verb = items.iter().position(|item| {
        item.kind == Kind::Word && (item.before.passive || lists.caused.contains_key(&item.form))
    })?;
    let start = subject_start(items, verb);
    if start == verb || items.iter().any(|item| item.before.agent) {
        return None;
    }
    let group = group_start(items, start, verb);
    let mut done = done(items.get(group..=verb)?);
    if let Some(caused) = done.last_mut()
        && let Some(causing) = lists.caused.get(&caused.form)
    {
        // “people died” as “killed people”
        let causing = caused.as_form(causing, Thesaurus::of(language));
        *caused = causing;
    }
    let whom = freed(items.get(start..group)?);
    Some([items.get(..start)?, done.as_slice(), whom.as_slice(), items.get(verb + 1..)?].concat())
}

/// Where the words begin that tell to whom the verb at `verb` is done.
fn subject_start(items: &[Item], verb: usize) -> usize {
    let relative = items.get(verb).is_some_and(|item| item.before.opened);
    let opens = |at: &usize| items.get(*at).is_some_and(|item| item.opens() || is_verbal(item));
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

/// Whether a word that is kept goes with a verb: “will”, “not”, but “against the plan”.
fn is_verbal(item: &Item) -> bool {
    item.kept() && !item.measures && !item.ties && !item.before.determined
}

fn agent_end(items: &[Item], agent: usize, lists: &Lists) -> usize {
    // “by about 500 people”
    let counts = |item: &&Item| item.measures || item.kind == Kind::Number && !item.time;
    let agent = agent + items.iter().skip(agent).take_while(counts).count();
    let agent = agent.min(items.len().saturating_sub(1));

    let ends =
        |at: &usize| items.get(*at).is_some_and(|item| item.opens() || item.kind != Kind::Word || item.time);
    // “by boats and two helicopters”, where nothing is done behind it
    let rest = |at: usize| {
        items.get(at).is_some_and(|item| item.before.joint && !item.before.parted && !item.before.opened)
            && items.get(at..).unwrap_or_default().iter().all(|item| {
                matches!(item.kind, Kind::Word | Kind::Number)
                    && !item.verb
                    && !item.claimed
                    && !item.before.parted
            })
    };
    if let Some(at) = (agent + 1..items.len()).find(|at| ends(at)).filter(|at| rest(*at)) {
        let tied =
            |at: &usize| items.get(*at).is_some_and(|item| item.before.preposition.is_some() || item.time);
        return (at + 1..items.len()).find(tied).unwrap_or(items.len());
    }
    let next = |at: &usize| {
        let also = items.get(*at).is_some_and(|item| item.before.joint && item.name && !item.before.parted);
        !also
            && (ends(at)
                || items.get(*at).is_some_and(|item| {
                    let class = item.before.preposition.as_ref();
                    let of = class == lists.of.as_ref() && class.is_some();
                    class.is_some() && !of || item.before.determined && !of
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
        items.get(*at).is_some_and(|item| is_verbal(item) && !item.binds() && !item.before.opened)
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
