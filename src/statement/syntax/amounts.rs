//! What the words beside a number say of it: at least, at most, by so much, to so much.

use super::super::lexicon::{Lexicon, Words, class};
use super::super::tokens::Token;
use super::super::unit::{Kind, Unit};

/// Words before a number, and behind it, that are looked at.
const BEFORE: usize = 4;
const BEHIND: usize = 3;
/// Words right before it.
const NEXT: usize = 2;
/// Words from an article to its noun.
const NOUN: usize = 3;

/// Sets of each number whether it is a bound, and whether something changes by it or to it.
pub(crate) fn amounts(units: &mut [Unit], tokens: &[Token], words: &[&str], lexicon: &Lexicon) {
    let ends: Vec<usize> = units.iter().map(|unit| last_word(unit, tokens)).collect();
    let changing: Vec<(u16, usize)> =
        units.iter().filter(|unit| changes(unit)).map(|unit| (unit.clause, unit.at)).collect();
    for (unit, end) in units.iter_mut().zip(ends) {
        if !matches!(unit.kind, Kind::Number(_)) {
            continue;
        }
        let reach = |from: usize, to: usize| beside(unit.clause, from..to, tokens);
        let before = reach(unit.at.saturating_sub(BEFORE), unit.at);
        let behind = reach(end + 1, (end + 1 + BEHIND).min(tokens.len()));
        let either = |yes: Words, no: Words, places: &[usize], through: usize| {
            either(yes, no, places, words.get(..through).unwrap_or_default(), lexicon)
        };
        unit.at_least = either(Words::AtLeast, Words::AtMost, &before, unit.at)
            .or_else(|| either(Words::AtLeast, Words::AtMost, &behind, words.len()));
        if !changing.iter().any(|(clause, _)| *clause == unit.clause) || unit.is_year() {
            continue;
        }
        // by and to tell of a change only
        let next = reach(unit.at.saturating_sub(NEXT), unit.at);
        // right behind the deed with no word between: by so much
        let bare = changing.contains(&(unit.clause, unit.at.wrapping_sub(1)));
        unit.by_so_much = either(Words::Step, Words::Level, &next, unit.at).or(bare.then_some(true));
    }
}

/// Marks each thing that an article says is one: a ship, a Greek ship.
pub(crate) fn singles(units: &mut [Unit], tokens: &[Token], lexicon: &Lexicon) {
    for (at, token) in tokens.iter().enumerate() {
        if lexicon.number(&token.word).is_none_or(|parts| parts != [1.0]) {
            continue;
        }
        let near = |unit: &&mut Unit| unit.clause == token.clause && (at..=at + NOUN).contains(&unit.at);
        let which = |unit: &&mut Unit| !unit.adjective && !unit.is_restrictive() && !unit.is_light();
        let noun = units.iter_mut().filter(near).find(which);
        if let Some(noun) = noun.filter(|unit| matches!(unit.kind, Kind::Thing | Kind::Word)) {
            noun.single = true;
        }
    }
}

/// True for a deed by which something becomes more or less.
fn changes(unit: &Unit) -> bool {
    unit.senses.iter().any(|sense| class(sense.key) == Some("updown"))
}

/// The last word of a unit.
fn last_word(unit: &Unit, tokens: &[Token]) -> usize {
    tokens.iter().rposition(|token| token.span.start < unit.span.end).unwrap_or(unit.at)
}

/// The words of a range that stand in a piece of the sentence.
fn beside(clause: u16, range: std::ops::Range<usize>, tokens: &[Token]) -> Vec<usize> {
    range.filter(|at| tokens.get(*at).is_some_and(|token| token.clause == clause)).collect()
}

/// Which of two lists has the last row among some words: the longest where two begin at one word or within another.
fn either(yes: Words, no: Words, places: &[usize], words: &[&str], lexicon: &Lexicon) -> Option<bool> {
    let mut found = None;
    let mut passed = 0;
    for at in places.iter().copied() {
        let rest = words.get(at..).unwrap_or_default();
        let (yes, no) = (lexicon.list(yes).head(rest), lexicon.list(no).head(rest));
        if at >= passed && yes.max(no) > 0 {
            found = Some(yes > no);
            passed = at + yes.max(no);
        }
    }
    found
}
