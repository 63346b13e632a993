//! What is denied.

use super::super::lexicon::{Endings, Lexicon, Words};
use super::super::tokens::Token;
use super::super::unit::{Denial, Kind, Unit};
use super::tense::is_finite;

/// Things a denying word can deny.
const SCOPE: usize = 3;
/// Words from “nobody but” to the denying word of its verb.
const CONCORD: usize = 8;
/// Words before a denying word that are looked at for one that makes it idle.
const BEFORE: usize = 6;

/// Finds what is denied, in the order of the text: the things behind a denying word in its piece of the sentence, else
/// those before it.
pub(crate) fn denials(units: &[Unit], tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> Vec<Denial> {
    let pieces = pieces(tokens, lexicon);
    let piece = |at: usize| pieces.get(at).copied().unwrap_or_default();
    let mut found: Vec<Denial> = Vec::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.denied) {
        let piece = unit.piece;
        found.push(Denial { scope: vec![at], each: false, without: false, clause: unit.clause, piece });
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
        if !by_form && !by_word || carries_on(at, piece(at), tokens, words, lexicon, &found) {
            let each = lexicon.list(Words::NegationEach).head(rest) > 0;
            found
                .iter_mut()
                .filter(|denial| denial.piece == piece(at))
                .for_each(|denial| denial.each |= each);
            continue;
        }
        let without = lexicon.has(Words::Privative, &token.word);
        let scope = scope(units, at, piece(at), (by_form, without));
        let denial = Denial {
            scope,
            each: lexicon.list(Words::NegationEach).head(rest) > 0,
            without,
            clause: token.clause,
            piece: piece(at),
        };
        if !found.last().is_some_and(|last| is_one(last, &denial)) {
            found.push(denial);
        }
    }
    raised(units, &mut found);
    found
}

/// Sets of each unit the piece it stands in.
pub(crate) fn part(units: &mut [Unit], tokens: &[Token], lexicon: &Lexicon) {
    let pieces = pieces(tokens, lexicon);
    for unit in units {
        unit.piece = pieces.get(unit.at).copied().unwrap_or_default();
    }
}

/// The number of the piece each word stands in: punctuation, “but” and “that” part two.
fn pieces(tokens: &[Token], lexicon: &Lexicon) -> Vec<usize> {
    let mut piece = 0;
    let mut clause = 0;
    let mut number = |token: &Token| {
        let parts = [Words::Contrast, Words::Complementizer];
        piece += usize::from(
            token.clause != clause || parts.into_iter().any(|list| lexicon.has(list, &token.word)),
        );
        clause = token.clause;
        piece
    };
    tokens.iter().map(&mut number).collect()
}

/// True for a denying word that says no more than one before it: not even, and the indefinite of a language in which
/// several such words of a clause are one denial (M. Haspelmath, Indefinite Pronouns, 1997: negative concord).
fn carries_on(
    at: usize,
    piece: usize,
    tokens: &[Token],
    words: &[&str],
    lexicon: &Lexicon,
    found: &[Denial],
) -> bool {
    let further = |from: usize, least: usize| {
        lexicon.list(Words::NegationFurther).head(words.get(from..).unwrap_or_default()) >= least
    };
    let row = further(at, 1) || at.checked_sub(1).is_some_and(|before| further(before, 2));
    if row && !found.is_empty() {
        return true;
    }
    let Some(token) = tokens.get(at) else { return false };
    // behind “without” only where no verb follows: without Swiss guarantees nobody will sign
    let behind = tokens.iter().skip(at + 1).filter(|other| other.clause == token.clause);
    let verb = behind.into_iter().any(|other| is_finite(other, lexicon));
    let same = |denial: &Denial| denial.piece == piece && !(denial.without && verb);
    lexicon.has(Words::NegationIndefinite, &token.word) && found.iter().any(same)
}

/// What is denied of a thought is denied of what is thought: “I do not think that …” denies the next piece, or the one
/// before where none follows, unless that is denied already.
fn raised(units: &[Unit], found: &mut [Denial]) {
    let taken: Vec<usize> = found.iter().flat_map(|denial| denial.scope.clone()).collect();
    for denial in found.iter_mut().filter(|denial| denial.scope.is_empty() && !denial.without) {
        let of = |piece: Option<usize>| -> Vec<usize> {
            let heavy = |unit: &Unit| Some(unit.piece) == piece && can_be_denied(unit);
            units.iter().enumerate().filter(|(_, unit)| heavy(unit)).map(|(at, _)| at).take(SCOPE).collect()
        };
        let next = of(denial.piece.checked_add(1));
        let scope = if next.is_empty() { of(denial.piece.checked_sub(1)) } else { next };
        if !scope.iter().any(|place| taken.contains(place)) {
            denial.scope = scope;
        }
    }
}

fn can_be_denied(unit: &Unit) -> bool {
    !unit.is_light() && !matches!(unit.kind, Kind::Number(_) | Kind::Own)
}

/// True for a verb or adjective whose form denies.
pub(super) fn denies_by_form(token: &Token, lexicon: &Lexicon) -> bool {
    let form =
        lexicon.ends(Endings::Negation, &token.word) || lexicon.holds(Endings::NegationInside, &token.word);
    form && !token.capital && !lexicon.has(Words::Stop, &token.word)
}

/// The things a denying word at `at` can deny: those behind it in its piece, else those before it; behind “without”
/// only those, before a form that denies of itself those as far as it.
fn scope(units: &[Unit], at: usize, piece: usize, (by_form, without): (bool, bool)) -> Vec<usize> {
    let within = |unit: &&Unit| unit.piece == piece;
    let under = units.iter().filter(within).find(|unit| unit.at >= at).map(|unit| unit.under);
    let heavy =
        |unit: &Unit| within(&unit) && can_be_denied(unit) && under.is_none_or(|under| under == unit.under);
    let places = || units.iter().enumerate().filter(|(_, unit)| heavy(unit));
    let end = at + usize::from(by_form);
    let before = || places().rev().filter(|(_, unit)| unit.at < end).map(|(place, _)| place).take(SCOPE);
    let behind: Vec<usize> =
        places().filter(|(_, unit)| unit.at >= at).map(|(place, _)| place).take(SCOPE).collect();
    if by_form || behind.is_empty() && !without { before().collect() } else { behind }
}

/// Two words of one denial: not … anybody.
fn is_one(last: &Denial, next: &Denial) -> bool {
    let same = last.without == next.without && last.piece == next.piece;
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
