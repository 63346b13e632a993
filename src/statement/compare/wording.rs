//! What keeps two quotes apart that name the same things: told of another time, on a condition, of another's deed, with
//! a word that the other may not lack.

use super::super::lexicon::class;
use super::super::reading::Reading;
use super::super::unit::{Agent, Kind, Unit};
use super::alignment::Pairs;

/// True when the two are told in ways that one statement is not told in.
pub(super) fn otherwise(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    let (here, there) = (&one.tones, &other.tones);
    here.tense.excludes(there.tense)
        || here.conditional != there.conditional
            && (lacks_condition(one, pairs, |pair| pair.0) || lacks_condition(other, pairs, |pair| pair.1))
        || one.language == other.language && here.we_act != there.we_act
        || here.we_act && !there.we_act && acts_on_us(other)
        || there.we_act && !here.we_act && acts_on_us(one)
        || names_us(one) && names_us(other) && acts_on_us(one) != acts_on_us(other)
        || here.hypothetical != there.hypothetical
        || !(one.known && other.known) && !in_same_words(one, other, pairs)
        || owned_by_others(one, other, pairs)
}

/// True when the speaker's side stands in a quote, and not only as whose something is.
fn names_us(reading: &Reading) -> bool {
    reading.units.iter().any(|unit| unit.kind == Kind::Own && !unit.adjective)
}

/// True when the speaker's side stands in a quote as whom something is done to.
fn acts_on_us(reading: &Reading) -> bool {
    reading.units.iter().any(|unit| unit.kind == Kind::Own && !unit.adjective && unit.agent == Agent::No)
}

/// True when something of the condition of one is not named in the other.
fn lacks_condition(of: &Reading, pairs: &Pairs, side: fn(&(usize, usize)) -> usize) -> bool {
    let lacking = |at: usize| !pairs.iter().any(|pair| side(pair) == at);
    of.units.iter().enumerate().any(|(at, unit)| unit.given && !unit.is_light() && lacking(at))
}

/// Of a language of which nothing is known only the same words in the same order tell that two quotes are one.
fn in_same_words(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    one.language == other.language
        && one.units.len() == other.units.len()
        && pairs.len() == one.units.len()
        && pairs.iter().all(|(a, b)| a == b)
        && one.units.iter().zip(&other.units).all(|(a, b)| a.word == b.word)
}

/// True when only one quote has a word that changes what is said: only, a deputy, all of what is denied.
pub(super) fn only_one_has(lacking: &[&Unit], of: &Reading) -> bool {
    let before_title = |unit: &Unit| of.units.iter().any(|next| next.at == unit.at + 1 && next.is_title());
    let standin = |unit: &Unit| unit.is_always_standin() || unit.is_standin() && before_title(unit);
    lacking.iter().any(|unit| unit.is_restrictive() || standin(unit) || unit.none_of)
}

/// True when a thing is somebody's in one quote and another's in the other, who is named in the first too: a
/// supporter's offer.
fn owned_by_others(one: &Reading, other: &Reading, pairs: &Pairs) -> bool {
    pairs.iter().any(|(a, b)| match (owner(one, *a), owner(other, *b)) {
        (Some(mine), Some(theirs)) => {
            !pairs.contains(&(mine, theirs))
                && pairs.iter().any(|(x, _)| *x == mine)
                && pairs.iter().any(|(_, y)| *y == theirs)
        }
        _ => false,
    })
}

/// Whose the thing at a place is: of whom behind it, or who is named right before it by an adjective or an ending.
fn owner(reading: &Reading, at: usize) -> Option<usize> {
    let thing = reading.units.get(at).filter(|unit| matches!(unit.kind, Kind::Thing | Kind::Word))?;
    if thing.senses.iter().any(|sense| class(sense.key) == Some("unit")) {
        return None;
    }
    let beside =
        |place: usize| reading.units.get(place).filter(|unit| unit.is_named() && unit.clause == thing.clause);
    let behind = beside(at + 1).filter(|unit| unit.whose).map(|_| at + 1);
    let before = || {
        let place = at.checked_sub(1)?;
        beside(place).filter(|unit| unit.adjective || unit.owning).map(|_| place)
    };
    behind.or_else(before)
}
