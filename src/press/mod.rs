//! The press: makes the digests that are due and hands them to the outbox.
//!
//! In: digest slots, what came in since a chat's last digest, what quiet hours held back. Out: a row of
//! [`digests`] and its message in the outbox, committed together. Invariants: one digest a chat, thread, local date and
//! slot; each begins where the last one ended, by numbers of arrivals and not by the clock: nothing is told twice or lost.

#![expect(
    clippy::missing_errors_doc,
    reason = "each function here fails as SQLite fails, and says so only where there is more to say"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::digest::{self, Key, Next, Plan, Slot, Weekdays};
use crate::store::chats::{digest_slots, digests, held_back};
use crate::store::delivery::outbox::{self, Kind, New, Op};
use crate::store::{self, Db, Store, chats};
use crate::view::{self, Page, RenderOptions, Turning};

mod corrections;
mod draft;
mod edition;
mod look;
mod numbers;
mod recipe;
pub mod review;
mod run;
mod shelf;

pub use draft::{Draft, Wanted, draft};
pub use look::render_options;
pub use recipe::pages;
pub use run::run;
pub use shelf::Shelf;

/// A digest this much behind its time says so.
const NOTED_LATE: TimeDelta = TimeDelta::minutes(15);

/// Slots looked at in one round.
const A_ROUND: i64 = 200;

/// Digests stored in one transaction.
const AT_ONCE: usize = 50;

/// What is to be stored of a place.
enum Work {
    /// Nothing is due before then.
    Wait(DateTime<Utc>),
    /// A digest, its pages, and when the next one is due.
    Issue(Box<Issue>),
}

struct Issue {
    chat: chats::Chat,
    next: Next,
    draft: Draft,
    pages: Arc<Vec<Page>>,
    options: RenderOptions,
    after: DateTime<Utc>,
}

/// Makes every digest that is due at `now`; returns when the next one is. One chat's failure holds up no other.
///
/// # Errors
/// When the slots cannot be read, or nothing can be stored for now.
pub async fn round(
    store: &Store,
    shelf: &mut Shelf,
    bot: Option<&str>,
    now: DateTime<Utc>,
) -> anyhow::Result<DateTime<Utc>> {
    shelf.tidy(now);
    let due = digest_slots::due(&mut *store.read().await?, now, A_ROUND).await?;
    let places: BTreeSet<(i64, i64)> = due.iter().map(|slot| (slot.chat_id, slot.thread)).collect();
    let mut waiting = Vec::new();
    for (chat_id, thread) in places {
        let place = (chat_id, Some(thread).filter(|&thread| thread != 0));
        match prepared(store, shelf, place, bot, now).await {
            Ok(work) => waiting.extend(work.map(|work| (place, work))),
            Err(error) => waiting.push((place, later(store, place, error, now)?)),
        }
        if waiting.len() == AT_ONCE {
            put_all(store, std::mem::take(&mut waiting), now).await?;
        }
    }
    put_all(store, waiting, now).await?;
    if due.len() as i64 == A_ROUND {
        return Ok(now);
    }
    Ok(digest_slots::next_due(&mut *store.read().await?).await?.unwrap_or(now + TimeDelta::minutes(1)))
}

/// What is to be done for a chat's thread; `None` when the chat is gone or wants no digest.
async fn prepared(
    store: &Store,
    shelf: &mut Shelf,
    place: (i64, Option<i64>),
    bot: Option<&str>,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Work>> {
    let mut db = store.read().await?;
    let Some(chat) = chats::get(&mut db, place.0).await? else { return Ok(None) };
    let plan = plan(&mut db, &chat, place.1).await?;
    let last = digests::last(&mut db, place.0, place.1).await?.and_then(|last| key(&last));
    let Some(next) = digest::next(&plan, last, now) else { return Ok(None) };
    let Some(late) = next.late(now) else { return Ok(Some(Work::Wait(next.at))) };
    let mut draft = draft(&mut db, shelf, (&chat, place.1), Wanted::BySlot, now).await?;
    draft.digest.late = late > NOTED_LATE;
    let options = render_options(&chat, bot, now);
    let pages = shelf.pages(draft.drawing(&options), || draft.pages(&options));
    let after = digest::next(&plan, Some(next.key), now).map_or(now + TimeDelta::minutes(1), |next| next.at);
    let after = after.max(now + TimeDelta::seconds(1));
    Ok(Some(Work::Issue(Box::new(Issue { chat, next, draft, pages, options, after }))))
}

/// Stores the work for these places in one transaction; where that fails, each in its own.
async fn put_all(
    store: &Store,
    waiting: Vec<((i64, Option<i64>), Work)>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Err(error) = put(store, &waiting).await else { return Ok(()) };
    if waiting.len() < 2 || is_passing(&error) {
        if let [(place, _)] = waiting.as_slice() {
            let wait = later(store, *place, error, now)?;
            return put(store, &[(*place, wait)]).await;
        }
        return Err(error);
    }
    for (place, work) in waiting {
        if let Err(error) = put(store, &[(place, work)]).await {
            let wait = later(store, place, error, now)?;
            put(store, &[(place, wait)]).await?;
        }
    }
    Ok(())
}

async fn put(store: &Store, waiting: &[((i64, Option<i64>), Work)]) -> anyhow::Result<()> {
    if waiting.is_empty() {
        return Ok(());
    }
    let mut db = store.begin().await?;
    for (place, work) in waiting {
        let next = match work {
            Work::Wait(until) => *until,
            Work::Issue(issue) => {
                let Issue { chat, next, draft, pages, options, after } = issue.as_ref();
                let made = file(&mut db, chat, place.1, (Some(*next), draft, pages), options).await?;
                tracing::debug!(chat = place.0, made, stories = draft.stories(), "digest");
                *after
            }
        };
        digest_slots::schedule_all(&mut db, *place, next).await?;
    }
    db.commit().await?;
    let issued = waiting.iter().filter(|(_, work)| matches!(work, Work::Issue(_))).count();
    if issued > 0 {
        tracing::info!(count = issued, "digests");
        store.outbox_filled().notify_one();
    }
    Ok(())
}

/// What is done where a digest could not be made: it waits five minutes, unless nothing can be done at all for now.
fn later(
    store: &Store,
    (chat, _): (i64, Option<i64>),
    error: anyhow::Error,
    now: DateTime<Utc>,
) -> anyhow::Result<Work> {
    store.doubt(&error);
    tracing::error!(chat, error = store::told(&error), "a digest cannot be made");
    if is_passing(&error) { Err(error) } else { Ok(Work::Wait(now + TimeDelta::minutes(5))) }
}

fn is_passing(error: &anyhow::Error) -> bool {
    error.downcast_ref::<store::Error>().is_some_and(store::is_passing)
}

/// Stores a drafted digest and queues its first page; `next` is the slot it is for, `None` when asked for by hand. Nothing
/// new is stored and not sent, unless the chat wants to hear so. Returns whether it was stored: not when the slot has had
/// its digest.
pub async fn file(
    db: &mut Db,
    chat: &chats::Chat,
    thread: Option<i64>,
    (next, draft, pages): (Option<Next>, &Draft, &[Page]),
    options: &RenderOptions,
) -> anyhow::Result<bool> {
    let date =
        next.map_or_else(|| options.now.with_timezone(&options.zone).date_naive(), |next| next.key.date);
    let slot = next.map(|next| i64::from(next.key.minute));
    let silent = draft.is_empty() && next.is_some() && !chat.say_nothing_new;
    // the next one tells from where the last began that was seen
    let until = if silent { draft.since } else { options.now };
    let of = (date, slot, next.is_some());
    let Some((id, token)) = keep(db, (chat.id, thread), of, draft, (until, options.now)).await? else {
        return Ok(false);
    };
    if next.is_some() && !draft.held_back.is_empty() {
        held_back::taken(db, (chat.id, thread), &draft.held_back, id).await?;
    }
    if silent {
        return Ok(true);
    }
    let turning = if chat.kind == chats::Kind::Private || options.bot.is_none() {
        Turning::InPlace { digest: id }
    } else {
        Turning::DeepLink { token }
    };
    let message = view::digest_page(pages, 1, &turning, options);
    let (key, payload) = (format!("digest:{id}"), store::to_json(&message)?);
    let row =
        New { chat_id: chat.id, thread, kind: Kind::Digest, key: &key, op: Op::Send, payload: &payload };
    outbox::put(db, &row, options.now).await?;
    Ok(true)
}

/// Stores a draft of a date and slot that covers the time up to `until`; `told`: the next one begins there. Returns its number and its link's token;
/// `None` when its slot has had its digest.
pub async fn keep(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    (local_date, slot, told): (NaiveDate, Option<i64>, bool),
    draft: &Draft,
    (until, now): (DateTime<Utc>, DateTime<Utc>),
) -> anyhow::Result<Option<(i64, String)>> {
    let token = store::token(db).await?;
    let new = digests::New {
        chat_id,
        thread,
        local_date,
        slot,
        window: (draft.since, until),
        arrivals: draft.arrivals,
        corrections_to: draft.corrections_to,
        token: &token,
        recipe: &recipe::write(draft),
        stories: draft.stories() as i64,
        told,
    };
    Ok(digests::add(db, &new, now).await?.map(|id| (id, token)))
}

/// The digest times of a chat's thread; a zone this program does not know counts as UTC.
async fn plan(db: &mut Db, chat: &chats::Chat, thread: Option<i64>) -> store::Result<Plan> {
    let number = thread.unwrap_or_default();
    let rows = digest_slots::list(db, chat.id).await?;
    let times = rows.iter().filter(|row| row.thread == number).filter_map(|row| {
        let minute = u16::try_from(row.minute).ok()?;
        Some((Slot { minute, weekdays: Weekdays::from_bits(row.weekdays) }, row.created_at))
    });
    Ok(Plan { zone: look::zone(chat), slots: times.collect() })
}

fn key(last: &digests::Digest) -> Option<Key> {
    Some(Key { date: last.local_date.parse().ok()?, minute: u16::try_from(last.slot?).ok()? })
}

#[cfg(test)]
mod tests;
