//! The press: makes the digests that are due and hands them to the outbox.
//!
//! In: digest slots, what came in since a chat's last digest, what quiet hours held back. Out: a row of
//! [`digests`] and its message in the outbox, committed together. Invariants: one digest a chat, thread, local date
//! and slot; each digest begins where the last one ended, by the number of the arrival and not by the clock, so
//! nothing is told twice or left out, whatever the clock does.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::digest::{self, Key, Next, Plan, Slot, Weekdays};
use crate::store::chats::{digest_slots, digests, held_back};
use crate::store::delivery::outbox::{self, Kind, New, Op};
use crate::store::{self, Db, Store, chats};
use crate::view::{self, Locale, RenderOptions, Turning};

mod draft;
pub mod edition;

pub use draft::{Draft, Wanted, draft};

/// A digest this much behind its time says so.
const NOTED_LATE: TimeDelta = TimeDelta::minutes(15);

/// Slots looked at in one round.
const A_ROUND: i64 = 200;

/// The longest sleep: settings may have changed meanwhile.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);

/// Makes digests when they are due, until `stop`. `bot` is the bot's user name for deep links.
pub async fn run(store: &Store, bot: Option<&str>, clock: Clock, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let wake = match round(store, bot, clock.now()).await {
            Ok(wake) => wake,
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "digests cannot be made");
                clock.now() + TimeDelta::seconds(5)
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = clock.sleep_until(wake, LONGEST_SLEEP) => {}
        }
    }
}

/// Makes every digest that is due at `now`; returns when the next one is. One chat's failure holds up no other.
///
/// # Errors
/// When the slots cannot be read.
pub async fn round(store: &Store, bot: Option<&str>, now: DateTime<Utc>) -> anyhow::Result<DateTime<Utc>> {
    let due = digest_slots::due(&mut *store.read().await?, now, A_ROUND).await?;
    let full = due.len() as i64 == A_ROUND;
    let places: BTreeSet<(i64, i64)> = due.iter().map(|slot| (slot.chat_id, slot.thread)).collect();
    for (chat_id, thread) in places {
        let place = (chat_id, Some(thread).filter(|&thread| thread != 0));
        if let Err(error) = issue(store, place, bot, now).await {
            tracing::error!(chat = chat_id, error = format!("{error:#}"), "a digest cannot be made");
            if error.downcast_ref::<store::Error>().is_some_and(store::is_passing) {
                return Err(error);
            }
            put_off(store, place, now + TimeDelta::minutes(5)).await?;
        }
    }
    if full {
        return Ok(now);
    }
    Ok(digest_slots::next_due(&mut *store.read().await?).await?.unwrap_or(now + TimeDelta::minutes(1)))
}

/// Makes the digest of a chat's thread if one is due, and stores when the next one is.
///
/// # Errors
/// SQLite's.
pub async fn issue(
    store: &Store,
    place: (i64, Option<i64>),
    bot: Option<&str>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut db = store.read().await?;
    let Some(chat) = chats::get(&mut db, place.0).await? else { return Ok(()) };
    let plan = plan(&mut db, &chat, place.1).await?;
    let last = digests::last(&mut db, place.0, place.1).await?.and_then(|last| key(&last));
    let Some(next) = digest::next(&plan, last, now) else { return Ok(()) };
    if next.late(now).is_none() {
        drop(db);
        return put_off(store, place, next.at).await;
    }
    let mut draft = draft(&mut db, &chat, place.1, Wanted::BySlot, now).await?;
    draft.digest.late = next.late(now).is_some_and(|late| late > NOTED_LATE);
    drop(db);

    let options = render_options(&chat, bot, now);
    let mut db = store.begin().await?;
    let made = file(&mut db, &chat, place.1, (Some(next), &draft), &options).await?;
    let after = digest::next(&plan, Some(next.key), now).map_or(now + TimeDelta::minutes(1), |next| next.at);
    schedule(&mut db, place, after.max(now + TimeDelta::seconds(1))).await?;
    db.commit().await?;
    store.outbox_filled().notify_one();
    tracing::info!(chat = place.0, made, stories = draft.digest.stories.len(), "digest");
    Ok(())
}

/// Stores a drafted digest and queues its first page; `next` is the slot it is for, `None` when asked for by hand.
///
/// Nothing new is stored and not sent, unless the chat wants to hear so. Returns whether it was stored: not when the
/// slot has had its digest.
///
/// # Errors
/// SQLite's.
pub async fn file(
    db: &mut Db,
    chat: &chats::Chat,
    thread: Option<i64>,
    (next, draft): (Option<Next>, &Draft),
    options: &RenderOptions,
) -> anyhow::Result<bool> {
    let pages = draft.digest.pages(options);
    let token = store::token(db).await?;
    let date =
        next.map_or_else(|| options.now.with_timezone(&options.zone).date_naive(), |next| next.key.date);
    let new = digests::New {
        chat_id: chat.id,
        thread,
        local_date: date,
        slot: next.map(|next| i64::from(next.key.minute)),
        window: (draft.since, options.now),
        arrivals: draft.arrivals,
        token: &token,
        content: &store::to_json(&pages)?,
        stories: draft.digest.stories.len() as i64,
        told: next.is_some(),
    };
    let Some(id) = digests::add(db, &new, options.now).await? else { return Ok(false) };
    if next.is_some() {
        held_back::taken(db, (chat.id, thread), &draft.held_back, id).await?;
    }
    if draft.digest.stories.is_empty() && next.is_some() && !chat.say_nothing_new {
        return Ok(true);
    }
    let turning = if chat.kind == chats::Kind::Private || options.bot.is_none() {
        Turning::InPlace { digest: id }
    } else {
        Turning::DeepLink { token }
    };
    let message = view::digest_page(&pages, 1, &turning, options);
    let (key, payload) = (format!("digest:{id}"), store::to_json(&message)?);
    let row =
        New { chat_id: chat.id, thread, kind: Kind::Digest, key: &key, op: Op::Send, payload: &payload };
    outbox::put(db, &row, options.now).await?;
    Ok(true)
}

/// How a chat wants to see things now. `bot` is the bot's user name.
#[must_use]
pub fn render_options(chat: &chats::Chat, bot: Option<&str>, now: DateTime<Utc>) -> RenderOptions {
    RenderOptions {
        locale: chat.language.as_deref().and_then(Locale::of_tag).unwrap_or_default(),
        zone: zone(chat),
        now,
        quotes: usize::try_from(chat.quotes_a_card).unwrap_or_default(),
        bot: bot.map(str::to_owned),
    }
}

/// The digest times of a chat's thread; a zone this program does not know counts as UTC.
async fn plan(db: &mut Db, chat: &chats::Chat, thread: Option<i64>) -> store::Result<Plan> {
    let number = thread.unwrap_or_default();
    let rows = digest_slots::list(db, chat.id).await?;
    let times = rows.iter().filter(|row| row.thread == number).filter_map(|row| {
        let minute = u16::try_from(row.minute).ok()?;
        Some((Slot { minute, weekdays: Weekdays::from_bits(row.weekdays) }, row.created_at))
    });
    Ok(Plan { zone: zone(chat), slots: times.collect() })
}

fn zone(chat: &chats::Chat) -> Tz {
    chat.zone.parse().unwrap_or(Tz::UTC)
}

fn key(last: &digests::Digest) -> Option<Key> {
    Some(Key { date: last.local_date.parse().ok()?, minute: u16::try_from(last.slot?).ok()? })
}

async fn put_off(store: &Store, place: (i64, Option<i64>), until: DateTime<Utc>) -> anyhow::Result<()> {
    let mut db = store.begin().await?;
    schedule(&mut db, place, until).await?;
    db.commit().await?;
    Ok(())
}

async fn schedule(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    at: DateTime<Utc>,
) -> store::Result<()> {
    for slot in digest_slots::list(db, chat_id).await? {
        if slot.thread == thread.unwrap_or_default() {
            digest_slots::schedule(db, slot.id, at).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
