//! Digest slots: at which minutes of the local day a chat wants its digest.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, to_json};

/// Most slots a chat and thread can have (CHAT.md).
pub const MOST: i64 = 4;

/// A slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// Minute of the local day.
    pub minute: i64,
    /// Days of the week, bit 0 Monday.
    pub weekdays: i64,
    /// When it was made; no digest is owed from before.
    pub created_at: DateTime<Utc>,
    /// When it is due next, as last computed.
    pub next_due_at: Option<DateTime<Utc>>,
}

/// A slot with the settings of its chat that its digest depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueSlot {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// Minute of the local day.
    pub minute: i64,
    /// Days of the week, bit 0 Monday.
    pub weekdays: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it is due; `None`: not yet computed.
    pub next_due_at: Option<DateTime<Utc>>,
    /// Zone of the chat.
    pub zone: String,
}

/// Adds a slot: minute of the local day and days of the week (bit 0 Monday). Returns false when there are
/// [`MOST`] already.
pub async fn add(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    (minute, weekdays): (i64, i64),
    now: DateTime<Utc>,
) -> Result<bool> {
    let (at, thread) = (now.timestamp(), thread.unwrap_or_default());
    let done = sqlx::query!(
        "insert into digest_slots (chat_id, thread, minute, weekdays, created_at)
         select ?1, ?2, ?3, ?4, ?5
         where (select count(*) from digest_slots where chat_id = ?1 and thread = ?2 and minute <> ?3) < ?6
         on conflict (chat_id, thread, minute) do update set weekdays = excluded.weekdays, next_due_at = null",
        chat_id,
        thread,
        minute,
        weekdays,
        at,
        MOST
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Replaces the slots of a chat's thread; an empty list turns its digest off. Slots that stay keep their schedule.
pub async fn set(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    slots: &[(i64, i64)],
    now: DateTime<Utc>,
) -> Result<()> {
    let minutes: Vec<i64> = slots.iter().map(|slot| slot.0).collect();
    let (minutes, number) = (to_json(&minutes)?, thread.unwrap_or_default());
    sqlx::query!(
        "delete from digest_slots
         where chat_id = ? and thread = ? and minute not in (select value from json_each(?))",
        chat_id,
        number,
        minutes
    )
    .execute(&mut *db)
    .await?;
    for &slot in slots {
        add(db, (chat_id, thread), slot, now).await?;
    }
    Ok(())
}

/// Lists the slots of a chat, by thread and minute.
pub async fn list(db: &mut Db, chat_id: i64) -> Result<Vec<Slot>> {
    sqlx::query_as!(
        Slot,
        r#"select id as "id!: i64", chat_id, thread, minute, weekdays, created_at as "created_at: DateTime<Utc>",
                  next_due_at as "next_due_at: DateTime<Utc>"
           from digest_slots where chat_id = ? order by thread, minute"#,
        chat_id
    )
    .fetch_all(db)
    .await
}

/// Lists slots of active chats that are due or whose time is to be computed: never computed, or further ahead than
/// any slot can be (eight days; the clock was set back).
pub async fn due(db: &mut Db, now: DateTime<Utc>, limit: i64) -> Result<Vec<DueSlot>> {
    let at = now.timestamp();
    sqlx::query_as!(
        DueSlot,
        r#"select s.id as "id!: i64", s.chat_id, s.thread, s.minute, s.weekdays,
                  s.created_at as "created_at: DateTime<Utc>", s.next_due_at as "next_due_at: DateTime<Utc>", c.zone
           from digest_slots as s join chats as c on c.id = s.chat_id
           where c.state = 'active'
             and s.id in (select id from digest_slots where next_due_at is null
                          union all select id from digest_slots where next_due_at <= ?1
                          union all select id from digest_slots where next_due_at > ?1 + 8 * 86400)
           order by s.next_due_at, s.id limit ?2"#,
        at,
        limit
    )
    .fetch_all(db)
    .await
}

/// The earliest time a slot of an active chat is due.
pub async fn next_due(db: &mut Db) -> Result<Option<DateTime<Utc>>> {
    // scan: by the index, up to the first slot of an active chat
    sqlx::query_scalar!(
        r#"select coalesce(s.next_due_at, 0) as "at!: DateTime<Utc>"
           from digest_slots as s join chats as c on c.id = s.chat_id where c.state = 'active'
           order by s.next_due_at limit 1"#
    )
    .fetch_optional(db)
    .await
}

/// The earliest computed time a chat that follows the feed is due a digest.
pub async fn next_due_of_feed(db: &mut Db, feed_id: i64) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        r#"select min(d.next_due_at) as "at: DateTime<Utc>"
           from subscriptions as s
           join chats as c on c.id = s.chat_id
           join digest_slots as d on d.chat_id = s.chat_id and d.thread = s.thread
           where s.feed_id = ? and s.removed_at is null and s.paused = 0 and c.state = 'active'"#,
        feed_id
    )
    .fetch_one(db)
    .await
}

/// Stores when a slot is due next.
pub async fn schedule(db: &mut Db, id: i64, next: DateTime<Utc>) -> Result<()> {
    let next = next.timestamp();
    sqlx::query!("update digest_slots set next_due_at = ? where id = ?", next, id).execute(db).await?;
    Ok(())
}

/// Stores when the slots of a chat's thread are looked at next.
pub async fn schedule_all(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    next: DateTime<Utc>,
) -> Result<()> {
    let (next, thread) = (next.timestamp(), thread.unwrap_or_default());
    sqlx::query!(
        "update digest_slots set next_due_at = ? where chat_id = ? and thread = ?",
        next,
        chat_id,
        thread
    )
    .execute(db)
    .await?;
    Ok(())
}
