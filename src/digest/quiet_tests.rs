//! Quiet hours by the wall clock.

use chrono_tz::TZ_VARIANTS;
use proptest::prelude::*;

use super::*;

fn quiet(text: &str) -> Quiet {
    Quiet::read(text).unwrap().unwrap()
}

#[test]
fn people_write_quiet_hours_in_many_ways() {
    let rows = [
        ("23:00-07:00", "23:00-07:00"),
        ("23-7", "23:00-07:00"),
        ("11pm – 7am", "23:00-07:00"),
        ("13.30 14", "13:30-14:00"),
        ("off", "off"),
        ("7-7", "“7-7” are not quiet hours; write 23:00-07:00, or off"),
        ("night", "“night” are not quiet hours; write 23:00-07:00, or off"),
    ];
    for (written, read) in rows {
        let said = match Quiet::read(written) {
            Ok(quiet) => quiet.map_or("off".to_owned(), |quiet| quiet.to_string()),
            Err(misread) => misread.to_string(),
        };
        assert_eq!(said, read);
    }
}

#[test]
fn quiet_hours_hold_by_the_wall_clock() {
    // hours, zone, now, when they end (empty: not quiet)
    let rows = [
        ("23-7", "Europe/Moscow", "2026-11-23T20:00:00Z", "2026-11-24T04:00:00Z"),
        ("23-7", "Europe/Moscow", "2026-11-23T21:30:12Z", "2026-11-24T04:00:00Z"),
        ("23-7", "Europe/Moscow", "2026-11-23T19:59:59Z", ""),
        ("23-7", "Europe/Moscow", "2026-11-24T04:00:00Z", ""),
        ("13-15", "Asia/Kathmandu", "2026-11-23T07:15:00Z", "2026-11-23T09:15:00Z"),
        // spring: 02:00 leaps to 03:00
        ("23-2:30", "Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z"),
        // autumn: 02:00 to 03:00 is shown twice, and each showing counts
        ("23-2:30", "Europe/Berlin", "2026-10-24T23:50:00Z", "2026-10-25T00:30:00Z"),
        ("23-2:30", "Europe/Berlin", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z"),
        ("22-1:45", "Australia/Lord_Howe", "2026-04-04T14:00:00Z", "2026-04-04T14:45:00Z"),
    ];
    for (hours, zone, now, ends) in rows {
        let zone: Tz = zone.parse().unwrap();
        let now: DateTime<Utc> = now.parse().unwrap();
        let quiet = quiet(hours);
        assert_eq!(quiet.holds(zone, now), !ends.is_empty(), "{hours} {zone} {now}");
        let expected = if ends.is_empty() { now } else { ends.parse().unwrap() };
        assert_eq!(quiet.ends(zone, now), expected, "{hours} {zone} {now}");
    }
}

proptest! {
    #[test]
    fn quiet_hours_end_at_the_first_loud_minute(
        from in 0..1440u16, length in 1..1440u16, zone in 0..TZ_VARIANTS.len(), at in 946_684_800..2_145_916_800i64,
    ) {
        let quiet = Quiet { from, to: (from + length) % 1440 };
        let zone = TZ_VARIANTS[zone];
        let now = DateTime::from_timestamp(at, 0).unwrap();
        let ends = quiet.ends(zone, now);
        prop_assert!(!quiet.holds(zone, ends));
        prop_assert!(ends >= now && ends - now <= TimeDelta::minutes(LONGEST_MINUTES));
        if ends > now {
            prop_assert!(quiet.holds(zone, ends - TimeDelta::minutes(1)));
        }
    }
}
