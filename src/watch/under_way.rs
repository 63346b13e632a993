//! What is being worked on, what waits for it, and what rests.
//!
//! Pure but for the tasks it holds. Invariants: of one host no more than [`ONE_HOST`] rows are under way, and work that has
//! taken [`QUICK`] gives its place to other work while it goes on, up to [`WAITING`] times as many as there are places: so
//! slow hosts take no places from others; of the rows that may begin those of the chat with the fewest under way do; a row is
//! never under way twice, and one that ended is looked up afresh.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::{JoinError, JoinSet};

use super::watcher::host;
use crate::clock::Clock;

/// Feeds, or entries, of one host worked on at one time.
const ONE_HOST: usize = 2;

/// Work that takes longer mostly waits for a slow host and holds no place any more.
const QUICK: TimeDelta = TimeDelta::seconds(5);

/// How many times as many rows as there are places may be under way with those that hold none.
const WAITING: usize = 4;

/// How long something the database could not take is left alone.
const REST: TimeDelta = TimeDelta::seconds(60);

/// Work on rows that have a number and an address.
pub(super) struct UnderWay {
    at_once: usize,
    tasks: JoinSet<(i64, bool)>,
    hosts: HashMap<i64, Begun>,
    busy: HashMap<String, usize>,
    /// Rows under way of each chat that wants them.
    shares: HashMap<i64, usize>,
    resting: HashMap<i64, DateTime<Utc>>,
    waiting: VecDeque<Row>,
    look_again: bool,
}

/// A row that is under way.
struct Begun {
    host: String,
    share: i64,
    at: DateTime<Utc>,
}

/// A row that waits.
struct Row {
    id: i64,
    url: String,
    host: String,
    share: i64,
}

/// A row as it is read: its number, its address, and the chat that has wanted it longest.
pub(super) type Found = (i64, String, i64);

impl UnderWay {
    /// Nothing is under way; at most `at_once` will be.
    pub(super) fn new(at_once: usize) -> Self {
        Self {
            at_once,
            tasks: JoinSet::new(),
            hosts: HashMap::new(),
            busy: HashMap::new(),
            shares: HashMap::new(),
            resting: HashMap::new(),
            waiting: VecDeque::new(),
            look_again: true,
        }
    }

    /// Whether the rows that wait are to be read (anew) now.
    pub(super) fn wants_rows(&self, now: DateTime<Utc>) -> bool {
        self.look_again && self.has_room(now)
    }

    /// Whether a place is free.
    fn has_room(&self, now: DateTime<Utc>) -> bool {
        let quick = self.hosts.values().filter(|begun| now - begun.at < QUICK).count();
        quick < self.at_once && self.hosts.len() < WAITING * self.at_once
    }

    /// Notes that rows may wait which were not there when they were last read.
    pub(super) fn look_again(&mut self) {
        self.look_again = true;
    }

    /// Takes the rows that wait, the first to be worked on first.
    pub(super) fn found(&mut self, rows: Vec<Found>) {
        let row = |(id, url, share): Found| Row { id, host: host(&url), url, share };
        self.waiting = rows.into_iter().map(row).collect();
        self.look_again = false;
    }

    /// The next row whose host is free, of those of the chat with the fewest under way the first, if there is room for one; it
    /// waits no longer.
    pub(super) fn next(&mut self, now: DateTime<Utc>) -> Option<(i64, String)> {
        if !self.has_room(now) {
            return None;
        }
        let may = self.waiting.iter().enumerate().filter(|(_, row)| self.may_begin(row.id, &row.host, now));
        let under_way = |row: &Row| self.shares.get(&row.share).copied().unwrap_or_default();
        let (place, _) = may.min_by_key(|(place, row)| (under_way(row), *place))?;
        let Row { id, url, host, share } = self.waiting.remove(place)?;
        *self.busy.entry(host.clone()).or_default() += 1;
        *self.shares.entry(share).or_default() += 1;
        self.hosts.insert(id, Begun { host, share, at: now });
        Some((id, url))
    }

    /// Begins the work on a row that [`Self::next`] gave; it tells whether it went well.
    pub(super) fn begin(&mut self, id: i64, work: impl Future<Output = bool> + Send + 'static) {
        self.tasks.spawn(async move { (id, work.await) });
    }

    /// Returns when something has ended; never when nothing is under way.
    pub(super) async fn ended(&mut self, clock: Clock) {
        match self.tasks.join_next().await {
            Some(ended) => self.note(ended, clock.now()),
            None => std::future::pending().await,
        }
    }

    fn may_begin(&self, id: i64, host: &str, now: DateTime<Utc>) -> bool {
        !self.hosts.contains_key(&id)
            && self.resting.get(&id).is_none_or(|until| *until <= now)
            && self.busy.get(host).is_none_or(|count| *count < ONE_HOST)
    }

    fn note(&mut self, ended: Result<(i64, bool), JoinError>, now: DateTime<Utc>) {
        match ended {
            Ok((id, went_well)) => {
                self.free(id);
                self.resting.retain(|_, until| *until > now);
                if !went_well {
                    self.resting.insert(id, now + REST);
                }
                // read before it ended, it would be worked on once more
                self.waiting.retain(|row| row.id != id);
            }
            Err(fault) => {
                // which one it was is not told: when nothing runs any more, nothing is busy
                tracing::error!("work on a feed broke off: {fault}");
                if self.tasks.is_empty() {
                    let broken: HashSet<i64> = self.hosts.keys().copied().collect();
                    for id in broken {
                        self.free(id);
                        self.resting.insert(id, now + REST);
                    }
                }
            }
        }
        // all that was read is begun: there may be more
        self.look_again |= self.waiting.is_empty();
    }

    fn free(&mut self, id: i64) {
        let Some(begun) = self.hosts.remove(&id) else { return };
        one_less(&mut self.busy, &begun.host);
        one_less(&mut self.shares, &begun.share);
    }
}

fn one_less<K: Eq + Hash>(counts: &mut HashMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: i64, host: &str) -> Vec<Found> {
        (1..=count).map(|id| (id, format!("https://{host}/{id}"), 0)).collect()
    }

    fn begun(under_way: &mut UnderWay, now: DateTime<Utc>) -> Vec<i64> {
        std::iter::from_fn(|| under_way.next(now).map(|(id, _)| id)).collect()
    }

    #[tokio::test]
    async fn thousands_of_one_host_hide_no_other_host() {
        let now = DateTime::UNIX_EPOCH;
        let mut under_way = UnderWay::new(8);
        let mut waiting = rows(4_000, "crowded.example");
        waiting.push((9_001, "https://alone.example/".to_owned(), 0));
        under_way.found(waiting);
        assert_eq!(begun(&mut under_way, now), [1, 2, 9_001]);
    }

    #[tokio::test]
    async fn thousands_of_rows_of_one_chat_put_another_chat_off_by_one_place() {
        let now = DateTime::UNIX_EPOCH;
        let mut under_way = UnderWay::new(4);
        let greedy = (1..=2_000).map(|id| (id, format!("https://h{id}.example/"), 7));
        let other =
            [(9_001, "https://i.example/".to_owned(), 8), (9_002, "https://j.example/".to_owned(), 8)];
        under_way.found(greedy.chain(other).collect());
        assert_eq!(begun(&mut under_way, now), [1, 9_001, 2, 9_002]);
        under_way.begin(1, async { true });
        under_way.ended(Clock::default()).await;
        assert_eq!(begun(&mut under_way, now), [3]);
    }

    #[tokio::test]
    async fn slow_hosts_give_their_places_to_others() {
        let now = DateTime::UNIX_EPOCH;
        let mut under_way = UnderWay::new(4);
        let silent = (1..=20).map(|id| (id, format!("https://silent{id}.example/"), 0));
        under_way.found(silent.chain([(99, "https://quick.example/".to_owned(), 0)]).collect());
        assert_eq!(begun(&mut under_way, now), [1, 2, 3, 4]);
        assert_eq!(begun(&mut under_way, now + TimeDelta::seconds(4)), Vec::<i64>::new());
        assert_eq!(begun(&mut under_way, now + QUICK), [5, 6, 7, 8]);
        assert_eq!(begun(&mut under_way, now + QUICK * 2).len(), 4);
        assert_eq!(begun(&mut under_way, now + QUICK * 3).len(), 4);
        // no more than four times as many as there are places
        assert_eq!(begun(&mut under_way, now + QUICK * 9), Vec::<i64>::new());
    }

    #[tokio::test]
    async fn what_ended_is_not_begun_again_from_the_same_reading() {
        let now = DateTime::UNIX_EPOCH;
        let mut under_way = UnderWay::new(8);
        under_way.found(rows(3, "one.example"));
        assert_eq!(begun(&mut under_way, now), [1, 2]);
        under_way.begin(1, async { true });
        // read while 1 was still under way
        under_way.found(rows(3, "one.example"));
        under_way.ended(Clock::default()).await;
        assert_eq!(begun(&mut under_way, now), [3]);
    }

    #[tokio::test]
    async fn what_the_database_did_not_take_rests_a_minute() {
        let clock = Clock::default();
        let mut under_way = UnderWay::new(8);
        under_way.found(rows(1, "one.example"));
        assert_eq!(begun(&mut under_way, clock.now()), [1]);
        under_way.begin(1, async { false });
        under_way.ended(clock).await;
        assert!(under_way.wants_rows(clock.now()));
        under_way.found(rows(1, "one.example"));
        assert_eq!(begun(&mut under_way, clock.now()), Vec::<i64>::new());
        assert_eq!(begun(&mut under_way, clock.now() + REST + TimeDelta::seconds(1)), [1]);
    }
}
