//! Phrases that stand for an office: “Moscow's top diplomat”.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::places::{Leads, normal, place};
use super::table::first_label;
use super::{Country, Office};
use crate::languages::{self, section, shared};
use crate::text::fold;

/// Longest phrase, in words, that is read.
const LONGEST: usize = 14;
/// Most words of a country's name after connecting words are dropped.
const LONGEST_PLACE: usize = 4;
/// Words that make a phrase indefinite, so that it stands for nobody in particular.
static INDEFINITE: LazyLock<HashSet<Cow<str>>> =
    LazyLock::new(|| languages::words(section::INDEFINITE).collect());

/// How the labels of holders begin who are called by a title that is more offices than one.
static CALLED: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = shared::OFFICES.lines("called").filter_map(|line| line.split_once(": "));
    lines.map(|(title, labels)| (title, labels.split("; ").collect())).collect()
});

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
    // “UN” is no “un”
    let abbreviation = first.chars().nth(1).is_some() && first.chars().all(char::is_uppercase);
    if !abbreviation && INDEFINITE.contains(fold(first).as_str()) {
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
    let called = |office: Office, title: &str| {
        let labels = CALLED.get(title).map(Vec::as_slice).unwrap_or_default();
        first_label(country, office)
            .is_some_and(|label| labels.iter().any(|begins| label.starts_with(begins)))
    };
    match kind {
        Kind::Office(office) => Some(office),
        Kind::President => [Office::HeadOfState, Office::HeadOfGovernment]
            .into_iter()
            .find(|office| called(*office, "president")),
        Kind::Monarch => called(Office::HeadOfState, "monarch").then_some(Office::HeadOfState),
        Kind::Premier => (!called(Office::HeadOfGovernment, "president")
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
    for line in shared::OFFICES.lines("only own phrases") {
        roles.only.extend(country_and_office(line));
    }
    for (codes, phrases) in languages::lines(section::OFFICE_PHRASE).filter_map(|line| line.split_once(": "))
    {
        let (kind, country) = codes.split_once(' ').map_or((codes, None), |(kind, code)| (kind, Some(code)));
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
        for phrase in phrases.split("; ") {
            match country.and_then(Country::from_code) {
                Some(country) => roles.of.insert((country, normal(phrase)), kind),
                None => roles.any.insert(normal(phrase), kind),
            };
        }
    }
    for (codes, phrases) in languages::lines(section::HOUSE_PHRASE).filter_map(|line| line.split_once(": ")) {
        if let Some(seat) = country_and_office(codes) {
            roles.phrases.extend(phrases.split("; ").map(|phrase| (normal(phrase), seat)));
        }
    }
    roles
}

/// Reads `RU foreign_minister`.
fn country_and_office(codes: &str) -> Option<(Country, Office)> {
    let (country, office) = codes.split_once(' ')?;
    Some((Country::from_code(country)?, Office::from_code(office)?))
}

#[cfg(test)]
#[path = "roles_tests.rs"]
mod tests;
