//! Edits of entries: what a feed last said of each, and the entries queued again because it says something else now.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, to_json};

/// What a feed said of an entry when it last brought something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Row number.
    pub id: i64,
    /// What makes it the same item.
    pub guid: String,
    /// Address of the article.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// When the feed first had it.
    pub first_seen_at: DateTime<Utc>,
    /// Hash of what it said; `None` for entries of older versions of the program.
    pub told_hash: Option<Vec<u8>>,
    /// When it was last changed, as the feed said.
    pub told_updated: Option<DateTime<Utc>>,
    /// How often its article was read again.
    pub renewals: i64,
    /// When that was queued last.
    pub renewed_at: Option<DateTime<Utc>>,
}

/// What a feed says of an entry now.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Address of the article.
    pub url: Option<&'a str>,
    /// Headline.
    pub title: Option<&'a str>,
    /// Hash of what it says.
    pub hash: &'a [u8],
    /// When it was last changed.
    pub updated: Option<DateTime<Utc>>,
    /// The entry as the feed gives it (JSON).
    pub payload: &'a str,
}

/// Of these identities, the entries that were briefed or tried, with what the feed said of them.
pub async fn seen(db: &mut Db, feed_id: i64, guids: &[&str]) -> Result<Vec<Seen>> {
    let list = to_json(&guids)?;
    sqlx::query_as!(
        Seen,
        r#"select id, guid, url, title, first_seen_at as "first_seen_at: DateTime<Utc>", told_hash,
                  told_updated as "told_updated: DateTime<Utc>", renewals, renewed_at as "renewed_at: DateTime<Utc>"
           from entries
           where feed_id = ?1 and (state in ('done', 'failed') or (state = 'queued' and renewals > 0))
             and guid in (select value from json_each(?2))"#,
        feed_id,
        list
    )
    .fetch_all(db)
    .await
}

/// Notes what the feed says of an entry now, without reading its article again.
pub async fn note(db: &mut Db, id: i64, hash: &[u8], updated: Option<DateTime<Utc>>) -> Result<()> {
    let updated = updated.map(|at| at.timestamp());
    sqlx::query!("update entries set told_hash = ?1, told_updated = ?2 where id = ?3", hash, updated, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Queues an edited entry again, silently, for `due`; one that waits already keeps its time and gets the new words.
pub async fn renew(
    db: &mut Db,
    id: i64,
    told: &Told<'_>,
    (now, due): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let (at, wait, updated) =
        (now.timestamp(), (due - now).num_seconds().max(0), told.updated.map(|at| at.timestamp()));
    sqlx::query!(
        "update entries set url = ?1, title = ?2, payload = ?3, told_hash = ?4, told_updated = ?5,
                origin = 'backfill', attempts = 0,
                due_at = case state when 'queued' then due_at else ?6 + ?7 end,
                wait_seconds = case state when 'queued' then wait_seconds else ?7 end,
                renewals = renewals + (state <> 'queued'),
                renewed_at = case state when 'queued' then renewed_at else ?6 + ?7 end,
                state = 'queued'
         where id = ?8 and (state in ('done', 'failed') or (state = 'queued' and renewals > 0))",
        told.url,
        told.title,
        told.payload,
        told.hash,
        updated,
        at,
        wait,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}
