//! What is kept for how long: everything here is deleted when its time has passed, slice by slice.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::chats::mutes;
use crate::store::delivery::guest_answers;
use crate::store::quotas::overdue;
use crate::store::{Db, Result, chats};

/// How long what was sent, received or dropped from a feed is remembered (RELIABILITY.md, FEEDS.md).
const KEPT: TimeDelta = TimeDelta::days(30);

/// How long a model's answer is kept.
const ANSWERS_KEPT: TimeDelta = TimeDelta::days(90);

/// How long old digests can be asked for.
const DIGESTS_KEPT: TimeDelta = TimeDelta::days(400);

/// Most rows of one table deleted in one transaction.
const A_SLICE: i64 = 200;

/// Free pages (4 kB) left in the file: they are filled again soon.
const FREE_PAGES: i64 = 5_000;

/// Pages given back to the system in one transaction.
const PAGES_A_SLICE: i64 = 500;

/// Deletes a slice of what is past its time, articles first seen before `articles_before` among it; returns how many rows
/// went: to be called in transactions of its own until none does, so that nobody waits long for the writer.
pub async fn tidy(db: &mut Db, now: DateTime<Utc>, articles_before: Option<DateTime<Utc>>) -> Result<u64> {
    let mut rows = chats::forget_blocked(db, now).await?;
    rows += messages(db, now).await?;
    rows += feeds(db, now).await?;
    rows += kept_by_age(db, now).await?;
    if let Some(before) = articles_before {
        rows += articles(db, before).await?;
    }
    Ok(rows)
}

/// Gives a slice of the file's free pages back to the system; returns whether there are more.
///
/// A file made by a program before this one stays as large as it was; a copy of it (`attache backup`) can shrink.
pub async fn shrink(db: &mut Db) -> Result<bool> {
    let free: i64 = sqlx::query_scalar("pragma freelist_count").fetch_one(&mut *db).await?;
    let mode: i64 = sqlx::query_scalar("pragma auto_vacuum").fetch_one(&mut *db).await?;
    // 2: incremental (https://sqlite.org/pragma.html#pragma_auto_vacuum)
    if free <= FREE_PAGES || mode != 2 {
        return Ok(false);
    }
    let slice = sqlx::AssertSqlSafe(format!("pragma incremental_vacuum({PAGES_A_SLICE})"));
    sqlx::query(slice).fetch_all(db).await?;
    Ok(true)
}

/// Digests, answers of a model, and cards held back.
async fn kept_by_age(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let (answers, digests, held) =
        ((now - ANSWERS_KEPT).timestamp(), (now - DIGESTS_KEPT).timestamp(), (now - KEPT).timestamp());
    let mut rows = sqlx::query!(
        "delete from model_answers
         where question_hash in (select question_hash from model_answers where made_at < ? order by made_at limit ?)",
        answers,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += sqlx::query!(
        "delete from digests where id in (select id from digests where made_at < ? order by made_at limit ?)",
        digests,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += mutes::forget(&mut *db, now).await?;
    rows += guest_answers::forget(&mut *db, held).await?;
    rows += overdue::forget(&mut *db, held).await?;
    rows += sqlx::query!(
        "delete from reviews where id in (select id from reviews where made_at < ? order by made_at limit ?)",
        digests,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += sqlx::query!("delete from held where held_at < ?", held).execute(db).await?.rows_affected();
    Ok(rows)
}

async fn messages(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let (before, at, hour) = ((now - KEPT).timestamp(), now.timestamp(), now.timestamp() / 3600 - 48);
    let mut rows = sqlx::query!(
        "delete from outbox
         where id in (select id from outbox where state in ('sent', 'dead') and done_at < ? order by done_at limit ?)",
        before,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += sqlx::query!(
        "delete from updates
         where update_id in (select update_id from updates where received_at < ? and state <> 'new'
                             order by received_at limit ?)",
        before,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += sqlx::query!("delete from offers where until < ?", at).execute(&mut *db).await?.rows_affected();
    // scan: two days of those who asked for something
    rows += sqlx::query!("delete from budgets where hour < ?", hour).execute(&mut *db).await?.rows_affected();
    // scan: chats that Telegram slowed down this day
    rows += sqlx::query!("delete from paces where next_at < ?", at).execute(db).await?.rows_affected();
    Ok(rows)
}

/// Forgets removed subscriptions, entries that left their feed a month ago, and feeds nobody has followed for as long.
///
/// An entry is old only against the last time its feed was read: one that answers “not modified”, or fails, for a
/// month still has its entries.
async fn feeds(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let (before, removed, kept) =
        ((now - KEPT).timestamp(), (now - TimeDelta::hours(1)).timestamp(), KEPT.num_seconds() + 86_400);
    let mut rows = sqlx::query!("delete from subscriptions where removed_at < ?", removed)
        .execute(&mut *db)
        .await?
        .rows_affected();
    rows += sqlx::query!(
        "delete from entries
         where id in (select e.id from entries as e
                      where e.last_seen_at < ?1 - ?2 and e.state <> 'queued'
                        and e.last_seen_at < (select last_read_at from feeds where feeds.id = e.feed_id) - ?2
                      limit ?3)",
        removed,
        kept,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    // scan: feeds, once a day
    rows += sqlx::query!(
        "delete from feeds where coalesce(last_polled_at, created_at) < ?
             and not exists (select 1 from subscriptions where feed_id = feeds.id)",
        before
    )
    .execute(db)
    .await?
    .rows_affected();
    Ok(rows)
}

/// Articles first seen before a time, with all that belongs to them; then stories and speakers that have none left.
async fn articles(db: &mut Db, before: DateTime<Utc>) -> Result<u64> {
    let before = before.timestamp();
    let mut rows = sqlx::query!(
        "delete from articles
         where id in (select id from articles where first_seen_at < ? order by first_seen_at limit ?)",
        before,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    if rows > 0 {
        return Ok(rows);
    }
    rows += sqlx::query!(
        "delete from stories
         where id in (select s.id from stories as s
                      where s.last_seen_at < ? and not exists (select 1 from articles where story_id = s.id) limit ?)",
        before,
        A_SLICE
    )
    .execute(&mut *db)
    .await?
    .rows_affected();
    rows += sqlx::query!(
        "delete from speakers
         where id in (select s.id from speakers as s
                      where s.quotes = 0 and not exists (select 1 from quotes where speaker_id = s.id) limit ?)",
        A_SLICE
    )
    .execute(db)
    .await?
    .rows_affected();
    Ok(rows)
}

#[cfg(test)]
mod tests;
