//! The messages an article causes, as outbox rows.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::written::wanted;
use super::{Watch, host};
use crate::digest::{Quiet, write_minute};
use crate::editor::shown;
use crate::store::Db;
use crate::store::articles::{self, Change, Saved, Stored};
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::chats::{self, Mode, held_back};
use crate::store::delivery::outbox::{self, Kind, New, Op};
use crate::store::feeds::entries::{self, Origin, Queued};
use crate::store::feeds::{self, Feed};
use crate::view::{self, ListLine, Look, Message, Tongue};

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
            let messages = view::list(&title(feed), &lines, &self.look(one, now));
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
        let message = view::sample(&card, &title(feed), about, &self.look(one, now));
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
        let message = self.drawn(card.message(&self.look(one, now)), one);
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
                let look = self.look(one, now);
                let about = (one.subscription_id, one.mode.into());
                let message = match carried.kind {
                    Kind::Sample => view::sample(&card, &title(feed), about, &look),
                    _ => self.drawn(card.message(&look), one),
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

    /// A message as the kind of chat takes it.
    pub(super) fn drawn(&self, message: Message, one: &Recipient) -> Message {
        if one.kind == chats::Kind::Channel { message.in_channel(self.bot.as_deref()) } else { message }
    }

    pub(super) fn look(&self, one: &Recipient, now: DateTime<Utc>) -> Look {
        Look {
            tongue: one.language.as_deref().and_then(Tongue::of_tag).unwrap_or_default(),
            zone: one.zone.parse().unwrap_or(Tz::UTC),
            now,
            quotes: usize::try_from(one.quotes_a_card).unwrap_or_default(),
            bot: self.bot.clone(),
        }
    }
}

pub(super) async fn put(
    db: &mut Db,
    one: &Recipient,
    (kind, key): (Kind, &str),
    op: Op,
    message: &Message,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let payload = serde_json::to_string(message)?;
    let thread = Some(one.thread).filter(|thread| *thread != 0);
    outbox::put(db, &New { chat_id: one.chat_id, thread, kind, key, op, payload: &payload }, now).await?;
    Ok(())
}

fn at_once(one: &Recipient) -> bool {
    !one.sample_due && matches!(one.mode, Mode::Instant | Mode::Both)
}

/// True when an article holds one of the words a subscription is narrowed to.
fn passes(one: &Recipient, stored: &Stored) -> bool {
    let title = stored.article.title.as_deref().unwrap_or_default();
    subscriptions::passes(one.filter.as_deref(), &format!("{title}\n{}", stored.article.text))
}

/// The recipient, unless its quiet hours hold now: then an article it wanted at once only is kept for its digest.
pub(super) async fn loud<'a>(
    db: &mut Db,
    one: &'a Recipient,
    article: i64,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<&'a Recipient>> {
    let zone = one.zone.parse().unwrap_or(Tz::UTC);
    if !quiet(one).is_some_and(|quiet| quiet.holds(zone, now)) {
        return Ok(Some(one));
    }
    if one.mode == Mode::Instant {
        let thread = Some(one.thread).filter(|thread| *thread != 0);
        held_back::keep(db, (one.chat_id, thread), article, now).await?;
    }
    Ok(None)
}

fn quiet(one: &Recipient) -> Option<Quiet> {
    let minute = |at: i64| u16::try_from(at).ok().map(write_minute);
    let (from, to) = (minute(one.quiet_from?)?, minute(one.quiet_to?)?);
    Quiet::read(&format!("{from}-{to}")).ok().flatten()
}

pub(super) fn line(stored: &Stored) -> ListLine {
    ListLine {
        article: stored.id,
        headline: stored.article.title.clone().or_else(|| stored.article.url.clone()).unwrap_or_default(),
        published: stored.article.published,
        source: None,
    }
}

pub(super) fn title(feed: &Feed) -> String {
    feed.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(|| host(&feed.url))
}
