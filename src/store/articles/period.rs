//! The articles of a period, and those before it that belong to the same stories.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, to_json};

/// The articles published, or else first seen, from the first instant on and before the second, the newest `limit` of
/// them, in time. With a chat and thread only those that came by feeds it follows.
pub async fn between(
    db: &mut Db,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    place: Option<(i64, Option<i64>)>,
    limit: i64,
) -> Result<Vec<i64>> {
    let (from, to) = (from.timestamp(), to.timestamp());
    let (chat, thread) = place.map_or((None, 0), |(chat, thread)| (Some(chat), thread.unwrap_or_default()));
    let mut ids = sqlx::query_scalar!(
        r#"select id as "id!: i64" from articles
           where coalesce(published_at, first_seen_at) >= ?1 and coalesce(published_at, first_seen_at) < ?2
             and (?3 is null or exists (
                 select 1 from arrivals as r join subscriptions as s on s.feed_id = r.feed_id
                 where r.article_id = articles.id and s.chat_id = ?3 and s.thread = ?4 and s.removed_at is null))
           order by coalesce(published_at, first_seen_at) desc, id desc limit ?5"#,
        from,
        to,
        chat,
        thread,
        limit
    )
    .fetch_all(db)
    .await?;
    ids.reverse();
    Ok(ids)
}

/// The articles of these stories from before an instant, the newest `limit` of them, in time.
pub async fn before(db: &mut Db, stories: &[i64], at: DateTime<Utc>, limit: i64) -> Result<Vec<i64>> {
    let (stories, at) = (to_json(&stories)?, at.timestamp());
    let mut ids = sqlx::query_scalar!(
        r#"select a.id as "id!: i64" from json_each(?1) as wanted
           join stories as s on s.id = wanted.value
           join articles as a on a.story_id = s.id
           where s.first_seen_at < ?2 and coalesce(a.published_at, a.first_seen_at) < ?2
           order by coalesce(a.published_at, a.first_seen_at) desc, a.id desc limit ?3"#,
        stories,
        at,
        limit
    )
    .fetch_all(db)
    .await?;
    ids.reverse();
    Ok(ids)
}

/// A feed somebody follows, and how it did in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its title, or its address.
    pub name: String,
    /// Whether it fails now.
    pub fails: bool,
    /// Whether nothing came by it.
    pub silent: bool,
}

/// The feeds followed, by name: of a chat, or of all.
pub async fn standing(
    db: &mut Db,
    chat: Option<i64>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Standing>> {
    let (from, to) = (from.timestamp(), to.timestamp());
    // scan: of feeds, when a review is made
    sqlx::query_as!(
        Standing,
        r#"select coalesce(nullif(trim(f.title), ''), f.url) as "name!: String", f.failures > 0 as "fails!: bool",
                  not exists (select 1 from arrivals as r join articles as a on a.id = r.article_id
                              where r.feed_id = f.id and coalesce(a.published_at, a.first_seen_at) >= ?2
                                and coalesce(a.published_at, a.first_seen_at) < ?3) as "silent!: bool"
           from feeds as f
           where exists (select 1 from subscriptions as s
                         where s.feed_id = f.id and s.removed_at is null and (?1 is null or s.chat_id = ?1))
           order by lower(coalesce(f.title, f.url)), f.id"#,
        chat,
        from,
        to
    )
    .fetch_all(db)
    .await
}
