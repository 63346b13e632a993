//! When a digest is next due.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::Slot;

/// How long what fell due while the machine was off may wait at a start for feeds to be asked.
pub const CATCHING_UP: TimeDelta = TimeDelta::minutes(10);

/// How late a digest may be and still be sent (CHAT.md: 6 hours, and what it waited at a start); a later one is merged
/// into the next.
pub const LATE: TimeDelta = TimeDelta::minutes(6 * 60 + CATCHING_UP.num_minutes());

/// A key further ahead than this many days was made by a clock that was wrong, and is ignored.
/// Steps of 25 h and a change of zone of at most 26 h stay inside it.
const AHEAD_DAYS: u64 = 3;

/// A chat's digest times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The chat's zone.
    pub zone: Tz,
    /// Its times, and when each was set (a change of zone alone leaves that): what was already past then is not
    /// caught up. None means no digests.
    pub slots: Vec<(Slot, DateTime<Utc>)>,
}

impl Plan {
    /// Makes a plan whose times were all set at one moment.
    #[must_use]
    pub fn new(zone: Tz, slots: &[Slot], set_at: DateTime<Utc>) -> Self {
        Self { zone, slots: slots.iter().map(|slot| (*slot, set_at)).collect() }
    }
}

/// Names one digest of a chat: local date and minute of the day, as asked for (not as moved by a gap).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The local date.
    pub date: NaiveDate,
    /// The slot's minute of that day, 0 to 1,439.
    pub minute: u16,
}

/// A digest that is due, now or later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// Its key; unique with chat and thread.
    pub key: Key,
    /// The instant it is due.
    pub at: DateTime<Utc>,
}

impl Next {
    /// How late it is at `now`; `None` when it is not yet due.
    #[must_use]
    pub fn late(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        (self.at <= now).then(|| now - self.at)
    }
}

/// Tells the digest to send next: the latest one passed at most [`LATE`] ago, else the first to come.
///
/// `last` is the key of the digest written most recently (not the greatest key), `None` before the first. Digests
/// missed for longer, or passed by a later one, are merged: their time belongs to the window of the one returned.
/// `None` when the plan has no slots.
#[must_use]
pub fn next(plan: &Plan, last: Option<Key>, now: DateTime<Utc>) -> Option<Next> {
    let today = now.with_timezone(&plan.zone).date_naive();
    let horizon = today.checked_add_days(Days::new(AHEAD_DAYS))?;
    let last = last.filter(|key| key.date <= horizon);
    let mut passed: Option<Next> = None;
    let mut coming: Option<Next> = None;
    for (next, set) in candidates(plan, today) {
        // a time set by a clock that ran ahead counts as set long ago
        let too_early = set <= now && next.at < set;
        if too_early || last.is_some_and(|last| next.key <= last) {
            continue;
        }
        if next.at <= now {
            if passed.is_none_or(|best| (best.at, best.key) < (next.at, next.key)) {
                passed = Some(next);
            }
        } else if coming.is_none_or(|best| next.at < best.at || next.at == best.at && next.key > best.key) {
            coming = Some(next);
        }
    }
    passed.filter(|passed| now - passed.at <= LATE).or(coming)
}

/// When the next digests come, at most `most` within twelve days.
#[must_use]
pub fn upcoming(zone: Tz, slots: &[Slot], now: DateTime<Utc>, most: usize) -> Vec<DateTime<Utc>> {
    let plan = Plan::new(zone, slots, now);
    let today = now.with_timezone(&zone).date_naive();
    let mut times: Vec<_> =
        candidates(&plan, today).map(|(next, _)| next.at).filter(|at| *at > now).collect();
    times.sort_unstable();
    times.dedup();
    times.truncate(most);
    times
}

/// The stretch of time the digest sent at `now` covers: from the end of the last one's window (or `since`) to `now`.
///
/// After a clock set back the start is never behind the end; what is new is told by row, the window is what is shown.
#[must_use]
pub fn window(
    last_until: Option<DateTime<Utc>>,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> (DateTime<Utc>, DateTime<Utc>) {
    (last_until.unwrap_or(since).min(now), now)
}

/// The instant of a local date and minute: in an overlap the first of the two, in a gap the next minute that exists.
///
/// `None` only at the ends of the calendar.
#[must_use]
pub fn first_valid(zone: Tz, date: NaiveDate, minute: u16) -> Option<DateTime<Utc>> {
    let wanted = date.and_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0)?;
    // the longest gap ever was a whole day (Apia left out 30 December 2011)
    (0..=26 * 60).find_map(|step| {
        let local = wanted.checked_add_signed(TimeDelta::minutes(step))?;
        instants(zone, local).first().copied()
    })
}

/// All instants at which a wall clock shows `local`: none in a gap, two in an overlap, in order.
pub(super) fn instants(zone: Tz, local: NaiveDateTime) -> Vec<DateTime<Utc>> {
    match zone.offset_from_local_datetime(&local) {
        chrono::LocalResult::None => Vec::new(),
        chrono::LocalResult::Single(offset) => back(local, offset.fix()).into_iter().collect(),
        chrono::LocalResult::Ambiguous(first, second) => {
            let mut both: Vec<_> = [first, second].into_iter().filter_map(|o| back(local, o.fix())).collect();
            both.sort_unstable();
            both
        }
    }
}

fn back(local: NaiveDateTime, offset: chrono::FixedOffset) -> Option<DateTime<Utc>> {
    local.checked_sub_offset(offset).map(|utc| utc.and_utc())
}

/// All digests of the plan from two days before `today` to twelve after: enough for a weekly slot behind a key
/// [`AHEAD_DAYS`] ahead.
fn candidates(plan: &Plan, today: NaiveDate) -> impl Iterator<Item = (Next, DateTime<Utc>)> + '_ {
    let start = today.checked_sub_days(Days::new(2)).unwrap_or(today);
    start.iter_days().take(15).flat_map(move |date| {
        plan.slots.iter().filter(move |(slot, _)| slot.weekdays.has(date)).filter_map(move |(slot, set)| {
            let at = first_valid(plan.zone, date, slot.minute)?;
            Some((Next { key: Key { date, minute: slot.minute }, at }, *set))
        })
    })
}

#[cfg(test)]
#[path = "schedule_tests.rs"]
mod tests;
