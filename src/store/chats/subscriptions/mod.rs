//! Subscriptions: which chat, in which thread, follows which feed, and how.

use chrono::{DateTime, TimeDelta, Utc};

use crate::feed::secret;
use crate::store::chats::{Kind, Mode, SummaryMethod};
use crate::store::{Db, Result};

mod filter;
mod recipients;

pub use filter::passes;
pub use recipients::{adders, owed, recipient_at, recipients, recipients_after, sampled, samples_due};

/// For how long a removal can be undone (CHAT.md).
const UNDO: TimeDelta = TimeDelta::seconds(60);

/// A subscription with what a list of feeds shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Subscription {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic it belongs to; 0: none.
    pub thread: i64,
    /// The feed.
    pub feed_id: i64,
    /// How its articles come.
    pub mode: Mode,
    /// Whether that was chosen for it alone; else it goes by the chat's setting.
    pub own_mode: bool,
    /// Words of which an article must hold one.
    pub filter: Option<String>,
    /// Whether it rests.
    pub paused: bool,
    /// Who added it.
    pub added_by: i64,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Address of the feed.
    pub url: String,
    /// Title of the feed.
    pub title: Option<String>,
    /// Site of the feed.
    pub site_url: Option<String>,
    /// Whether the feed is gone for good and is asked no more.
    pub is_gone: bool,
    /// Failures of the feed in a row.
    pub failures: i64,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// Why, for people.
    pub last_error: Option<String>,
    /// When it is asked next.
    pub next_poll_at: DateTime<Utc>,
    /// When it last answered well.
    pub last_ok_at: Option<DateTime<Utc>>,
}

/// A subscriber of a feed with what a send to it needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    /// The subscription.
    pub subscription_id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// How articles come.
    pub mode: Mode,
    /// Words of which an article must hold one.
    pub filter: Option<String>,
    /// Whether a sample card is owed.
    pub sample_due: bool,
    /// When it subscribed.
    pub created_at: DateTime<Utc>,
    /// Kind of the chat.
    pub kind: Kind,
    /// Zone of the chat.
    pub zone: String,
    /// Language of the chat's interface.
    pub language: Option<String>,
    /// Most quotes on a card.
    pub quotes_a_card: i64,
    /// How summaries are made.
    pub summary_method: SummaryMethod,
    /// Codes of the languages the chat reads, parted by commas; `None`: quotes are not translated.
    pub reads: Option<String>,
    /// Quiet hours from this minute of the local day.
    pub quiet_from: Option<i64>,
    /// Quiet hours to this minute.
    pub quiet_to: Option<i64>,
}

/// A subscription not yet stored.
#[derive(Debug, Clone, Copy)]
pub struct New {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic.
    pub thread: Option<i64>,
    /// The feed.
    pub feed_id: i64,
    /// How articles come.
    pub mode: Mode,
    /// Who adds it.
    pub added_by: i64,
    /// Whether a sample card is wanted.
    pub sample: bool,
}

/// What adding did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new, or back after a removal.
    New(i64),
    /// The chat follows the feed in this thread already.
    Already(i64),
}

/// Adds a subscription.
///
/// # Errors
/// Also when the chat or the feed is not stored.
pub async fn add(db: &mut Db, new: &New, now: DateTime<Utc>) -> Result<Added> {
    let (at, thread) = (now.timestamp(), new.thread.unwrap_or_default());
    let known = sqlx::query!(
        "select id, removed_at from subscriptions where chat_id = ? and thread = ? and feed_id = ?",
        new.chat_id,
        thread,
        new.feed_id
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(known) = &known
        && known.removed_at.is_none()
    {
        return Ok(Added::Already(known.id));
    }
    let first_run = if new.sample { "due" } else { "done" };
    let id = sqlx::query_scalar!(
        r#"insert into subscriptions (chat_id, thread, feed_id, mode, added_by, created_at, first_run)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
           on conflict (chat_id, thread, feed_id) do update set
               mode = excluded.mode, own_mode = 0, filter = null, paused = 0, added_by = excluded.added_by,
               created_at = excluded.created_at, first_run = excluded.first_run, removed_at = null
           returning id as "id!: i64""#,
        new.chat_id,
        thread,
        new.feed_id,
        new.mode,
        new.added_by,
        at,
        first_run
    )
    .fetch_one(db)
    .await?;
    Ok(Added::New(id))
}

/// Lists a chat's subscriptions in all threads, failing feeds first, then by title.
pub async fn list(db: &mut Db, chat_id: i64) -> Result<Vec<Subscription>> {
    read(db, chat_id, None).await
}

/// Reads a subscription of this chat; one of another chat is not found.
pub async fn get(db: &mut Db, chat_id: i64, id: i64) -> Result<Option<Subscription>> {
    Ok(read(db, chat_id, Some(id)).await?.pop())
}

/// The chat a subscription belongs to and who added it.
pub async fn place(db: &mut Db, id: i64) -> Result<Option<(i64, i64)>> {
    let row = sqlx::query!("select chat_id, added_by from subscriptions where id = ?", id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|row| (row.chat_id, row.added_by)))
}

/// Counts a chat's subscriptions.
pub async fn count(db: &mut Db, chat_id: i64) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from subscriptions where chat_id = ? and removed_at is null"#,
        chat_id
    )
    .fetch_one(db)
    .await
}

/// Counts the feeds a chat follows in a thread, and names those of them that fail: their titles, or else hosts.
pub async fn standing(db: &mut Db, (chat_id, thread): (i64, Option<i64>)) -> Result<(usize, Vec<String>)> {
    let thread = thread.unwrap_or_default();
    let rows = sqlx::query!(
        r#"select f.failures > 0 as "fails!: bool", coalesce(nullif(trim(f.title), ''), f.url) as "name!: String"
           from subscriptions as s join feeds as f on f.id = s.feed_id where s.chat_id = ? and s.thread = ? and s.removed_at is null
           order by lower(coalesce(f.title, f.url)), s.id"#,
        chat_id,
        thread
    )
    .fetch_all(db)
    .await?;
    let failing = rows.iter().filter(|row| row.fails).map(|row| secret::named(&row.name));
    Ok((rows.len(), failing.collect()))
}

/// Removes a subscription of this chat; [`undo`] brings it back for 60 s. Returns whether there was one.
pub async fn remove(db: &mut Db, chat_id: i64, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "update subscriptions set removed_at = ? where chat_id = ? and id = ? and removed_at is null",
        at,
        chat_id,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes back a removal not older than 60 s. Returns whether it did.
pub async fn undo(db: &mut Db, chat_id: i64, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let since = (now - UNDO).timestamp();
    let done = sqlx::query!(
        "update subscriptions set removed_at = null where chat_id = ? and id = ? and removed_at >= ?",
        chat_id,
        id,
        since
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Sets how a subscription's articles come; `None`: as the chat's setting says, also later. Returns whether this chat
/// has it.
pub async fn set_mode(db: &mut Db, chat_id: i64, id: i64, mode: Option<Mode>) -> Result<bool> {
    let done = sqlx::query!(
        "update subscriptions set own_mode = ?1 is not null,
                mode = coalesce(?1, (select c.mode from chats as c where c.id = chat_id))
         where chat_id = ?2 and id = ?3",
        mode,
        chat_id,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A change to a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set<'a> {
    /// The words of which an article must hold one; `None`: all articles.
    Filter(Option<&'a str>),
    /// Whether it rests.
    Paused(bool),
    /// The topic of the forum it goes to; not done when that topic has the feed.
    Thread(Option<i64>),
}

/// Changes a subscription. Returns whether it did: not when this chat does not have it.
pub async fn set(db: &mut Db, chat_id: i64, id: i64, change: Set<'_>) -> Result<bool> {
    let (filter, paused, thread) = match change {
        Set::Filter(words) => (Some(words.unwrap_or_default()), None, None),
        Set::Paused(paused) => (None, Some(paused), None),
        Set::Thread(thread) => (None, None, Some(thread.unwrap_or_default())),
    };
    let done = sqlx::query!(
        "update or ignore subscriptions
         set filter = nullif(coalesce(?1, filter), ''), paused = coalesce(?2, paused), thread = coalesce(?3, thread)
         where chat_id = ?4 and id = ?5",
        filter,
        paused,
        thread,
        chat_id,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Reads the subscriptions of a chat, or only the one of a number.
async fn read(db: &mut Db, chat_id: i64, id: Option<i64>) -> Result<Vec<Subscription>> {
    sqlx::query_as!(
        Subscription,
        r#"select s.id as "id!: i64", s.chat_id, s.thread, s.feed_id, s.mode as "mode: Mode",
                  s.own_mode as "own_mode: bool", s.filter, s.paused as "paused: bool", s.added_by,
                  s.created_at as "created_at: DateTime<Utc>", f.url, f.title, f.site_url, f.state = 'gone' as "is_gone!: bool", f.failures,
                  f.failing_since as "failing_since: DateTime<Utc>", f.last_error,
                  f.next_poll_at as "next_poll_at: DateTime<Utc>", f.last_ok_at as "last_ok_at: DateTime<Utc>"
           from subscriptions as s join feeds as f on f.id = s.feed_id
           where s.chat_id = ?1 and s.removed_at is null and (?2 is null or s.id = ?2)
           order by f.failures = 0, lower(coalesce(f.title, f.url)), s.id"#,
        chat_id,
        id
    )
    .fetch_all(db)
    .await
}
