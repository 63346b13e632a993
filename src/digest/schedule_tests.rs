//! The scheduler against random zones, instants, clock steps and downtime.

use chrono_tz::TZ_VARIANTS;
use proptest::prelude::*;

use super::*;
use crate::digest::{read_slots, write_minute};

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn plan(zone: &str, slots: &str, since: DateTime<Utc>) -> Plan {
    Plan::new(zone.parse().unwrap(), &read_slots(slots).unwrap(), since)
}

fn shown(next: Option<Next>) -> String {
    next.map_or("-".to_owned(), |next| {
        format!("{} {} at {}", next.key.date, write_minute(next.key.minute), next.at.format("%FT%TZ"))
    })
}

fn key(text: &str) -> Option<Key> {
    let (date, time) = text.split_once(' ')?;
    Some(Key { date: date.parse().unwrap(), minute: crate::digest::read_minute(time).unwrap() })
}

#[test]
fn a_local_minute_is_found_in_gaps_and_overlaps() {
    let rows = [
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-10-04", "02:30", "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z"),
        ("Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00:00Z"),
        ("Africa/Cairo", "2026-10-29", "23:30", "2026-10-29T20:30:00Z"),
        ("Asia/Kathmandu", "2026-11-23", "08:00", "2026-11-23T02:15:00Z"),
        ("Pacific/Chatham", "2026-09-27", "03:00", "2026-09-26T14:00:00Z"),
        ("Pacific/Apia", "2011-12-30", "08:00", "2011-12-30T10:00:00Z"),
    ];
    for (zone, date, time, at) in rows {
        let minute = crate::digest::read_minute(time).unwrap();
        let found = first_valid(zone.parse().unwrap(), date.parse().unwrap(), minute);
        assert_eq!(found, Some(utc(at)), "{zone} {date} {time}");
    }
}

#[test]
fn the_next_digest() {
    // zone | slots | last key | now | next
    let rows = [
        "Europe/Moscow | 8 |  | 2026-11-23T04:00:00Z | 2026-11-23 08:00 at 2026-11-23T05:00:00Z",
        "Europe/Moscow | 8 |  | 2026-11-23T05:00:00Z | 2026-11-23 08:00 at 2026-11-23T05:00:00Z",
        "Europe/Moscow | 8 | 2026-11-23 8 | 2026-11-23T05:00:00Z | 2026-11-24 08:00 at 2026-11-24T05:00:00Z",
        // late by six hours and ten minutes at a start: still sent; by more: merged into the next
        "Europe/Moscow | 8 | 2026-11-22 8 | 2026-11-23T11:10:00Z | 2026-11-23 08:00 at 2026-11-23T05:00:00Z",
        "Europe/Moscow | 8 | 2026-11-22 8 | 2026-11-23T11:10:01Z | 2026-11-24 08:00 at 2026-11-24T05:00:00Z",
        // two missed: the later one holds both
        "Europe/Moscow | 8 9 | 2026-11-22 9 | 2026-11-23T07:00:00Z | 2026-11-23 09:00 at 2026-11-23T06:00:00Z",
        "Europe/Moscow | mon 8 | 2026-11-23 8 | 2026-11-23T05:00:00Z | 2026-11-30 08:00 at 2026-11-30T05:00:00Z",
        "Europe/Moscow | off |  | 2026-11-23T05:00:00Z | -",
        // the second showing of the same minute is not a second digest
        "Europe/Berlin | 2:30 | 2026-10-25 2:30 | 2026-10-25T01:30:00Z | 2026-10-26 02:30 at 2026-10-26T01:30:00Z",
        // two times in one gap are one digest
        "Europe/Berlin | 2:15 2:30 | 2026-03-28 2:30 | 2026-03-29T01:00:00Z | 2026-03-29 02:30 at 2026-03-29T01:00:00Z",
        "Europe/Berlin | 2:15 2:30 | 2026-03-28 2:30 | 2026-03-29T00:00:00Z | 2026-03-29 02:30 at 2026-03-29T01:00:00Z",
        // moved west after the digest: not again on the same date
        "America/New_York | 8 | 2026-11-23 8 | 2026-11-23T06:00:00Z | 2026-11-24 08:00 at 2026-11-24T13:00:00Z",
        // moved east before the digest, over its minute: sent now, with a note
        "Asia/Yekaterinburg | 8 | 2026-11-22 8 | 2026-11-23T04:00:00Z | 2026-11-23 08:00 at 2026-11-23T03:00:00Z",
        // the clock ran 25 h ahead and came back
        "UTC | 8 | 2026-11-24 8 | 2026-11-23T08:00:00Z | 2026-11-25 08:00 at 2026-11-25T08:00:00Z",
        // the clock was a year ahead: what it sent then counts for nothing
        "UTC | 8 | 2027-11-24 8 | 2026-11-23T07:00:00Z | 2026-11-23 08:00 at 2026-11-23T08:00:00Z",
    ];
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [zone, slots, last, now, expected] = cells[..] else { panic!("{row}") };
        let plan = plan(zone, slots, utc("2026-01-01T00:00:00Z"));
        assert_eq!(shown(next(&plan, key(last), utc(now))), expected, "{row}");
    }
}

#[test]
fn a_time_already_past_when_it_was_set_is_not_caught_up() {
    let set = utc("2026-11-23T08:30:00Z");
    assert_eq!(shown(next(&plan("UTC", "8", set), None, set)), "2026-11-24 08:00 at 2026-11-24T08:00:00Z");
    assert_eq!(
        shown(next(&plan("UTC", "9", set), key("2026-11-23 8"), set)),
        "2026-11-23 09:00 at 2026-11-23T09:00:00Z"
    );
    // set by a clock that was wrong: it may not silence the chat
    let ahead = plan("UTC", "9", utc("2027-11-23T08:30:00Z"));
    assert_eq!(shown(next(&ahead, None, set)), "2026-11-23 09:00 at 2026-11-23T09:00:00Z");
}

#[test]
fn windows_meet_and_never_run_backwards() {
    let [since, first, second] =
        ["2026-11-22T08:00:00Z", "2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z"].map(utc);
    assert_eq!(window(None, since, first), (since, first));
    assert_eq!(window(Some(first), since, second), (first, second));
    assert_eq!(window(Some(second), since, first), (first, first));
}

/// A press that looks at the clock now and then and sends what is due.
#[derive(Default)]
struct Press {
    sent: Vec<(DateTime<Utc>, Next)>,
}

impl Press {
    fn looks(&mut self, plan: &Plan, now: DateTime<Utc>) {
        let last = self.sent.last().map(|(_, next)| next.key);
        if let Some(next) = next(plan, last, now).filter(|next| next.late(now).is_some()) {
            self.sent.push((now, next));
        }
    }

    fn keys(&self) -> Vec<Key> {
        self.sent.iter().map(|(_, next)| next.key).collect()
    }
}

fn zone() -> impl Strategy<Value = Tz> {
    let shifty = [
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "Pacific/Chatham",
        "Africa/Casablanca",
    ];
    let shifty = prop::sample::select(shifty.map(|name| name.parse::<Tz>().unwrap()).to_vec());
    prop_oneof![shifty, (0..TZ_VARIANTS.len()).prop_map(|at| TZ_VARIANTS[at])]
}

/// Instants from 2016 to 2036.
fn start() -> impl Strategy<Value = DateTime<Utc>> {
    (1_451_606_400..2_082_758_400i64).prop_map(|at| DateTime::from_timestamp(at, 0).unwrap())
}

fn slots() -> impl Strategy<Value = Vec<Slot>> {
    prop::collection::btree_set(0..1440u16, 1..=4).prop_map(|minutes| {
        minutes.into_iter().map(|minute| Slot { minute, weekdays: crate::digest::Weekdays::ALL }).collect()
    })
}

fn daily(minute: u16) -> Vec<Slot> {
    vec![Slot { minute, weekdays: crate::digest::Weekdays::ALL }]
}

fn rising(keys: &[Key]) -> bool {
    keys.windows(2).all(|pair| pair[0] < pair[1])
}

proptest! {
    #[test]
    fn a_digest_is_due_at_its_minute_or_the_first_after_a_gap(zone in zone(), at in start(), minute in 0..1440u16) {
        let date = at.date_naive();
        let due = first_valid(zone, date, minute).unwrap();
        let local = due.with_timezone(&zone).naive_local();
        let wanted = date.and_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0).unwrap();
        prop_assert!(local >= wanted);
        if local > wanted {
            // the minute before the due one is shown before the gap
            let before = (due - TimeDelta::minutes(1)).with_timezone(&zone).naive_local();
            prop_assert!(before < wanted, "{before} {wanted} {local}");
        } else {
            // and it is the first showing
            let hours_before = (1..=180).map(|m| (due - TimeDelta::minutes(m)).with_timezone(&zone).naive_local());
            prop_assert!(hours_before.into_iter().all(|shown| shown != wanted));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn looked_at_often_enough_each_day_has_its_digest(
        zone in zone(), start in start(), minute in 0..1440u16, waits in prop::collection::vec(1..=360i64, 50..400),
    ) {
        let plan = Plan::new(zone, &daily(minute), start);
        let (mut press, mut now) = (Press::default(), start);
        for wait in waits {
            press.looks(&plan, now);
            now += TimeDelta::minutes(wait);
        }
        let dates: Vec<NaiveDate> = press.keys().iter().map(|key| key.date).collect();
        prop_assert!(dates.windows(2).all(|pair| pair[0].succ_opt() == Some(pair[1])), "{dates:?}");
        let days = (now - start).num_days();
        prop_assert!((days - 1..=days + 2).contains(&(dates.len() as i64)), "{} digests in {days} days", dates.len());
    }

    #[test]
    fn after_downtime_the_next_digest_comes_and_none_comes_twice(
        zone in zone(), start in start(), slots in slots(), downs in prop::collection::vec((0..60_000i64, 0..3000i64), 1..6),
    ) {
        let plan = Plan::new(zone, &slots, start);
        let (mut press, mut now) = (Press::default(), start);
        for (down, up) in downs {
            now += TimeDelta::minutes(down);
            let back = now;
            while now < back + TimeDelta::minutes(up) {
                press.looks(&plan, now);
                now += TimeDelta::minutes(7);
            }
        }
        let back = now;
        while now < back + TimeDelta::hours(28) {
            press.looks(&plan, now);
            now += TimeDelta::minutes(7);
        }
        prop_assert!(rising(&press.keys()));
        prop_assert!(press.sent.iter().all(|(now, next)| next.at >= start && *now - next.at <= LATE));
        prop_assert!(press.sent.last().is_some_and(|(sent, _)| *sent >= back - LATE), "none after downtime");
    }

    #[test]
    fn clock_steps_and_moved_zones_make_no_second_digest_and_lose_none(
        start in start(), slots in slots(),
        turns in prop::collection::vec((zone(), -1500..=1500i64, 0..4000i64), 1..8),
    ) {
        let mut plan = Plan::new(Tz::UTC, &slots, start);
        let mut press = Press::default();
        let (mut now, mut step_now) = (start, TimeDelta::zero());
        for (zone, step, minutes) in turns {
            // the clock shows the true time plus a step of at most 25 h either way
            (plan.zone, step_now) = (zone, TimeDelta::minutes(step));
            for _ in 0..minutes / 11 {
                press.looks(&plan, now + step_now);
                now += TimeDelta::minutes(11);
            }
        }
        prop_assert!(rising(&press.keys()));
        // a wrong clock takes at most two days' keys (50 h), a moved zone at most two more
        let back = now;
        while now < back + TimeDelta::hours(24 * 5) {
            press.looks(&plan, now + step_now);
            now += TimeDelta::minutes(11);
        }
        prop_assert!(rising(&press.keys()));
        let sent = press.sent.iter().filter(|(sent, _)| *sent >= back + step_now).count();
        prop_assert!(sent >= 1, "none in five days");
    }

    #[test]
    fn watched_minute_by_minute_every_slot_is_sent_on_time(zone in zone(), start in start(), slots in slots()) {
        let plan = Plan::new(zone, &slots, start);
        let mut press = Press::default();
        for minute in 0..30 * 60 {
            press.looks(&plan, start + TimeDelta::minutes(minute));
        }
        prop_assert!(press.sent.iter().all(|(now, next)| *now - next.at < TimeDelta::minutes(1)));
        let end = start + TimeDelta::minutes(30 * 60 - 1);
        let mut due: Vec<Next> = candidates(&plan, start.date_naive()).map(|(next, _)| next).filter(|next| (start..=end).contains(&next.at)).collect();
        due.sort_by_key(|next| next.key);
        // times that fall together in one gap are one digest
        due.reverse();
        due.dedup_by_key(|next| next.at);
        due.reverse();
        prop_assert_eq!(press.keys(), due.iter().map(|next| next.key).collect::<Vec<_>>());
    }
}

#[test]
fn the_next_times_are_told_in_order() {
    let slots = crate::digest::read_slots("mon-fri 08:00 18:30").unwrap();
    let now: DateTime<Utc> = "2026-02-14T12:00:00Z".parse().unwrap();
    let times: Vec<String> =
        upcoming(Tz::UTC, &slots, now, 3).iter().map(|at| at.format("%a %H:%M").to_string()).collect();
    assert_eq!(times.len(), 3);
    assert!(times.windows(2).all(|pair| pair[0] != pair[1]), "{times:?}");
    assert!(upcoming(Tz::UTC, &[], now, 3).is_empty());
}
