//! The watch: feeds that are due → new entries → briefs → store, with all the sends they cause.
//!
//! In: the feeds and the queue of entries in the store. Out: articles, quotes and outbox rows. Two loops: one asks feeds,
//! one briefs entries; the queue between them is the table `entries`, so a kill loses nothing. Invariants: what a poll
//! found and the validators it brought commit together; an article and the sends it causes commit together; validators of
//! a document that could not be read are not kept; nobody is asked before the time `feed::schedule` says, restarts or not.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::clock::Clock;
use crate::editor::Editor;
use crate::feed::schedule::Bounds;
use crate::store::Store;
use crate::store::feeds::{self, entries};
use under_way::UnderWay;

mod brief;
mod edits;
mod poll;
mod sends;
mod follows;
mod failures;
mod stories;
mod take;
mod under_way;
mod written;

#[cfg(test)]
mod tests;

/// Feeds asked at one time.
const POLLS_AT_ONCE: usize = 32;
/// Entries worked on at one time; most of it is waiting for pages.
const BRIEFS_AT_ONCE: usize = 8;
/// Waiting rows (number and address) held at one time to find some whose host is free: a host with thousands of feeds
/// hides no other.
const LOOKED_AT: i64 = 5_000;
/// The longest sleep: how late a new subscription may be noticed.
const LONGEST_SLEEP: Duration = Duration::from_secs(1);

/// What the watch works with.
#[derive(Debug, Clone)]
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

/// Asks feeds, briefs entries and groups articles until `stop`, each loop by a clock of its own; what is under way then
/// is dropped and begun anew at the next start.
pub async fn run(watch: &Watch, clocks: [Clock; 3], stop: &CancellationToken) {
    if let Err(fault) = watch.spread().await {
        tracing::error!("feeds were not spread at start: {fault:#}");
    }
    let [feeds, articles, stories] = clocks.map(|clock| Arc::new(Watch { clock, ..watch.clone() }));
    tokio::join!(polls(&feeds, stop), briefs(&articles, stop), stories::run(&stories, stop));
}

async fn polls(watch: &Arc<Watch>, stop: &CancellationToken) {
    let mut under_way = UnderWay::new(POLLS_AT_ONCE);
    while !stop.is_cancelled() {
        let now = watch.clock.now();
        if under_way.wants_rows() {
            match watch.due(now).await {
                Ok(rows) => under_way.found(rows),
                Err(fault) => tracing::error!("due feeds were not read: {fault:#}"),
            }
            if let Err(fault) = watch.owed_samples().await {
                tracing::error!("sample cards were not queued: {fault:#}");
            }
        }
        while let Some((id, url)) = under_way.next(now) {
            let watch = Arc::clone(watch);
            under_way.begin(id, async move { went_well(&watch.poll_due(id).await, &url) });
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = under_way.ended(watch.clock) => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => under_way.look_again(),
        }
    }
}

async fn briefs(watch: &Arc<Watch>, stop: &CancellationToken) {
    let mut under_way = UnderWay::new(BRIEFS_AT_ONCE);
    while !stop.is_cancelled() {
        let (queued, now) = (watch.store.entries_queued().notified(), watch.clock.now());
        if under_way.wants_rows() {
            match watch.to_brief(now).await {
                Ok(rows) => under_way.found(rows),
                Err(fault) => tracing::error!("queued entries were not read: {fault:#}"),
            }
        }
        while let Some((id, url)) = under_way.next(now) {
            let watch = Arc::clone(watch);
            under_way.begin(id, async move { went_well(&watch.brief_queued(id).await, &url) });
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = under_way.ended(watch.clock) => {}
            () = queued => under_way.look_again(),
            () = tokio::time::sleep(LONGEST_SLEEP) => under_way.look_again(),
        }
    }
}

impl Watch {
    /// The feeds that are due.
    async fn due(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<(i64, String)>> {
        let rows = feeds::due(&mut *self.store.read().await?, now, LOOKED_AT).await?;
        Ok(rows.into_iter().map(|feed| (feed.id, feed.url)).collect())
    }

    /// The entries that wait to be briefed.
    async fn to_brief(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<(i64, String)>> {
        let rows = entries::to_brief(&mut *self.store.read().await?, now, LOOKED_AT).await?;
        Ok(rows.into_iter().map(|(id, url)| (id, url.unwrap_or_default())).collect())
    }
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
