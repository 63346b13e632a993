//! Press reviews of chats: when each wants one, in which format, and which have been made.

use chrono::{DateTime, NaiveDate, Utc};

use crate::store::{Db, Result, to_json};

/// A time at which a chat wants its review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// Minute of the local day.
    pub minute: i64,
    /// Days of the week, bit 0 Monday.
    pub weekdays: i64,
    /// When it was made; no review is owed from before.
    pub created_at: DateTime<Utc>,
}

/// A scheduled review that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The chat's date it was due on.
    pub local_date: String,
    /// Minute of the local day it was due at.
    pub slot: i64,
    /// Where its window ended.
    pub window_to: DateTime<Utc>,
    /// The last arrival it covers.
    pub arrivals_to: i64,
}

/// A review not yet stored.
#[derive(Debug, Clone, Copy)]
pub struct New {
    /// The chat.
    pub chat_id: i64,
    /// The forum topic.
    pub thread: Option<i64>,
    /// The chat's date.
    pub local_date: NaiveDate,
    /// Minute of the local day.
    pub slot: i64,
    /// Times covered: after the first, up to the second.
    pub window: (DateTime<Utc>, DateTime<Utc>),
    /// Arrivals covered: after the first, up to and with the second.
    pub arrivals: (i64, i64),
    /// How many articles it covers.
    pub articles: i64,
}

/// Replaces the times of a chat's thread; an empty list turns its review off. Times that stay keep their schedule.
pub async fn set_slots(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    slots: &[(i64, i64)],
    now: DateTime<Utc>,
) -> Result<()> {
    let minutes: Vec<i64> = slots.iter().map(|slot| slot.0).collect();
    let (minutes, thread, at) = (to_json(&minutes)?, thread.unwrap_or_default(), now.timestamp());
    sqlx::query!(
        "delete from review_slots
         where chat_id = ? and thread = ? and minute not in (select value from json_each(?))",
        chat_id,
        thread,
        minutes
    )
    .execute(&mut *db)
    .await?;
    for &(minute, weekdays) in slots {
        sqlx::query!(
            "insert into review_slots (chat_id, thread, minute, weekdays, created_at) values (?, ?, ?, ?, ?)
             on conflict (chat_id, thread, minute) do update set weekdays = excluded.weekdays, next_due_at = null",
            chat_id,
            thread,
            minute,
            weekdays,
            at
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

/// Lists the times of a chat, by thread and minute.
pub async fn slots(db: &mut Db, chat_id: i64) -> Result<Vec<Slot>> {
    sqlx::query_as!(
        Slot,
        r#"select chat_id, thread, minute, weekdays, created_at as "created_at: DateTime<Utc>"
           from review_slots where chat_id = ? order by thread, minute"#,
        chat_id
    )
    .fetch_all(db)
    .await
}

/// The chats and threads (0: none) whose review is due or whose time is to be computed, as for digests; at most `limit`.
pub async fn due(db: &mut Db, now: DateTime<Utc>, limit: i64) -> Result<Vec<(i64, i64)>> {
    let at = now.timestamp();
    let rows = sqlx::query!(
        r#"select s.chat_id, s.thread
           from review_slots as s join chats as c on c.id = s.chat_id
           where c.state = 'active'
             and s.id in (select id from review_slots where next_due_at is null
                          union all select id from review_slots where next_due_at <= ?1
                          union all select id from review_slots where next_due_at > ?1 + 8 * 86400)
           order by s.next_due_at, s.id limit ?2"#,
        at,
        limit
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.chat_id, row.thread)).collect())
}

/// The earliest time a review of an active chat is due.
pub async fn next_due(db: &mut Db) -> Result<Option<DateTime<Utc>>> {
    // scan: by the index, up to the first slot of an active chat
    sqlx::query_scalar!(
        r#"select coalesce(s.next_due_at, 0) as "at!: DateTime<Utc>"
           from review_slots as s join chats as c on c.id = s.chat_id where c.state = 'active'
           order by s.next_due_at limit 1"#
    )
    .fetch_optional(db)
    .await
}

/// Stores when the review of a chat's thread is looked at next.
pub async fn schedule(db: &mut Db, (chat_id, thread): (i64, Option<i64>), next: DateTime<Utc>) -> Result<()> {
    let (next, thread) = (next.timestamp(), thread.unwrap_or_default());
    sqlx::query!(
        "update review_slots set next_due_at = ? where chat_id = ? and thread = ?",
        next,
        chat_id,
        thread
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The last review of a chat's thread: its key names the next one, and where it ends the next one begins.
pub async fn last(db: &mut Db, chat_id: i64, thread: Option<i64>) -> Result<Option<Review>> {
    let thread = thread.unwrap_or_default();
    sqlx::query_as!(
        Review,
        r#"select local_date, slot, window_to as "window_to: DateTime<Utc>", arrivals_to
           from reviews where chat_id = ? and thread = ? order by id desc limit 1"#,
        chat_id,
        thread
    )
    .fetch_optional(db)
    .await
}

/// Stores a review. Returns its number, or `None` when the chat's thread has had one for this date and minute.
pub async fn add(db: &mut Db, new: &New, now: DateTime<Utc>) -> Result<Option<i64>> {
    let (at, thread, date) = (now.timestamp(), new.thread.unwrap_or_default(), new.local_date.to_string());
    let (from, to) = (new.window.0.timestamp(), new.window.1.timestamp());
    sqlx::query_scalar!(
        r#"insert into reviews (chat_id, thread, local_date, slot, window_from, window_to, arrivals_from, arrivals_to,
                                articles, made_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (chat_id, thread, local_date, slot) do nothing returning id as "id!: i64""#,
        new.chat_id,
        thread,
        date,
        new.slot,
        from,
        to,
        new.arrivals.0,
        new.arrivals.1,
        new.articles,
        at
    )
    .fetch_optional(db)
    .await
}

/// The word for the format a chat gets its reviews in; the default's for a chat nobody knows.
pub async fn format(db: &mut Db, chat_id: i64) -> Result<String> {
    let word = sqlx::query_scalar!("select review_format from chats where id = ?", chat_id);
    Ok(word.fetch_optional(db).await?.unwrap_or_else(|| "html".to_owned()))
}

/// Sets that format: `html`, `docx` or `md`.
pub async fn set_format(db: &mut Db, chat_id: i64, word: &str) -> Result<()> {
    sqlx::query!("update chats set review_format = ? where id = ?", word, chat_id).execute(db).await?;
    Ok(())
}
