//! Whether one quote denies what the other says.

use super::super::reading::Reading;
use super::super::unit::{Denial, Unit};
use super::alignment::{Pairs, likeness};

/// Things behind a denying word that are left out with it where a quote is cut.
const LEFT_OUT: usize = 3;

/// True when one quote denies something that the other does not.
pub(super) fn negated(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let turned: Pairs = pairs.iter().map(|(a, b)| (*b, *a)).collect();
    denies(one, other, pairs) || denies(other, one, &turned)
}

/// True when one quote refuses what the other only names, or refuses it to another.
pub(super) fn refused(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let turned: Pairs = pairs.iter().map(|(a, b)| (*b, *a)).collect();
    refuses(one, other, pairs) || refuses(other, one, &turned)
}

fn refuses(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let refusals = one.units.iter().enumerate().filter(|(_, unit)| unit.is_refusing());
    refusals.into_iter().any(|(at, _)| match pairs.iter().find(|(a, _)| *a == at) {
        Some((_, place)) => in_other_company(one, at, other, *place, pairs),
        None => other.denials.len() <= one.denials.len() && !cut_away(one, at, true, pairs),
    })
}

/// True when both deny one thing, but of others: who does not come here comes there.
pub(super) fn denied_of_others(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let nearest = |denial: &Denial| denial.scope.first().copied();
    let alone = one.denials.len() == 1 && other.denials.len() == 1;
    let both = one.denials.first().and_then(nearest).zip(other.denials.first().and_then(nearest));
    alone && both.is_some_and(|(a, b)| in_other_company(one, a, other, b, pairs))
}

/// True when the names beside a unit are named in the other quote too, but not beside its like.
fn in_other_company(one: &Reading, at: usize, other: &Reading, place: usize, pairs: &Pairs) -> bool {
    let (left, right) = (names_beside(one, at), names_beside(other, place));
    let shared = left.iter().any(|a| right.iter().any(|b| pairs.contains(&(*a, *b))));
    let elsewhere = left.iter().any(|a| pairs.iter().any(|(x, _)| x == a))
        && right.iter().any(|b| pairs.iter().any(|(_, y)| y == b));
    !shared && elsewhere
}

fn names_beside(reading: &Reading, at: usize) -> Vec<usize> {
    let clause = reading.units.get(at).map(|unit| (unit.clause, unit.under));
    let beside = |(_, unit): &(usize, &Unit)| unit.is_named() && Some((unit.clause, unit.under)) == clause;
    reading.units.iter().enumerate().filter(beside).map(|(place, _)| place).collect()
}

/// True when one denies something that the other says: what is nearest to a denying word is denied by no word of the
/// other (translations may put that word a thing further), unless the other leaves out the piece it stands in.
fn denies(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    // a refusal that only the other has says the same: refuses to sign, will not sign
    let refusals = other
        .units
        .iter()
        .enumerate()
        .filter(|(at, unit)| unit.is_refusing() && !pairs.iter().any(|(_, b)| b == at));
    if one.denials.len() == other.denials.len() + refusals.count() && one.denials.len() > other.denials.len()
    {
        return false;
    }
    let mut free: Vec<&Denial> = other.denials.iter().collect();
    let mut lone: Vec<&Denial> = Vec::new();
    for denial in &one.denials {
        let ranked =
            free.iter().enumerate().filter_map(|(at, facing)| Some((rank(one, denial, other, facing)?, at)));
        match ranked.min() {
            Some((_, at)) => {
                free.remove(at);
            }
            None => lone.push(denial),
        }
    }
    if one.denials.iter().any(|denial| is_said(one, denial, other, pairs) || half_said(denial, other, pairs))
    {
        return true;
    }
    lone.into_iter().any(|denial| match denial.scope.first() {
        Some(nearest) => !cut_away(one, *nearest, free.is_empty(), pairs),
        // “…, and it will not”: says again what is denied before
        None => free.is_empty() && one.denials.len() == 1,
    })
}

/// True when what is nearest to a denying word stands in a piece of the other quote in which nothing is denied.
fn is_said(one: &Reading, denial: &Denial, other: &Reading, pairs: &Pairs) -> bool {
    let Some((_, place)) = denial.scope.first().and_then(|near| pairs.iter().find(|(a, _)| a == near)) else {
        return false;
    };
    let Some(facing) = other.units.get(*place) else { return false };
    let alike = |at: &usize| other.units.get(*at).is_some_and(|unit| likeness(unit, facing, true).is_some());
    one.language == other.language
        && !facing.is_refusing()
        && !other
            .denials
            .iter()
            .any(|denial| denial.clause == facing.clause || denial.scope.iter().any(alike))
}

/// True when one denies each of two things that the other names, and the other denies only one of them: neither saved
/// nor caught, not saved but caught.
fn half_said(denial: &Denial, other: &Reading, pairs: &Pairs) -> bool {
    let places = || denial.scope.iter().take(2).filter_map(|near| pairs.iter().find(|(a, _)| a == near));
    let denied = |place: &usize| {
        let piece = other.units.get(*place).map(|unit| unit.piece);
        other.denials.iter().any(|facing| facing.scope.contains(place) || Some(facing.piece) == piece)
    };
    denial.each && !places().all(|(_, place)| denied(place))
}

/// How well a denial of the other quote answers to one of this, 0 the best.
fn rank(one: &Reading, denial: &Denial, other: &Reading, facing: &Denial) -> Option<u8> {
    let alike = |a: &usize, b: &usize| match (one.units.get(*a), other.units.get(*b)) {
        (Some(a), Some(b)) => likeness(a, b, one.language == other.language).is_some(),
        _ => false,
    };
    let (nearest, first) = (denial.scope.first(), facing.scope.first());
    if nearest.zip(first).is_some_and(|(a, b)| alike(a, b)) {
        return Some(0);
    }
    let near = nearest.is_some_and(|a| facing.scope.iter().any(|b| alike(a, b)))
        || first.is_some_and(|b| denial.scope.iter().any(|a| alike(a, b)));
    near.then_some(1)
}

/// True when the other quote leaves out what is denied with the words around it.
fn cut_away(one: &Reading, at: usize, alone: bool, pairs: &Pairs) -> bool {
    let Some(denied) = one.units.get(at) else { return false };
    let found = |place: usize| pairs.iter().any(|(a, _)| *a == place);
    if found(at) {
        return false;
    }
    // both deny something that the other names by a word the table does not have
    if !alone {
        return true;
    }
    let of_clause = |place: &usize| {
        one.units.get(*place).is_some_and(|unit| unit.clause == denied.clause && !unit.is_light())
    };
    let after: Vec<usize> = (at + 1..one.units.len()).filter(of_clause).take(LEFT_OUT).collect();
    let rest: Vec<usize> = if after.is_empty() { (0..at).filter(of_clause).collect() } else { after };
    let kept = rest.iter().filter(|place| found(**place)).count();
    !denied.senses.is_empty() && kept * 2 <= rest.len().saturating_sub(1)
}
