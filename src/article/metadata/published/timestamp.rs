//! Instants as pages write them.

use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use regex::Regex;

use super::date_in_words::{moment, month_names, month_number};
use super::order::Order;

/// Reads an instant: RFC 3339, ISO 8601 with or without zone and seconds, RFC 2822, a bare date, unix seconds or
/// milliseconds. By the clock that tells it: without a zone UTC's, without a time at midnight. Years before 1990 and
/// after 2100 are refused.
pub(in crate::article) fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    use chrono::Datelike;
    let text = text.trim();
    let read = zoned(text).or_else(|| unzoned(text)).or_else(|| day(text)).or_else(|| unix(text))?;
    (1990..=2100).contains(&read.year()).then_some(read)
}

/// `text` if it is an instant; one that people read is written anew.
pub(in crate::article) fn readable(text: String) -> Option<String> {
    let written = || moment(&text, Order::Unknown);
    if instant(&text).is_some() { Some(text) } else { written().map(|read| read.to_rfc3339()) }
}

fn zoned(text: &str) -> Option<DateTime<FixedOffset>> {
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
}

fn unzoned(text: &str) -> Option<DateTime<FixedOffset>> {
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
    FORMS
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .map(|read| read.and_utc().fixed_offset())
}

fn day(text: &str) -> Option<DateTime<FixedOffset>> {
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
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    FORMS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()).map(midnight).or_else(|| {
        // an ISO day with something unreadable behind it
        let head = text.get(..10)?;
        NaiveDate::parse_from_str(head, "%Y-%m-%d").ok().map(midnight)
    })
}

fn unix(text: &str) -> Option<DateTime<FixedOffset>> {
    let number: i64 = text.parse().ok()?;
    let read = match text.len() {
        10 => DateTime::from_timestamp(number, 0),
        13 => DateTime::from_timestamp_millis(number),
        _ => None,
    };
    read.map(|read| read.fixed_offset())
}

/// Reads a day whose year has two digits, as some pages mark it: `14.02.26`.
pub(in crate::article) fn short_day(text: &str) -> Option<DateTime<FixedOffset>> {
    let mut parts = text.trim().split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?.trim());
    let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = two(day) && two(month) && two(year) && parts.next().is_none();
    plain.then(|| instant(&format!("20{year}-{month}-{day}")))?
}

static ADDRESSED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = month_names();
    let pattern = format!(
        r"(?xi) (?:^|[^0-9]) (?:
            (?P<year>(?:19|20)[0-9]{{2}}) [-/] (?P<month>[0-9]{{1,2}}|{months}) [-/] (?P<day>[0-9]{{1,2}})
          | (?P<year2>(?:19|20)[0-9]{{2}}) [_.] (?P<month2>[0-9]{{1,2}}) [_.] (?P<day2>[0-9]{{1,2}})
          | (?P<year3>(?:19|20)[0-9]{{2}}) /? (?P<month3>[0-9]{{2}}) (?P<day3>[0-9]{{2}})
          | (?P<day4>[0-9]{{2}}) \. (?P<month4>[0-9]{{2}}) \. (?P<year4>(?:19|20)[0-9]{{2}})
        ) (?:[^0-9]|$)",
    );
    Regex::new(&pattern).ok()
});

/// Reads the day in a path such as `/2026/02/14/`, `/2026/feb/14/`, `/2026-02/14/`, `/2026/0214/`, `/20260214/`,
/// `-2026-02-14` or `_14.02.2026`.
pub(in crate::article) fn day_in_address(address: &str) -> Option<DateTime<FixedOffset>> {
    let path = address.split(['?', '#', ';']).next()?;
    ADDRESSED.as_ref()?.captures_iter(path).find_map(|found| {
        let part =
            |names: [&str; 4]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
        let year = part(["year", "year2", "year3", "year4"])?.parse().ok()?;
        let month = part(["month", "month2", "month3", "month4"])?;
        let month = month.parse().ok().or_else(|| month_number(month))?;
        let day = part(["day", "day2", "day3", "day4"])?.parse().ok()?;
        let day = NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1990..=2100).contains(&year))?;
        Some(day.and_time(NaiveTime::MIN).and_utc().fixed_offset())
    })
}
