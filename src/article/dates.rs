//! Instants as pages write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// Reads an instant: RFC 3339, ISO 8601 with or without zone and seconds, RFC 2822, a bare date, unix seconds or
/// milliseconds. Without a zone it is taken as UTC, without a time as midnight. Years before 1990 and after 2100 are
/// refused.
pub(super) fn instant(text: &str) -> Option<DateTime<Utc>> {
    use chrono::Datelike;
    let text = text.trim();
    let read = zoned(text).or_else(|| unzoned(text)).or_else(|| day(text)).or_else(|| unix(text))?;
    (1990..=2100).contains(&read.year()).then_some(read)
}

fn zoned(text: &str) -> Option<DateTime<Utc>> {
    const FORMS: [&str; 6] = [
        "%Y-%m-%dT%H:%M:%S%.f%#z",
        "%Y-%m-%dT%H:%M%#z",
        "%Y-%m-%d %H:%M:%S%.f %#z",
        "%Y-%m-%d %H:%M:%S%.f%#z",
        "%Y%m%dT%H%M%S%#z",
        "%Y-%m-%dT%H:%M:%S%.f %#z",
    ];
    let text = text.strip_suffix(" UTC").or_else(|| text.strip_suffix(" GMT")).map_or_else(
        || std::borrow::Cow::Borrowed(text),
        |rest| std::borrow::Cow::Owned(format!("{rest} +0000")),
    );
    let text = text.trim();
    DateTime::parse_from_rfc3339(text)
        .ok()
        .or_else(|| FORMS.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()))
        .or_else(|| DateTime::parse_from_rfc2822(text).ok())
        .map(|read| read.to_utc())
}

fn unzoned(text: &str) -> Option<DateTime<Utc>> {
    const FORMS: [&str; 9] = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
        "%Y/%m/%d %H:%M:%S",
        "%d.%m.%Y %H:%M",
        "%a %b %d %H:%M:%S %Y",
        "%B %d, %Y %I:%M %p",
        "%b %d, %Y %I:%M %p",
    ];
    FORMS.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()).map(|read| read.and_utc())
}

fn day(text: &str) -> Option<DateTime<Utc>> {
    const FORMS: [&str; 9] = [
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%d.%m.%Y",
        "%B %d, %Y",
        "%b %d, %Y",
        "%d %B %Y",
        "%d %b %Y",
        "%Y%m%d",
    ];
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
    FORMS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()).map(midnight).or_else(|| {
        // an ISO day with something unreadable behind it
        let head = text.get(..10)?;
        NaiveDate::parse_from_str(head, "%Y-%m-%d").ok().map(midnight)
    })
}

fn unix(text: &str) -> Option<DateTime<Utc>> {
    let number: i64 = text.parse().ok()?;
    match text.len() {
        10 => DateTime::from_timestamp(number, 0),
        13 => DateTime::from_timestamp_millis(number),
        _ => None,
    }
}

/// Reads the day in a path such as `/2026/02/14/` or `/20260214/` or `-2026-02-14`.
pub(super) fn day_in_address(address: &str) -> Option<DateTime<Utc>> {
    let path = address.split(['?', '#']).next()?;
    let mut numbers = path.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).peekable();
    while let Some(part) = numbers.next() {
        if part.len() == 8
            && let Some(found) = instant(part)
        {
            return Some(found);
        }
        if part.len() != 4 || !(part.starts_with("19") || part.starts_with("20")) {
            continue;
        }
        let mut rest = numbers.clone();
        if let (Some(month), Some(day)) = (rest.next(), rest.next())
            && month.len() <= 2
            && day.len() <= 2
            && let Some(found) = instant(&format!("{part}-{month:0>2}-{day:0>2}"))
        {
            return Some(found);
        }
    }
    None
}
