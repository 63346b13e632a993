//! The pace, driven by hand and as fast as it lets.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::{Limits, Pace};

const LIMITS: Limits = Limits { per_second: 30, per_chat_per_second: 1, per_group_per_minute: 20 };

fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_790_000_000_000 + milliseconds).unwrap()
}

/// Sends as fast as the pace lets it for `seconds`, looking every `grain` ms; the times by chat.
fn drive(limits: Limits, chats: &[i64], seconds: i64, grain: i64, latency: i64) -> Vec<(i64, i64)> {
    let mut pace = Pace::new(limits, &[], at(0));
    let (mut sent, mut next) = (Vec::new(), 0);
    let mut open: Vec<(i64, i64)> = Vec::new();
    for now in (0..seconds * 1000).step_by(grain as usize) {
        open.retain(|&(end, chat)| {
            if end <= now {
                pace.answered(chat, at(end));
            }
            end > now
        });
        for _ in 0..pace.room(at(now)) {
            let waiting = pace.waiting(at(now));
            let busy = |chat: &i64| waiting.contains(chat) || open.iter().any(|(_, other)| other == chat);
            let Some(step) = (0..chats.len()).find(|step| !busy(&chats[(next + step) % chats.len()])) else {
                break;
            };
            let chat = chats[(next + step) % chats.len()];
            next += step + 1;
            pace.started(1, at(now));
            sent.push((now, chat));
            open.push((now + latency, chat));
        }
    }
    sent
}

fn most_in(times: &[i64], span: i64) -> usize {
    let inside = |&from: &i64| times.iter().filter(|&&at| at >= from && at < from + span).count();
    times.iter().map(inside).max().unwrap_or(0)
}

#[test]
fn thirty_a_second_are_used_and_never_passed() {
    let chats: Vec<i64> = (1..=200).collect();
    let sent = drive(LIMITS, &chats, 60, 1, 40);
    let times: Vec<i64> = sent.iter().map(|(at, _)| *at).collect();
    assert!(times.len() >= 29 * 60, "{} in a minute", times.len());
    assert!(most_in(&times, 1000) <= 30);
}

#[test]
fn a_timer_that_wakes_late_loses_nothing_and_an_answer_waits_behind_a_few_only() {
    let chats: Vec<i64> = (1..=200).collect();
    let sent = drive(LIMITS, &chats, 60, 37, 40);
    let times: Vec<i64> = sent.iter().map(|(at, _)| *at).collect();
    assert!(times.len() >= 29 * 60, "{} in a minute", times.len());
    assert!(most_in(&times, 1000) <= 30);
    assert!(most_in(&times, 100) <= 4);
}

#[test]
fn a_paid_rate_is_used_with_a_coarse_timer() {
    let chats: Vec<i64> = (1..=5000).collect();
    let fast = Limits { per_second: 1000, ..LIMITS };
    let sent = drive(fast, &chats, 3, 10, 20);
    assert!(sent.len() >= 2800, "{} in three seconds", sent.len());
    let times: Vec<i64> = sent.iter().map(|(at, _)| *at).collect();
    assert!(most_in(&times, 1000) <= 1000, "{} in a second", most_in(&times, 1000));
}

#[test]
fn a_group_gets_twenty_a_minute_and_a_person_one_a_second() {
    let group: Vec<i64> = drive(LIMITS, &[-5], 180, 10, 50).iter().map(|(at, _)| *at).collect();
    assert_eq!(most_in(&group, 60_000), 20);
    assert!(group.len() >= 58, "{} in three minutes", group.len());
    let person: Vec<i64> = drive(LIMITS, &[5], 60, 10, 50).iter().map(|(at, _)| *at).collect();
    assert_eq!(most_in(&person, 1000), 1);
    assert!(person.len() >= 54, "{} in a minute", person.len());
}

#[test]
fn a_restart_knows_what_was_sent_before() {
    let recent: Vec<_> = (0..20).map(|second| (-5, at(second * 2000))).collect();
    let mut pace = Pace::new(LIMITS, &recent, at(40_000));
    assert_eq!(pace.waiting(at(40_000)), [-5]);
    assert_eq!(pace.waiting(at(60_900)), [-5]);
    assert_eq!(pace.waiting(at(61_100)), Vec::<i64>::new());
}

#[test]
fn a_clock_set_back_does_not_stop_it() {
    let mut pace = Pace::new(LIMITS, &[], at(0));
    pace.answered(5, at(0));
    let back = at(0) - TimeDelta::hours(25);
    assert_eq!(pace.room(back), 0);
    assert_eq!(pace.waiting(back), Vec::<i64>::new());
    assert!(pace.room(back + TimeDelta::seconds(1)) > 0);
    // nor what was counted before
    let mut pace = Pace::new(LIMITS, &[], at(0));
    pace.started(30, at(0));
    assert_eq!(pace.room(back), 0);
    assert!(pace.room(back + TimeDelta::seconds(1)) > 0);
}

#[test]
fn after_a_restart_all_wait_a_second_when_something_was_just_sent() {
    for (ago, room) in [(0, false), (2_000, false), (2_001, true)] {
        let mut pace = Pace::new(LIMITS, &[(5, at(10_000 - ago))], at(10_000));
        assert_eq!(pace.room(at(10_999)) > 0, room, "{ago}");
        assert!(pace.room(at(11_000)) > 0);
    }
}

#[test]
fn while_nobody_can_be_reached_the_rest_doubles_up_to_a_bound() {
    let mut pace = Pace::new(LIMITS, &[], at(0));
    let mut now = 0;
    for rest in [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000] {
        pace.unreachable(at(now));
        assert_eq!(pace.room(at(now + rest - 1)), 0, "{rest}");
        now += rest;
        assert!(pace.room(at(now)) > 0, "{rest}");
    }
    // an answer ends that
    pace.answered(5, at(now));
    pace.unreachable(at(now));
    assert!(pace.room(at(now + 500)) > 0);
}

#[test]
fn a_flood_that_ended_or_a_wait_of_hours_holds_all_half_a_minute_at_most() {
    let mut pace = Pace::new(LIMITS, &[], at(0));
    pace.slowed(5, at(0), TimeDelta::seconds(9));
    pace.accepted();
    pace.slowed(6, at(100), TimeDelta::seconds(9));
    assert!(pace.room(at(200)) > 0, "a message was taken between the two");
    pace.slowed(7, at(300), TimeDelta::hours(3));
    assert_eq!(pace.room(at(30_299)), 0);
    assert!(pace.room(at(30_300)) > 0);
    // far apart they are no flood
    pace.slowed(8, at(40_000), TimeDelta::seconds(9));
    pace.slowed(9, at(42_001), TimeDelta::seconds(9));
    assert!(pace.room(at(42_100)) > 0);
}

#[test]
fn one_slowed_chat_holds_nobody_else_and_two_hold_all() {
    let mut pace = Pace::new(LIMITS, &[], at(0));
    pace.slowed(5, at(0), TimeDelta::seconds(9));
    assert!(pace.room(at(100)) > 0);
    // nor does the same chat, slowed again
    pace.slowed(5, at(150), TimeDelta::seconds(9));
    assert!(pace.room(at(160)) > 0);
    pace.slowed(6, at(200), TimeDelta::seconds(9));
    assert_eq!(pace.room(at(9100)), 0);
    assert!(pace.room(at(9200)) > 0);
}

proptest! {
    #[test]
    fn no_second_holds_more_than_allowed(
        people in 1_i64..80, groups in 0_i64..4, grain in 1_i64..40, latency in 0_i64..400, per_second in 1_u32..60
    ) {
        let chats: Vec<i64> = (1..=people).chain((1..=groups).map(|group| -group)).collect();
        let limits = Limits { per_second, ..LIMITS };
        let sent = drive(limits, &chats, 8, grain, latency);
        let times: Vec<i64> = sent.iter().map(|(at, _)| *at).collect();
        prop_assert!(most_in(&times, 1000) <= per_second as usize);
        for chat in chats {
            let times: Vec<i64> = sent.iter().filter(|(_, to)| *to == chat).map(|(at, _)| *at).collect();
            prop_assert!(most_in(&times, 1000) <= 1);
        }
    }
}
