//! Phrases that stand for an office: “Moscow's top diplomat”.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::places::{Leads, normal, place};
use super::table::first_label;
use super::{Country, Office};
use crate::text::fold;

const ROLES: &str = include_str!("roles.tsv");
const PHRASES: &str = include_str!("phrases.tsv");

/// Longest phrase, in words, that is read.
const LONGEST: usize = 14;
/// Most words of a country's name after connecting words are dropped.
const LONGEST_PLACE: usize = 4;
/// Words that make a phrase indefinite, so that it stands for nobody in particular.
const INDEFINITE: [&str; 16] = [
    "a",
    "an",
    "one",
    "some",
    "another",
    "any",
    "ein",
    "eine",
    "einer",
    "un",
    "une",
    "una",
    "один",
    "одна",
    "некий",
    "every",
];

/// What a phrase of the role table stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Office(Office),
    /// “president”: the office whose holders are called so.
    President,
    /// “king”, “emir”.
    Monarch,
    /// “prime minister”, “premier”: a head of government who is not called president.
    Premier,
    /// “leader”.
    Leader,
}

#[derive(Default)]
struct Roles {
    any: HashMap<String, Kind>,
    of: HashMap<(Country, String), Kind>,
    only: HashSet<(Country, Office)>,
    phrases: HashMap<String, (Country, Office)>,
}

static TABLE: LazyLock<Roles> = LazyLock::new(read);

/// Reads a definite phrase such as “the Russian foreign minister”, “Moscow's top diplomat”, “the Kremlin spokesman”,
/// “the head of the Russian state”, «глава МИД России» or “le ministre russe des Affaires étrangères”.
///
/// `None` when a word is left over (“former”, “deputy”), when it is indefinite, or when no one country is named.
#[must_use]
pub fn read_role(phrase: &str) -> Option<(Country, Office)> {
    let first = phrase.split_whitespace().next().unwrap_or_default();
    if first != "UN" && INDEFINITE.contains(&fold(first).as_str()) {
        return None;
    }
    let plain = normal(phrase);
    if let Some(found) = TABLE.phrases.get(&plain) {
        return Some(*found);
    }
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() > LONGEST {
        return None;
    }
    let mut found = None;
    for length in (1..=LONGEST_PLACE.min(words.len().saturating_sub(1))).rev() {
        for start in 0..=words.len() - length {
            let Some(country) = words.get(start..start + length).and_then(|name| place(&name.join(" ")))
            else {
                continue;
            };
            let rest = words.iter().take(start).chain(words.iter().skip(start + length));
            let rest = rest.copied().collect::<Vec<_>>().join(" ");
            if let Some(office) = office_of(country, rest) {
                if found.is_some_and(|other| other != (country, office)) {
                    return None;
                }
                found = Some((country, office));
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

fn office_of(country: Country, words: String) -> Option<Office> {
    let key = (country, words);
    if let Some(kind) = TABLE.of.get(&key) {
        return resolved(country, *kind);
    }
    let office = resolved(country, *TABLE.any.get(&key.1)?)?;
    (!TABLE.only.contains(&(country, office))).then_some(office)
}

fn resolved(country: Country, kind: Kind) -> Option<Office> {
    let called = |office: Office, titles: &[&str]| {
        first_label(country, office).is_some_and(|label| titles.iter().any(|title| label.starts_with(title)))
    };
    match kind {
        Kind::Office(office) => Some(office),
        Kind::President => [Office::HeadOfState, Office::HeadOfGovernment]
            .into_iter()
            .find(|office| called(*office, &["President"])),
        Kind::Monarch => called(Office::HeadOfState, &["King", "Queen", "Emperor", "Emir", "Sultan"])
            .then_some(Office::HeadOfState),
        Kind::Premier => (!called(Office::HeadOfGovernment, &["President"])
            && first_label(country, Office::HeadOfGovernment).is_some())
        .then_some(Office::HeadOfGovernment),
        Kind::Leader => match country.leads() {
            Leads::State => Some(Office::HeadOfState),
            Leads::Government => Some(Office::HeadOfGovernment),
            Leads::Nobody => None,
        },
    }
}

fn read() -> Roles {
    let mut roles = Roles::default();
    for line in ROLES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (kind, country, phrases) = (next(), Country::from_code(next()), next());
        let (only, kind) = kind.strip_prefix('=').map_or((false, kind), |kind| (true, kind));
        let kind = match kind {
            "president" => Kind::President,
            "monarch" => Kind::Monarch,
            "premier" => Kind::Premier,
            "leader" => Kind::Leader,
            office => match Office::from_code(office) {
                Some(office) => Kind::Office(office),
                None => continue,
            },
        };
        if let (true, Some(country), Kind::Office(office)) = (only, country, kind) {
            roles.only.insert((country, office));
        }
        for phrase in phrases.split(';').filter(|phrase| !phrase.is_empty()) {
            match country {
                Some(country) => roles.of.insert((country, normal(phrase)), kind),
                None => roles.any.insert(normal(phrase), kind),
            };
        }
    }
    for line in PHRASES.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        if let (Some(country), Some(office)) = (Country::from_code(next()), Office::from_code(next())) {
            roles.phrases.extend(next().split(';').map(|phrase| (normal(phrase), (country, office))));
        }
    }
    roles
}

#[cfg(test)]
#[path = "roles_tests.rs"]
mod tests;
