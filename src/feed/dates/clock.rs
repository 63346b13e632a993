//! Days, times of day and offsets as instants.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The instant of a day, a time of day and an offset from UTC in minutes; `24:00` and leap seconds run on.
pub(super) fn at(day: NaiveDate, hour: i32, minute: i32, second: i32, zone: i32) -> Option<DateTime<Utc>> {
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0..=61).contains(&second) {
        return None;
    }
    let local = day.and_time(NaiveTime::MIN).and_utc();
    let after = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second) - i64::from(zone) * 60;
    local.checked_add_signed(TimeDelta::try_seconds(after)?)
}

/// Two-digit years as RFC 2822 reads them.
pub(super) fn century(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}
