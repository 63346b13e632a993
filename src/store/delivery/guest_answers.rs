//! Where answers to guest queries stand that are still to be edited.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// Notes where the answer to an update stands.
pub async fn note(db: &mut Db, update_id: i64, inline_message_id: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into guest_answers (update_id, inline_message_id, made_at) values (?, ?, ?) on conflict do nothing",
        update_id,
        inline_message_id,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Where the answer to an update stands, if it was answered.
pub async fn get(db: &mut Db, update_id: i64) -> Result<Option<String>> {
    sqlx::query_scalar!("select inline_message_id from guest_answers where update_id = ?", update_id)
        .fetch_optional(db)
        .await
}

/// Forgets answers given before `before`.
pub(in crate::store) async fn forget(db: &mut Db, before: i64) -> Result<u64> {
    let done = sqlx::query!("delete from guest_answers where made_at < ?", before).execute(db).await?;
    Ok(done.rows_affected())
}
