//! Which things of two quotes mean the same, and how much a thing counts.

use super::super::lexicon::{Sense, akin, exclude};
use super::super::reading::Reading;
use super::super::romanise::apart;
use super::super::unit::{Kind, Unit};

/// How far two words may be apart and still be one word in two languages, by their letters.
const COGNATE: f32 = 0.2;
/// The same for names, which are spelt more freely.
const ONE_NAME: f32 = 0.3;
/// The same for names in one language, which are spelt in nearly one way.
const ONE_SPELLING: f32 = 0.12;
/// Fewest letters of a word that is compared by its sound, and of the beginning two forms of a word share.
const FEWEST_LETTERS: usize = 4;
/// Most letters of the endings of two forms of a word.
const ENDINGS: usize = 4;

/// Which unit of the first goes with which of the other.
pub(super) type Pairs = Vec<(usize, usize)>;

/// How much a unit counts. A word the table does not know cannot be found again in another language.
pub(super) fn weight(unit: &Unit, same_language: bool) -> f32 {
    match unit.kind {
        Kind::Number(_) => 1.2,
        Kind::Party => 0.9,
        Kind::Own => 0.1,
        Kind::Thing if unit.is_light() => 0.3,
        Kind::Name | Kind::Thing => 1.0,
        Kind::Word if same_language => 0.8,
        Kind::Word => 0.6,
    }
}

/// Pairs units that mean the same, each at most once, the surest first; in the order of the first quote.
pub(super) fn align(one: &Reading, other: &Reading) -> Pairs {
    let mut found: Vec<(u8, usize, usize, usize)> = Vec::new();
    let same_language = one.language == other.language;
    for (a, unit) in one.units.iter().enumerate() {
        for (b, facing) in other.units.iter().enumerate() {
            if let Some(rank) = likeness(unit, facing, same_language) {
                found.push((rank, a.abs_diff(b), a, b));
            }
        }
    }
    found.sort_unstable();
    let mut pairs = Pairs::new();
    for (_, _, a, b) in found {
        if !pairs.iter().any(|(x, y)| *x == a || *y == b) {
            pairs.push((a, b));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// How surely two units mean the same, 0 the surest.
pub(super) fn likeness(one: &Unit, other: &Unit, same_language: bool) -> Option<u8> {
    match (one.kind, other.kind) {
        (Kind::Number(a), Kind::Number(b)) => {
            let measures = one.measure.zip(other.measure).is_none_or(|(a, b)| a == b);
            let equal = (a - b).abs() < 1e-6 * a.abs().max(1.0);
            let apart = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
            let otherwise = apart(one.at_least, other.at_least) || apart(one.by_so_much, other.by_so_much);
            return (equal && measures && !otherwise).then_some(u8::from(one.measure != other.measure));
        }
        (Kind::Own, Kind::Own) => {
            let apart = u8::from(one.adjective != other.adjective) + u8::from(one.agent != other.agent);
            return Some(apart);
        }
        (Kind::Number(_) | Kind::Own, _) | (_, Kind::Number(_) | Kind::Own) => return None,
        _ => {}
    }
    if one.shares_key(other) {
        return Some(u8::from(one.adjective != other.adjective));
    }
    if one.word == other.word {
        return Some(0);
    }
    let known = |unit: &Unit| !unit.senses.is_empty();
    if same_language && !(known(one) && known(other)) && one_stem(&one.word, &other.word) {
        return Some(1);
    }
    let near = |a: &Sense| other.senses.iter().any(|b| akin(a.key, b.key));
    if one.senses.iter().any(near) {
        return Some(3);
    }
    if known(one) || known(other) || one.acronym || other.acronym {
        return None;
    }
    let names = one.kind == Kind::Name && other.kind == Kind::Name;
    // within a language another spelling is another word
    if same_language && !names && !(one.may_be_name && other.may_be_name) {
        return None;
    }
    let letters = one.roman.len().min(other.roman.len());
    // a common noun may have a capital too
    let named = |unit: &Unit| unit.kind == Kind::Name || unit.may_be_name;
    let alike = names || !same_language && named(one) && named(other);
    let most = match (alike, same_language) {
        (true, true) => ONE_SPELLING,
        (true, false) => ONE_NAME,
        (false, _) => COGNATE,
    };
    (letters >= FEWEST_LETTERS && by_sound(&one.roman, &other.roman) <= most).then_some(2)
}

/// True when the two name different things of a class of which something is one and no other.
pub(super) fn excluding(one: &Unit, other: &Unit) -> bool {
    let excludes = |a: &Sense| other.senses.iter().all(|b| exclude(a.key, b.key));
    !one.senses.is_empty() && !other.senses.is_empty() && one.senses.iter().all(excludes)
}

/// How far two words are apart by their sound, with and without their endings.
fn by_sound(one: &str, other: &str) -> f32 {
    let bare = |word: &str| -> usize {
        let cut = word.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y']);
        if cut.len() >= FEWEST_LETTERS { cut.len() } else { word.len() }
    };
    let (a, b) = (one.get(..bare(one)).unwrap_or(one), other.get(..bare(other)).unwrap_or(other));
    apart(one, other).min(apart(a, b))
}

/// Forms of one word: most letters the same from the beginning, and short endings.
fn one_stem(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    same >= FEWEST_LETTERS && longer - same <= ENDINGS && same * 3 >= longer * 2
}
