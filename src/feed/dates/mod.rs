//! The dates feeds write, and what they mean.
//!
//! In: the text of a date element. Out: an instant, or nothing when no day can be read. Total. Without a zone, UTC is
//! taken; without a time, midnight; fractions of a second are cut. The shapes come from the public test feeds of feedparser, gofeed and rome.

mod clock;
mod names;
mod words;

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use regex::{Captures, Regex};

use clock::{at, century};
use names::zone;
use words::words;

/// Longer texts are no dates.
const LONGEST: usize = 120;

/// Reads a date: RFC 3339 and 2822 first, then everything else that feeds were seen to write.
#[must_use]
pub fn parse(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_rfc2822(text))
        .ok()
        .and_then(|instant| DateTime::from_timestamp(instant.timestamp(), 0))
        .or_else(|| iso(text))
        .or_else(|| words(text))
        .filter(|instant| (1970..=2200).contains(&chrono::Datelike::year(instant)) || text.len() >= 8)
}

#[expect(clippy::expect_used, reason = "the pattern is a constant and a test compiles it")]
static ISO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^
        (?: (?P<y>\d{4}) (?: -? (?P<ord>\d{3}) | [-/.년]?\s?(?P<m>\d{1,2})[-/.월]?(?:\s?(?P<d>\d{1,2})일?)? )?
          | (?P<yy>\d{2})-(?P<mm>\d{2})-(?P<dd>\d{2}) )
        (?: (?:\s*T\s*|\s+(?:오전|(?P<pm>오후))?\s*) (?P<H>\d{1,2}) (?: :?(?P<M>\d{2}) (?: :?(?P<S>\d{2}) (?:[.,:]\d+)? )? )? )?
        \s* (?P<z> [A-Za-z]{0,5} \s* (?: [+\-−]\d{1,2}:?\d{0,2} )? )$",
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
        NaiveDate::from_yo_opt(number("y")?, ordinal as u32)?
    } else {
        NaiveDate::from_ymd_opt(
            number("y")?,
            number("m").unwrap_or(1) as u32,
            number("d").unwrap_or(1) as u32,
        )?
    };
    let mut hour = number("H").unwrap_or(0);
    if found.name("pm").is_some() && hour < 12 {
        hour += 12;
    }
    let minute = number("M").unwrap_or(0);
    at(day, hour, minute, number("S").unwrap_or(0), zone(found.name("z").map_or("", |zone| zone.as_str()))?)
}

fn number(found: &Captures, name: &str) -> Option<i32> {
    found.name(name)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests;
