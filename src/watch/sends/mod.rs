//! The messages an article causes, as outbox rows.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::model_summary::{reads, wanted};
use super::outgoing::{A_SLICE, at_once, edit, line, loud, passes, put, title};
use super::watcher::Watch;
use crate::editor::shown;
use crate::store::articles::{Change, Saved, Stored};
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::delivery::fanouts;
use crate::store::delivery::outbox::{self, Carried, Kind, Op};
use crate::store::feeds::Feed;
use crate::store::feeds::entries::{self, Origin, Queued};
use crate::store::{Db, Reader, articles, feeds, reader};
use crate::text::Language;
use crate::view::{self, Card};

mod elsewhere;
pub(super) mod fanout;
pub(super) mod joined;
mod samples;

/// More new articles of one poll than these become one list message (CHAT.md, “Settled points”).
const CARDS_A_POLL: i64 = 5;

impl Watch {
    /// Queues what a stored article causes: sample cards that are owed, cards to those who want them at once, the list of
    /// a large poll, and edits of cards sent before. What goes to very many chats begins a fan-out.
    pub(super) async fn cause_sends(
        &self,
        db: &mut Db,
        queued: &Queued,
        (saved, first): (Saved, bool),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let Some(stored) = articles::get(db, Reader::Itself, saved.id).await? else { return Ok(()) };
        let Some(feed) = feeds::get(db, queued.feed_id).await? else { return Ok(()) };
        // whoever gets an article as a sample gets no card of it, too
        let mut sampled = Vec::new();
        if queued.origin == Origin::Sample || !entries::sample_waits(db, feed.id).await? {
            for one in subscriptions::owed(db, feed.id).await? {
                self.sample(db, &feed, &one, &stored, now).await?;
                sampled.push(one.subscription_id);
            }
        }
        let (all, _) = entries::batch(db, feed.id, queued.batch).await?;
        if queued.origin == Origin::Fresh && first && all <= CARDS_A_POLL {
            let is_under_way = self.cards(db, &feed, (&stored, &sampled), now).await?;
            self.tell_followers(db, feed.id, (&stored, is_under_way), now).await?;
        }
        if saved.change == Change::Edited {
            let carried = outbox::cards_of(db, stored.id, 0, A_SLICE + 1).await?;
            if carried.len() as i64 > A_SLICE {
                fanouts::begin(db, (feed.id, Some(stored.id)), (fanouts::Kind::Edits, 0), now).await?;
            } else {
                self.edit_cards(db, &feed, &carried, &stored, now).await?;
            }
        }
        self.finish_batch(db, Some(&feed), queued, now).await
    }

    /// Queues an article's card for those who follow its feed and want it at once; returns whether that began a fan-out.
    async fn cards(
        &self,
        db: &mut Db,
        feed: &Feed,
        (stored, sampled): (&Stored, &[i64]),
        now: DateTime<Utc>,
    ) -> anyhow::Result<bool> {
        let mut recipients = subscriptions::recipients_after(db, feed.id, 0, A_SLICE + 1).await?;
        let many = recipients.len() as i64 > A_SLICE;
        recipients.retain(|one| !sampled.contains(&one.subscription_id));
        if many {
            fanouts::begin(db, (feed.id, Some(stored.id)), (fanouts::Kind::Cards, 0), now).await?;
        } else {
            self.cards_to(db, &recipients, stored, now).await?;
        }
        Ok(many)
    }

    /// The same for these recipients.
    async fn cards_to(
        &self,
        db: &mut Db,
        recipients: &[Recipient],
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut cards = Cards::of(stored);
        for one in recipients.iter().filter(|one| at_once(one) && passes(one, stored)) {
            if let Some(one) = loud(db, one, stored.id, now).await?
                && !self.joined(db, one, stored, now).await?
            {
                let card = cards.card(db, one).await?;
                let message = self.drawn(card.message(&self.options(one, now)), one);
                put(db, one, (Kind::Card, &format!("a{}", stored.id)), Op::Send, &message, now).await?;
            }
        }
        Ok(())
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
        let stored = articles_of(db, feed.id, queued.batch).await?;
        let recipients = subscriptions::recipients_after(db, feed.id, 0, A_SLICE + 1).await?;
        if recipients.len() as i64 > A_SLICE {
            fanouts::begin(db, (feed.id, None), (fanouts::Kind::List, queued.batch), now).await?;
        } else {
            self.list_to(db, (feed, queued.batch), &recipients, &stored, now).await?;
        }
        self.list_for_followers(db, (feed.id, queued.batch), &stored, now).await
    }

    /// Queues the list message of a poll for these recipients.
    async fn list_to(
        &self,
        db: &mut Db,
        (feed, batch): (&Feed, i64),
        recipients: &[Recipient],
        stored: &[Stored],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        for one in recipients.iter().filter(|one| at_once(one)) {
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
                let key = format!("f{}p{batch}n{part}", feed.id);
                put(db, one, (Kind::List, &key), Op::Send, &self.drawn(message, one), now).await?;
            }
        }
        Ok(())
    }

    /// Puts an edited article's card in the place of those that were sent of it or wait to be.
    async fn edit_cards(
        &self,
        db: &mut Db,
        feed: &Feed,
        carried: &[Carried],
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let mut cards = Cards::of(stored);
        for carried in carried {
            let place = (carried.chat_id, carried.thread);
            if let Some(other) = carried.drawn_for {
                self.edit_elsewhere(db, (feed, stored), (carried, other), now).await?;
                continue;
            }
            if !reader::may_read(db, Reader::Chat(carried.chat_id), stored.id).await? {
                continue;
            }
            let (one, message) = if let Some(one) = subscriptions::recipient_at(db, feed.id, place).await? {
                let mut card = cards.card(db, &one).await?;
                card.also = joined::also(db, stored, place).await?;
                let options = self.options(&one, now);
                let about = (one.subscription_id, one.mode.into());
                let message = match carried.kind {
                    Kind::Sample => view::sample(&card, &title(feed), about, &options),
                    _ => self.drawn(card.message(&options), &one),
                };
                (one, message)
            } else {
                let Some(again) = self.card_again(db, stored, place, now).await? else { continue };
                again
            };
            edit(db, &one, (carried, stored), &message, now).await?;
        }
        Ok(())
    }
}

/// The cards of one article for those who get it: made once for all who want the same words.
struct Cards<'a> {
    stored: &'a Stored,
    made: HashMap<(Option<Language>, Vec<Language>), Card>,
}

impl<'a> Cards<'a> {
    fn of(stored: &'a Stored) -> Self {
        Self { stored, made: HashMap::new() }
    }

    async fn card(&mut self, db: &mut Db, one: &Recipient) -> anyhow::Result<Card> {
        let wanted = (wanted(one, self.stored), reads(one));
        let card = if let Some(card) = self.made.get(&wanted) {
            card.clone()
        } else {
            let card = shown::card(db, self.stored, None, (wanted.0, &wanted.1)).await?;
            self.made.entry(wanted).or_insert(card).clone()
        };
        Ok(Card { subscription: Some(one.subscription_id), ..card })
    }
}

/// The articles of a poll that brought many.
async fn articles_of(db: &mut Db, feed: i64, batch: i64) -> anyhow::Result<Vec<Stored>> {
    let mut stored = Vec::new();
    for id in entries::batch_articles(db, feed, batch).await? {
        stored.extend(articles::get(db, Reader::Itself, id).await?);
    }
    Ok(stored)
}
