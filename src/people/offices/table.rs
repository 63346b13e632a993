//! The holders of offices.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chrono::{Datelike as _, Months, NaiveDate};

use super::Country;
use crate::text::{Shipped, fold, rows};

/// One office at a time: country, office, label, name, from, to, checked on, limit, source.
pub static HOLDERS: Shipped = Shipped::new(include_str!("holders.tsv"));
/// Canonical name → other spellings and other scripts.
pub static NAMES: Shipped = Shipped::new(include_str!("names.tsv"));

/// A state's or an organisation's office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office {
    /// President, monarch or supreme leader.
    HeadOfState,
    /// Prime minister or chancellor; Iran's president.
    HeadOfGovernment,
    /// Foreign minister; the US secretary of state; the EU's high representative.
    ForeignMinister,
    /// Defence minister.
    DefenceMinister,
    /// Spokesperson of the president.
    PresidentSpokesperson,
    /// Spokesperson of the foreign ministry.
    ForeignMinistrySpokesperson,
    /// Spokesperson of the defence ministry.
    DefenceMinistrySpokesperson,
    /// Secretary-general of an organisation.
    SecretaryGeneral,
    /// Director-general of an organisation.
    DirectorGeneral,
    /// President of the European Commission.
    CommissionPresident,
    /// President of the European Council.
    CouncilPresident,
    /// Spokesperson of an organisation.
    Spokesperson,
}

/// Somebody in an office, for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The country or organisation.
    pub country: Country,
    /// The office.
    pub office: Office,
    /// The office as a card shows it: “Foreign Minister of Russia”.
    pub label: &'static str,
    /// Full name as a card shows it.
    pub name: &'static str,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` where none is known.
    pub to: Option<NaiveDate>,
    /// The day the evidence for the row is from.
    pub checked_on: NaiveDate,
    /// Last day for which an open row may be believed: an election, the end of a term.
    pub limit: Option<NaiveDate>,
    /// Where the row comes from.
    pub source: &'static str,
    /// True for an office several people hold side by side.
    pub shared: bool,
}

#[derive(Default)]
struct Table {
    by_office: HashMap<(Country, Office), Vec<Holder>>,
    by_name: HashMap<String, Vec<(Country, Office, usize)>>,
    canonical: HashMap<String, &'static str>,
    /// The first names of all who are called by a last word, in lower case.
    first_names: HashMap<String, Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(read);

impl Office {
    /// Reads the office's name in the data files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "head_of_state" => Self::HeadOfState,
            "head_of_government" => Self::HeadOfGovernment,
            "foreign_minister" => Self::ForeignMinister,
            "defence_minister" => Self::DefenceMinister,
            "president_spokesperson" => Self::PresidentSpokesperson,
            "foreign_ministry_spokesperson" => Self::ForeignMinistrySpokesperson,
            "defence_ministry_spokesperson" => Self::DefenceMinistrySpokesperson,
            "secretary_general" => Self::SecretaryGeneral,
            "director_general" => Self::DirectorGeneral,
            "commission_president" => Self::CommissionPresident,
            "council_president" => Self::CouncilPresident,
            "spokesperson" => Self::Spokesperson,
            _ => return None,
        })
    }
}

impl Holder {
    /// True when the row vouches for `date`.
    ///
    /// A closed row does from its first to its last day. An open one does until its limit, or for a while after it
    /// was checked: a quarter of the time its holder had been in office by then (who has stayed long will likely stay),
    /// at least 12 months for heads of state and government and 6 for others, at most 24.
    #[must_use]
    pub fn vouches_for(&self, date: NaiveDate) -> bool {
        self.from <= date && self.last_sure_day().is_none_or(|last| date <= last)
    }

    /// The office as it is known for `date`: “Foreign Minister of Tavria”; by an open row that was checked over a year
    /// before, “Foreign Minister of Tavria in 2025”.
    #[must_use]
    pub fn label_on(&self, date: NaiveDate) -> String {
        if self.is_stale(date) {
            format!("{} in {}", self.label, self.checked_on.year())
        } else {
            self.label.to_owned()
        }
    }

    /// True when nobody has looked for over a year whether it still holds.
    #[must_use]
    pub fn is_stale(&self, date: NaiveDate) -> bool {
        let year = self.checked_on.checked_add_months(Months::new(12));
        self.to.is_none() && year.is_some_and(|last| date > last)
    }

    fn last_sure_day(&self) -> Option<NaiveDate> {
        if self.to.is_some() {
            return self.to;
        }
        let served = self.checked_on.signed_duration_since(self.from).num_days().max(0) / 30;
        let head = matches!(self.office, Office::HeadOfState | Office::HeadOfGovernment);
        let months = (served / 4).clamp(if head { 12 } else { 6 }, 24);
        let grace = self.checked_on.checked_add_months(Months::new(u32::try_from(months).unwrap_or(6)));
        match (grace, self.limit) {
            (Some(grace), Some(limit)) => Some(grace.min(limit)),
            (grace, limit) => grace.or(limit),
        }
    }
}

/// Names who held `office` of `country` on `date`; `None` in a gap, an overlap of different people, a shared office,
/// or too long after the row was checked (see [`Holder::vouches_for`]).
#[must_use]
pub fn holder(country: Country, office: Office, date: NaiveDate) -> Option<&'static Holder> {
    let rows = TABLE.by_office.get(&(country, office))?;
    let mut sure = rows.iter().filter(|row| row.vouches_for(date));
    let first = sure.next()?;
    (!first.shared && sure.all(|other| other.name == first.name)).then_some(first)
}

/// Lists the holders of all offices on a day, as far as [`holder`] is sure of them.
#[must_use]
pub fn in_office(on: NaiveDate) -> Vec<&'static Holder> {
    let mut offices: Vec<_> = TABLE.by_office.keys().copied().collect();
    offices.sort_unstable();
    offices.into_iter().filter_map(|(country, office)| holder(country, office, on)).collect()
}

/// How many of the offices that somebody may hold on a day were not looked at for over a year, of how many; and the day
/// the oldest of those was checked.
#[must_use]
pub fn stale(on: NaiveDate) -> (usize, usize, Option<NaiveDate>) {
    let open = TABLE.by_office.values().flatten().filter(|row| row.vouches_for(on) && row.to.is_none());
    let open: Vec<&Holder> = open.collect();
    let stale: Vec<NaiveDate> =
        open.iter().filter(|row| row.is_stale(on)).map(|row| row.checked_on).collect();
    (stale.len(), open.len(), stale.into_iter().min())
}

/// Lists the offices of a person by full name, in any listed spelling, in the order they were held.
#[must_use]
pub fn by_name(name: &str) -> Vec<&'static Holder> {
    let Some(canonical) = canonical_name(name) else { return Vec::new() };
    let places = TABLE.by_name.get(&key(canonical)).map(Vec::as_slice).unwrap_or_default();
    let mut rows: Vec<&Holder> = places
        .iter()
        .filter_map(|(country, office, at)| TABLE.by_office.get(&(*country, *office))?.get(*at))
        .collect();
    rows.sort_by_key(|row| (row.from, row.office));
    rows
}

/// Gives the spelling the table uses for a full name in any listed spelling.
#[must_use]
pub fn canonical_name(name: &str) -> Option<&'static str> {
    TABLE.canonical.get(&key(name)).copied()
}

/// The first names of all who hold or held an office and are called by the last word `surname`, in lower case.
pub fn first_names(surname: &str) -> impl Iterator<Item = &'static str> {
    TABLE.first_names.get(surname).into_iter().flatten().copied()
}

/// The label of the first row of an office, telling a president from a king.
pub(super) fn first_label(country: Country, office: Office) -> Option<&'static str> {
    TABLE.by_office.get(&(country, office))?.first().map(|row| row.label)
}

fn key(name: &str) -> String {
    fold(name).replace(['-', '.', ','], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read() -> Table {
    let mut table = Table::default();
    for holder in holders() {
        let rows = table.by_office.entry((holder.country, holder.office)).or_default();
        let place = (holder.country, holder.office, rows.len());
        table.by_name.entry(key(holder.name)).or_default().push(place);
        table.canonical.entry(key(holder.name)).or_insert(holder.name);
        if let Some((first, rest)) = holder.name.split_once(' ') {
            let last = rest.rsplit(' ').next().unwrap_or(rest).to_lowercase();
            table.first_names.entry(last).or_default().push(first);
        }
        rows.push(holder);
    }
    for (name, others) in NAMES.own().chain(NAMES.lines()).filter_map(|line| line.split_once('\t')) {
        for other in others.split(';') {
            table.canonical.entry(key(other)).or_insert(name);
        }
    }
    table
}

/// All rows. Of an office that the host has rows of, too, those count that were checked last.
fn holders() -> Vec<Holder> {
    let own: Vec<Holder> = HOLDERS.own().filter_map(read_holder).collect();
    let shipped: Vec<Holder> = HOLDERS.lines().filter_map(read_holder).collect();
    let replaced = replaced(&own, &shipped);
    let is_replaced = |row: &Holder| replaced.contains(&(row.country, row.office));
    let kept = shipped.into_iter().filter(|row| !is_replaced(row));
    kept.chain(own.into_iter().filter(|row| is_replaced(row))).collect()
}

/// The offices of which the host's own rows were checked last.
fn replaced(own: &[Holder], shipped: &[Holder]) -> HashSet<(Country, Office)> {
    let last_checks = |rows: &[Holder]| {
        let mut checks: HashMap<(Country, Office), NaiveDate> = HashMap::new();
        for row in rows {
            let last = checks.entry((row.country, row.office)).or_insert(row.checked_on);
            *last = row.checked_on.max(*last);
        }
        checks
    };
    let (owned, known) = (last_checks(own), last_checks(shipped));
    let newer = |(office, checked): (&(Country, Office), &NaiveDate)| {
        known.get(office).is_none_or(|known| known <= checked).then_some(*office)
    };
    owned.iter().filter_map(newer).collect()
}

/// How many rows of a host's table would not count, since the shipped ones of their office were checked later.
#[must_use]
pub fn outdated(table: &'static str) -> usize {
    let own: Vec<Holder> = rows(table).filter_map(|(_, line)| read_holder(line)).collect();
    let shipped: Vec<Holder> = HOLDERS.lines().filter_map(read_holder).collect();
    let replaced = replaced(&own, &shipped);
    own.iter().filter(|row| !replaced.contains(&(row.country, row.office))).count()
}

/// Reads a row of the table: nine fields parted by tabs; `None` for the heading and for what is none.
#[must_use]
pub fn read_holder(line: &'static str) -> Option<Holder> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    let (country, office) = (Country::from_code(next()?)?, Office::from_code(next()?)?);
    let (label, name) = (next()?, next()?);
    let day = |field: &str| field.parse::<NaiveDate>().ok();
    let (from, to, checked_on) = (day(next()?)?, day(next()?), day(next()?)?);
    let limit = next()?;
    let shared = limit == "shared";
    Some(Holder {
        country,
        office,
        label,
        name,
        from,
        to,
        checked_on,
        limit: day(limit),
        source: next()?,
        shared,
    })
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
