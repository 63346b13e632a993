//! A message on its way to one recipient: how it is drawn there, whether it may be heard now, its row in the outbox.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::watcher::Watch;
use crate::digest::{Mute, Quiet, write_minute};
use crate::source;
use crate::store::articles::{self, Stored};
use crate::store::chats::held_back;
use crate::store::chats::mutes;
use crate::store::chats::subscriptions::{self, Recipient};
use crate::store::chats::{self, Mode};
use crate::store::delivery::outbox::{self, Carried, Kind, New, Op};
use crate::store::feeds::Feed;
use crate::store::{Db, Reader, reader};
use crate::view::{ListLine, Locale, Message, RenderOptions};

/// Recipients dealt with in one transaction (under 100 ms); what goes to more begins a fan-out.
pub(super) const A_SLICE: i64 = 300;

impl Watch {
    /// A message as the kind of chat takes it.
    pub(super) fn drawn(&self, message: Message, one: &Recipient) -> Message {
        if one.kind == chats::Kind::Channel { message.in_channel(self.bot.as_deref()) } else { message }
    }

    pub(super) fn options(&self, one: &Recipient, now: DateTime<Utc>) -> RenderOptions {
        RenderOptions {
            locale: one.language.as_deref().and_then(Locale::of_tag).unwrap_or_default(),
            zone: one.zone.parse().unwrap_or(Tz::UTC),
            now,
            quotes: usize::try_from(one.quotes_a_card).unwrap_or_default(),
            bot: self.bot.clone(),
        }
    }
}

/// Queues a message for a recipient; the same key is queued once.
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

/// Puts a message in the place of a card that was sent or waits to be.
pub(super) async fn edit(
    db: &mut Db,
    one: &Recipient,
    (carried, stored): (&Carried, &Stored),
    message: &Message,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Some(message_id) = carried.message_id else {
        return Ok(outbox::rewrite(db, carried.id, &serde_json::to_string(message)?).await?);
    };
    let key = format!("a{}v{}m{message_id}", stored.id, stored.version);
    put(db, one, (Kind::Edit, &key), Op::Edit(message_id), message, now).await
}

/// The recipient, unless the article is private to others, it has muted what the article is about, or its quiet hours hold now: then an article it wanted at once only is kept for its digest.
pub(super) async fn loud<'a>(
    db: &mut Db,
    one: &'a Recipient,
    article: i64,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<&'a Recipient>> {
    let is_theirs = reader::may_read(db, Reader::Chat(one.chat_id), article).await?;
    if !is_theirs || is_muted(db, one.chat_id, article, now).await? {
        return Ok(None);
    }
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

/// Whether the chat does not want to hear of the article.
async fn is_muted(db: &mut Db, chat: i64, article: i64, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let mutes = mutes::of_chat(db, chat, now).await?;
    if mutes.is_empty() {
        return Ok(false);
    }
    let Some(stored) = articles::get(db, Reader::Itself, article).await? else { return Ok(false) };
    let hides = |mute: &Mute| mute.hides(&stored.article, &stored.brief.quotes, stored.story_id);
    Ok(mutes.iter().any(hides))
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
        others: 0,
    }
}

pub(super) fn title(feed: &Feed) -> String {
    source::feed_name(feed.title.as_deref(), &feed.url)
}

/// Whether a recipient wants articles when they come.
pub(super) fn at_once(one: &Recipient) -> bool {
    !one.sample_due && matches!(one.mode, Mode::Instant | Mode::Both)
}

/// True when an article holds one of the words a subscription is narrowed to.
pub(super) fn passes(one: &Recipient, stored: &Stored) -> bool {
    let title = stored.article.title.as_deref().unwrap_or_default();
    subscriptions::passes(one.filter.as_deref(), &format!("{title}\n{}", stored.article.text))
}
