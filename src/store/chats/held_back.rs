//! Cards that quiet hours kept back, for the next digest.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, to_json};

/// Keeps an article back for the next digest of a chat's thread; once an article.
pub async fn keep(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    article_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let (at, thread) = (now.timestamp(), thread.unwrap_or_default());
    sqlx::query!(
        "insert into held (chat_id, thread, article_id, held_at) values (?, ?, ?, ?) on conflict do nothing",
        chat_id,
        thread,
        article_id,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Lists the articles kept back and not yet in a digest, in the order they were held.
pub async fn waiting(db: &mut Db, (chat_id, thread): (i64, Option<i64>)) -> Result<Vec<i64>> {
    let thread = thread.unwrap_or_default();
    sqlx::query_scalar!(
        "select article_id from held where chat_id = ? and thread = ? and digest_id is null
         order by held_at, article_id",
        chat_id,
        thread
    )
    .fetch_all(db)
    .await
}

/// Notes that a digest has taken these articles.
pub async fn taken(
    db: &mut Db,
    (chat_id, thread): (i64, Option<i64>),
    articles: &[i64],
    digest_id: i64,
) -> Result<()> {
    let (list, thread) = (to_json(&articles)?, thread.unwrap_or_default());
    sqlx::query!(
        "update held set digest_id = ?1
         where chat_id = ?2 and thread = ?3 and digest_id is null and article_id in (select value from json_each(?4))",
        digest_id,
        chat_id,
        thread,
        list
    )
    .execute(db)
    .await?;
    Ok(())
}
