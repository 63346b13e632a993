//! What is denied.

use super::super::lexicon::{Endings, Lexicon, Words};
use super::super::tokens::Token;
use super::super::unit::{Denial, Kind, Unit};

/// Things a denying word can deny.
const SCOPE: usize = 3;
/// Words from “nobody but” to the denying word of its verb.
const CONCORD: usize = 8;
/// Words before a denying word that are looked at for one that makes it idle.
const BEFORE: usize = 6;

/// Finds what is denied, in the order of the text: the things behind a denying word in its piece of the sentence, else
/// those before it.
pub(crate) fn denials(units: &[Unit], tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> Vec<Denial> {
    let mut found: Vec<Denial> = Vec::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.denied) {
        found.push(Denial { scope: vec![at], without: false, clause: unit.clause });
    }
    let mut excepted: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        // no fewer than: a bound, and nothing is denied
        let bound = [Words::AtLeast, Words::AtMost].into_iter().any(|list| lexicon.list(list).head(rest) > 1);
        if bound {
            continue;
        }
        let by_form = denies_by_form(token, lexicon);
        if lexicon.list(Words::NegationExceptive).head(rest) > 0 {
            excepted = Some(at);
            continue;
        }
        let concord = excepted.is_some_and(|row| at - row <= CONCORD);
        if concord && lexicon.has(Words::NegationConcord, &token.word) {
            continue;
        }
        let by_word = lexicon.list(Words::Negation).head(rest) > 0 && !is_idle(at, tokens, words, lexicon);
        let further = lexicon.list(Words::NegationFurther).head(rest) > 0 && !found.is_empty();
        if !by_form && !by_word || further {
            continue;
        }
        let scope = scope(units, at, token, by_form);
        let denial =
            Denial { scope, without: lexicon.has(Words::Privative, &token.word), clause: token.clause };
        if !found.last().is_some_and(|last| is_one(last, &denial)) {
            found.push(denial);
        }
    }
    found
}

/// True for a verb or adjective whose form denies.
pub(super) fn denies_by_form(token: &Token, lexicon: &Lexicon) -> bool {
    let form =
        lexicon.ends(Endings::Negation, &token.word) || lexicon.holds(Endings::NegationInside, &token.word);
    form && !token.capital && !lexicon.has(Words::Stop, &token.word)
}

fn scope(units: &[Unit], at: usize, token: &Token, by_form: bool) -> Vec<usize> {
    let under = units.iter().find(|unit| unit.at >= at && unit.clause == token.clause).map(|unit| unit.under);
    let heavy = |unit: &Unit| {
        let beside = unit.clause == token.clause && under.is_none_or(|under| under == unit.under);
        beside && !unit.is_light() && !matches!(unit.kind, Kind::Number(_) | Kind::Own)
    };
    let places = || units.iter().enumerate().filter(|(_, unit)| heavy(unit));
    let end = at + usize::from(by_form);
    let before = || places().rev().filter(|(_, unit)| unit.at < end).map(|(place, _)| place).take(SCOPE);
    let behind: Vec<usize> =
        places().filter(|(_, unit)| unit.at >= at).map(|(place, _)| place).take(SCOPE).collect();
    if by_form || behind.is_empty() { before().collect() } else { behind }
}

/// Two words of one denial: not … anybody.
fn is_one(last: &Denial, next: &Denial) -> bool {
    let same = last.without == next.without && last.clause == next.clause;
    let overlap = last.scope.iter().any(|place| next.scope.contains(place));
    same && (overlap || last.scope.is_empty() && next.scope.is_empty())
}

/// True for a denying word that denies nothing: half of a denial whose other half is missing, or the one of “until it
/// does not end” for “until it ends”.
fn is_idle(at: usize, tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let mut of_clause = tokens.iter().filter(|other| other.clause == token.clause);
    if lexicon.has(Words::NegationHalf, &token.word)
        && !of_clause.any(|other| lexicon.has(Words::NegationPartner, &other.word))
    {
        return true;
    }
    let row = at.checked_sub(1).and_then(|before| words.get(before..=at)).unwrap_or_default();
    if lexicon.list(Words::NegationIdle).head(row) == 2 {
        return true;
    }
    let before = tokens.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    let of_clause = before.iter().filter(|other| other.clause == token.clause);
    of_clause.into_iter().any(|other| lexicon.has(Words::NegationExpletive, &other.word))
}
