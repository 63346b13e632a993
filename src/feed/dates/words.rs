//! Dates told in words: day, month and year in any order.

use chrono::{DateTime, NaiveDate, Utc};

use super::names::{month, offset};
use super::zones::{Zone, at, century};
use crate::languages::is_afternoon;

/// `Mon, 2 Feb 2026 10:00 MSK`, `Feb 2 2026`, ctime, `02.02.2026 10:00`, `2 февраля 2026, 10:00`, in any order that tells
/// day, month and year.
pub(super) fn words(text: &str) -> Option<DateTime<Utc>> {
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
    at(day, hour, minute, second, seen.zone.unwrap_or(Zone::East(0)))
}

/// What the words of a date have told so far.
#[derive(Default)]
struct Seen {
    day: Option<u32>,
    month: Option<u32>,
    /// The month stood before the day and may have been a day of the week.
    guessed: bool,
    year: Option<i32>,
    time: Option<(i32, i32, i32)>,
    afternoon: Option<bool>,
    zone: Option<Zone>,
}

impl Seen {
    /// Takes one word; `None` when it can stand in no date.
    fn take(&mut self, word: &str) -> Option<()> {
        let lower = word.to_lowercase();
        if self.time.is_none() && word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.take_time(&lower);
        }
        if word.starts_with(['+', '-', '−']) && word.len() > 1 {
            let named = match self.zone {
                Some(Zone::East(minutes)) => minutes,
                // the offset of a place is known better than it is written
                Some(Zone::Place(_)) => return Some(()),
                None => 0,
            };
            self.zone = Some(Zone::East(named + offset(word)?));
            return Some(());
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return if word.bytes().all(|byte| byte.is_ascii_digit()) {
                self.take_number(word)
            } else {
                self.take_clock(&lower).or_else(|| self.take_joined(&lower))
            };
        }
        let named = month(&lower);
        match lower.replace('.', "").as_str() {
            half if is_afternoon(half).is_some() => self.afternoon = is_afternoon(half),
            // a short day of the week may look like a month: mar. 14 sept. 2026
            _ if named.is_some() && (self.month.is_none() || self.guessed && self.day.is_some()) => {
                self.month = named;
                self.guessed = self.day.is_none();
            }
            _ if self.time.is_some() && self.zone.is_none() => self.zone = Zone::read(word),
            // names of week days, “г.”, “at”, “в”, “de”
            _ if word.chars().any(char::is_alphabetic) || word.len() == 1 => {}
            _ => return None,
        }
        Some(())
    }

    /// `15h41`, `15h`, and behind a whole day `15.41`.
    fn take_clock(&mut self, word: &str) -> Option<()> {
        let dated = self.day.is_some() && self.year.is_some();
        let (hour, minute) = word.split_once('h').or_else(|| word.split_once('.').filter(|_| dated))?;
        let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
        let hour = hour.parse().ok().filter(|_| self.time.is_none())?;
        self.time = Some((hour, minute, 0));
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
            half if is_afternoon(half).is_some() => self.afternoon = is_afternoon(half),
            rest => self.zone = Zone::read(rest),
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
                // 3rd, 1er, 3º; behind four digits it is the word for a year
                if rest.chars().count() > 4 || !rest.chars().all(char::is_alphabetic) {
                    return None;
                } else if digits.len() == 4 {
                    self.year = digits.parse().ok();
                } else {
                    self.day = digits.parse().ok();
                }
            }
            _ => return None,
        }
        Some(())
    }
}
