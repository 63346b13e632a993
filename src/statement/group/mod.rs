//! Quotes that are one statement.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::compare::{Comparison, compare};
use super::goes_on;
use super::reading::Reading;
use super::speaker::Name;
use crate::text::{FastMap, Language};

/// Days between two reports of one statement.
const DAYS: i64 = 1;
/// What two quotes must share to be one statement: of all they name, of what the shorter names, and in weight.
const LIKENESS: f32 = 0.5;
const CONTAINMENT: f32 = 0.7;
const SHARED: f32 = 2.5;

/// The same where one names next to nothing that the other does not: a cut of it.
const CUT: f32 = 0.85;
const LEAST_OF_CUT: f32 = 0.33;

/// A quote to be grouped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote<'a> {
    /// Who said it, as the outlet spells the name.
    pub speaker: &'a str,
    /// Its language.
    pub language: Language,
    /// Day of the report.
    pub day: NaiveDate,
    /// The words.
    pub text: &'a str,
}

/// Groups quotes that are one statement, by their places in `quotes`: each list rising, the lists in the order of
/// their first; a quote stands in at most one, and no list has fewer than two.
#[must_use]
pub fn same_statements(quotes: &[Quote<'_>]) -> Vec<Vec<usize>> {
    let mut people = People::default();
    let read: Vec<(usize, Reading)> = quotes
        .iter()
        .map(|quote| (people.number(quote.speaker), Reading::of(quote.text, quote.language)))
        .collect();
    let mut joins: Vec<(f32, usize, usize)> = Vec::new();
    // pairs that may stand in one group; all others keep two groups apart
    let mut open: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (a, (quote, (person, reading))) in quotes.iter().zip(&read).enumerate() {
        for (b, (facing, (another, other))) in quotes.iter().zip(&read).enumerate().skip(a + 1) {
            if (quote.day - facing.day).num_days().abs() > DAYS || !people.can_be(*person, *another) {
                continue;
            }
            if says_more_later(quote, facing) {
                continue;
            }
            let compared = compare(reading, other);
            if compared.differences.is_empty() && !compared.unsure {
                open.insert((a, b));
                if one_statement(&compared) {
                    joins.push((compared.likeness(), a, b));
                }
            }
        }
    }
    joins.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut group: Vec<usize> = (0..quotes.len()).collect();
    for (_, a, b) in joins {
        join(&mut group, a, b, &open);
    }
    let mut lists: Vec<Vec<usize>> = vec![Vec::new(); quotes.len()];
    for (at, group) in group.into_iter().enumerate() {
        if let Some(list) = lists.get_mut(group) {
            list.push(at);
        }
    }
    lists.retain(|list| list.len() > 1);
    lists.sort_unstable();
    lists
}

/// Whether one of two quotes holds the other's words of a day before and goes on: a statement of its own.
fn says_more_later(one: &Quote<'_>, other: &Quote<'_>) -> bool {
    let (old, new) = if one.day <= other.day { (one, other) } else { (other, one) };
    old.day < new.day && goes_on(old.text, new.text)
}

/// The names of the speakers, each once, and which of them can be one person.
#[derive(Default)]
struct People {
    numbers: FastMap<String, usize>,
    names: Vec<Name>,
    compared: FastMap<(usize, usize), bool>,
}

impl People {
    fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.numbers.insert(name.to_owned(), self.names.len());
        self.names.push(Name::of(name));
        self.names.len() - 1
    }

    fn can_be(&mut self, one: usize, other: usize) -> bool {
        let (Some(a), Some(b)) = (self.names.get(one), self.names.get(other)) else { return false };
        one == other || *self.compared.entry((one, other)).or_insert_with(|| a.can_be(b))
    }
}

/// Makes two groups one, unless two of their quotes may not stand together.
fn join(group: &mut [usize], a: usize, b: usize, open: &BTreeSet<(usize, usize)>) {
    let (Some(one), Some(other)) = (group.get(a).copied(), group.get(b).copied()) else { return };
    let of = |name: usize| -> Vec<usize> {
        group.iter().enumerate().filter(|(_, own)| **own == name).map(|(at, _)| at).collect()
    };
    let (left, right) = (of(one), of(other));
    let fits = |a: &usize| right.iter().all(|b| open.contains(&(*a.min(b), *a.max(b))));
    if one != other && left.iter().all(fits) {
        for place in group.iter_mut().filter(|place| **place == other) {
            *place = one;
        }
    }
}

/// The rest being alike, a thing each names that the other lacks is another statement on the same matter.
fn one_statement(compared: &Comparison) -> bool {
    let known_apart = compared.lone.0 > 0 && compared.lone.1 > 0;
    let cut = compared.containment() >= CUT && compared.likeness() >= LEAST_OF_CUT;
    !known_apart
        && compared.shared >= SHARED
        && compared.containment() >= CONTAINMENT
        && (cut || compared.likeness() >= LIKENESS)
}

#[cfg(test)]
mod tests;
