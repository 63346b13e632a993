//! The watch: feeds that are due → new entries → briefs → store, with all the sends they cause.
//!
//! In: the feeds and the queue of entries in the store. Out: articles, quotes and outbox rows. Two loops: one asks feeds,
//! one briefs entries; the queue between them is the table `entries`, so a kill loses nothing. Invariants: what a poll
//! found and the validators it brought commit together; an article and the sends it causes commit together; validators of
//! a document that could not be read are not kept; nobody is asked before the time `feed::schedule` says, restarts or not.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::clock::Clock;
use crate::editor::Editor;
use crate::feed::schedule::Bounds;
use crate::store::{Store, entries, feeds};

mod brief;
mod edits;
mod poll;
mod sends;
mod follows;
mod failures;
mod stories;
mod take;

#[cfg(test)]
mod tests;

/// Feeds asked at one time.
const POLLS_AT_ONCE: usize = 32;
/// Entries worked on at one time; most of it is waiting for pages.
const BRIEFS_AT_ONCE: usize = 8;
/// Feeds, or entries, of one host worked on at one time, so that a slow host takes no places from others.
const ONE_HOST: usize = 2;
/// Rows looked at to find some whose host is free.
const LOOKED_AT: i64 = 400;
/// The longest sleep: how late a new subscription may be noticed.
const LONGEST_SLEEP: Duration = Duration::from_secs(1);
/// How long something the database could not take is left alone.
const REST: TimeDelta = TimeDelta::seconds(60);

/// What the watch works with.
#[derive(Debug)]
pub struct Watch {
    /// The database.
    pub store: Arc<Store>,
    /// Briefs articles; feeds are asked through its door to the web.
    pub editor: Editor,
    /// The time.
    pub clock: Clock,
    /// Bounds of the polling interval.
    pub bounds: Bounds,
    /// Name of the bot, for links into it.
    pub bot: Option<String>,
}

/// Asks feeds and briefs entries until `stop`; what is under way then is dropped and begun anew at the next start.
pub async fn run(watch: Arc<Watch>, stop: &CancellationToken) {
    if let Err(fault) = watch.spread().await {
        tracing::error!("feeds were not spread at start: {fault:#}");
    }
    tokio::join!(polls(&watch, stop), briefs(&watch, stop), stories::run(&watch, stop));
}

/// What is under way, and what rests.
#[derive(Default)]
struct UnderWay {
    tasks: JoinSet<(i64, bool)>,
    hosts: HashMap<i64, String>,
    resting: HashMap<i64, DateTime<Utc>>,
}

impl UnderWay {
    fn may_begin(&self, id: i64, host: &str, now: DateTime<Utc>) -> bool {
        let free = !self.hosts.contains_key(&id) && self.resting.get(&id).is_none_or(|until| *until <= now);
        free && self.hosts.values().filter(|busy| *busy == host).count() < ONE_HOST
    }

    fn begin(&mut self, id: i64, host: String, work: impl Future<Output = bool> + Send + 'static) {
        self.hosts.insert(id, host);
        self.tasks.spawn(async move { (id, work.await) });
    }

    fn ended(&mut self, ended: Result<(i64, bool), tokio::task::JoinError>, now: DateTime<Utc>) {
        match ended {
            Ok((id, went_well)) => {
                self.hosts.remove(&id);
                self.resting.retain(|_, until| *until > now);
                if !went_well {
                    self.resting.insert(id, now + REST);
                }
            }
            Err(fault) => {
                // which one it was is not told: when nothing runs any more, nothing is busy
                tracing::error!("work on a feed broke off: {fault}");
                if self.tasks.is_empty() {
                    let broken: HashSet<i64> = self.hosts.drain().map(|(id, _)| id).collect();
                    self.resting.extend(broken.into_iter().map(|id| (id, now + REST)));
                }
            }
        }
    }
}

async fn polls(watch: &Arc<Watch>, stop: &CancellationToken) {
    let mut under_way = UnderWay::default();
    while !stop.is_cancelled() {
        if let Err(fault) = begin_polls(watch, &mut under_way).await {
            tracing::error!("due feeds were not read: {fault:#}");
        }
        if let Err(fault) = watch.owed_samples().await {
            tracing::error!("sample cards were not queued: {fault:#}");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            Some(ended) = under_way.tasks.join_next(), if !under_way.tasks.is_empty() => under_way.ended(ended, watch.clock.now()),
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

async fn begin_polls(watch: &Arc<Watch>, under_way: &mut UnderWay) -> anyhow::Result<()> {
    if under_way.tasks.len() >= POLLS_AT_ONCE {
        return Ok(());
    }
    let now = watch.clock.now();
    let due = feeds::due(&mut *watch.store.read().await?, now, LOOKED_AT).await?;
    for feed in due {
        let (id, host) = (feed.id, host(&feed.url));
        if under_way.tasks.len() < POLLS_AT_ONCE && under_way.may_begin(id, &host, now) {
            let watch = Arc::clone(watch);
            under_way.begin(id, host, async move { went_well(&watch.poll(&feed).await, &feed.url) });
        }
    }
    Ok(())
}

async fn briefs(watch: &Arc<Watch>, stop: &CancellationToken) {
    let mut under_way = UnderWay::default();
    while !stop.is_cancelled() {
        let queued = watch.store.entries_queued().notified();
        if let Err(fault) = begin_briefs(watch, &mut under_way).await {
            tracing::error!("queued entries were not read: {fault:#}");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            Some(ended) = under_way.tasks.join_next(), if !under_way.tasks.is_empty() => under_way.ended(ended, watch.clock.now()),
            () = queued => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

async fn begin_briefs(watch: &Arc<Watch>, under_way: &mut UnderWay) -> anyhow::Result<()> {
    if under_way.tasks.len() >= BRIEFS_AT_ONCE {
        return Ok(());
    }
    let now = watch.clock.now();
    let waiting = entries::to_brief(&mut *watch.store.read().await?, now, LOOKED_AT).await?;
    for entry in waiting {
        let url = entry.url.clone().unwrap_or_default();
        let host = host(&url);
        if under_way.tasks.len() < BRIEFS_AT_ONCE && under_way.may_begin(entry.id, &host, now) {
            let watch = Arc::clone(watch);
            under_way.begin(entry.id, host, async move { went_well(&watch.brief(&entry).await, &url) });
        }
    }
    Ok(())
}

fn went_well(done: &anyhow::Result<()>, url: &str) -> bool {
    if let Err(fault) = done {
        tracing::error!(url, "not taken in: {fault:#}");
    }
    done.is_ok()
}

/// The host of an address, without port; the address itself when it has none.
fn host(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}

/// Chance for the schedule, from -1 to 1.
fn jitter() -> f64 {
    fastrand::f64() * 2.0 - 1.0
}
