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
use crate::store::{Db, articles, feeds};
use crate::watch::outgoing::A_SLICE;
use crate::watch::watcher::Watch;

/// Longest sleep; whoever begins a fan-out stores an article, which wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_secs(1);

/// Puts slices in until `stop`.
pub(in crate::watch) async fn run(watch: &Watch, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        match watch.next_slice().await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(fault) => {
                watch.store.doubt(&fault);
                tracing::error!("messages to many chats were not queued: {fault:#}");
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
}

impl Watch {
    /// Puts the next slice in, in one transaction; returns false when there is none.
    ///
    /// # Errors
    /// SQLite's; then the slice is put in the next time.
    pub(in crate::watch) async fn next_slice(&self) -> anyhow::Result<bool> {
        if fanouts::first(&mut *self.store.read().await?).await?.is_none() {
            return Ok(false);
        }
        let mut tx = self.store.begin().await?;
        let Some(fanout) = fanouts::first(&mut tx).await? else { return Ok(false) };
        match self.slice(&mut tx, &fanout).await? {
            Some(after) => fanouts::advance(&mut tx, fanout.id, after).await?,
            None => fanouts::end(&mut tx, fanout.id).await?,
        }
        tx.commit().await?;
        self.store.outbox_filled().notify_one();
        Ok(true)
    }

    /// Puts one slice in; returns how far it went, `None` at the end.
    async fn slice(&self, db: &mut Db, fanout: &Fanout) -> anyhow::Result<Option<i64>> {
        let now = self.clock.now();
        let Some(feed) = feeds::get(db, fanout.feed_id).await? else { return Ok(None) };
        let stored = match fanout.article_id {
            Some(id) => articles::get(db, id).await?,
            None => None,
        };
        let from = (fanout.after, fanout.made_at);
        match (fanout.kind, &stored) {
            (Kind::Cards | Kind::List, _) => {
                self.slice_of_subscribers(db, (fanout, &feed), stored.as_ref(), now).await
            }
            (Kind::Edits, Some(stored)) => {
                let carried = outbox::cards_of(db, stored.id, fanout.after, A_SLICE).await?;
                self.edit_cards(db, &feed, &carried, stored, now).await?;
                Ok(carried.last().filter(|_| carried.len() as i64 == A_SLICE).map(|last| last.id))
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
        (fanout, feed): (&Fanout, &Feed),
        stored: Option<&Stored>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let slice = subscriptions::recipients_after(db, feed.id, fanout.after, A_SLICE).await?;
        let last = slice.last().filter(|_| slice.len() as i64 == A_SLICE).map(|last| last.subscription_id);
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
