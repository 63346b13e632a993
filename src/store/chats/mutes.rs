//! What a chat does not want to hear of, for a while or for good.

use chrono::{DateTime, Utc};

use crate::digest::Mute;
use crate::store::people::speakers;
use crate::store::{Db, Result};

/// Something muted, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Muted {
    /// Row number.
    pub id: i64,
    /// As written; of a story its headline.
    pub words: String,
    /// Until when; `None`: for good.
    pub until: Option<DateTime<Utc>>,
}

/// Mutes something until then, or changes until when; returns its number. `shown` is what it is called in lists.
pub async fn add(
    db: &mut Db,
    chat_id: i64,
    (mute, shown): (&Mute, &str),
    until: Option<DateTime<Utc>>,
    (by, now): (i64, DateTime<Utc>),
) -> Result<i64> {
    let (kind, key) = match mute {
        Mute::Words(words) => ("words", speakers::key(words)),
        Mute::Person(name) => ("person", speakers::key(name)),
        Mute::Story(id) => ("story", id.to_string()),
    };
    let (until, at) = (until.map(|until| until.timestamp()), now.timestamp());
    sqlx::query_scalar!(
        r#"insert into mutes (chat_id, kind, words, words_key, until, added_by, created_at)
           values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
           on conflict (chat_id, kind, words_key) do update set until = excluded.until
           returning id as "id!: i64""#,
        chat_id,
        kind,
        shown,
        key,
        until,
        by,
        at
    )
    .fetch_one(db)
    .await
}

/// Lists what a chat has muted at `now`, in the order it was added.
pub async fn list(db: &mut Db, chat_id: i64, now: DateTime<Utc>) -> Result<Vec<Muted>> {
    let at = now.timestamp();
    sqlx::query_as!(
        Muted,
        r#"select id as "id!: i64", words as "words!", until as "until: DateTime<Utc>" from mutes
           where chat_id = ? and (until is null or until > ?) order by id"#,
        chat_id,
        at
    )
    .fetch_all(db)
    .await
}

/// The same for comparing with articles.
pub async fn of_chat(db: &mut Db, chat_id: i64, now: DateTime<Utc>) -> Result<Vec<Mute>> {
    let at = now.timestamp();
    let rows = sqlx::query!(
        "select kind, words, words_key from mutes where chat_id = ? and (until is null or until > ?)",
        chat_id,
        at
    )
    .fetch_all(db)
    .await?;
    let mutes = rows.into_iter().filter_map(|row| match row.kind.as_str() {
        "person" => Some(Mute::Person(row.words)),
        "story" => row.words_key.parse().ok().map(Mute::Story),
        _ => Some(Mute::Words(row.words)),
    });
    Ok(mutes.collect())
}

/// Ends one, by its number; returns what it was called if this chat had it.
pub async fn remove(db: &mut Db, chat_id: i64, id: i64) -> Result<Option<String>> {
    sqlx::query_scalar!("delete from mutes where chat_id = ? and id = ? returning words", chat_id, id)
        .fetch_optional(db)
        .await
}

/// Forgets those that ended.
pub(in crate::store) async fn forget(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let at = now.timestamp();
    Ok(sqlx::query!("delete from mutes where until <= ?", at).execute(db).await?.rows_affected())
}
