//! `Retry-After`: how long a server asks to be left alone.

use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// A `Retry-After` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// So long after the answer.
    After(Duration),
    /// At this instant.
    At(DateTime<Utc>),
}

impl RetryAfter {
    /// Reads the header: seconds or an HTTP date (RFC 9110, 10.2.3), the two old forms of it too (5.6.7).
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        const OLD: [&str; 2] = ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
        let value = value.trim();
        if let Ok(seconds) = value.parse::<u64>() {
            return Some(Self::After(Duration::from_secs(seconds)));
        }
        let now = DateTime::parse_from_rfc2822(value).ok().map(|instant| instant.to_utc());
        let old = || OLD.iter().find_map(|form| NaiveDateTime::parse_from_str(value, form).ok());
        now.or_else(|| old().map(|instant| instant.and_utc())).map(Self::At)
    }

    /// The instant it stands for, when the answer came at `now`; at most a year ahead.
    #[must_use]
    pub fn until(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let furthest = now + TimeDelta::days(365);
        match self {
            Self::After(wait) => TimeDelta::from_std(wait)
                .ok()
                .and_then(|wait| now.checked_add_signed(wait))
                .unwrap_or(furthest),
            Self::At(instant) => instant,
        }
        .min(furthest)
    }

    /// How long to wait from `now` on, in seconds, so that a time kept in whole seconds, rounded down, is not too early.
    #[must_use]
    pub fn seconds(self, now: DateTime<Utc>) -> i64 {
        (self.until(now) - now).num_seconds().max(0) + 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        for (value, seconds) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("Mon, 21 Sep 2026 14:13:30 GMT", Some(10)),
            ("Monday, 21-Sep-26 14:13:30 GMT", Some(10)),
            ("Mon Sep 21 14:13:30 2026", Some(10)),
            ("99999999999999999", Some(365 * 86_400)),
            ("soon", None),
            ("-5", None),
            ("", None),
        ] {
            let wait = RetryAfter::parse(value).map(|after| (after.until(now) - now).num_seconds());
            assert_eq!(wait, seconds, "{value}");
        }
    }

    #[test]
    fn a_wait_kept_in_whole_seconds_is_never_too_early() {
        for now in [0_u32, 1, 400, 999].map(|part| DateTime::from_timestamp(1_790_000_000, part * 1_000_000))
        {
            let now = now.unwrap();
            for after in
                [RetryAfter::After(Duration::from_mins(2)), RetryAfter::At(now + TimeDelta::seconds(90))]
            {
                let kept = (now + TimeDelta::seconds(after.seconds(now))).timestamp();
                // a program that looks at the clock once a second looks then
                assert!(DateTime::from_timestamp(kept, 0).unwrap() > after.until(now), "{now} {after:?}");
            }
        }
    }
}
