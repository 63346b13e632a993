//! The loops: one asks feeds, one briefs entries, one groups articles, one puts messages to many chats in.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::sends::fanout;
use super::stories;
use super::under_way::{Found, UnderWay};
use super::watcher::Watch;
use crate::clock::Clock;
use crate::feed::secret;
use crate::store::feeds::entries;
use crate::store::{self, Store, feeds};

/// Feeds asked at one time.
const POLLS_AT_ONCE: usize = 32;
/// Entries worked on at one time; most of it is waiting for pages.
const BRIEFS_AT_ONCE: usize = 8;
/// Waiting rows (number and address) held at one time to find some whose host is free: a host with thousands of feeds
/// hides no other.
const LOOKED_AT: i64 = 5_000;
/// The longest sleep: how late a new subscription may be noticed.
const LONGEST_SLEEP: Duration = Duration::from_secs(1);

/// Asks feeds, briefs entries and groups articles until `stop`, each loop by a clock of its own; what is under way then
/// is dropped and begun anew at the next start.
pub async fn run(watch: &Watch, clocks: [Clock; 3], stop: &CancellationToken) {
    if let Err(fault) = watch.spread().await {
        tracing::error!("feeds were not spread at start: {}", store::told(&fault));
    }
    let [feeds, articles, stories] = clocks.map(|clock| Arc::new(Watch { clock, ..watch.clone() }));
    tokio::join!(
        polls(&feeds, stop),
        briefs(&articles, stop),
        stories::run(&stories, stop),
        fanout::run(watch, stop)
    );
}

async fn polls(watch: &Arc<Watch>, stop: &CancellationToken) {
    let mut under_way = UnderWay::new(POLLS_AT_ONCE);
    while !stop.is_cancelled() {
        let now = watch.clock.now();
        if under_way.wants_rows(now) {
            match watch.due(now).await {
                Ok(rows) => under_way.found(rows),
                Err(fault) => tracing::error!("due feeds were not read: {}", store::told(&fault)),
            }
            if let Err(fault) = watch.owed_samples().await {
                tracing::error!("sample cards were not queued: {}", store::told(&fault));
            }
        }
        while let Some((id, url)) = under_way.next(now) {
            let watch = Arc::clone(watch);
            under_way.begin(id, async move { went_well(&watch.store, &watch.poll_due(id).await, &url) });
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
        if under_way.wants_rows(now) {
            match watch.to_brief(now).await {
                Ok(rows) => under_way.found(rows),
                Err(fault) => tracing::error!("queued entries were not read: {}", store::told(&fault)),
            }
        }
        while let Some((id, url)) = under_way.next(now) {
            let watch = Arc::clone(watch);
            under_way.begin(id, async move { went_well(&watch.store, &watch.brief_queued(id).await, &url) });
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
    async fn due(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<Found>> {
        let rows = feeds::due(&mut *self.store.read().await?, now, LOOKED_AT).await?;
        Ok(rows.into_iter().map(|feed| (feed.id, feed.url, feed.chat)).collect())
    }

    /// The entries that wait to be briefed.
    async fn to_brief(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<Found>> {
        let rows = entries::to_brief(&mut *self.store.read().await?, now, LOOKED_AT).await?;
        Ok(rows.into_iter().map(|(id, url, chat)| (id, url.unwrap_or_default(), chat)).collect())
    }
}

fn went_well(store: &Store, done: &anyhow::Result<()>, url: &str) -> bool {
    if let Err(fault) = done {
        store.doubt(fault);
        tracing::error!(url = secret::shown(url), "not taken in: {}", store::told(fault));
    }
    done.is_ok()
}
