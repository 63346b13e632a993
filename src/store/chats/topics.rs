//! Names of forum topics.

use std::collections::HashMap;

use crate::store::{Db, Result};

/// Notes the name of a topic.
pub async fn note(db: &mut Db, (chat_id, thread): (i64, i64), name: &str) -> Result<()> {
    sqlx::query!(
        "insert into topics (chat_id, thread, name) values (?, ?, ?)
         on conflict (chat_id, thread) do update set name = excluded.name where name <> excluded.name",
        chat_id,
        thread,
        name
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The names known of a chat's topics, by their number.
pub async fn names(db: &mut Db, chat_id: i64) -> Result<HashMap<i64, String>> {
    let rows =
        sqlx::query!("select thread, name from topics where chat_id = ?", chat_id).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.thread, row.name)).collect())
}
