//! What articles said before they were edited.

use chrono::{DateTime, Utc};

use crate::store::people::quotes;
use crate::store::{Db, Result, to_json};

/// Keeps what an article says now, which is about to be replaced.
pub(super) async fn keep(db: &mut Db, article_id: i64, now: DateTime<Utc>) -> Result<()> {
    let (quotes, at) = (to_json(&quotes::of_article(db, article_id).await?)?, now.timestamp());
    sqlx::query!(
        "insert into article_versions (article_id, version, title, text, summary, quotes, replaced_at)
         select id, version, title, text, summary, ?1, ?2 from articles where id = ?3",
        quotes,
        at,
        article_id
    )
    .execute(db)
    .await?;
    Ok(())
}
