//! The clock a page tells the time of publication by: its readers see that clock's day, which may not be UTC's.

use chrono::{DateTime, FixedOffset, NaiveTime, Timelike};

const HOUR: i32 = 60;
/// The farthest that clocks are from Greenwich, west and east, in minutes.
const FARTHEST: std::ops::RangeInclusive<i32> = -12 * HOUR..=14 * HOUR;
/// The farthest that most people's are: what a day alone tells.
const FAR: std::ops::RangeInclusive<i32> = -8 * HOUR..=12 * HOUR;
/// Clocks differ by multiples of so many minutes.
const STEP: i32 = 15;

/// Minutes that the page's clock is east of Greenwich, where it shows another day than UTC's at the instant `stated`:
/// as stated with the instant, else as the page's `shown` day and hour tell; where only its day is shown, the fewest
/// whole hours that make it that day.
pub(in crate::article) fn minutes_east(
    stated: DateTime<FixedOffset>,
    shown: Option<DateTime<FixedOffset>>,
) -> Option<i32> {
    let offset = stated.offset().local_minus_utc() / 60;
    if offset != 0 {
        return (stated.date_naive() != stated.to_utc().date_naive()).then_some(offset);
    }
    let shown = shown?.naive_local();
    let days = (shown.date() - stated.date_naive()).num_days();
    if days.abs() != 1 || stated.time() == NaiveTime::MIN {
        return None;
    }
    let apart = (shown - stated.naive_local()).num_minutes();
    let exact = i32::try_from(apart).ok().filter(|_| shown.time() != NaiveTime::MIN);
    let exact = exact.map(|apart| (apart + apart.signum() * STEP / 2) / STEP * STEP);
    let hour = i32::try_from(stated.hour()).ok()?;
    let fewest = if days < 0 { -(hour + 1) * HOUR } else { (24 - hour) * HOUR };
    let fewest = Some(fewest).filter(|minutes| FAR.contains(minutes));
    exact.filter(|minutes| FARTHEST.contains(minutes)).or(fewest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn the_clock_of_a_page_is_as_stated_or_as_its_readers_see_it() {
        for (stated, shown, minutes) in [
            ("2026-03-01T19:55:00-07:00", None, Some(-420)),
            ("2026-03-01T13:55:00-07:00", None, None),
            ("2026-03-02T00:30:00+03:00", None, Some(180)),
            ("2026-03-02T02:41:00Z", None, None),
            ("2026-03-02T02:41:00Z", Some("2026-03-01T22:41:00Z"), Some(-240)),
            ("2026-03-02T02:41:37Z", Some("2026-03-01T22:41:00Z"), Some(-240)),
            ("2026-03-02T02:41:00Z", Some("2026-03-01T00:00:00Z"), Some(-180)),
            ("2026-03-02T23:10:00Z", Some("2026-03-03T00:00:00Z"), Some(60)),
            ("2026-03-02T02:41:00Z", Some("2026-03-02T00:00:00Z"), None),
            ("2026-03-02T02:41:00Z", Some("2026-02-27T00:00:00Z"), None),
            // a day without an hour is the same everywhere
            ("2026-03-02T00:00:00Z", Some("2026-03-01T00:00:00Z"), None),
            // no clock on earth is so far off
            ("2026-03-02T20:00:00Z", Some("2026-03-01T00:00:00Z"), None),
        ] {
            assert_eq!(minutes_east(at(stated), shown.map(at)), minutes, "{stated} {shown:?}");
        }
    }
}
