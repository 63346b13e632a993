//! Days and hours as people write them, in every language that has words for them.
//!
//! In: a short line. Out: the first day in it as an instant: with its hour and zone where they stand beside it, by UTC's
//! clock where no zone is told, at midnight where no hour is.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};
use regex::{Captures, Regex};

use super::order::Order;
use crate::article::rules::BETWEEN_WORDS;
use crate::languages::{self, Language, Section, section};
use crate::text::Span;

static MONTHS: LazyLock<HashMap<Cow<'static, str>, u32>> = LazyLock::new(|| {
    let months = Language::all().flat_map(Language::months);
    months
        .flat_map(|month| month.names.into_iter().chain(month.short).map(move |name| (name, month.number)))
        .collect()
});

/// What stands behind an hour.
static CLOCK: LazyLock<HashSet<Cow<'static, str>>> = LazyLock::new(|| {
    [section::HOUR, section::FORENOON, section::AFTERNOON].into_iter().flat_map(languages::words).collect()
});

/// The number of a month by its name, in any case, with or without a stop.
pub(in crate::article) fn month_number(word: &str) -> Option<u32> {
    MONTHS.get(word.trim_end_matches('.').to_lowercase().as_str()).copied()
}

/// True for the name of a month, in any case, with or without a stop.
pub(in crate::article) fn is_month(word: &str) -> bool {
    month_number(word).is_some()
}

/// Every name of a month, as alternatives of a pattern.
pub(in crate::article) fn month_names() -> String {
    alternatives(MONTHS.keys().cloned().collect())
}

/// The words of a section in every language, as alternatives of a pattern in which white space is passed over.
pub(in crate::article) fn any_of(section: Section) -> String {
    let words = alternatives(languages::words(section).collect());
    // a group that matches nothing, so that a pattern may make it optional
    if words.is_empty() { "(?:[^\\s\\S])".to_owned() } else { format!("(?:{words})") }
}

fn alternatives(mut words: Vec<Cow<'static, str>>) -> String {
    words.sort_by(|one, other| (other.len(), one).cmp(&(one.len(), other)));
    words.dedup();
    let words = words.iter().map(|word| regex::escape(word).replace(' ', r"\s"));
    words.collect::<Vec<_>>().join("|")
}

/// True for what stands behind an hour, in any case: `Uhr`, `pm`.
pub(in crate::article) fn is_of_the_clock(word: &str) -> bool {
    CLOCK.contains(word.to_lowercase().as_str())
}

static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = month_names();
    let [ending, before_month, before_year] =
        [section::DAY_ENDING, section::BEFORE_MONTH, section::BEFORE_YEAR].map(any_of);
    Regex::new(&format!(
        r"(?xi) (?:^|[{BETWEEN_WORDS}])(?:
            (?P<month>{months}) \.? \s (?P<day>[0-9]{{1,2}}) {ending}? ,? \s (?P<year>(?:19|20)[0-9]{{2}})
          | (?P<day2>[0-9]{{1,2}}) (?:\.|{ending})? [\s-]? (?:{before_month}\s)? (?P<month2>{months}) \.? ,? [\s-] (?:{before_year}\s)? (?P<year2>(?:19|20)[0-9]{{2}})
          | (?P<year3>(?:19|20)[0-9]{{2}}) [-/.年] (?P<month3>[0-9]{{1,2}}) [-/.月] (?P<day3>[0-9]{{1,2}})
          | (?P<day4>[0-9]{{1,2}}) \. \s? (?P<month4>[0-9]{{1,2}}) \. \s? (?P<year4>(?:19|20)[0-9]{{2}})
          | (?P<first>[0-9]{{1,2}}) [/-] (?P<second>[0-9]{{1,2}}) [/-] (?P<year5>(?:19|20)[0-9]{{2}})
        ) (?: $ | [^0-9] )"
    ))
    .ok()
});

/// Reads the first day written out in `text`; numbers parted by slashes as `order` says.
pub(in crate::article) fn moment(text: &str, order: Order) -> Option<DateTime<FixedOffset>> {
    found(text, order).map(|(_, read)| read)
}

/// The same with the span of the day, and of the hour behind it.
pub(in crate::article) fn found(text: &str, order: Order) -> Option<(Span, DateTime<FixedOffset>)> {
    if !["19", "20"].iter().any(|century| text.contains(century)) {
        return None;
    }
    let found = DAY.as_ref()?.captures(text)?;
    let day = day(&found, order).filter(|day| (1990..=2100).contains(&day.year()))?;
    let start = found.iter().skip(1).flatten().map(|part| part.start()).min()?;
    let end = found.iter().skip(1).flatten().map(|part| part.end()).max()?;
    let (before, behind) = (text.get(..found.get(0)?.start())?, text.get(end..)?);
    let told = hour(behind);
    let end = end + told.map_or(0, |(_, _, length)| length);
    let (time, zone) = told
        .map(|(time, zone, _)| (time, zone))
        .or_else(|| hour_before(before))
        .unwrap_or((NaiveTime::MIN, 0));
    let offset = FixedOffset::east_opt(zone * 60)?;
    let read = day.and_time(time).and_local_timezone(offset).single()?;
    Some((Span::new(start, end), read))
}

fn day(found: &Captures<'_>, order: Order) -> Option<NaiveDate> {
    let part = |names: &[&str]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
    let year = part(&["year", "year2", "year3", "year4", "year5"])?.parse().ok()?;
    if let (Some(first), Some(second)) = (part(&["first"]), part(&["second"])) {
        let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
        let (day, month) = match order {
            _ if first > 12 || first == second => (first, second),
            _ if second > 12 => (second, first),
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
            Order::Unknown => return None,
        };
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let month = part(&["month", "month2", "month3", "month4"])?;
    let month = month.parse().ok().or_else(|| month_number(month))?;
    NaiveDate::from_ymd_opt(year, month, part(&["day", "day2", "day3", "day4"])?.parse().ok()?)
}

/// `, 8:05 p.m. EST`, ` um 18.30 Uhr`, ` à 18h30`, ` в 18:30 (МСК)`, `T08:05:00+01:00`, ` 8 am`.
static HOUR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let [before, after_year, forenoon, afternoon, clock] =
        [section::BEFORE_HOUR, section::AFTER_YEAR, section::FORENOON, section::AFTERNOON, section::HOUR]
            .map(any_of);
    Regex::new(&format!(
        r"(?xi) ^ (?: [\s,;:|•·–—(.-] | (?:{before}|{after_year}) (?:\s|\b) ){{0,6}}
            (?P<hour>[0-9]{{1,2}}) (?: \s? [:.h] \s? (?P<minute>[0-9]{{2}}) (?: :[0-9]{{2}} (?:\.[0-9]+)? )? )?
            \s? (?: (?P<forenoon>{forenoon}) | (?P<afternoon>{afternoon}) )? (?P<clock> \s? {clock} \b )?
            \s? \(? (?P<zone> [a-zа-я]{{1,5}} \b | [+-][0-9]{{2}}:?[0-9]{{2}} )?",
    ))
    .ok()
});

/// The time of day at the head of `text`, its zone in minutes east of Greenwich, and the length of both.
fn hour(text: &str) -> Option<(NaiveTime, i32, usize)> {
    let found = HOUR.as_ref()?.captures(text)?;
    let part = |name: &str| found.name(name).map(|part| part.as_str());
    let (forenoon, afternoon) = (part("forenoon").is_some(), part("afternoon").is_some());
    let minute = part("minute");
    // a bare number is no hour
    if minute.is_none() && !forenoon && !afternoon && part("clock").is_none() {
        return None;
    }
    let hour: u32 = part("hour")?.parse().ok()?;
    let hour = match hour {
        0..12 if afternoon => hour + 12,
        12 if forenoon => 0,
        _ => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or("0").parse().ok()?, 0)?;
    let zone = part("zone").and_then(east);
    let end =
        zone.and(found.name("zone")).or(found.name("clock")).or(found.name("half")).or(found.name("minute"));
    Some((time, zone.unwrap_or(0), end.or(found.get(0))?.end()))
}

/// The time of day that ends `text`: `18:30, ` before a day.
fn hour_before(text: &str) -> Option<(NaiveTime, i32)> {
    let words: Vec<_> = text.split_whitespace().collect();
    let start = words.iter().rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    (words.len() - start <= 3)
        .then(|| words.get(start..).map(|words| words.join(" ")))?
        .and_then(|tail| hour(&tail))
        .map(|(time, zone, _)| (time, zone))
}

fn east(zone: &str) -> Option<i32> {
    let Some(sign) = zone.chars().next().filter(|sign| matches!(sign, '+' | '-')) else {
        return languages::minutes_east(&zone.to_lowercase());
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let number: i32 = digits.parse().ok()?;
    let minutes = number / 100 * 60 + number % 100;
    Some(if sign == '-' { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        moment(text, Order::Unknown).map(|read| read.to_utc().format("%Y-%m-%d %H:%M").to_string())
    }

    #[test]
    fn days_are_read_in_five_languages() {
        for (text, day) in [
            ("Feb. 14, 2026", "2026-02-14 00:00"),
            ("Saturday, February 14th, 2026", "2026-02-14 00:00"),
            ("14 May, 2026", "2026-05-14 00:00"),
            ("14-May-2026", "2026-05-14 00:00"),
            ("the 1st of March 2026", "2026-03-01 00:00"),
            ("14. Februar 2026", "2026-02-14 00:00"),
            ("Stand: 3. März 2026", "2026-03-03 00:00"),
            ("14.02.2026", "2026-02-14 00:00"),
            ("14 февраля 2026 года", "2026-02-14 00:00"),
            ("суббота, 14 фев. 2026", "2026-02-14 00:00"),
            ("Publié le 1er août 2026", "2026-08-01 00:00"),
            ("14 de febrero de 2026", "2026-02-14 00:00"),
            ("14 febrero, 2026", "2026-02-14 00:00"),
            ("2026/02/14", "2026-02-14 00:00"),
            ("31/01/2026", "2026-01-31 00:00"),
            ("01/31/2026", "2026-01-31 00:00"),
        ] {
            assert_eq!(read(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn hours_and_zones_beside_a_day_are_read() {
        for (text, day) in [
            ("Feb 14, 2026, 8:05 p.m. EST", "2026-02-15 01:05"),
            ("Feb 14, 2026 at 8 am", "2026-02-14 08:00"),
            ("12:30 am, Feb 14, 2026", "2026-02-14 00:30"),
            ("14 February 2026 - 08:05 GMT", "2026-02-14 08:05"),
            ("14. Februar 2026 um 18.30 Uhr", "2026-02-14 18:30"),
            ("14.02.2026, 8 Uhr MEZ", "2026-02-14 07:00"),
            ("14.02.2026 | 18:30", "2026-02-14 18:30"),
            ("14 февраля 2026 г. в 18:30 (МСК)", "2026-02-14 15:30"),
            ("18:30, 14 февраля 2026", "2026-02-14 18:30"),
            ("Publié le 14 février 2026 à 18h30", "2026-02-14 18:30"),
            ("14 de febrero de 2026 a las 18:30 h", "2026-02-14 18:30"),
            ("2026-02-14 18:30:05 +0300", "2026-02-14 15:30"),
            // a number that is no hour
            ("14 February 2026 12 comments", "2026-02-14 00:00"),
            ("14.02.2026 25:99", "2026-02-14 00:00"),
        ] {
            assert_eq!(read(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "2026",
            "February 2026",
            "31 февраля 2026",
            "14 Feb 1026",
            "Room 2026.14.99",
            "1.2.20261",
            "May 2026",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn slashes_are_read_in_the_order_of_the_language() {
        for (tag, day) in [
            (Some("en-US"), Some("2026-03-04")),
            (Some("en-GB"), Some("2026-04-03")),
            (Some("fr"), Some("2026-04-03")),
            (Some("es_MX"), Some("2026-04-03")),
            (Some("en"), None),
            (None, None),
        ] {
            let read = moment("03/04/2026", Order::of_tag(tag)).map(|read| read.date_naive().to_string());
            assert_eq!(read.as_deref(), day, "{tag:?}");
        }
    }
}
