//! Persons and topics that chats follow: they are told at once when a new article quotes or names one.
//!
//! The card is the article's own, so a chat that gets it by a feed already gets it once.

use chrono::{DateTime, Utc};

use super::about::{About, all_about, words_of};
use super::model_summary::{reads, wanted};
use super::outgoing::{A_SLICE, at_once, line, loud, put};
use super::sends::joined;
use super::watcher::Watch;
use crate::editor::shown;
use crate::store::Db;
use crate::store::articles::Stored;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::chats::{self, Mode};
use crate::store::delivery::fanouts;
use crate::store::delivery::outbox::{self, Kind, Op};
use crate::store::people::followed::{self, Alert, Follow, Words};
use crate::view::{self, Button, Message, Press};

/// Cards a day about one person or topic; what is beyond is counted in one line.
const ALERTS_A_DAY: i64 = 3;

impl Watch {
    /// Queues the card of a new article for every chat that follows somebody it quotes or something it is about; for very
    /// many it begins a fan-out, also where one `is_under_way` for its feed: who gets both is to get the feed's card.
    pub(super) async fn tell_followers(
        &self,
        db: &mut Db,
        feed: i64,
        (stored, is_under_way): (&Stored, bool),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(db, stored).await?;
        let follows = followed::maybe_concerned(db, &about.words, 0, A_SLICE + 1).await?;
        if follows.len() as i64 > A_SLICE || is_under_way && !follows.is_empty() {
            return Ok(fanouts::begin(db, (feed, Some(stored.id)), (fanouts::Kind::Followers, 0), now).await?);
        }
        self.cards_to_followers(db, &follows, stored, now).await
    }

    /// The next slice of it, behind a row, as of a moment, of a size; returns how far it went, `None` at the end.
    pub(super) async fn slice_of_followers(
        &self,
        db: &mut Db,
        from: (i64, DateTime<Utc>, i64),
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let about = About::of(db, stored).await?;
        let (follows, last) = slice(db, &about.words, from).await?;
        self.cards_to_followers(db, &follows, stored, now).await?;
        Ok(last)
    }

    /// The card for those of `follows` whom the article concerns.
    async fn cards_to_followers(
        &self,
        db: &mut Db,
        follows: &[Follow],
        stored: &Stored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = About::of(db, stored).await?;
        for follow in follows.iter().filter(|follow| about.concerns(follow)) {
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            if loud(db, &one, stored.id, now).await?.is_none() || self.joined(db, &one, stored, now).await? {
                continue;
            }
            match followed::alert(db, follow.id, ALERTS_A_DAY, now).await? {
                Alert::Tell => {
                    let message = self.follower_card(db, stored, (&one, Some(follow)), now).await?;
                    put(db, &one, (Kind::Card, &format!("a{}", stored.id)), Op::Send, &message, now).await?;
                }
                Alert::Count(more) => self.count_more(db, follow, &one, (more, now)).await?,
            }
        }
        Ok(())
    }

    /// The one line that counts what is beyond the day's alerts: written once, then edited.
    async fn count_more(
        &self,
        db: &mut Db,
        follow: &Follow,
        one: &Recipient,
        (more, now): (i64, DateTime<Utc>),
    ) -> anyhow::Result<()> {
        let words = follow.words.as_str();
        let message = view::line(
            "follow-more",
            &[("words", words.into()), ("count", more.into())],
            &self.options(one, now),
        );
        let message = self.drawn(message, one);
        let key = format!("more{}d{}", follow.id, now.date_naive());
        let sent = outbox::by_key(db, (one.chat_id, one.thread), Kind::List, &key).await?;
        match sent.map(|sent| (sent.id, sent.message_id)) {
            None => put(db, one, (Kind::List, &key), Op::Send, &message, now).await,
            Some((_, Some(message_id))) => {
                let key = format!("{key}n{more}");
                put(db, one, (Kind::Edit, &key), Op::Edit(message_id), &message, now).await
            }
            Some((id, None)) => Ok(outbox::rewrite(db, id, &serde_json::to_string(&message)?).await?),
        }
    }

    /// An article's card again for a place that has it and follows its feed no more, or never did; `None` when the chat
    /// is gone.
    pub(super) async fn card_again(
        &self,
        db: &mut Db,
        stored: &Stored,
        (chat, thread): (i64, i64),
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<(Recipient, Message)>> {
        let Some(one) = recipient(db, (chat, thread), now).await? else { return Ok(None) };
        let about = About::of(db, stored).await?;
        let follows = followed::list(db, chat).await?;
        let here = |follow: &&Follow| follow.thread == thread;
        let follow = follows.iter().filter(here).find(|follow| about.concerns(follow));
        let message = self.follower_card(db, stored, (&one, follow), now).await?;
        Ok(Some((one, message)))
    }

    /// The card for a place that follows no feed it came by, headed by what it follows.
    async fn follower_card(
        &self,
        db: &mut Db,
        stored: &Stored,
        (one, follow): (&Recipient, Option<&Follow>),
        now: DateTime<Utc>,
    ) -> anyhow::Result<Message> {
        let options = self.options(one, now);
        let mut card = shown::card(db, stored, None, (wanted(one, stored), &reads(one))).await?;
        card.also = joined::also(db, stored, (one.chat_id, one.thread)).await?;
        let mut card = card.message(&options);
        if let Some(follow) = follow {
            let words = [("words", follow.words.as_str().into())];
            let end =
                Button::press(options.locale.say("button-unfollow", &words), &Press::Unfollow(follow.id));
            card = card.headed(&options.locale.say("follow-told", &words)).row(vec![end]);
        }
        Ok(self.drawn(card, one))
    }

    /// The same for a poll that brought many articles: one list for each person or topic, but for places that get the
    /// feed's own list.
    pub(super) async fn list_for_followers(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        stored: &[Stored],
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let about = all_about(db, stored).await?;
        let follows = followed::maybe_concerned(db, &words_of(&about), 0, A_SLICE + 1).await?;
        if follows.len() as i64 > A_SLICE {
            return Ok(fanouts::begin(db, (feed, None), (fanouts::Kind::FollowerLists, batch), now).await?);
        }
        self.lists_to_followers(db, (feed, batch), (&follows, &about), now).await
    }

    /// The next slice of it, behind a row, as of a moment, of a size; returns how far it went, `None` at the end.
    pub(super) async fn slice_of_follower_lists(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        from: (i64, DateTime<Utc>, i64),
        stored: &[Stored],
        now: DateTime<Utc>,
    ) -> anyhow::Result<Option<i64>> {
        let about = all_about(db, stored).await?;
        let (follows, last) = slice(db, &words_of(&about), from).await?;
        self.lists_to_followers(db, (feed, batch), (&follows, &about), now).await?;
        Ok(last)
    }

    /// The lists for those of `follows` whom the articles concern.
    async fn lists_to_followers(
        &self,
        db: &mut Db,
        (feed, batch): (i64, i64),
        (follows, about): (&[Follow], &[(&Stored, About)]),
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        for follow in follows {
            let here = subscriptions::recipient_at(db, feed, (follow.chat_id, follow.thread)).await?;
            if here.as_ref().is_some_and(at_once) {
                continue;
            }
            let Some(one) = recipient(db, (follow.chat_id, follow.thread), now).await? else { continue };
            let mut lines = Vec::new();
            for (article, _) in about.iter().filter(|(_, about)| about.concerns(follow)) {
                if loud(db, &one, article.id, now).await?.is_some() {
                    lines.push(line(article));
                }
            }
            if lines.is_empty() {
                continue;
            }
            let messages = view::list(&follow.words, &lines, &self.options(&one, now));
            for (part, message) in messages.into_iter().enumerate() {
                let key = format!("f{feed}p{batch}w{}n{part}", follow.id);
                put(db, &one, (Kind::List, &key), Op::Send, &self.drawn(message, &one), now).await?;
            }
        }
        Ok(())
    }
}

/// What is followed and may be concerned, behind the row `after`, at most `size`; who came after `made_at` is left out. Also
/// how far this went, `None` at the end.
async fn slice(
    db: &mut Db,
    words: &Words,
    (after, made_at, size): (i64, DateTime<Utc>, i64),
) -> anyhow::Result<(Vec<Follow>, Option<i64>)> {
    let mut follows = followed::maybe_concerned(db, words, after, size).await?;
    let last = follows.last().filter(|_| follows.len() as i64 == size).map(|last| last.id);
    follows.retain(|follow| follow.created_at <= made_at);
    Ok((follows, last))
}

/// A place in a chat, as somebody a card is sent to at once; `None` when the chat is gone.
pub(super) async fn recipient(
    db: &mut Db,
    (chat, thread): (i64, i64),
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Recipient>> {
    let chat = chats::get(db, chat).await?;
    Ok(chat.map(|chat| Recipient {
        subscription_id: 0,
        chat_id: chat.id,
        thread,
        mode: Mode::Instant,
        filter: None,
        sample_due: false,
        created_at: now,
        kind: chat.kind,
        zone: chat.zone,
        language: chat.language,
        quotes_a_card: chat.quotes_a_card,
        summary_method: chat.summary_method,
        reads: chat.reads,
        quiet_from: chat.quiet_from,
        quiet_to: chat.quiet_to,
    }))
}
