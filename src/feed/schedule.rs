//! When a feed is asked again.
//!
//! In: what its server and the feed itself said, how often it posts, how it failed, and `now`. Out: how long to wait. Pure;
//! chance comes in as `jitter`, a number from -1 to 1. Invariants: nobody is asked before the time a server or a feed
//! named, nor within skipped hours and days; the wait is never longer than `most` but for a `Retry-After`, skipped time and
//! feeds that are asleep.
//!
//! Sources: RFC 9110 and 9111, the RSS 2.0 and syndication module specifications, rachelbythebay.com on feed readers.

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};

use super::{Hints, dates};

/// On how many polls in a row a permanent redirect leads to one place before it is believed.
pub const MOVES_BELIEVED: i64 = 3;
/// Dated entries that tell a posting rate.
pub const RATE_NEEDS: usize = 10;
/// Dated entries the rate is taken from at most.
pub const RATE_READS: usize = 20;
/// A `Retry-After` is honoured up to here, in seconds.
const LONGEST_RETRY: i64 = 7 * 86_400;
/// A feed that answers 404 this long, in days, falls asleep.
const ASLEEP_AFTER: i64 = 14;
/// How often a feed that is asleep is asked all the same, in seconds.
const ASLEEP_WAIT: i64 = 7 * 86_400;
/// Share of the wait that chance moves it by.
const JITTER: f64 = 0.1;

/// Bounds of the wait, in seconds (`poll.min_seconds`, `poll.default_seconds`, `poll.max_seconds`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The shortest, for a feed that posts often.
    pub least: i64,
    /// Until a rate is known, and the shortest without validators; the first step of the back-off.
    pub usual: i64,
    /// The longest.
    pub most: i64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { least: 900, usual: 3_600, most: 86_400 }
    }
}

/// What is known after a good answer.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answered<'a> {
    /// The server gives an `ETag` or a `Last-Modified`.
    pub validators: bool,
    /// Seconds the answer stays fresh, as [`freshness`] reads its headers.
    pub fresh_seconds: i64,
    /// Seconds between polls the feed asks for, as [`asked_seconds`] reads its hints.
    pub asked_seconds: i64,
    /// Publication times of its newest entries, newest first.
    pub posted: &'a [DateTime<Utc>],
    /// Hours and days without polls.
    pub skip: Skip,
}

/// Hours of the day and days of the week (UTC) without polls, as bits: bit 0 is midnight, and Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Skip {
    /// 24 bits.
    pub hours: u32,
    /// 7 bits.
    pub days: u8,
}

/// How a poll failed, as far as the schedule cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// 429 or 503 that says when to come back, in seconds.
    Busy(i64),
    /// 404.
    Missing,
    /// 410.
    Gone,
    /// A page that wants to see a person first.
    Challenge,
    /// Anything else: 403, 5xx, 429 without a time, time-out, no such host, no feed.
    Other,
}

/// What becomes of a feed whose poll failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Asked again when due.
    Active,
    /// Asked rarely.
    Asleep,
    /// Never asked again by itself.
    Gone,
}

/// How long to wait after a good answer (rows 3, 5, 7, 8, 9, 25 of the polling table).
#[must_use]
pub fn after_answer(known: &Answered, bounds: Bounds, now: DateTime<Utc>, jitter: f64) -> TimeDelta {
    let floor = if known.validators { bounds.least } else { bounds.usual };
    let asked = known.fresh_seconds.max(known.asked_seconds);
    let floor = floor.max(asked).min(bounds.most);
    let wait = posting_gap(known.posted, now)
        .map_or(bounds.usual, |gap| gap / 2)
        .clamp(floor, bounds.most.max(floor));
    let moved = shaken(wait, jitter).clamp(floor, bounds.most.max(floor));
    outside(TimeDelta::seconds(moved), known.skip, now)
}

/// What becomes of a feed, and how long to wait, after a failed poll (rows 10, 11, 15, 16, 23). `failures` counts those
/// in a row before this one, `failing_since` is when they began.
#[must_use]
pub fn after_failure(
    failure: Failure,
    (failures, failing_since): (i64, Option<DateTime<Utc>>),
    bounds: Bounds,
    (now, jitter): (DateTime<Utc>, f64),
) -> (Standing, TimeDelta) {
    let doubled = bounds.usual.saturating_mul(1 << failures.clamp(0, 20)).min(bounds.most);
    let backed_off =
        TimeDelta::seconds(shaken(doubled, jitter).clamp(bounds.least.min(doubled), bounds.most));
    match failure {
        // never earlier than asked, so chance only adds
        Failure::Busy(seconds) => {
            let asked = seconds.clamp(0, LONGEST_RETRY);
            (
                Standing::Active,
                TimeDelta::seconds(asked + shaken(60, jitter.abs()) - 60)
                    .max(TimeDelta::seconds(bounds.least)),
            )
        }
        Failure::Gone => (Standing::Gone, TimeDelta::seconds(ASLEEP_WAIT)),
        Failure::Missing
            if failing_since.is_some_and(|since| now - since >= TimeDelta::days(ASLEEP_AFTER)) =>
        {
            (Standing::Asleep, TimeDelta::seconds(ASLEEP_WAIT))
        }
        Failure::Challenge => (Standing::Active, TimeDelta::seconds(bounds.most)),
        Failure::Missing | Failure::Other => (Standing::Active, backed_off),
    }
}

/// Seconds between polls that a feed's own hints ask for.
#[must_use]
pub fn asked_seconds(hints: &Hints) -> i64 {
    i64::from(hints.ttl_seconds.unwrap_or(0).max(hints.update_seconds.unwrap_or(0)))
}

/// Seconds an answer stays fresh: `max-age` less `Age`, else `Expires` less `Date` (RFC 9111, 4.2.1).
#[must_use]
pub fn freshness(
    cache_control: Option<&str>,
    age: Option<&str>,
    expires: Option<&str>,
    now: DateTime<Utc>,
) -> i64 {
    let directives = || cache_control.unwrap_or_default().split(',').map(str::trim);
    let max_age = directives().find_map(|directive| {
        let (name, value) = directive.split_once('=')?;
        if !name.trim().eq_ignore_ascii_case("max-age") {
            return None;
        }
        value.trim().trim_matches('"').parse::<i64>().ok()
    });
    if directives().any(|directive| {
        directive.eq_ignore_ascii_case("no-store") || directive.eq_ignore_ascii_case("no-cache")
    }) {
        return 0;
    }
    let aged = age.and_then(|age| age.trim().parse::<i64>().ok()).unwrap_or(0);
    let seconds = match max_age {
        Some(seconds) => seconds.saturating_sub(aged.max(0)),
        None => expires.and_then(dates::parse).map_or(0, |instant| (instant - now).num_seconds()),
    };
    seconds.max(0)
}

/// Where in a start-up's spread a feed stands, in seconds from the start: `overdue` feeds are asked over as many fifths of
/// a second, at most five minutes (row 25).
#[must_use]
pub fn start_spread(place: usize, overdue: usize) -> i64 {
    let whole = (overdue / 5).min(300);
    (place * whole).checked_div(overdue).unwrap_or(0) as i64
}

/// The wait, made longer until it ends outside skipped hours and days; skipping everything skips nothing.
#[must_use]
pub fn outside(wait: TimeDelta, skip: Skip, now: DateTime<Utc>) -> TimeDelta {
    let skipped = |at: DateTime<Utc>| {
        skip.hours & (1 << at.hour()) != 0 || skip.days & (1 << at.weekday().num_days_from_monday()) != 0
    };
    let mut due = now + wait;
    for _ in 0..=24 * 7 {
        if !skipped(due) {
            return due - now;
        }
        let into_hour = i64::from(due.minute()) * 60 + i64::from(due.second());
        due += TimeDelta::seconds(3_600 - into_hour);
    }
    wait
}

/// Mean seconds between posts, silence since the last one counted; `None` until [`RATE_NEEDS`] dated entries are known.
fn posting_gap(posted: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<i64> {
    let past: Vec<_> = posted.iter().filter(|at| **at <= now + TimeDelta::days(1)).take(RATE_READS).collect();
    if past.len() < RATE_NEEDS {
        return None;
    }
    let oldest = past.iter().min()?;
    Some((now - **oldest).num_seconds().max(0) / past.len() as i64)
}

fn shaken(seconds: i64, jitter: f64) -> i64 {
    (seconds as f64 * (1.0 + JITTER * jitter.clamp(-1.0, 1.0))).round() as i64
}

#[cfg(test)]
mod tests;
