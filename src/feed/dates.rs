//! The dates feeds write, and what they mean.
//!
//! In: the text of a date element. Out: an instant, or nothing when no day can be read. Total. Without a zone, UTC is
//! taken; without a time, midnight; fractions of a second are cut. The shapes come from the public test feeds of feedparser, gofeed and rome.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use regex::{Captures, Regex};

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

/// `Mon, 2 Feb 2026 10:00 MSK`, `Feb 2 2026`, ctime, `02.02.2026 10:00`, `2 февраля 2026, 10:00`, in any order that tells
/// day, month and year.
fn words(text: &str) -> Option<DateTime<Utc>> {
    let mut seen = Seen::default();
    for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
        seen.take(word)?;
    }
    let (hour, minute, second) = seen.time.unwrap_or_default();
    let hour = match (seen.afternoon, hour) {
        (Some(true), 0..12) => hour + 12,
        (Some(false), 12) => 0,
        _ => hour,
    };
    let day = NaiveDate::from_ymd_opt(seen.year?, seen.month?, seen.day?)?;
    at(day, hour, minute, second, seen.zone.unwrap_or(0))
}

/// What the words of a date have told so far.
#[derive(Default)]
struct Seen {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    time: Option<(i32, i32, i32)>,
    afternoon: Option<bool>,
    zone: Option<i32>,
}

impl Seen {
    /// Takes one word; `None` when it can stand in no date.
    fn take(&mut self, word: &str) -> Option<()> {
        let lower = word.to_lowercase();
        if self.time.is_none() && word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.take_time(&lower);
        }
        if word.starts_with(['+', '-', '−']) && word.len() > 1 {
            self.zone = Some(self.zone.unwrap_or(0) + offset(word)?);
            return Some(());
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return if word.bytes().all(|byte| byte.is_ascii_digit()) {
                self.take_number(word)
            } else {
                self.take_joined(&lower)
            };
        }
        match lower.trim_matches('.') {
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            _ if self.month.is_none() && month(&lower).is_some() => self.month = month(&lower),
            _ if self.time.is_some() && self.zone.is_none() => self.zone = zone(word),
            // names of week days, “г.”, “at”, “в”, “de”
            _ if word.chars().any(char::is_alphabetic) || word.len() == 1 => {}
            _ => return None,
        }
        Some(())
    }

    fn take_time(&mut self, word: &str) -> Option<()> {
        let end = word.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(word.len());
        let (clock, rest) = word.split_at_checked(end)?;
        let mut parts = clock.split([':', '.']).map(str::parse::<i32>);
        let hour = parts.next()?.ok()?;
        let minute = parts.next()?.ok()?;
        let second = parts.next().and_then(Result::ok).unwrap_or(0);
        self.time = Some((hour, minute, second));
        match rest {
            "" => {}
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            rest => self.zone = zone(rest),
        }
        Some(())
    }

    fn take_number(&mut self, word: &str) -> Option<()> {
        let value: i32 = word.parse().ok()?;
        match (word.len(), self.day, self.year) {
            (4, _, None) => self.year = Some(value),
            (1 | 2, None, _) => self.day = u32::try_from(value).ok(),
            (2, Some(_), None) => self.year = Some(century(value)),
            // a time written as 1530 or 153000, or a stray number
            _ => {}
        }
        Some(())
    }

    /// `02.02.2026`, `2/2/2026`, `2-Feb-2026`, `2026-02-02`, `3rd`.
    fn take_joined(&mut self, word: &str) -> Option<()> {
        let mut parts = word.split(['.', '/', '-']).filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(middle), Some(day)) if year.len() == 4 => {
                self.year = year.parse().ok();
                self.month = middle.parse().ok().or_else(|| month(middle));
                self.day = day.parse().ok();
            }
            (Some(first), Some(middle), Some(year)) => {
                let digits: String = year.chars().take_while(char::is_ascii_digit).collect();
                self.year =
                    digits.parse().ok().map(|year| if digits.len() == 2 { century(year) } else { year });
                let (first, second): (u32, u32) =
                    (first.parse().ok()?, middle.parse().ok().or_else(|| month(middle))?);
                // with slashes and nothing to tell them apart, the American order
                let swapped = second > 12 || (word.contains('/') && first <= 12);
                (self.day, self.month) =
                    if swapped { (Some(second), Some(first)) } else { (Some(first), Some(second)) };
            }
            (Some(only), None, _) => {
                let digits: String = only.chars().take_while(char::is_ascii_digit).collect();
                let rest = only.get(digits.len()..)?;
                if ["", "st", "nd", "rd", "th"].contains(&rest) {
                    self.day = digits.parse().ok();
                } else if !["г", "год", "года"].contains(&rest) {
                    return None;
                } else {
                    self.year = digits.parse().ok();
                }
            }
            _ => return None,
        }
        Some(())
    }
}

/// The instant of a day, a time of day and an offset from UTC in minutes; `24:00` and leap seconds run on.
fn at(day: NaiveDate, hour: i32, minute: i32, second: i32, zone: i32) -> Option<DateTime<Utc>> {
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0..=61).contains(&second) {
        return None;
    }
    let local = day.and_time(NaiveTime::MIN).and_utc();
    let after = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second) - i64::from(zone) * 60;
    local.checked_add_signed(TimeDelta::try_seconds(after)?)
}

/// Two-digit years as RFC 2822 reads them.
fn century(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// Offset in minutes of `MSK`, `Z`, `+03:00`, `GMT+0000`, `UTC +3`; 0 for names nobody can place.
fn zone(text: &str) -> Option<i32> {
    let text = text.trim();
    let split = text.find(['+', '-', '−']).unwrap_or(text.len());
    let (name, signed) = text.split_at_checked(split)?;
    let name = name.trim().to_lowercase();
    let named = ZONES.iter().find(|(known, _)| *known == name).map_or(0, |(_, minutes)| *minutes);
    if signed.is_empty() { Some(named) } else { Some(named + offset(signed)?) }
}

fn offset(text: &str) -> Option<i32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let value: i32 = digits.parse().ok()?;
    let minutes = match digits.len() {
        1 | 2 => value * 60,
        3 | 4 => value / 100 * 60 + value % 100,
        _ => return None,
    };
    if minutes > 18 * 60 {
        return None;
    }
    Some(if text.starts_with('+') { minutes } else { -minutes })
}

/// Zone names of mail and news with their offsets in minutes (RFC 2822, the IANA zones' abbreviations).
const ZONES: &[(&str, i32)] = &[
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("akst", -540),
    ("akdt", -480),
    ("hst", -600),
    ("ast", -240),
    ("adt", -180),
    ("nst", -210),
    ("ndt", -150),
    ("brt", -180),
    ("art", -180),
    ("bst", 60),
    ("west", 60),
    ("ist", 330),
    ("cet", 60),
    ("met", 60),
    ("mez", 60),
    ("cest", 120),
    ("mest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("sast", 120),
    ("cat", 120),
    ("eest", 180),
    ("msk", 180),
    ("мск", 180),
    ("eat", 180),
    ("trt", 180),
    ("msd", 240),
    ("gst", 240),
    ("pkt", 300),
    ("npt", 345),
    ("ict", 420),
    ("wib", 420),
    ("hkt", 480),
    ("sgt", 480),
    ("pht", 480),
    ("awst", 480),
    ("jst", 540),
    ("kst", 540),
    ("acst", 570),
    ("aest", 600),
    ("acdt", 630),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
];

/// The month a word names, by its beginning, in the languages feeds were seen to use.
fn month(word: &str) -> Option<u32> {
    let word = word.trim_matches('.');
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.iter().any(|name| word.starts_with(name)))
        .map(|(_, number)| number)
}

/// Beginnings of month names: English, Russian, German, French, Spanish, Italian, Portuguese, Greek, Hungarian, Polish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "янв", "ene", "gen", "jän", "ιαν", "stycz", "січ"],
    &["feb", "фев", "fév", "fev", "φεβ", "lut", "лют"],
    &["mar", "мар", "mär", "maer", "μάρ", "μαρ", "már", "бер"],
    &["apr", "апр", "avr", "abr", "απρ", "ápr", "kwie", "квіт"],
    &["may", "май", "мая", "mai", "mag", "μάϊ", "μαϊ", "μαι", "máj", "maj", "трав"],
    &["jun", "июн", "juin", "giu", "ιούν", "ιουν", "jún", "czerw", "черв"],
    &["jul", "июл", "juil", "lug", "ιούλ", "ιουλ", "júl", "lip", "лип"],
    &["aug", "авг", "aoû", "aou", "ago", "αύγ", "αυγ", "sierp", "серп"],
    &["sep", "сен", "set", "σεπ", "szept", "wrz", "вер"],
    &["oct", "окт", "okt", "out", "ott", "οκτ", "paź", "жов"],
    &["nov", "ноя", "νοέ", "νοε", "listop", "лист"],
    &["dec", "дек", "dez", "déc", "dic", "δεκ", "grud", "груд"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_feeds_write() {
        let noon = "2026-02-03T12:00:00Z";
        let midnight = "2026-02-03T00:00:00Z";
        let table = [
            ("Tue, 03 Feb 2026 12:00:00 GMT", noon),
            ("Tue, 3 Feb 2026 12:00 +0000", noon),
            ("Tue, 03 Feb 2026 15:00:00 MSK", noon),
            ("Mon, 03 Feb 2026 15:00:00 +0300", noon),
            ("Tuesday, 03 February 2026 12:00:00 Z", noon),
            ("Tue 03 Feb 2026 12:00:00", noon),
            ("Tue, 03 Feb 2026 12:00:00 GMT+0000", noon),
            ("Tue, 03 Feb 2026 15:00:00 GMT+0300", noon),
            ("Tue Feb  3 12:00:00 2026", noon),
            ("Tue Feb 3 07:00:00 EST 2026", noon),
            ("2026-02-03T12:00:00Z", noon),
            ("2026-02-03T15:00:00+0300", noon),
            ("2026-02-03T15:00+03:00", noon),
            ("2026-02-03T12:00:00", noon),
            ("2026-02-03T12:00:00.123", noon),
            ("2026-02-03 12:00:00", noon),
            ("2026-02-03 12:00", noon),
            ("2026-02-03 15:00:00 MSK", noon),
            ("2026-02-03", midnight),
            ("2026/02/03", midnight),
            ("20260203", midnight),
            ("2026-034", midnight),
            ("2026-02-02T24:00:00Z", midnight),
            ("3 февраля 2026, 12:00", noon),
            ("03 фев 2026 15:00 МСК", noon),
            ("Вт, 03 Фев 2026 15:00:00 +0300", noon),
            ("03.02.2026 12:00", noon),
            ("03.02.2026", midnight),
            ("13.02.2026", "2026-02-13T00:00:00Z"),
            ("2/3/2026 12:00:00 PM", noon),
            ("3-Feb-2026", midnight),
            ("February 3, 2026", midnight),
            ("February 3rd, 2026 at 12:00pm", noon),
            ("3. Februar 2026", midnight),
            ("2026-02", "2026-02-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
            ("2026년 2월 3일", midnight),
        ];
        for (text, due) in table {
            assert_eq!(parse(text).map(|t| t.format("%FT%TZ").to_string()).as_deref(), Some(due), "{text}");
        }
    }

    #[test]
    fn leaves_alone_what_is_no_date() {
        for text in [
            "",
            "yesterday",
            "0000-00-00 00:00:00",
            "99 Foo 2026",
            "2026-13-01",
            "31 Feb 2026",
            "12:30",
            "+++",
            "7",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,40}") {
            proptest::prop_assert!(parse(&text).is_none_or(|at| at.timestamp_subsec_nanos() == 0));
        }

        #[test]
        fn reads_back_what_chrono_writes(seconds in 0_i64..4_000_000_000) {
            let instant = DateTime::from_timestamp(seconds, 0).unwrap();
            proptest::prop_assert_eq!(parse(&instant.to_rfc2822()), Some(instant));
            proptest::prop_assert_eq!(parse(&instant.format("%F %T").to_string()), Some(instant));
            proptest::prop_assert_eq!(parse(&instant.format("%d.%m.%Y %H:%M:%S").to_string()), Some(instant));
        }
    }
}
