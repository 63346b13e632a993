//! The orders in which a sentence may stand for the same: who said it before or behind it, an owner before or behind what
//! is owned.

use super::item::{Item, Kind};

/// The most words between an owner and the end of what is owned.
const OWNED: usize = 3;
/// The most words that say who said it.
const SAID: usize = 12;

/// A row of words in every order that says the same.
pub(super) fn variants(own: &[Item]) -> Vec<Vec<Item>> {
    let mut found = vec![own.to_vec()];
    found.extend((1..=OWNED).filter_map(|owned| owners_behind(own, owned)));
    let turned: Vec<Vec<Item>> = found.iter().flat_map(|row| turned(row)).collect();
    found.extend(turned);
    found
}

/// “Varnia's parliament” as “parliament of Varnia”, where `owned` words are owned; none where nobody owns so many.
fn owners_behind(own: &[Item], owned: usize) -> Option<Vec<Item>> {
    let mut row = own.to_vec();
    let owners: Vec<usize> =
        own.iter().enumerate().filter(|(_, item)| item.token.owner).map(|(at, _)| at).collect();
    for &owner in owners.iter().rev() {
        let moved = row.get_mut(owner..=owner + owned)?;
        if moved.iter().any(|item| item.kind != Kind::Word) {
            return None;
        }
        moved.rotate_left(1);
    }
    (!owners.is_empty()).then_some(row)
}

/// The same with who said it at the other end.
fn turned(own: &[Item]) -> Vec<Vec<Item>> {
    let Some(said) = own.iter().position(|item| item.said) else { return Vec::new() };
    let last = own.iter().rposition(|item| item.said).unwrap_or(said);
    let mut found = Vec::new();
    if said < SAID {
        found
            .push([own.get(said + 1..), own.get(..=said)].into_iter().flatten().flatten().cloned().collect());
    }
    let parted = own.iter().take(last + 1).rposition(|item| item.parted);
    if let Some(start) = parted.filter(|start| own.len() - start <= SAID) {
        found.push([own.get(start..), own.get(..start)].into_iter().flatten().flatten().cloned().collect());
    }
    found
}
