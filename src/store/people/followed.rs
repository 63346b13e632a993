//! Persons and topics followed: a chat is told when one is quoted or appears.

use chrono::{DateTime, Utc};

use crate::store::people::speakers;
use crate::store::{Db, Result};

/// What is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// A person, when quoted.
    Person,
    /// Words, when an article holds them all.
    Topic,
}

/// Something followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    /// Row number.
    pub id: i64,
    /// The chat.
    pub chat_id: i64,
    /// The forum topic; 0: none.
    pub thread: i64,
    /// What it is.
    pub kind: Kind,
    /// As written.
    pub words: String,
    /// Folded for comparing, as [`speakers::key`] does.
    pub words_key: String,
    /// Who asked for it.
    pub added_by: i64,
}

/// Adds a person or topic. Returns its number, and whether it is new.
///
/// # Errors
/// Also when the chat is not stored.
pub async fn add(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    (kind, words): (Kind, &str),
    added_by: i64,
    now: DateTime<Utc>,
) -> Result<(i64, bool)> {
    let (key, at, thread) = (speakers::key(words), now.timestamp(), thread.unwrap_or_default());
    let known = sqlx::query_scalar!(
        r#"select id as "id!: i64" from follows where chat_id = ? and thread = ? and kind = ? and words_key = ?"#,
        chat_id,
        thread,
        kind,
        key
    )
    .fetch_optional(&mut *db)
    .await?;
    if let Some(id) = known {
        return Ok((id, false));
    }
    let id = sqlx::query_scalar!(
        r#"insert into follows (chat_id, thread, kind, words, words_key, added_by, created_at)
           values (?, ?, ?, ?, ?, ?, ?) returning id as "id!: i64""#,
        chat_id,
        thread,
        kind,
        words,
        key,
        added_by,
        at
    )
    .fetch_one(db)
    .await?;
    Ok((id, true))
}

/// Lists what a chat follows, in the order it was added.
pub async fn list(db: &mut Db, chat_id: i64) -> Result<Vec<Follow>> {
    sqlx::query_as!(
        Follow,
        r#"select id, chat_id, thread, kind as "kind: Kind", words, words_key, added_by
           from follows where chat_id = ? order by id"#,
        chat_id
    )
    .fetch_all(db)
    .await
}

/// Lists what all active chats follow.
pub async fn all(db: &mut Db) -> Result<Vec<Follow>> {
    // scan: of all that is followed: each article is compared with it
    sqlx::query_as!(
        Follow,
        r#"select f.id, f.chat_id, f.thread, f.kind as "kind: Kind", f.words, f.words_key, f.added_by
           from follows as f join chats as c on c.id = f.chat_id where c.state = 'active' order by f.id"#
    )
    .fetch_all(db)
    .await
}

/// What a further article about something followed does on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// It is told.
    Tell,
    /// It is only counted: so many on this day.
    Count(i64),
}

/// Notes an article about something followed: `most` a day are told, the others counted. Days are those of UTC.
pub async fn alert(db: &mut Db, follow_id: i64, most: i64, now: DateTime<Utc>) -> Result<Alert> {
    let day = now.date_naive().to_string();
    sqlx::query!(
        "insert into follow_alerts (follow_id, day) values (?, ?) on conflict do nothing",
        follow_id,
        day
    )
    .execute(&mut *db)
    .await?;
    let told = sqlx::query!(
        "update follow_alerts set told = told + 1 where follow_id = ? and day = ? and told < ?",
        follow_id,
        day,
        most
    )
    .execute(&mut *db)
    .await?;
    if told.rows_affected() == 1 {
        return Ok(Alert::Tell);
    }
    let more = sqlx::query_scalar!(
        "update follow_alerts set more = more + 1 where follow_id = ? and day = ? returning more",
        follow_id,
        day
    );
    Ok(Alert::Count(more.fetch_one(db).await?))
}

/// Ends following, by the row's number. Returns whether this chat had it.
pub async fn remove(db: &mut Db, chat_id: i64, id: i64) -> Result<bool> {
    let done =
        sqlx::query!("delete from follows where chat_id = ? and id = ?", chat_id, id).execute(db).await?;
    Ok(done.rows_affected() == 1)
}
