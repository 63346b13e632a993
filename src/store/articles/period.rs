//! The articles of a period, and those before it that belong to the same stories.

use chrono::{DateTime, Utc};

use crate::feed::secret;
use crate::store::{Db, Reader, Result, reader, to_json};

/// The articles published, or else first seen, from the first instant on and before the second, the newest `limit` of
/// them that are for the reader, in time. With a chat and thread only those that came by feeds it follows.
pub async fn between(
    db: &mut Db,
    who: Reader,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    place: Option<(i64, Option<i64>)>,
    limit: i64,
) -> Result<Vec<i64>> {
    let (from, to) = (from.timestamp(), to.timestamp());
    let (chat, thread) = place.map_or((None, 0), |(chat, thread)| (Some(chat), thread.unwrap_or_default()));
    let asks = who.number();
    let mut ids = sqlx::query_scalar!(
        r#"select id as "id!: i64" from articles
           where coalesce(published_at, first_seen_at) >= ?1 and coalesce(published_at, first_seen_at) < ?2
             and (?3 is null or exists (
                 select 1 from arrivals as r join subscriptions as s on s.feed_id = r.feed_id
                 where r.article_id = articles.id and s.chat_id = ?3 and s.thread = ?4 and s.removed_at is null))
             and (?6 is null or not exists (select 1 from private_articles as p where p.article_id = articles.id)
                  or exists (select 1 from readers as v where v.article_id = articles.id and v.chat_id = ?6))
           order by coalesce(published_at, first_seen_at) desc, id desc limit ?5"#,
        from,
        to,
        chat,
        thread,
        limit,
        asks
    )
    .fetch_all(db)
    .await?;
    ids.reverse();
    Ok(ids)
}

/// The articles of these stories from before an instant, the newest `limit` of them, in time, as far as they are for the
/// reader.
pub async fn before(
    db: &mut Db,
    who: Reader,
    (stories, at): (&[i64], DateTime<Utc>),
    limit: i64,
) -> Result<Vec<i64>> {
    let (stories, at) = (to_json(&stories)?, at.timestamp());
    // door: asked below
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
    .fetch_all(&mut *db)
    .await?;
    ids.reverse();
    reader::of(db, who, &ids).await
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

/// The feeds followed, by name: of a chat, or of all that are not private.
pub async fn standing(
    db: &mut Db,
    chat: Option<i64>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Standing>> {
    let (from, to) = (from.timestamp(), to.timestamp());
    // scan: of feeds, when a review is made
    let rows = sqlx::query_as!(
        Standing,
        r#"select coalesce(nullif(trim(f.title), ''), f.url) as "name!: String", f.failures > 0 as "fails!: bool",
                  not exists (select 1 from arrivals as r join articles as a on a.id = r.article_id
                              where r.feed_id = f.id and coalesce(a.published_at, a.first_seen_at) >= ?2
                                and coalesce(a.published_at, a.first_seen_at) < ?3) as "silent!: bool"
           from feeds as f
           where exists (select 1 from subscriptions as s
                         where s.feed_id = f.id and s.removed_at is null and (?1 is null or s.chat_id = ?1))
             and (?1 is not null or f.is_private = 0)
           order by lower(coalesce(f.title, f.url)), f.id"#,
        chat,
        from,
        to
    )
    .fetch_all(db)
    .await?;
    let named = |row: Standing| Standing { name: secret::named(&row.name), ..row };
    Ok(rows.into_iter().map(named).collect())
}
