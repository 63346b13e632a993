//! The messages an article causes, as outbox rows.

use chrono::{DateTime, Utc};

use super::model_summary::wanted;
use super::outgoing::{line, loud, put, title};
use super::watcher::Watch;
use crate::editor::shown;
use crate::store::articles::{Change, Saved, Stored};
use crate::store::chats::Mode;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::outbox::{self, Kind, Op};
use crate::store::feeds::Feed;
use crate::store::feeds::entries;
use crate::store::feeds::entries::{Origin, Queued};
use crate::store::{Db, articles, feeds};
use crate::view;

/// More new articles of one poll than these become one list message (CHAT.md, “Settled points”).
const CARDS_A_POLL: i64 = 5;

impl Watch {
    /// Queues what a stored article causes: sample cards that are owed, cards to those who want them at once, the list of
    /// a large poll, and edits of cards sent before.
    pub(super) async fn cause_sends(
        &self,
        db: &mut Db,
        queued: &Queued,
        (saved, first): (Saved, bool),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(stored) = articles::get(db, saved.id).await? else { return Ok(()) };
        let Some(feed) = feeds::get(db, queued.feed_id).await? else { return Ok(()) };
        let recipients = subscriptions::recipients(db, feed.id).await?;
        if queued.origin == Origin::Sample || !entries::sample_waits(db, feed.id).await? {
            for one in recipients.iter().filter(|one| one.sample_due) {
                self.sample(db, &feed, one, &stored, now).await?;
            }
        }
        let (all, _) = entries::batch(db, feed.id, queued.batch).await?;
        if queued.origin == Origin::Fresh && first && all <= CARDS_A_POLL {
            for one in recipients.iter().filter(|one| at_once(one) && passes(one, &stored)) {
                if let Some(one) = loud(db, one, stored.id, now).await? {
                    self.card(db, one, &stored, now).await?;
                }
            }
            self.tell_followers(db, &stored, now).await?;
        }
        if saved.change == Change::Edited {
            self.edit_cards(db, (&feed, &recipients), &stored, now).await?;
        }
        self.finish_batch(db, Some(&feed), queued, now).await
    }

    /// Queues the one list message of a poll that brought many, once all of it is briefed.
    pub(super) async fn finish_batch(
        &self,
        db: &mut Db,
        feed: Option<&Feed>,
        queued: &Queued,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(feed) = feed.filter(|_| queued.origin == Origin::Fresh) else { return Ok(()) };
        let (all, left) = entries::batch(db, feed.id, queued.batch).await?;
        if all <= CARDS_A_POLL || left > 0 {
            return Ok(());
        }
        let mut stored = Vec::new();
        for id in entries::batch_articles(db, feed.id, queued.batch).await? {
            stored.extend(articles::get(db, id).await?);
        }
        let mut told = Vec::new();
        for one in subscriptions::recipients(db, feed.id).await?.iter().filter(|one| at_once(one)) {
            told.push((one.chat_id, one.thread));
            let mut lines = Vec::new();
            for article in stored.iter().filter(|article| passes(one, article)) {
                if loud(db, one, article.id, now).await?.is_some() {
                    lines.push(line(article));
                }
            }
            if lines.is_empty() {
                continue;
            }
            let messages = view::list(&title(feed), &lines, &self.options(one, now));
            for (part, message) in messages.into_iter().enumerate() {
                let key = format!("f{}p{}n{part}", feed.id, queued.batch);
                put(db, one, (Kind::List, &key), Op::Send, &self.drawn(message, one), now).await?;
            }
        }
        self.list_for_followers(db, (feed.id, queued.batch), (&stored, &told), now).await
    }

    /// Queues the sample cards owed for feeds whose articles are stored already: no feed is asked for them (row 20).
    pub(super) async fn owed_samples(&self) -> anyhow::Result<()> {
        if subscriptions::samples_due(&mut *self.store.read().await?).await?.is_empty() {
            return Ok(());
        }
        let now = self.clock.now();
        let mut tx = self.store.begin().await?;
        for feed_id in subscriptions::samples_due(&mut tx).await? {
            let Some(feed) = feeds::get(&mut tx, feed_id).await? else { continue };
            let Some(&newest) = entries::newest_articles(&mut tx, feed_id, 1).await?.first() else {
                continue;
            };
            let Some(stored) = articles::get(&mut tx, newest).await? else { continue };
            if entries::sample_waits(&mut tx, feed_id).await? {
                continue;
            }
            for one in subscriptions::recipients(&mut tx, feed_id).await?.iter().filter(|one| one.sample_due)
            {
                self.sample(&mut tx, &feed, one, &stored, now).await?;
            }
        }
        tx.commit().await?;
        self.store.outbox_filled().notify_one();
        Ok(())
    }

    async fn sample(
        &self,
        db: &mut Db,
        feed: &Feed,
        one: &Recipient,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let card = shown::card(db, stored, Some(one.subscription_id), wanted(one, stored)).await?;
        let about = (one.subscription_id, one.mode.into());
        let message = view::sample(&card, &title(feed), about, &self.options(one, now));
        let key = format!("a{}s{}t{}", stored.id, one.subscription_id, one.created_at.timestamp());
        put(db, one, (Kind::Sample, &key), Op::Send, &message, now).await?;
        subscriptions::sampled(db, one.subscription_id).await?;
        Ok(())
    }

    async fn card(
        &self,
        db: &mut Db,
        one: &Recipient,
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let card = shown::card(db, stored, Some(one.subscription_id), wanted(one, stored)).await?;
        let message = self.drawn(card.message(&self.options(one, now)), one);
        put(db, one, (Kind::Card, &format!("a{}", stored.id)), Op::Send, &message, now).await
    }

    /// Puts an edited article's card in the place of those that were sent of it or wait to be.
    async fn edit_cards(
        &self,
        db: &mut Db,
        (feed, recipients): (&Feed, &[Recipient]),
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        for carried in outbox::cards_of(db, stored.id).await? {
            let place = |one: &&Recipient| (one.chat_id, one.thread) == (carried.chat_id, carried.thread);
            let (one, message) = if let Some(one) = recipients.iter().find(place) {
                let card = shown::card(db, stored, Some(one.subscription_id), wanted(one, stored)).await?;
                let options = self.options(one, now);
                let about = (one.subscription_id, one.mode.into());
                let message = match carried.kind {
                    Kind::Sample => view::sample(&card, &title(feed), about, &options),
                    _ => self.drawn(card.message(&options), one),
                };
                (one.clone(), message)
            } else {
                let place = (carried.chat_id, carried.thread);
                let Some(again) = self.card_again(db, stored, place, now).await? else { continue };
                again
            };
            if let Some(message_id) = carried.message_id {
                let key = format!("a{}v{}m{message_id}", stored.id, stored.version);
                put(db, &one, (Kind::Edit, &key), Op::Edit(message_id), &message, now).await?;
            } else {
                outbox::rewrite(db, carried.id, &serde_json::to_string(&message)?).await?;
            }
        }
        Ok(())
    }
}

fn at_once(one: &Recipient) -> bool {
    !one.sample_due && matches!(one.mode, Mode::Instant | Mode::Both)
}

/// True when an article holds one of the words a subscription is narrowed to.
fn passes(one: &Recipient, stored: &Stored) -> bool {
    let title = stored.article.title.as_deref().unwrap_or_default();
    subscriptions::passes(one.filter.as_deref(), &format!("{title}\n{}", stored.article.text))
}
