//! Fan-outs: messages of one article, or of one poll, that go to so many chats that they are put into the outbox slice by
//! slice, so that nobody waits long for the one writer.
//!
//! A fan-out is stored in the transaction of what it tells of; each slice and the note how far it went commit together. So
//! nothing is lost or put in twice, wherever the program dies.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// What is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Kind {
    /// An article's card, to those who want it at once.
    Cards,
    /// The list of a large poll.
    List,
    /// Edits of cards sent before.
    Edits,
    /// An article's card, to those who follow somebody it quotes or something it is about.
    Followers,
    /// The lists of a large poll for those.
    FollowerLists,
}

/// A fan-out under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fanout {
    /// Row number.
    pub id: i64,
    /// The feed.
    pub feed_id: i64,
    /// The article; `None` for a list.
    pub article_id: Option<i64>,
    /// What is put in.
    pub kind: Kind,
    /// The poll, for a list.
    pub batch: i64,
    /// The last subscription or follow that was dealt with, or for edits the last message.
    pub after: i64,
    /// When it began: who subscribed later gets nothing of it.
    pub made_at: DateTime<Utc>,
}

/// Begins a fan-out of an article, or of a poll's articles where there is none.
pub async fn begin(
    db: &mut Db,
    (feed_id, article_id): (i64, Option<i64>),
    (kind, batch): (Kind, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into fanouts (feed_id, article_id, kind, batch, made_at) values (?, ?, ?, ?, ?)",
        feed_id,
        article_id,
        kind,
        batch,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The fan-out that began first.
pub async fn first(db: &mut Db) -> Result<Option<Fanout>> {
    // scan: there are few, and the first is taken
    sqlx::query_as!(
        Fanout,
        r#"select id as "id!: i64", feed_id as "feed_id!: i64", article_id, kind as "kind: Kind",
                  batch as "batch!: i64", after as "after!: i64", made_at as "made_at!: DateTime<Utc>"
           from fanouts order by id limit 1"#
    )
    .fetch_optional(db)
    .await
}

/// Counts the fan-outs under way.
pub async fn waiting(db: &mut Db) -> Result<i64> {
    // scan: there are few
    sqlx::query_scalar!(r#"select count(*) as "n!: i64" from fanouts"#).fetch_one(db).await
}

/// Notes how far a fan-out went.
pub async fn advance(db: &mut Db, id: i64, after: i64) -> Result<()> {
    sqlx::query!("update fanouts set after = ? where id = ?", after, id).execute(db).await?;
    Ok(())
}

/// Ends a fan-out.
pub async fn end(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!("delete from fanouts where id = ?", id).execute(db).await?;
    Ok(())
}
