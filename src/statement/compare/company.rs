//! What stands around the units of a quote: who acts beside a deed, what is near, who acts together.

use super::super::lexicon;
use super::super::reading::Reading;
use super::super::unit::{Agent, Kind, Unit};
use super::alignment::Pairs;

/// Things around another that are looked at for what goes with it.
const NEAR: usize = 4;
/// How much what stands in another piece of the sentence counts.
const ACROSS: f32 = 0.5;

/// True when somebody who acts in both quotes changes sides with most of what both name.
pub(super) fn turned_voice(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let acts =
        |reading: &Reading, at: usize| reading.units.get(at).is_some_and(|unit| unit.agent == Agent::Yes);
    pairs.iter().filter(|(a, b)| acts(one, *a) && acts(other, *b)).any(|(a, b)| {
        let turned = pairs.iter().filter(|(x, y)| x != a && (x < a) != (y < b)).count();
        turned * 2 >= pairs.len().saturating_sub(1) && turned > 0
    })
}

/// The one name that acts in the clause of a unit.
pub(super) fn sole_agent(reading: &Reading, at: usize) -> Option<usize> {
    let clause = reading.units.get(at).map(|unit| (unit.clause, unit.under));
    let acts = |(_, unit): &(usize, &Unit)| {
        unit.is_named() && unit.agent == Agent::Yes && Some((unit.clause, unit.under)) == clause
    };
    let mut agents = reading.units.iter().enumerate().filter(acts).map(|(place, _)| place);
    agents.next().filter(|_| agents.next().is_none())
}

/// True for two that an “and” joins.
pub(super) fn joined(reading: &Reading, a: usize, b: usize) -> bool {
    let (low, high) = (a.min(b), a.max(b));
    low + 1 == high && reading.units.get(high).is_some_and(|unit| unit.coordinated)
}

/// True when two act together in one quote and in the other neither together nor with each other.
pub(super) fn act_apart(
    one: &Reading,
    other: &Reading,
    first: (usize, usize),
    second: (usize, usize),
) -> bool {
    let with = |reading: &Reading, a: usize, b: usize| {
        [a, b].into_iter().any(|at| reading.units.get(at).is_some_and(|unit| unit.favoured == Some(true)))
    };
    let here = joined(one, first.0, second.0);
    let there = joined(other, first.1, second.1);
    let (lone, a, b) = if here { (other, first.1, second.1) } else { (one, first.0, second.0) };
    let owns = |at: usize| {
        lone.units.get(at).is_some_and(|unit| unit.owning || unit.whose || unit.agent == Agent::No)
    };
    here != there && !with(lone, a, b) && (owns(a) != owns(b))
}

/// True for who can act in both quotes: a name of one may begin a sentence of the other, where a capital tells nothing.
pub(super) fn is_somebody(here: &Unit, there: &Unit) -> bool {
    let can = |unit: &Unit| unit.can_act() || unit.may_be_name;
    can(here) && can(there) && (here.can_act() || there.can_act())
}

pub(super) fn is_number(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Number(_))
}

fn is_time(unit: &Unit) -> bool {
    let time = |key| {
        matches!(lexicon::class(key), Some("unit" | "month" | "weekday" | "dayword" | "daypart" | "season"))
    };
    unit.senses.iter().any(|sense| time(sense.key))
}

/// How near the unit at `place` stands to the one at `at`: 1 next to it, 0 beyond [`NEAR`].
pub(super) fn nearness(reading: &Reading, at: usize, place: usize) -> f32 {
    let (Some(centre), Some(unit)) = (reading.units.get(at), reading.units.get(place)) else { return 0.0 };
    let distance = at.abs_diff(place);
    if distance == 0 || distance > NEAR {
        return 0.0;
    }
    let across = if centre.clause == unit.clause && centre.under == unit.under { 1.0 } else { ACROSS };
    across / distance as f32
}

/// True for a number that counts things, and is no year and no share or span of time.
pub(super) fn counts(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Number(_)) && unit.measure.is_none() && !unit.is_year()
}

/// The things next to the unit at `at` in its piece of the sentence; behind it only, if so wanted.
pub(super) fn beside(reading: &Reading, at: usize, behind_only: bool) -> Vec<usize> {
    let Some(centre) = reading.units.get(at) else { return Vec::new() };
    let thing = |place: &usize| {
        let unit = reading.units.get(*place);
        unit.is_some_and(|unit| unit.clause == centre.clause && unit.kind == Kind::Thing)
    };
    let before = (0..at).rev().take(if behind_only { 0 } else { 2 }).find(thing);
    let after = (at + 1..reading.units.len()).take(2).find(thing);
    before.into_iter().chain(after).collect()
}

/// True for a thing, a deed or a word that says something, and no time.
pub(super) fn is_content(unit: &Unit) -> bool {
    matches!(unit.kind, Kind::Thing | Kind::Word) && !unit.is_light() && !is_time(unit)
}
