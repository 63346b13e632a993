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
mod tests;
