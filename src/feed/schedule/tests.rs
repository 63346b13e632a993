//! The polling table, row by row, as far as it is a matter of waiting; the rest is in `watch::tests`.

use super::*;

const BOUNDS: Bounds = Bounds { least: 900, usual: 3_600, most: 86_400 };
/// A Monday.
const NOW: &str = "2026-02-02T10:20:00Z";

fn now() -> DateTime<Utc> {
    at(NOW)
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn every(seconds: i64, count: i64) -> Vec<DateTime<Utc>> {
    (0..count).map(|n| now() - TimeDelta::seconds(seconds * (n + 1))).collect()
}

fn wait(known: &Answered, jitter: f64) -> i64 {
    after_answer(known, BOUNDS, now(), jitter).num_seconds()
}

#[test]
fn row_3_without_validators_never_within_the_usual_wait() {
    let busy = every(60, 20);
    for jitter in [-1.0, 0.0, 1.0] {
        assert!(wait(&Answered { posted: &busy, ..Answered::default() }, jitter) >= 3_600);
    }
    assert_eq!(wait(&Answered { validators: true, posted: &busy, ..Answered::default() }, -1.0), 900);
}

#[test]
fn row_7_what_server_and_feed_ask_for_is_the_least() {
    let known = |fresh_seconds, asked_seconds| Answered {
        validators: true,
        fresh_seconds,
        asked_seconds,
        ..Answered::default()
    };
    for jitter in [-1.0, 0.0, 1.0] {
        assert!(wait(&known(7_200, 0), jitter) >= 7_200);
        assert!(wait(&known(0, 10_800), jitter) >= 10_800);
        assert_eq!(wait(&known(1_000_000, 0), jitter), 86_400, "clamped");
    }
    let table = [
        (Some("public, max-age=600"), Some("100"), None, 500),
        (Some("Max-Age=\"600\""), None, Some("Mon, 02 Feb 2026 23:20:00 GMT"), 600),
        (None, None, Some("Mon, 02 Feb 2026 11:20:00 GMT"), 3_600),
        (None, None, Some("0"), 0),
        (None, None, Some("Mon, 02 Feb 2026 09:20:00 GMT"), 0),
        (Some("no-cache, max-age=600"), None, None, 0),
        (Some("max-age=60"), Some("600"), None, 0),
        (None, None, None, 0),
    ];
    for (control, age, expires, due) in table {
        assert_eq!(freshness(control, age, expires, now()), due, "{control:?} {age:?} {expires:?}");
    }
    let hints = Hints { ttl_seconds: Some(600), update_seconds: Some(1_800), ..Hints::default() };
    assert_eq!(asked_seconds(&hints), 1_800);
}

#[test]
fn row_8_skipped_hours_and_days_pass_without_a_poll() {
    let known = |hours: &[u32], days: &[u32]| Answered {
        validators: true,
        skip: Skip {
            hours: hours.iter().fold(0, |bits, hour| bits | 1 << hour),
            days: days.iter().fold(0, |bits, day| bits | 1 << day) as u8,
        },
        ..Answered::default()
    };
    let due = |known: &Answered| now() + after_answer(known, BOUNDS, now(), 0.0);
    assert_eq!(due(&known(&[], &[])), at("2026-02-02T11:20:00Z"));
    assert_eq!(due(&known(&[11, 12], &[])), at("2026-02-02T13:00:00Z"));
    assert_eq!(due(&known(&[], &[0])), at("2026-02-03T00:00:00Z"));
    assert_eq!(due(&known(&[0, 11], &[0])), at("2026-02-03T01:00:00Z"));
    let all: Vec<u32> = (0..24).collect();
    assert_eq!(due(&known(&all, &[])), at("2026-02-02T11:20:00Z"), "skipping everything skips nothing");
}

#[test]
fn row_9_the_posting_rate_decides_between_the_bounds() {
    let known =
        |posted: &[DateTime<Utc>]| wait(&Answered { validators: true, posted, ..Answered::default() }, 0.0);
    assert_eq!(known(&every(60, 9)), 3_600, "nine entries tell nothing");
    assert_eq!(known(&every(60, 10)), 900);
    assert_eq!(known(&every(7_200, 20)), 3_600);
    assert_eq!(known(&every(20_000, 20)), 10_000);
    assert_eq!(known(&every(1_000_000, 20)), 86_400);
    let fell_silent: Vec<_> = every(60, 20).iter().map(|at| *at - TimeDelta::days(10)).collect();
    assert!(known(&fell_silent) > 20_000, "a feed that fell silent is asked less");
    let future: Vec<_> = every(60, 20).iter().map(|at| *at + TimeDelta::days(30)).collect();
    assert_eq!(known(&future), 3_600, "dates to come tell nothing");
}

fn failed(failure: Failure, failures: i64, days: i64, jitter: f64) -> (Standing, i64) {
    let since = (failures > 0).then(|| now() - TimeDelta::days(days));
    let (standing, wait) = after_failure(failure, (failures, since), BOUNDS, (now(), jitter));
    (standing, wait.num_seconds())
}

#[test]
fn row_10_a_retry_after_is_kept_to_up_to_a_week() {
    for jitter in [-1.0, 0.0, 1.0] {
        for (asked, least) in [(120, 900), (5_000, 5_000), (300_000, 300_000), (9_000_000, 604_800)] {
            let (standing, wait) = failed(Failure::Busy(asked), 0, 0, jitter);
            assert_eq!(standing, Standing::Active);
            assert!((least..=least + 60).contains(&wait), "{asked} gave {wait}");
        }
    }
}

#[test]
fn row_11_failures_back_off_up_to_a_day() {
    let waits: Vec<i64> = (0..8).map(|failures| failed(Failure::Other, failures, 0, 0.0).1).collect();
    assert_eq!(waits, [3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400, 86_400]);
    assert_eq!(failed(Failure::Other, 1, 0, 1.0).1, 7_920);
    assert_eq!(failed(Failure::Other, 1, 0, -1.0).1, 6_480);
    assert_eq!(failed(Failure::Other, i64::MAX, 0, 1.0).1, 86_400);
}

#[test]
fn row_15_gone_is_gone() {
    assert_eq!(failed(Failure::Gone, 0, 0, 0.0).0, Standing::Gone);
}

#[test]
fn row_16_missing_for_two_weeks_falls_asleep() {
    assert_eq!(failed(Failure::Missing, 3, 13, 0.0), (Standing::Active, 28_800));
    assert_eq!(failed(Failure::Missing, 30, 14, 0.0), (Standing::Asleep, 7 * 86_400));
    assert_eq!(failed(Failure::Other, 30, 14, 0.0).0, Standing::Active);
}

#[test]
fn row_23_a_challenge_waits_longest() {
    assert_eq!(failed(Failure::Challenge, 0, 0, 0.0), (Standing::Active, 86_400));
}

#[test]
fn row_25_chance_moves_the_wait_by_a_tenth() {
    let known = Answered { validators: true, ..Answered::default() };
    assert_eq!([-1.0, 0.0, 1.0].map(|jitter| wait(&known, jitter)), [3_240, 3_600, 3_960]);
    assert_eq!(start_spread(0, 0), 0);
    assert_eq!(start_spread(99, 100), 19);
    assert_eq!(start_spread(5_999, 6_000), 299);
}

proptest::proptest! {
    #[test]
    fn nobody_is_asked_before_the_time_named(
        fresh in 0_i64..200_000, asked in 0_i64..200_000, gap in 1_i64..100_000, count in 0_i64..30, hours in 0_u32..1 << 24,
        days in 0_u8..1 << 7, validators: bool, jitter in -1.0_f64..1.0,
    ) {
        let posted = every(gap, count);
        let skip = Skip { hours, days };
        let known = Answered { validators, fresh_seconds: fresh, asked_seconds: asked, posted: &posted, skip };
        let waited = after_answer(&known, BOUNDS, now(), jitter).num_seconds();
        proptest::prop_assert!(waited >= fresh.max(asked).clamp(BOUNDS.least, BOUNDS.most));
        proptest::prop_assert!(waited <= BOUNDS.most + 8 * 86_400);
        if hours == 0 && days == 0 {
            proptest::prop_assert!(waited <= BOUNDS.most);
        }
    }
}
