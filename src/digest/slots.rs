//! Digest times as people write them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::Misread;
use crate::languages::{Language, halves_of_day, is_afternoon, section, words as words_of};

/// Most digests a chat gets in a day (CHAT.md).
pub const MOST_SLOTS: usize = 4;

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Weekdays(u8);

/// One digest time: a minute of the local day, on some days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// Minute of the day, 0 to 1,439.
    pub minute: u16,
    /// The days it holds on.
    pub weekdays: Weekdays,
}

impl Weekdays {
    /// Every day.
    pub const ALL: Self = Self(0b111_1111);

    /// The days of a bit mask, bit 0 Monday; other bits are dropped.
    #[must_use]
    pub fn from_bits(bits: i64) -> Self {
        Self((bits & 0b111_1111) as u8)
    }

    /// The bit mask, bit 0 Monday.
    #[must_use]
    pub fn bits(self) -> i64 {
        i64::from(self.0)
    }

    /// True when `date` is one of the days.
    #[must_use]
    pub fn has(self, date: NaiveDate) -> bool {
        self.0 >> date.weekday().num_days_from_monday() & 1 == 1
    }

    /// The days from `first` to `last` (0 is Monday), round the end of the week if need be.
    fn range(first: u8, last: u8) -> Self {
        let length = (last + 7 - first) % 7;
        Self((0..=length).fold(0, |days, step| days | 1 << ((first + step) % 7)))
    }
}

/// The days as they are written and stored.
const SHORT: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Days as one types them in any language, each with its first and its last day (0 is Monday).
static TYPED_DAYS: LazyLock<HashMap<String, (u8, u8)>> = LazyLock::new(|| {
    let typed = Language::all().flat_map(|language| language.pairs(section::TYPED_DAY));
    let mut days = HashMap::new();
    for (word, numbers) in typed {
        let (first, last) = numbers.split_once('-').unwrap_or((&numbers, &numbers));
        if let (Some(first), Some(last)) = (day_of(first), day_of(last)) {
            days.entry(word).or_insert((first, last));
        }
    }
    days
});

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut day = 0;
        let mut first = true;
        while day < 7 {
            let run = (day..7).take_while(|d| self.0 >> d & 1 == 1).count();
            let name = |day: usize| SHORT.get(day).copied().unwrap_or_default();
            if run > 0 {
                f.write_str(if first { "" } else { "," })?;
                first = false;
                f.write_str(name(day))?;
            }
            if run > 1 {
                write!(f, "-{}", name(day + run - 1))?;
            }
            day += run + 1;
        }
        Ok(())
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_minute(self.minute))?;
        if self.weekdays == Weekdays::ALL { Ok(()) } else { write!(f, " {}", self.weekdays) }
    }
}

/// Reads a time of day such as `08:00`, `8`, `8am`, `18.30`, `0830` or `18h30` as a minute of the day.
///
/// # Errors
/// When it is not a time of day.
pub fn read_minute(text: &str) -> Result<u16, Misread> {
    let misread = || Misread::Time(text.trim().to_owned());
    let lower = text.trim().to_lowercase();
    let (clock, half) = halves_of_day()
        .iter()
        .find_map(|(end, late)| lower.strip_suffix(&**end).map(|clock| (clock.trim_end(), Some(*late))))
        .unwrap_or((&lower, None));
    let (hours, minutes) = match clock.split_once([':', '.', 'h', 'ч']) {
        Some((hours, minutes)) => (hours, if minutes.is_empty() { "00" } else { minutes }),
        None if clock.len() == 4 => clock.split_at_checked(2).ok_or_else(misread)?,
        None => (clock, "00"),
    };
    let plain = |digits: &str, longest: usize| {
        (1..=longest).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !plain(hours, 2) || minutes.len() != 2 || !plain(minutes, 2) {
        return Err(misread());
    }
    let number = |digits: &str| digits.parse::<u16>().map_err(|_number| misread());
    let (hour, minute) = (number(hours)?, number(minutes)?);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return Err(misread()),
        Some(after_noon) => hour % 12 + if after_noon { 12 } else { 0 },
    };
    if hour < 24 && minute < 60 { Ok(hour * 60 + minute) } else { Err(misread()) }
}

/// Writes a minute of the day as `08:00`.
#[must_use]
pub fn write_minute(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads digest times: `08:00`, `08:00 18:30`, `mon-fri 08:00 sat,sun 10:00`, `8am будни`; `off` is none.
///
/// Days before a time hold for the times after them; where the first word is a time, days hold for the times
/// before them. The result is sorted and holds each minute once.
///
/// # Errors
/// When a word is neither a time nor days, or there are none or more than [`MOST_SLOTS`].
pub fn read_slots(text: &str) -> Result<Vec<Slot>, Misread> {
    let text = text.to_lowercase().replace(['–', '—'], "-");
    if means_none(&text) {
        return Ok(Vec::new());
    }
    let mut slots: Vec<Slot> = Vec::new();
    let mut days_first = None;
    let mut days: Option<Weekdays> = None;
    let mut open = 0;
    for word in joined_halves(&text) {
        if let Some(read) = read_days(&word) {
            let before = *days_first.get_or_insert(true);
            let both = Weekdays(days.map_or(0, |days| days.0) | read.0);
            days = Some(both);
            if !before {
                slots.iter_mut().skip(open).for_each(|slot| slot.weekdays = both);
            } else if open < slots.len() {
                days = Some(read);
                open = slots.len();
            }
            continue;
        }
        let minute = read_minute(&word)?;
        let before = *days_first.get_or_insert(false);
        if !before && days.take().is_some() {
            open = slots.len();
        }
        slots.push(Slot { minute, weekdays: days.filter(|_| before).unwrap_or(Weekdays::ALL) });
    }
    settled(slots)
}

/// The day of the week of this name in any language, in small letters, in whatever case: 0 is Monday.
#[must_use]
pub fn read_weekday(word: &str) -> Option<u32> {
    static NAMES: LazyLock<HashMap<Cow<'static, str>, u32>> = LazyLock::new(|| {
        let days = Language::all().flat_map(Language::weekdays);
        days.flat_map(|day| day.names.into_iter().chain(day.short).map(move |name| (name, day.number - 1)))
            .collect()
    });
    let typed =
        || TYPED_DAYS.get(word).filter(|(first, last)| first == last).map(|(first, _)| u32::from(*first));
    NAMES.get(word).copied().or_else(typed)
}

/// True for what one types instead of times to have none, in lower case.
#[must_use]
pub fn means_none(text: &str) -> bool {
    words_of(section::TYPED_NONE).any(|none| none == text.trim())
}

/// Writes slots so that [`read_slots`] reads them back.
#[must_use]
pub fn write_slots(slots: &[Slot]) -> String {
    if slots.is_empty() {
        return "off".to_owned();
    }
    let words = slots.iter().map(|slot| {
        let days = if slots.iter().all(|slot| slot.weekdays == Weekdays::ALL) {
            String::new()
        } else {
            format!("{} ", slot.weekdays)
        };
        format!("{days}{}", write_minute(slot.minute))
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Words of the input, with `8 pm` made one word.
fn joined_halves(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in
        text.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|word| !word.is_empty())
    {
        if words_of(section::TYPED_FILLER).any(|filler| filler == word) {
            continue;
        }
        match words.last_mut() {
            Some(last) if is_afternoon(word).is_some() => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn read_days(word: &str) -> Option<Weekdays> {
    let typed = |word: &str| TYPED_DAYS.get(word).copied();
    let (first, last) = typed(word).or_else(|| {
        let (first, last) = word.split_once('-')?;
        Some((typed(first)?.0, typed(last)?.1))
    })?;
    Some(Weekdays::range(first, last))
}

/// A day's number from 0 by that from 1.
fn day_of(number: &str) -> Option<u8> {
    number.parse::<u8>().ok()?.checked_sub(1).filter(|day| *day < 7)
}

fn settled(mut slots: Vec<Slot>) -> Result<Vec<Slot>, Misread> {
    slots.sort_unstable();
    slots.dedup_by(|later, kept| {
        let same = later.minute == kept.minute;
        if same {
            kept.weekdays.0 |= later.weekdays.0;
        }
        same
    });
    match slots.len() {
        0 => Err(Misread::NoTime),
        count if count > MOST_SLOTS => Err(Misread::TooMany(count)),
        _ => Ok(slots),
    }
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
