//! The dates feeds write, and what they mean.
//!
//! In: the text of a date element. Out: an instant, or nothing when no day can be read. Total. Without a zone, UTC is
//! taken; without a time, midnight; fractions of a second are cut. The shapes come from the public test feeds of feedparser, gofeed and rome.

mod names;
mod words;
mod zones;

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use regex::{Captures, Regex};

use words::words;
use zones::{Zone, at, century};

/// Longer texts are no dates.
const LONGEST: usize = 120;

/// Reads a date: RFC 3339 and 2822 first, then everything else that feeds were seen to write.
#[must_use]
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    // Java writes the place behind the offset: 2026-02-03T12:00:00+01:00[Europe/Berlin]
    let text = match text.split_once('[') {
        Some((instant, place)) if place.ends_with(']') && instant.contains('T') => {
            return parse(instant)
                .filter(|_| has_offset(instant))
                .or_else(|| parse(&format!("{instant} {}", place.trim_end_matches(']'))));
        }
        _ => text,
    };
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_rfc2822(text))
        .ok()
        .and_then(|instant| DateTime::from_timestamp(instant.timestamp(), 0))
        .or_else(|| unix(text))
        .or_else(|| iso(text))
        .or_else(|| words(text))
        .filter(|instant| (1970..=2200).contains(&chrono::Datelike::year(instant)) || text.len() >= 8)
}

/// Whether an instant of ISO 8601 ends with `Z` or an offset.
fn has_offset(text: &str) -> bool {
    let time = text.rsplit('T').next().unwrap_or_default();
    time.ends_with(['Z', 'z']) || time.contains(['+', '-', '−'])
}

/// Seconds or thousandths of a second since 1970, by their number of digits.
fn unix(text: &str) -> Option<DateTime<Utc>> {
    let number: i64 = text.parse().ok()?;
    match text.len() {
        10 => DateTime::from_timestamp(number, 0),
        13 => DateTime::from_timestamp(number / 1000, 0),
        _ => None,
    }
}

#[expect(clippy::expect_used, reason = "the pattern is a constant and a test compiles it")]
static ISO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^
        (?: (?P<year>\d{4}) (?: -? (?P<ord>\d{3}) | [-/.년年]?\s?(?P<m>\d{1,2})[-/.월月]?(?:\s?(?P<d>\d{1,2})[일日]?)? )?
          | (?P<yy>\d{2})-(?P<mm>\d{2})-(?P<dd>\d{2}) )
        (?: (?:\s*T\s*|\s+(?:오전|(?P<pm>오후))?\s*) (?P<H>\d{1,2}) (?: :?(?P<M>\d{2}) (?: :?(?P<S>\d{2}) (?:[.,:]\d+)? )? )? )?
        \s* (?P<z> [A-Za-z_]+ (?: / [A-Za-z_]+ )+ | [A-Za-z]{0,5} \s* (?: [+\-−]\d{1,2}:?\d{0,2} )? )$",
    )
    .expect("pattern")
});

/// `YYYY-MM-DD`, with or without time, seconds, zone, and with fewer or other marks between.
fn iso(text: &str) -> Option<DateTime<Utc>> {
    let found = ISO.captures(text)?;
    let number = |name: &str| number(&found, name);
    let day = if let Some(year) = number("yy") {
        NaiveDate::from_ymd_opt(century(year), number("mm")? as u32, number("dd")? as u32)?
    } else if let Some(ordinal) = number("ord") {
        NaiveDate::from_yo_opt(number("year")?, ordinal as u32)?
    } else {
        NaiveDate::from_ymd_opt(
            number("year")?,
            number("m").unwrap_or(1) as u32,
            number("d").unwrap_or(1) as u32,
        )?
    };
    let mut hour = number("H").unwrap_or(0);
    if found.name("pm").is_some() && hour < 12 {
        hour += 12;
    }
    let minute = number("M").unwrap_or(0);
    let zone = found.name("z").map_or("", |zone| zone.as_str().trim());
    // a name nobody can place tells nothing
    let zone = Zone::read(zone).or(names::zone(zone).map(Zone::East))?;
    at(day, hour, minute, number("S").unwrap_or(0), zone)
}

fn number(found: &Captures, name: &str) -> Option<i32> {
    found.name(name)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests;
