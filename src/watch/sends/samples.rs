//! The first card of a new subscription, or the word that there is none.
//!
//! In: who waits for one. Out: outbox rows, which take the place of the word that the feed is followed.

use chrono::{DateTime, Utc};

use super::super::model_summary::{reads, wanted};
use super::super::outgoing::{put, title};
use super::super::watcher::Watch;
use crate::editor::shown;
use crate::store::articles::Stored;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::outbox::{self, Kind, Op};
use crate::store::feeds::{Feed, entries, unread};
use crate::store::{Db, Reader, articles, feeds};
use crate::view::{self, Fault};

impl Watch {
    /// Queues the sample cards owed for feeds whose articles are stored already: no feed is asked for them (row 20); and
    /// the word that they do not come where the newest article cannot be read.
    pub(in crate::watch) async fn owed_samples(&self) -> anyhow::Result<()> {
        let mut read = self.store.read().await?;
        let is_owed = !subscriptions::samples_due(&mut read).await?.is_empty();
        if !is_owed && unread::waited_for(&mut read).await?.is_empty() {
            return Ok(());
        }
        drop(read);
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        for feed_id in subscriptions::samples_due(&mut tx).await? {
            let Some(feed) = feeds::get(&mut tx, feed_id).await? else { continue };
            let Some(&newest) = entries::newest_articles(&mut tx, feed_id, 1).await?.first() else {
                continue;
            };
            let Some(stored) = articles::get(&mut tx, Reader::Itself, newest).await? else { continue };
            if entries::sample_waits(&mut tx, feed_id).await? {
                continue;
            }
            for one in subscriptions::owed(&mut tx, feed_id).await? {
                self.sample(&mut tx, &feed, &one, &stored, now).await?;
            }
        }
        for feed_id in unread::waited_for(&mut tx).await? {
            self.unread_samples(&mut tx, feed_id, now).await?;
        }
        tx.commit().await?;
        self.store.outbox_filled().notify_one();
        Ok(())
    }

    /// Tells those who wait for a sample card that the feed holds no article yet.
    pub(in crate::watch) async fn no_samples(
        &self,
        db: &mut Db,
        feed_id: i64,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(feed) = feeds::get(db, feed_id).await? else { return Ok(()) };
        for one in subscriptions::owed(db, feed.id).await? {
            let place = (one.chat_id, one.thread);
            let Some(announced) = outbox::announcement(db, place, one.subscription_id).await? else {
                continue;
            };
            let message = view::no_sample(
                &title(&feed),
                (one.subscription_id, one.mode.into()),
                &self.options(&one, now),
            );
            let key = format!("e{}t{}", one.subscription_id, one.created_at.timestamp());
            put(db, &one, (Kind::Sample, &key), Op::Edit(announced), &message, now).await?;
        }
        Ok(())
    }

    /// Tells those who wait for a sample card that the newest article cannot be read; they wait on while one is tried again.
    async fn unread_samples(&self, db: &mut Db, feed_id: i64, now: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(feed) = feeds::get(db, feed_id).await? else { return Ok(()) };
        let why = unread::newest(db, feed.id).await?;
        let is_tried = unread::is_tried(db, feed.id).await?;
        for one in subscriptions::owed(db, feed.id).await? {
            if let Some(why) = &why {
                let options = self.options(&one, now);
                let reason = Fault::read(why, options.locale);
                let about = (one.subscription_id, one.mode.into());
                let message = view::unread_sample(&title(&feed), &reason, about, &options);
                let key = format!("u{}t{}", one.subscription_id, one.created_at.timestamp());
                let place = (one.chat_id, one.thread);
                let announced = outbox::announcement(db, place, one.subscription_id).await?;
                let op = announced.map_or(Op::Send, Op::Edit);
                put(db, &one, (Kind::Sample, &key), op, &message, now).await?;
            }
            if !is_tried {
                subscriptions::sampled(db, one.subscription_id).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn sample(
        &self,
        db: &mut Db,
        feed: &Feed,
        one: &Recipient,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let card =
            shown::card(db, stored, Some(one.subscription_id), (wanted(one, stored), &reads(one))).await?;
        let about = (one.subscription_id, one.mode.into());
        let message = view::sample(&card, &title(feed), about, &self.options(one, now));
        let key = format!("a{}s{}t{}", stored.id, one.subscription_id, one.created_at.timestamp());
        // the word that the feed is followed becomes its card
        let announced = outbox::announcement(db, (one.chat_id, one.thread), one.subscription_id).await?;
        let op = announced.map_or(Op::Send, Op::Edit);
        put(db, one, (Kind::Sample, &key), op, &message, now).await?;
        subscriptions::sampled(db, one.subscription_id).await?;
        Ok(())
    }
}
