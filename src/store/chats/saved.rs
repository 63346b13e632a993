//! Articles a chat wants to keep.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// Most articles a chat keeps.
const MOST: i64 = 2_000;

/// Saves an article, or takes it away where it was saved; returns whether it is saved now.
pub async fn toggle(db: &mut Db, chat_id: i64, article_id: i64, now: DateTime<Utc>) -> Result<bool> {
    let gone = sqlx::query!("delete from saved where chat_id = ? and article_id = ?", chat_id, article_id)
        .execute(&mut *db)
        .await?;
    if gone.rows_affected() > 0 {
        return Ok(false);
    }
    let at = now.timestamp();
    let done = sqlx::query!(
        "insert into saved (chat_id, article_id, saved_at)
         select ?1, ?2, ?3 where (select count(*) from saved where chat_id = ?1) < ?4",
        chat_id,
        article_id,
        at,
        MOST
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The articles a chat saved, the last first.
pub async fn list(db: &mut Db, chat_id: i64) -> Result<Vec<i64>> {
    sqlx::query_scalar!(
        "select article_id from saved where chat_id = ? order by saved_at desc, article_id desc",
        chat_id
    )
    .fetch_all(db)
    .await
}
