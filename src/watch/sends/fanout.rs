//! Fan-outs: what goes to very many chats, put into the outbox slice by slice, the fan-out that began first first.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::articles_of;
use crate::store::articles::Stored;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::fanouts::{self, Fanout, Kind};
use crate::store::delivery::outbox;
use crate::store::feeds::Feed;
use crate::store::{self, Db, Reader, articles, feeds};
use crate::watch::outgoing::A_SLICE;
use crate::watch::watcher::Watch;

/// Longest sleep; whoever begins a fan-out stores an article, which wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_secs(1);

/// How long a slice may hold the one writer: half of what others may wait.
const A_SLICE_TAKES: Duration = Duration::from_millis(100);

/// The smallest slice.
const LEAST: i64 = 10;

/// Puts slices in until `stop`; each is as large as the one before showed that this machine can put in quickly.
pub(in crate::watch) async fn run(watch: &Watch, stop: &CancellationToken) {
    let mut size = A_SLICE / 4;
    while !stop.is_cancelled() {
        let begun = tokio::time::Instant::now();
        match watch.next_slice(size).await {
            Ok(true) => {
                size = next_size(size, begun.elapsed());
                continue;
            }
            Ok(false) => {}
            Err(fault) => {
                watch.store.doubt(&fault);
                tracing::error!("messages to many chats were not queued: {}", store::told(&fault));
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

/// The size that would have taken as long as a slice may, at most doubled.
fn next_size(size: i64, took: Duration) -> i64 {
    let fits = size as f64 * A_SLICE_TAKES.as_secs_f64() / took.as_secs_f64().max(1e-6);
    (fits as i64).clamp(LEAST, A_SLICE).min(size * 2)
}

impl Watch {
    /// Puts the next slice of at most `size` in, in one transaction; returns false when there is none.
    ///
    /// # Errors
    /// SQLite's; then the slice is put in the next time.
    pub(in crate::watch) async fn next_slice(&self, size: i64) -> anyhow::Result<bool> {
        if fanouts::first(&mut *self.store.read().await?).await?.is_none() {
            return Ok(false);
        }
        let mut tx = self.store.begin().await?;
        let Some(fanout) = fanouts::first(&mut tx).await? else { return Ok(false) };
        match self.slice(&mut tx, &fanout, size).await? {
            Some(after) => fanouts::advance(&mut tx, fanout.id, after).await?,
            None => fanouts::end(&mut tx, fanout.id).await?,
        }
        tx.commit().await?;
        self.store.outbox_filled().notify_one();
        Ok(true)
    }

    /// Puts one slice in; returns how far it went, `None` at the end.
    async fn slice(&self, db: &mut Db, fanout: &Fanout, size: i64) -> anyhow::Result<Option<i64>> {
        let now = self.clock.now();
        let Some(feed) = feeds::get(db, fanout.feed_id).await? else { return Ok(None) };
        let stored = match fanout.article_id {
            Some(id) => articles::get(db, Reader::Itself, id).await?,
            None => None,
        };
        let from = (fanout.after, fanout.made_at, size);
        match (fanout.kind, &stored) {
            (Kind::Cards | Kind::List, _) => {
                self.slice_of_subscribers(db, (fanout, &feed, size), stored.as_ref(), now).await
            }
            (Kind::Edits, Some(stored)) => {
                let carried = outbox::cards_of(db, stored.id, fanout.after, size).await?;
                self.edit_cards(db, &feed, &carried, stored, now).await?;
                Ok(carried.last().filter(|_| carried.len() as i64 == size).map(|last| last.id))
            }
            (Kind::Followers, Some(stored)) => self.slice_of_followers(db, from, stored, now).await,
            (Kind::FollowerLists, _) => {
                let stored = articles_of(db, feed.id, fanout.batch).await?;
                self.slice_of_follower_lists(db, (feed.id, fanout.batch), from, &stored, now).await
            }
            // the article is gone
            (Kind::Edits | Kind::Followers, None) => Ok(None),
        }
    }

    /// The same for what goes to those who follow the feed.
    async fn slice_of_subscribers(
        &self,
        db: &mut Db,
        (fanout, feed, size): (&Fanout, &Feed, i64),
        stored: Option<&Stored>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let slice = subscriptions::recipients_after(db, feed.id, fanout.after, size).await?;
        let last = slice.last().filter(|_| slice.len() as i64 == size).map(|last| last.subscription_id);
        let slice: Vec<Recipient> =
            slice.into_iter().filter(|one| one.created_at <= fanout.made_at).collect();
        match (fanout.kind, stored) {
            (Kind::Cards, Some(stored)) => self.cards_to(db, &slice, stored, now).await?,
            (Kind::List, _) => {
                let stored = articles_of(db, feed.id, fanout.batch).await?;
                self.list_to(db, (feed, fanout.batch), &slice, &stored, now).await?;
            }
            // the article is gone
            _ => return Ok(None),
        }
        Ok(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_as_large_as_the_machine_is_quick() {
        for (size, took, next) in [
            (75, 25, 150),
            (200, 100, 200),
            (300, 50, 300),
            (300, 1_200, 25),
            (20, 4_000, LEAST),
            (75, 0, 150),
        ] {
            assert_eq!(next_size(size, Duration::from_millis(took)), next, "{size} in {took} ms");
        }
    }
}
