//! Entries of feeds: what was seen, and the queue of what is to be briefed.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Db, Result, to_json};

/// Why an entry was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Origin {
    /// New in a feed already followed.
    Fresh,
    /// The newest of a new subscription.
    Sample,
    /// One of the rest of its first twenty.
    Backfill,
    /// Older still: noted, never fetched.
    Seen,
}

/// An entry not yet stored.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// What makes it the same item, as module `feed` decides.
    pub guid: &'a str,
    /// Address of the article.
    pub url: Option<&'a str>,
    /// Headline.
    pub title: Option<&'a str>,
    /// When it was published.
    pub published_at: Option<DateTime<Utc>>,
    /// Why it is taken in.
    pub origin: Origin,
    /// Number of the poll that found it.
    pub batch: i64,
    /// The entry as the feed gave it (JSON), for briefing later.
    pub payload: Option<&'a str>,
    /// Hash of what the feed says in it, to notice edits.
    pub told_hash: &'a [u8],
    /// When it was last changed, as the feed says.
    pub told_updated: Option<DateTime<Utc>>,
}

/// An entry waiting to be briefed.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    /// Row number.
    pub id: i64,
    /// Its feed.
    pub feed_id: i64,
    /// Address of the article.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// When it was published.
    pub published_at: Option<DateTime<Utc>>,
    /// When the feed first had it.
    pub first_seen_at: DateTime<Utc>,
    /// Why it was taken in.
    pub origin: Origin,
    /// Number of the poll that found it.
    pub batch: i64,
    /// Tries so far.
    pub attempts: i64,
    /// The entry as the feed gave it.
    pub payload: Option<String>,
    /// Its article, when it was briefed before: then this is an edit.
    pub article_id: Option<i64>,
}

/// Of these identities, the ones the feed has had before; notes that it has them still.
pub async fn known(db: &mut Db, feed_id: i64, guids: &[&str], now: DateTime<Utc>) -> Result<HashSet<String>> {
    let (list, at) = (to_json(&guids)?, now.timestamp());
    // Once a day is enough to tell what left the feed a month ago.
    sqlx::query!(
        "update entries set last_seen_at = ?1
         where feed_id = ?2 and last_seen_at < ?1 - 86400 and guid in (select value from json_each(?3))",
        at,
        feed_id,
        list
    )
    .execute(&mut *db)
    .await?;
    let found = sqlx::query_scalar!(
        "select guid from entries where feed_id = ?1 and guid in (select value from json_each(?2))",
        feed_id,
        list
    )
    .fetch_all(db)
    .await?;
    Ok(found.into_iter().collect())
}

/// Stores an entry; queued unless its origin is [`Origin::Seen`]. Returns its number, `None` when the feed has had it.
pub async fn add(db: &mut Db, feed_id: i64, new: &New<'_>, now: DateTime<Utc>) -> Result<Option<i64>> {
    let (at, published) = (now.timestamp(), new.published_at.map(|at| at.timestamp()));
    let updated = new.told_updated.map(|at| at.timestamp());
    let state = if new.origin == Origin::Seen { "skipped" } else { "queued" };
    sqlx::query_scalar!(
        r#"insert into entries (feed_id, guid, url, title, published_at, first_seen_at, last_seen_at, origin, batch,
                              state, due_at, payload, told_hash, told_updated)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9, ?6, ?10, ?11, ?12)
         on conflict (feed_id, guid) do nothing returning id as "id!: i64""#,
        feed_id,
        new.guid,
        new.url,
        new.title,
        published,
        at,
        new.origin,
        new.batch,
        state,
        new.payload,
        new.told_hash,
        updated
    )
    .fetch_optional(db)
    .await
}

/// Lists entries to be briefed now with the addresses of their articles and the chat that has followed their feed longest (0: none):
/// samples first (a person waits), then fresh ones, then the back-fill.
pub async fn to_brief(
    db: &mut Db,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(i64, Option<String>, i64)>> {
    let at = now.timestamp();
    let rows = sqlx::query!(
        r#"select id as "id!: i64", url,
                  coalesce((select s.chat_id from subscriptions as s
                            where s.feed_id = entries.feed_id and s.removed_at is null order by s.id limit 1), 0) as "chat!: i64"
           from entries
           where id in (select id from entries where state = 'queued' and due_at <= ?1
                        union all select id from entries where state = 'queued' and due_at - wait_seconds > ?1)
           order by case origin when 'sample' then 0 when 'fresh' then 1 else 2 end, due_at, id limit ?2"#,
        at,
        limit
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.url, row.chat)).collect())
}

/// Reads an entry that waits to be briefed; `None` when it does so no longer.
pub async fn queued(db: &mut Db, id: i64) -> Result<Option<Queued>> {
    sqlx::query_as!(
        Queued,
        r#"select id, feed_id, url, title, published_at as "published_at: DateTime<Utc>",
                  first_seen_at as "first_seen_at: DateTime<Utc>", origin as "origin: Origin", batch, attempts, payload,
                  article_id
           from entries where id = ? and state = 'queued'"#,
        id
    )
    .fetch_optional(db)
    .await
}

/// Ends an entry with its article; for the transaction that stores the article and what it causes.
///
/// Returns false when it had ended before: then nothing more may be caused.
pub async fn done(db: &mut Db, id: i64, article_id: i64) -> Result<bool> {
    let done = sqlx::query!(
        "update entries set state = 'done', article_id = ?1, payload = null, last_error = null
         where id = ?2 and state = 'queued'",
        article_id,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Puts an entry off after a failed try.
pub async fn retry(db: &mut Db, id: i64, error: &str, now: DateTime<Utc>, wait: TimeDelta) -> Result<()> {
    let (due, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "update entries set due_at = ?1, wait_seconds = ?2, attempts = attempts + 1, last_error = ?3
         where id = ?4 and state = 'queued'",
        due,
        wait,
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives an entry up.
pub async fn give_up(db: &mut Db, id: i64, error: &str) -> Result<()> {
    sqlx::query!(
        "update entries set state = 'failed', attempts = attempts + 1, last_error = ?1, payload = null
         where id = ?2 and state = 'queued'",
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Raises an older entry to be briefed now (another chat asks for a sample of a feed whose entries were only noted).
pub async fn queue_again(db: &mut Db, id: i64, origin: Origin, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update entries set state = 'queued', origin = ?1, due_at = ?2, wait_seconds = 0
         where id = ?3 and state in ('skipped', 'failed')",
        origin,
        at,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Counts the fresh entries of one poll, and those of them still to be briefed.
pub async fn batch(db: &mut Db, feed_id: i64, batch: i64) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"select count(*) as "all!: i64", coalesce(sum(state = 'queued'), 0) as "left!: i64"
           from entries where feed_id = ? and batch = ? and origin = 'fresh'"#,
        feed_id,
        batch
    )
    .fetch_one(db)
    .await?;
    Ok((row.all, row.left))
}

/// The articles of the fresh entries of one poll, newest first.
pub async fn batch_articles(db: &mut Db, feed_id: i64, batch: i64) -> Result<Vec<i64>> {
    sqlx::query_scalar!(
        r#"select article_id as "id!: i64" from entries
           where feed_id = ? and batch = ? and origin = 'fresh' and article_id is not null
           group by article_id order by max(coalesce(published_at, first_seen_at)) desc, article_id desc"#,
        feed_id,
        batch
    )
    .fetch_all(db)
    .await
}

/// The newest articles of a feed, newest first.
pub async fn newest_articles(db: &mut Db, feed_id: i64, limit: i64) -> Result<Vec<i64>> {
    sqlx::query_scalar!(
        r#"select article_id as "id!: i64" from entries
           where feed_id = ? and article_id is not null
           group by article_id order by max(coalesce(published_at, first_seen_at)) desc, article_id desc limit ?"#,
        feed_id,
        limit
    )
    .fetch_all(db)
    .await
}

/// Publication times of a feed's newest entries that have one, newest first, for its posting rate.
pub async fn posting_times(db: &mut Db, feed_id: i64, limit: i64) -> Result<Vec<DateTime<Utc>>> {
    sqlx::query_scalar!(
        r#"select published_at as "at!: DateTime<Utc>" from entries
           where feed_id = ? and published_at is not null order by published_at desc limit ?"#,
        feed_id,
        limit
    )
    .fetch_all(db)
    .await
}

/// Counts entries waiting to be briefed.
pub async fn waiting(db: &mut Db) -> Result<i64> {
    // scan: of entries that wait, by an index of those alone
    sqlx::query_scalar!(r#"select count(*) as "n!: i64" from entries where state = 'queued'"#)
        .fetch_one(db)
        .await
}

/// Addresses of a feed's latest entries with their identities, newest first, at most 2,000: the same link under a new
/// guid is no new article.
pub async fn links(db: &mut Db, feed_id: i64) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        r#"select url as "url!", guid from entries where feed_id = ? and url is not null order by id desc limit 2000"#,
        feed_id
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.url, row.guid)).collect())
}

/// Whether the entry that is to be a feed's sample still waits to be briefed.
pub async fn sample_waits(db: &mut Db, feed_id: i64) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from entries where feed_id = ? and state = 'queued' and origin = 'sample')
           as "waits!: bool""#,
        feed_id
    )
    .fetch_one(db)
    .await
}
