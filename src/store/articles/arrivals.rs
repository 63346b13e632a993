//! The order articles came in by, which digests count on.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Db, Result};

/// How much of a feed followed since the last digest the next one tells.
const A_DAY: TimeDelta = TimeDelta::days(1);

/// An article that came in by a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its place in the order.
    pub id: i64,
    /// The feed.
    pub feed_id: i64,
    /// The article.
    pub article_id: i64,
    /// When it was stored.
    pub at: DateTime<Utc>,
    /// False for the back-fill of a new subscription.
    pub fresh: bool,
    /// When the article was published.
    pub published_at: Option<DateTime<Utc>>,
    /// Words of which the subscription wants one ([`subscriptions::passes`](crate::store::chats::subscriptions::passes)).
    pub filter: Option<String>,
    /// When the chat began to follow the feed.
    pub followed_at: DateTime<Utc>,
}

impl Arrival {
    /// Whether it is news where a digest begins at `since`: new to us, published since then or, where that is not the
    /// first (`told`), back-filled of the last day before the feed was followed.
    #[must_use]
    pub fn is_news(&self, since: DateTime<Utc>, told: bool) -> bool {
        let is_back_fill = self.at <= self.followed_at + A_DAY;
        self.fresh
            || self.published_at.is_some_and(|at| at >= since)
            || told && is_back_fill && self.is_of_the_last_day()
    }

    /// Whether it is of the day before its feed was followed, or later.
    fn is_of_the_last_day(&self) -> bool {
        let published = self.published_at.or(self.fresh.then_some(self.at));
        published.is_some_and(|at| at >= self.followed_at - A_DAY)
    }
}

/// Notes that an article came by a feed; the first time counts. Returns whether it was the first.
pub async fn note(
    db: &mut Db,
    feed_id: i64,
    article_id: i64,
    fresh: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "insert into arrivals (feed_id, article_id, at, fresh) values (?, ?, ?, ?)
         on conflict (feed_id, article_id) do nothing",
        feed_id,
        article_id,
        at,
        fresh
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The feeds an article came by.
pub async fn feeds_of(db: &mut Db, article_id: i64) -> Result<Vec<i64>> {
    sqlx::query_scalar!("select feed_id from arrivals where article_id = ? order by id", article_id)
        .fetch_all(db)
        .await
}

/// The number of the last arrival; 0 before the first.
pub async fn last(db: &mut Db) -> Result<i64> {
    sqlx::query_scalar!(r#"select coalesce(max(id), 0) as "id!: i64" from arrivals"#).fetch_one(db).await
}

/// The number of the last arrival before `at`; 0 when there was none.
pub async fn last_before(db: &mut Db, at: DateTime<Utc>) -> Result<i64> {
    let at = at.timestamp();
    let found =
        sqlx::query_scalar!("select id from arrivals where at < ? order by at desc, id desc limit 1", at)
            .fetch_optional(db)
            .await?;
    Ok(found.unwrap_or_default())
}

/// What came in for the digests of a chat's thread after arrival `after`, up to and with `upto`: by feeds it follows
/// with mode digest or both, with `all_modes` by any. An article that came before by another feed the chat had then is
/// left out. Where the chat was told at `told` what came up to `after`, what a feed it follows only since then had
/// brought others within the day before comes first.
pub async fn for_digest(
    db: &mut Db,
    place: (i64, Option<i64>),
    (after, upto): (i64, i64),
    told: Option<DateTime<Utc>>,
    all_modes: bool,
) -> Result<Vec<Arrival>> {
    let mut all = Vec::new();
    if let Some(told) = told {
        let day = last_before(db, told - A_DAY).await?;
        all = came(db, place, (day, after, after), (all_modes, told.timestamp())).await?;
        all.retain(Arrival::is_of_the_last_day);
    }
    all.extend(came(db, place, (after, upto, after), (all_modes, i64::MIN)).await?);
    Ok(all)
}

/// What came after arrival `from` up to and with `upto` by feeds followed after `followed`, but what came by others up to
/// `told`.
async fn came(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    (from, upto, told): (i64, i64, i64),
    (all_modes, followed): (bool, i64),
) -> Result<Vec<Arrival>> {
    let thread = thread.unwrap_or_default();
    // door: of feeds the chat follows
    sqlx::query_as!(
        Arrival,
        r#"select a.id, a.feed_id, a.article_id, a.at as "at: DateTime<Utc>", a.fresh as "fresh: bool",
                  t.published_at as "published_at: DateTime<Utc>", s.filter,
                  s.created_at as "followed_at: DateTime<Utc>"
           from arrivals as a
           join subscriptions as s on s.feed_id = a.feed_id
           join articles as t on t.id = a.article_id
           where s.chat_id = ?1 and s.thread = ?2 and s.removed_at is null and s.paused = 0
             and (?5 or s.mode in ('digest', 'both')) and a.id > ?3 and a.id <= ?4 and s.created_at > ?6
             and not exists (select 1 from arrivals as b join subscriptions as h on h.feed_id = b.feed_id
                             where b.article_id = a.article_id and b.id <= ?7 and h.chat_id = ?1 and h.thread = ?2
                               and (?5 or h.mode in ('digest', 'both')) and h.created_at <= b.at)
           order by a.id"#,
        chat_id,
        thread,
        from,
        upto,
        all_modes,
        followed,
        told
    )
    .fetch_all(db)
    .await
}
