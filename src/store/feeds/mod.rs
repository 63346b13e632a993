//! Feeds: addresses, what servers said of them, and when each is asked next.

use chrono::{DateTime, Utc};

use crate::feed::secret;
use crate::store::{Db, Result};

pub mod awaited;
pub mod edits;
pub mod entries;
mod poll_result;
mod privacy;
pub mod unread;

pub use poll_result::{answered, ask_now, failed, put_off, seen_moved, unchanged};
pub use privacy::{is_private, make_private};

/// A feed as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    /// Row number.
    pub id: i64,
    /// Address polled.
    pub url: String,
    /// Its own title.
    pub title: Option<String>,
    /// The site it belongs to.
    pub site_url: Option<String>,
    /// Language tag it claims.
    pub language: Option<String>,
    /// `WebSub` hub.
    pub hub_url: Option<String>,
    /// What came with the last good answer.
    pub etag: Option<Vec<u8>>,
    /// `Last-Modified` of the last good answer, byte for byte.
    pub last_modified: Option<Vec<u8>>,
    /// Hash of the last good body.
    pub body_hash: Option<Vec<u8>>,
    /// When it is asked next.
    pub next_poll_at: DateTime<Utc>,
    /// Least seconds between polls the server or the feed asks for.
    pub least_seconds: i64,
    /// Hours of the day (GMT, bit 0 = midnight) without polls.
    pub skip_hours: i64,
    /// Days of the week (GMT, bit 0 = Monday) without polls.
    pub skip_days: i64,
    /// When it was last asked.
    pub last_polled_at: Option<DateTime<Utc>>,
    /// When it last answered well.
    pub last_ok_at: Option<DateTime<Utc>>,
    /// Polls so far; the number of the poll being worked on is this plus one.
    pub polls: i64,
    /// Whether it is asked at all.
    pub state: State,
    /// Failures in a row.
    pub failures: i64,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// Why, as a line for people.
    pub last_error: Option<String>,
    /// Until when its server asked to be left alone.
    pub retry_at: Option<DateTime<Utc>>,
    /// Address a permanent redirect named.
    pub moved_to: Option<String>,
    /// On how many polls in a row it did.
    pub moved_seen: i64,
}

/// Whether a feed is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum State {
    /// When due.
    Active,
    /// Rarely: it has answered 404 for long.
    Asleep,
    /// Never: it said it is gone (410).
    Gone,
}

/// A feed whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Row number.
    pub id: i64,
    /// Address polled.
    pub url: String,
    /// Whether it was ever asked.
    pub is_known: bool,
    /// The chat that has followed it longest.
    pub chat: i64,
}

/// What to send back on the next request, byte for byte, and the hash that tells an equal body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<Vec<u8>>,
    /// `Last-Modified`.
    pub last_modified: Option<Vec<u8>>,
    /// Hash of the body.
    pub body_hash: Option<Vec<u8>>,
}

/// What a good answer said of the feed itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// Title.
    pub title: Option<String>,
    /// Site.
    pub site_url: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// `WebSub` hub.
    pub hub_url: Option<String>,
    /// Least seconds between polls.
    pub least_seconds: i64,
    /// Bits of hours without polls.
    pub skip_hours: i64,
    /// Bits of days without polls.
    pub skip_days: i64,
}

/// Finds the feed at `url` or adds it, due at once; returns its number.
pub async fn add(db: &mut Db, url: &str, now: DateTime<Utc>) -> Result<i64> {
    let (at, is_private) = (now.timestamp(), secret::is_private(url));
    sqlx::query_scalar!(
        "insert into feeds (url, created_at, next_poll_at, is_private) values (?1, ?2, ?2, ?3)
         on conflict (url) do update set url = excluded.url returning id",
        url,
        at,
        is_private
    )
    .fetch_one(db)
    .await
}

/// Reads one feed.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Feed>> {
    sqlx::query_as!(
        Feed,
        r#"select id, url, title, site_url, language, hub_url, etag, last_modified, body_hash,
                  next_poll_at as "next_poll_at: DateTime<Utc>", least_seconds, skip_hours, skip_days,
                  last_polled_at as "last_polled_at: DateTime<Utc>", last_ok_at as "last_ok_at: DateTime<Utc>",
                  polls, state as "state: State", failures, failing_since as "failing_since: DateTime<Utc>",
                  last_error, retry_at as "retry_at: DateTime<Utc>", moved_to, moved_seen
           from feeds where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await
}

/// Finds the feed at exactly this address.
pub async fn by_url(db: &mut Db, url: &str) -> Result<Option<i64>> {
    sqlx::query_scalar!("select id from feeds where url = ?", url).fetch_optional(db).await
}

/// Lists feeds to be asked now, longest due first: those with a subscriber who can get something.
///
/// A feed is due at its time, and when it was put off at a time that is yet to come (the clock was set back).
pub async fn due(db: &mut Db, now: DateTime<Utc>, limit: i64) -> Result<Vec<Due>> {
    let at = now.timestamp();
    sqlx::query_as!(
        Due,
        r#"select id, url, last_polled_at is not null as "is_known!: bool",
                  coalesce((select s.chat_id from subscriptions as s
                            where s.feed_id = feeds.id and s.removed_at is null order by s.id limit 1), 0) as "chat!: i64"
           from feeds
           where id in (select id from feeds where state <> 'gone' and next_poll_at <= ?1
                        union all
                        select id from feeds where state <> 'gone' and next_poll_at - wait_seconds > ?1)
             and exists (select 1 from subscriptions as s join chats as c on c.id = s.chat_id
                         where s.feed_id = feeds.id and s.removed_at is null and s.paused = 0 and c.state = 'active')
           order by next_poll_at limit ?2"#,
        at,
        limit
    )
    .fetch_all(db)
    .await
}

/// Gives a feed its new address; where another feed has it already, everything of this one goes over to that, which has
/// just answered and is asked like this one if it was not asked any more, or not yet. What came privately stays behind where
/// the other feed is open.
///
/// Returns the number that lives on.
pub async fn relocate(db: &mut Db, id: i64, url: &str) -> Result<i64> {
    let Some(other) = by_url(db, url).await?.filter(|&other| other != id) else {
        let is_private = secret::is_private(url);
        sqlx::query!(
            "update feeds set url = ?1, moved_to = null, moved_seen = 0, is_private = max(is_private, ?3) where id = ?2",
            url,
            id,
            is_private
        )
            .execute(db)
            .await?;
        return Ok(id);
    };
    // A chat that follows both keeps the one it has, unless that was removed; what cannot go over falls with the old row.
    sqlx::query!(
        "delete from subscriptions where feed_id = ?1 and removed_at is not null
             and (chat_id, thread) in (select chat_id, thread from subscriptions
                                       where feed_id = ?2 and removed_at is null)",
        other,
        id
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "update feeds set last_ok_at = coalesce(feeds.last_ok_at, old.last_ok_at),
             state = 'active', next_poll_at = old.next_poll_at, wait_seconds = old.wait_seconds
         from (select last_ok_at, next_poll_at, wait_seconds from feeds where id = ?2) as old
         where feeds.id = ?1 and (feeds.state <> 'active' or feeds.last_ok_at is null)",
        other,
        id
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("update or ignore subscriptions set feed_id = ?1 where feed_id = ?2", other, id)
        .execute(&mut *db)
        .await?;
    // what a private feed brought, or is about to, is not made open by where it went
    if is_private(db, other).await? || !is_private(db, id).await? {
        sqlx::query!("update or ignore entries set feed_id = ?1 where feed_id = ?2", other, id)
            .execute(&mut *db)
            .await?;
        sqlx::query!("update or ignore arrivals set feed_id = ?1 where feed_id = ?2", other, id)
            .execute(&mut *db)
            .await?;
    }
    sqlx::query!("delete from feeds where id = ?", id).execute(db).await?;
    Ok(other)
}

/// Counts the chats that follow a feed.
pub async fn subscribers(db: &mut Db, id: i64) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(distinct chat_id) as "n!: i64" from subscriptions where feed_id = ? and removed_at is null"#,
        id
    )
    .fetch_one(db)
    .await
}

/// How the feeds that somebody follows are doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Asked when due.
    pub active: i64,
    /// Asked rarely.
    pub asleep: i64,
    /// Asked no more.
    pub gone: i64,
    /// Whose last answer was a failure.
    pub failing: i64,
    /// Which should have been asked before `late`.
    pub behind: i64,
}

/// How the feeds that somebody follows are doing; behind are those that were due before `late`.
pub async fn health(db: &mut Db, late: DateTime<Utc>) -> Result<Health> {
    let late = late.timestamp();
    // scan: of feeds, for whoever watches the program
    sqlx::query_as!(
        Health,
        r#"select coalesce(sum(state = 'active'), 0) as "active!: i64",
                  coalesce(sum(state = 'asleep'), 0) as "asleep!: i64", coalesce(sum(state = 'gone'), 0) as "gone!: i64",
                  coalesce(sum(failures > 0), 0) as "failing!: i64",
                  coalesce(sum(state <> 'gone' and next_poll_at < ?), 0) as "behind!: i64"
           from feeds
           where exists (select 1 from subscriptions as s join chats as c on c.id = s.chat_id
                         where s.feed_id = feeds.id and s.removed_at is null and s.paused = 0 and c.state = 'active')"#,
        late
    )
    .fetch_one(db)
    .await
}

/// When the oldest of the entries that wait to be briefed was first seen.
pub async fn oldest_entry(db: &mut Db) -> Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        r#"select min(first_seen_at) as "oldest: DateTime<Utc>" from entries where state = 'queued'"#
    )
    .fetch_one(db)
    .await
}

/// Counts feeds that somebody follows, and those of them that fail now.
pub async fn count(db: &mut Db) -> Result<(i64, i64)> {
    // scan: of feeds, when an operator asks
    let row = sqlx::query!(
        r#"select count(*) as "followed!: i64", coalesce(sum(failures > 0), 0) as "failing!: i64" from feeds
           where exists (select 1 from subscriptions where feed_id = feeds.id and removed_at is null)"#
    )
    .fetch_one(db)
    .await?;
    Ok((row.followed, row.failing))
}
