//! What two quotes share and where they differ.

use super::super::lexicon::class;
use super::super::reading::Reading;
use super::super::unit::{Kind, Unit};
use super::alignment::{Pairs, align, excluding, weight};
use super::negation::{denied_of_others, negated, refused};
use super::roles::{Parts, parts};
use super::wording::{only_one_has, otherwise};
use crate::text::Span;

/// What kind of thing differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// A number.
    Number,
    /// One denies what the other says.
    Negation,
    /// How sure it is: can, must.
    Modal,
    /// Another country, person, place or thing.
    Name,
    /// Who does what to whom.
    Roles,
}

impl Difference {
    /// One word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Negation => "negation",
            Self::Modal => "modal",
            Self::Name => "name",
            Self::Roles => "roles",
        }
    }
}

/// Two quotes compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Weight of what both name.
    pub shared: f32,
    /// Weight of what only the first names.
    pub only_one: f32,
    /// Weight of what only the other names.
    pub only_other: f32,
    /// Weight of the numbers and names in the place of which the other has others.
    pub changed: f32,
    /// How many things, deeds and parties of the table only the first, and only the other, names.
    pub lone: (usize, usize),
    /// True when nothing shows that the two give the same parts to those they name.
    pub unsure: bool,
    /// What contradicts, each kind once, in order.
    pub differences: Vec<Difference>,
    /// Words of the first that differ, in order.
    pub marked_one: Vec<Span>,
    /// Words of the other that differ, in order.
    pub marked_other: Vec<Span>,
}

impl Comparison {
    /// Share of all that is named which both name: 0 to 1.
    #[must_use]
    pub fn likeness(&self) -> f32 {
        share(self.shared, self.only_one + self.only_other)
    }

    /// The same, but for the numbers and names that differ.
    #[must_use]
    pub fn likeness_but_changes(&self) -> f32 {
        share(self.shared, self.only_one + self.only_other - self.changed)
    }

    /// Share of what the shorter names that the longer names too: 0 to 1.
    #[must_use]
    pub fn containment(&self) -> f32 {
        share(self.shared, self.only_one.min(self.only_other))
    }

    fn note(&mut self, difference: Difference, one: &Unit, other: &Unit) {
        self.differences.push(difference);
        for (unit, marked) in [(one, &mut self.marked_one), (other, &mut self.marked_other)] {
            if !marked.contains(&unit.span) {
                self.changed += weight(unit, true);
                marked.push(unit.span);
            }
        }
    }
}

fn share(shared: f32, rest: f32) -> f32 {
    shared / (shared + rest.max(0.0)).max(f32::EPSILON)
}

/// Compares two readings.
#[must_use]
pub fn compare(one: &Reading, other: &Reading) -> Comparison {
    let pairs = align(one, other);
    let same_language = one.language == other.language;
    let weigh =
        |units: &[Unit]| -> Vec<f32> { units.iter().map(|unit| weight(unit, same_language)).collect() };
    let (mut left, mut right) = (weigh(&one.units), weigh(&other.units));
    once(&one.units, &pairs, |pair| pair.0, &mut left);
    once(&other.units, &pairs, |pair| pair.1, &mut right);
    let at = |weights: &[f32], at: usize| weights.get(at).copied().unwrap_or_default();
    let taken_one: f32 = pairs.iter().map(|(a, _)| at(&left, *a)).sum();
    let taken_other: f32 = pairs.iter().map(|(_, b)| at(&right, *b)).sum();
    let mut found = Comparison {
        shared: f32::midpoint(taken_one, taken_other),
        only_one: left.iter().sum::<f32>() - taken_one,
        only_other: right.iter().sum::<f32>() - taken_other,
        ..Comparison::default()
    };
    contrast(one, other, &pairs, &mut found);
    one_or_many(one, other, &pairs, &mut found);
    tell(one, other, &pairs, &mut found);
    found.differences.sort_unstable();
    found.differences.dedup();
    for marked in [&mut found.marked_one, &mut found.marked_other] {
        marked.sort_unstable();
        marked.dedup();
    }
    found
}

/// What a quote names again counts no more, if its first naming has found its like.
fn once(units: &[Unit], pairs: &Pairs, side: fn(&(usize, usize)) -> usize, weights: &mut [f32]) {
    for (at, (weight, unit)) in weights.iter_mut().zip(units).enumerate() {
        let again = |place: usize| units.get(place).is_some_and(|first| first.shares_key(unit));
        if !pairs.iter().any(|pair| side(pair) == at) && pairs.iter().any(|pair| again(side(pair))) {
            *weight = 0.0;
        }
    }
}

/// Notes the numbers, names and things of one quote in the place of which the other has others.
fn contrast(one: &Reading, other: &Reading, pairs: &Pairs, found: &mut Comparison) {
    let left: Vec<&Unit> = lacking(&one.units, pairs, |pair| pair.0);
    let right: Vec<&Unit> = lacking(&other.units, pairs, |pair| pair.1);
    let same_language = one.language == other.language;
    let heavy = |unit: &&&Unit| match unit.kind {
        Kind::Thing => same_language || !unit.is_light(),
        Kind::Party => true,
        Kind::Word | Kind::Name => same_language,
        _ => false,
    };
    found.lone = (left.iter().filter(heavy).count(), right.iter().filter(heavy).count());
    found.unsure |= !same_language && (may_turn(&left, &right) || may_turn(&right, &left));
    found.unsure |= another_side(&left, &right) || another_side(&right, &left);
    found.unsure |= only_one_has(&left, one) || only_one_has(&right, other);
    for a in &left {
        for b in &right {
            match (a.kind, b.kind) {
                (Kind::Number(_), Kind::Number(_)) => found.note(Difference::Number, a, b),
                // abbreviations of one body differ over languages
                (Kind::Name, Kind::Name) if a.acronym && b.acronym && !same_language => {}
                (Kind::Party, Kind::Name) if b.acronym => {}
                (Kind::Name, Kind::Party) if a.acronym => {}
                (Kind::Party | Kind::Name, Kind::Party | Kind::Name) => found.note(Difference::Name, a, b),
                (Kind::Number(_), Kind::Thing) if is_ordinal(b) => found.note(Difference::Number, a, b),
                (Kind::Thing, Kind::Number(_)) if is_ordinal(a) => found.note(Difference::Number, a, b),
                (Kind::Thing, Kind::Thing) if excluding(a, b) => {
                    let how_many = a.senses.iter().any(|sense| class(sense.key) == Some("extent"));
                    found.note(if how_many { Difference::Number } else { Difference::Name }, a, b);
                }
                _ => {}
            }
        }
    }
}

/// A deed that another undoes, facing a word that may be that other: began, and one that the table does not have.
fn may_turn(one: &[&Unit], other: &[&Unit]) -> bool {
    let unknown =
        |unit: &&&Unit| unit.kind == Kind::Word && unit.word.chars().count() > 3 && !unit.may_be_name;
    one.iter().any(|unit| unit.is_turning())
        && other.iter().filter(unknown).count() > one.iter().filter(unknown).count()
}

/// The speaker's side in one quote in the place of a party in the other: ours, theirs.
fn another_side(own: &[&Unit], others: &[&Unit]) -> bool {
    let own = |adjective: bool| own.iter().any(|unit| unit.kind == Kind::Own && unit.adjective == adjective);
    others.iter().any(|unit| unit.kind == Kind::Party && own(unit.adjective))
}

/// Notes a thing that is one by its article in one quote and counted otherwise in the other: a ship, two ships.
fn one_or_many(one: &Reading, other: &Reading, pairs: &Pairs, found: &mut Comparison) {
    for (a, b) in pairs {
        let (Some(here), Some(there)) = (one.units.get(*a), other.units.get(*b)) else { continue };
        let counts = here.single.then(|| count(other, *b)).flatten();
        let counts = counts.or_else(|| there.single.then(|| count(one, *a)).flatten());
        if counts.is_some() {
            found.note(Difference::Number, here, there);
        }
        let alone =
            |counted: Option<usize>, paired: &dyn Fn(usize) -> bool| counted.is_some_and(|at| !paired(at));
        // counted in one only: twelve sanctions, the sanctions
        found.unsure |= alone(count(one, *a), &|at| pairs.iter().any(|(x, _)| *x == at))
            || alone(count(other, *b), &|at| pairs.iter().any(|(_, y)| *y == at));
    }
}

/// The place of the number right before the thing at a place, or before the word that says which thing.
fn count(reading: &Reading, at: usize) -> Option<usize> {
    let clause = reading.units.get(at)?.clause;
    let places = [at.checked_sub(1), at.checked_sub(2)];
    let mut before =
        places.into_iter().flatten().filter_map(|place| Some((place, reading.units.get(place)?)));
    let (place, unit) = before.find(|(_, unit)| !unit.adjective && !unit.is_light())?;
    let counts = matches!(unit.kind, Kind::Number(value) if value > 1.0) && unit.measure.is_none();
    (counts && !unit.is_year() && unit.clause == clause).then_some(place)
}

fn is_ordinal(unit: &Unit) -> bool {
    unit.senses.iter().any(|sense| class(sense.key) == Some("ordinal"))
}

fn lacking<'a>(units: &'a [Unit], pairs: &Pairs, side: fn(&(usize, usize)) -> usize) -> Vec<&'a Unit> {
    let free = |(at, _): &(usize, &Unit)| !pairs.iter().any(|pair| side(pair) == *at);
    units.iter().enumerate().filter(free).map(|(_, unit)| unit).collect()
}

/// Notes what is told otherwise: denied, surer or less sure, done by another.
fn tell(one: &Reading, other: &Reading, pairs: &Pairs, found: &mut Comparison) {
    let before = found.differences.len();
    if negated(one, other, pairs) {
        found.differences.push(Difference::Negation);
    }
    let denied = !one.denials.is_empty() && !other.denials.is_empty();
    if one.tones.modals != other.tones.modals || denied && one.tones.perhaps != other.tones.perhaps {
        found.differences.push(Difference::Modal);
    }
    if found.differences.len() > before {
        found.marked_one.extend(&one.tones.marked);
        found.marked_other.extend(&other.tones.marked);
    }
    found.unsure |= otherwise(one, other, pairs);
    found.unsure |= refused(one, other, pairs) || denied_of_others(one, other, pairs);
    match parts(one, other, pairs) {
        Parts::Same => {}
        Parts::Unsure => found.unsure = true,
        Parts::Swapped => found.differences.push(Difference::Roles),
    }
}
