//! Offers: what a button stands for when it does not fit Telegram's 64 bytes, kept for a while.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Db, Result};

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Row number, for the button.
    pub id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// The person it was made for.
    pub made_for: i64,
    /// What kind of choice, as the handler names it.
    pub kind: String,
    /// The choice (JSON).
    pub content: String,
}

/// Keeps an offer for `lasting`; returns its number.
///
/// # Errors
/// Also when the chat is not stored.
pub async fn make(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    made_for: i64,
    (kind, content): (&str, &str),
    now: DateTime<Utc>,
    lasting: TimeDelta,
) -> Result<i64> {
    let (at, until, thread) = (now.timestamp(), (now + lasting).timestamp(), thread.unwrap_or_default());
    sqlx::query_scalar!(
        r#"insert into offers (chat_id, thread, made_for, kind, content, made_at, until)
           values (?, ?, ?, ?, ?, ?, ?) returning id as "id!: i64""#,
        chat_id,
        thread,
        made_for,
        kind,
        content,
        at,
        until
    )
    .fetch_one(db)
    .await
}

/// Reads an offer of this chat that still holds.
pub async fn get(db: &mut Db, chat_id: i64, id: i64, now: DateTime<Utc>) -> Result<Option<Offer>> {
    let at = now.timestamp();
    sqlx::query_as!(
        Offer,
        "select id, thread, made_for, kind, content from offers where chat_id = ? and id = ? and until >= ?",
        chat_id,
        id,
        at
    )
    .fetch_optional(db)
    .await
}

/// The latest offer of one kind made for a person in a chat that still holds (what a plain answer may refer to).
pub async fn latest(
    db: &mut Db,
    (chat_id, made_for): (i64, i64),
    kind: &str,
    now: DateTime<Utc>,
) -> Result<Option<Offer>> {
    let at = now.timestamp();
    sqlx::query_as!(
        Offer,
        "select id, thread, made_for, kind, content from offers
         where chat_id = ? and made_for = ? and kind = ? and until >= ? order by id desc limit 1",
        chat_id,
        made_for,
        kind,
        at
    )
    .fetch_optional(db)
    .await
}

/// Ends an offer. Returns true when it was still there: a second press of the same button finds nothing.
pub async fn take(db: &mut Db, chat_id: i64, id: i64) -> Result<bool> {
    let done =
        sqlx::query!("delete from offers where chat_id = ? and id = ?", chat_id, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
