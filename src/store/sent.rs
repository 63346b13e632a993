//! What stands in a chat: the messages of ours that can still be changed.

use super::{Db, Result};

/// What a message says, or will say when what is queued for it has gone out; `None` when that is not known any more.
///
/// # Errors
/// SQLite's.
pub async fn payload(db: &mut Db, chat_id: i64, message_id: i64) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "select payload from outbox
         where chat_id = ?1 and (message_id = ?2 or edits = ?2) and state <> 'dead' order by id desc limit 1",
        chat_id,
        message_id
    )
    .fetch_optional(db)
    .await
}
