//! Hours in which nothing is sent at once.

use std::fmt;

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::slots::means_none;
use super::{Misread, read_minute, write_minute};

/// A gap may swallow the one loud stretch of a day, so quiet hours may last into the next: 48 hours and a shift of one.
const LONGEST_MINUTES: i64 = 49 * 60;

/// Quiet hours of a chat, by its wall clock; over midnight when `from` is after `to`. Never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quiet {
    from: u16,
    to: u16,
}

impl Quiet {
    /// Reads `23:00-07:00` (also `23-7`, `11pm – 7am`); `off` is `None`.
    ///
    /// # Errors
    /// When it is not two different times of day.
    pub fn read(text: &str) -> Result<Option<Self>, Misread> {
        let misread = || Misread::Quiet(text.trim().to_owned());
        let plain = text.trim().to_lowercase().replace(['–', '—'], "-");
        if means_none(&plain) {
            return Ok(None);
        }
        let parts = plain.split_once('-').or_else(|| plain.split_once(char::is_whitespace));
        let (from, to) = parts.ok_or_else(misread)?;
        let (from, to) = (read_minute(from), read_minute(to));
        match (from, to) {
            (Ok(from), Ok(to)) if from != to => Ok(Some(Self { from, to })),
            _ => Err(misread()),
        }
    }

    /// True when the wall clock of `zone` shows a quiet minute at `now`.
    #[must_use]
    pub fn holds(self, zone: Tz, now: DateTime<Utc>) -> bool {
        let clock = now.with_timezone(&zone).time();
        let minute = (clock.hour() * 60 + clock.minute()) as u16;
        if self.from < self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        }
    }

    /// The instant the quiet hours that hold at `now` end; `now` itself when none hold.
    #[must_use]
    pub fn ends(self, zone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
        if !self.holds(zone, now) {
            return now;
        }
        // minute by minute, because clocks leap out of quiet hours and are put back into them
        (1..=LONGEST_MINUTES)
            .filter_map(|step| whole_minute(now).checked_add_signed(TimeDelta::minutes(step)))
            .find(|at| !self.holds(zone, *at))
            .unwrap_or(now)
    }
}

fn whole_minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at)
}

impl fmt::Display for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", write_minute(self.from), write_minute(self.to))
    }
}

#[cfg(test)]
#[path = "quiet_tests.rs"]
mod tests;
