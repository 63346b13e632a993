//! How fast messages may go: a count a second for all, a distance within a chat, a count a minute within a group.
//!
//! Pure: `now` is an argument. Within a chat a time is counted from the end of a request, so that what Telegram sees is
//! never closer together than what is allowed. The count of all is of the last second and a little, whatever second it
//! is: a sender that wakes late loses nothing, and none holds more than is allowed.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

/// Telegram's sending limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second to all chats together.
    pub per_second: u32,
    /// Messages a second to one chat.
    pub per_chat_per_second: u32,
    /// Messages a minute to one group or channel.
    pub per_group_per_minute: u32,
}

/// The state of the pace.
#[derive(Debug)]
pub struct Pace {
    limits: Limits,
    /// When the messages of the last second were started.
    started: VecDeque<DateTime<Utc>>,
    seen: DateTime<Utc>,
    closed_until: DateTime<Utc>,
    failures: u32,
    slowed: Option<(i64, DateTime<Utc>)>,
    chats: HashMap<i64, VecDeque<DateTime<Utc>>>,
}

/// What a second is taken to be longer, so that requests that bunch up on the way stay within what is allowed; more of
/// them do where many are sent.
const SLACK: TimeDelta = TimeDelta::milliseconds(16);
const MUCH_SLACK: TimeDelta = TimeDelta::milliseconds(50);
const MANY: u32 = 100;

/// A span in which no more than four thirtieths of a second's messages start, so that an answer waits behind a few
/// cards and not behind a second's worth.
const MOMENT: TimeDelta = TimeDelta::milliseconds(100);

/// Added to every distance within a chat, for clocks that run apart.
const MARGIN: TimeDelta = TimeDelta::milliseconds(30);

/// Longest rest after failing to connect.
const LONGEST_REST: TimeDelta = TimeDelta::seconds(15);

impl Pace {
    /// Makes the pace of a sender that starts at `now`, knowing what an earlier one sent in the last minute.
    ///
    /// When it sent something in the last two seconds, all wait a second.
    #[must_use]
    pub fn new(limits: Limits, recent: &[(i64, DateTime<Utc>)], now: DateTime<Utc>) -> Self {
        let mut chats: HashMap<i64, VecDeque<DateTime<Utc>>> = HashMap::new();
        for &(chat, at) in recent {
            // Stored times are whole seconds, rounded down.
            chats.entry(chat).or_default().push_back((at + TimeDelta::seconds(1)).min(now));
        }
        let hot = recent.iter().any(|&(_, at)| now - at <= TimeDelta::seconds(2));
        let closed_until = if hot { now + TimeDelta::seconds(1) } else { now };
        Self { limits, started: VecDeque::new(), seen: now, closed_until, failures: 0, slowed: None, chats }
    }

    /// How many messages may start now.
    pub fn room(&mut self, now: DateTime<Utc>) -> usize {
        if now < self.seen - TimeDelta::seconds(2) {
            // The clock was set back: what was noted lies in the future now.
            self.chats.clear();
            self.started.clear();
            self.closed_until = now + TimeDelta::seconds(1);
        }
        self.seen = now;
        while self.started.front().is_some_and(|&at| now - at >= self.second()) {
            self.started.pop_front();
        }
        if now < self.closed_until {
            return 0;
        }
        let just_now = self.started.iter().rev().take_while(|&&at| now - at < MOMENT).count();
        let left = self.most().saturating_sub(self.started.len());
        left.min(self.most_in_a_moment().saturating_sub(just_now))
    }

    /// When the next message may start, if none may now.
    #[must_use]
    pub fn next_room(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let nth_last = |most: usize, span| {
            let at = self.started.len().checked_sub(most)?;
            self.started.get(at).map(|&at| at + span)
        };
        let free = [nth_last(self.most(), self.second()), nth_last(self.most_in_a_moment(), MOMENT)];
        free.into_iter().flatten().fold(now.max(self.closed_until), DateTime::max)
    }

    /// The chats that must wait at `now`.
    pub fn waiting(&mut self, now: DateTime<Utc>) -> Vec<i64> {
        let limits = self.limits;
        let mut waiting = Vec::new();
        self.chats.retain(|&chat, sent| {
            while sent.len() > 1 && sent.front().is_some_and(|&at| now - at > TimeDelta::seconds(61)) {
                sent.pop_front();
            }
            if ready_at(&limits, chat, sent).is_some_and(|ready| now < ready) {
                waiting.push(chat);
                return true;
            }
            chat < 0 && sent.back().is_some_and(|&at| now - at <= TimeDelta::seconds(61))
        });
        waiting
    }

    /// When the first of the waiting chats may be written to again.
    #[must_use]
    pub fn next_ready(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let times = self.chats.iter().filter_map(|(&chat, sent)| ready_at(&self.limits, chat, sent));
        times.filter(|&at| at > now).min()
    }

    /// Notes that `count` messages start at `now`.
    pub fn started(&mut self, count: usize, now: DateTime<Utc>) {
        self.started.extend(std::iter::repeat_n(now, count));
    }

    /// Notes that a message to a chat has ended and was answered, whatever the answer.
    pub fn answered(&mut self, chat: i64, now: DateTime<Utc>) {
        self.failures = 0;
        self.chats.entry(chat).or_default().push_back(now);
    }

    /// Notes that a message was accepted: no flood is going on.
    pub fn accepted(&mut self) {
        self.slowed = None;
    }

    /// Notes that Telegram could not be reached: all wait, twice as long each time, at most 15 s.
    pub fn unreachable(&mut self, now: DateTime<Utc>) {
        let rest = TimeDelta::milliseconds(500 << self.failures.min(5)).min(LONGEST_REST);
        self.failures = self.failures.saturating_add(1);
        self.closed_until = self.closed_until.max(now + rest);
    }

    /// Notes that Telegram slowed a chat down for `wait`. Two chats in a row within two seconds mean that it slows all
    /// down: then all wait, at most 30 s.
    pub fn slowed(&mut self, chat: i64, now: DateTime<Utc>, wait: TimeDelta) {
        let before = self.slowed.replace((chat, now));
        if before.is_some_and(|(other, at)| other != chat && now - at <= TimeDelta::seconds(2)) {
            self.closed_until = self.closed_until.max(now + wait.min(TimeDelta::seconds(30)));
        }
    }

    fn most(&self) -> usize {
        self.limits.per_second.max(1) as usize
    }

    fn most_in_a_moment(&self) -> usize {
        (self.most() * 2 / 15).max(1)
    }

    fn second(&self) -> TimeDelta {
        let slack = if self.limits.per_second > MANY { MUCH_SLACK } else { SLACK };
        TimeDelta::seconds(1) + slack
    }
}

/// When a chat may be written to after these messages; `None` when it was never held.
fn ready_at(limits: &Limits, chat: i64, sent: &VecDeque<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    let apart = TimeDelta::milliseconds(1000 / i64::from(limits.per_chat_per_second.max(1))) + MARGIN;
    let next = *sent.back()? + apart;
    let most = limits.per_group_per_minute.max(1) as usize;
    let full = if chat < 0 { sent.len().checked_sub(most).and_then(|at| sent.get(at)) } else { None };
    Some(full.map_or(next, |&oldest| next.max(oldest + TimeDelta::seconds(60) + MARGIN)))
}

#[cfg(test)]
mod tests {
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
                let Some(step) = (0..chats.len()).find(|step| !busy(&chats[(next + step) % chats.len()]))
                else {
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
    }

    #[test]
    fn one_slowed_chat_holds_nobody_else_and_two_hold_all() {
        let mut pace = Pace::new(LIMITS, &[], at(0));
        pace.slowed(5, at(0), TimeDelta::seconds(9));
        assert!(pace.room(at(100)) > 0);
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
}
