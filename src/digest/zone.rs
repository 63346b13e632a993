//! Time zones as people write them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};
use strsim::osa_distance;

use super::Misread;
use crate::languages::{section, words};

/// City and colloquial names → IANA zone, one zone a line.
const CITIES: &str = include_str!("cities.tsv");

/// Offsets of other than whole hours, and the zone that keeps each all year.
const ODD_OFFSETS: [(i32, Tz); 9] = [
    (210, Tz::Asia__Tehran),
    (270, Tz::Asia__Kabul),
    (330, Tz::Asia__Kolkata),
    (345, Tz::Asia__Kathmandu),
    (390, Tz::Asia__Yangon),
    (525, Tz::Australia__Eucla),
    (570, Tz::Australia__Darwin),
    (-570, Tz::Pacific__Marquesas),
    (0, Tz::UTC),
];

/// What stands before and behind the city of a zone.
static BEFORE: LazyLock<Vec<Cow<'static, str>>> = LazyLock::new(|| words(section::BEFORE_ZONE).collect());
static AFTER: LazyLock<Vec<Cow<'static, str>>> = LazyLock::new(|| words(section::AFTER_ZONE).collect());

static ZONES: LazyLock<HashMap<String, Tz>> = LazyLock::new(|| {
    let mut zones = HashMap::new();
    for zone in TZ_VARIANTS {
        zones.insert(folded(zone.name()), zone);
    }
    let listed = CITIES.lines().filter_map(|line| line.split_once('\t'));
    for (zone, names) in listed.filter_map(|(zone, names)| Some((zone.parse::<Tz>().ok()?, names))) {
        for name in names.split('|') {
            zones.entry(folded(name)).or_insert(zone);
        }
    }
    // the last part of a zone's name is a city, but for the national lists (“US/Eastern”)
    for zone in TZ_VARIANTS {
        let national = ["US/", "Canada/", "Brazil/", "Mexico/", "Chile/", "Etc/"];
        if let Some((_, city)) = zone.name().rsplit_once('/')
            && !national.iter().any(|list| zone.name().starts_with(list))
        {
            zones.entry(folded(city)).or_insert(zone);
        }
    }
    zones
});

/// Reads a zone: a city in English or Russian (`Moscow`, `Москва`), an IANA name (`Europe/Moscow`) or an
/// offset (`+3`, `UTC+5:45`, `МСК+2`).
///
/// # Errors
/// When it is none of these, or an offset that no zone keeps all year.
pub fn read_zone(text: &str) -> Result<Tz, Misread> {
    // a name as the database writes it needs no table of all names
    if let Ok(zone) = text.trim().parse() {
        return Ok(zone);
    }
    let plain = folded(text);
    if let Some(zone) = ZONES.get(&plain) {
        return Ok(*zone);
    }
    let misread = || Misread::Zone(text.trim().to_owned());
    let minutes = read_offset(&plain).ok_or_else(misread)?;
    of_offset(minutes).ok_or_else(|| Misread::Offset(written(minutes)))
}

/// The longest words that may be a place nearly spelt right, in letters; comparing takes their number for each place.
const LONGEST: usize = 60;

/// The place known that is spelt most like these words: at most a third of its letters are wrong.
#[must_use]
pub fn nearest_place(words: &str) -> Option<String> {
    if words.chars().nth(LONGEST).is_some() {
        return None;
    }
    let plain = folded(words);
    let length = plain.chars().count();
    let near = ZONES.iter().map(|(name, zone)| (osa_distance(name, &plain), name, zone));
    let (wrong, name, zone) = near.min_by_key(|(wrong, name, _)| (*wrong, (*name).clone()))?;
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    let shown = if name.contains('/') {
        zone.name().to_owned()
    } else {
        name.split(' ').map(capital).collect::<Vec<_>>().join(" ")
    };
    (length > 2 && wrong <= length / 3).then_some(shown)
}

/// Names a zone for people: `Europe/Moscow`, and `UTC+3` for a mere offset.
#[must_use]
pub fn zone_label(zone: Tz) -> String {
    let offset = zone.name().strip_prefix("Etc/GMT").and_then(|hours| hours.parse::<i32>().ok());
    // the IANA database counts these westward
    offset.map_or_else(|| zone.name().to_owned(), |west| written(-west * 60))
}

/// One spelling: lower case, `ё` as `е`; underscores and hyphens between letters as blanks, marks of names dropped.
fn folded(text: &str) -> String {
    let lower = text.trim().to_lowercase().replace('ё', "е").replace(['–', '—', '−'], "-");
    let mut lower = lower.replace(['.', '\'', '’', '"'], "").replace('_', " ");
    let parted: Vec<_> = lower.split_inclusive('-').map(str::to_owned).collect();
    let starts = |part: Option<&String>| part.is_some_and(|part| part.starts_with(char::is_alphabetic));
    lower = parted
        .iter()
        .enumerate()
        .map(|(at, part)| match part.strip_suffix('-') {
            Some(word) if word.ends_with(char::is_alphabetic) && starts(parted.get(at + 1)) => {
                format!("{word} ")
            }
            _ => part.clone(),
        })
        .collect();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let words = match words.as_slice() {
        [city @ .., last] if !city.is_empty() && AFTER.iter().any(|word| word == last) => city,
        [first, city @ ..] if !city.is_empty() && BEFORE.iter().any(|word| word == first) => city,
        all => all,
    };
    words.join(" ")
}

/// Minutes east of UTC of `+3`, `utc+5:45`, `gmt -03:30`, `мск+2`, `+0545`.
fn read_offset(plain: &str) -> Option<i32> {
    let (base, rest) = [("utc", 0), ("gmt", 0), ("msk", 180), ("мск", 180), ("", 0)]
        .into_iter()
        .find_map(|(name, base)| plain.strip_prefix(name).map(|rest| (base, rest.trim_start())))?;
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('-')?),
    };
    let digits = digits.trim_start();
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let number = |digits: &str| {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (minutes < 60).then_some(base + sign * (hours * 60 + minutes))
}

fn of_offset(minutes: i32) -> Option<Tz> {
    if let Some((_, zone)) = ODD_OFFSETS.iter().find(|(odd, _)| *odd == minutes) {
        return Some(*zone);
    }
    let hours = (minutes % 60 == 0).then_some(minutes / 60)?;
    format!("Etc/GMT{}{}", if hours > 0 { '-' } else { '+' }, hours.abs()).parse().ok()
}

fn written(minutes: i32) -> String {
    let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.abs());
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
#[path = "zone_tests.rs"]
mod tests;
