//! What was said once and is not said again while it lasts.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// A feed fails for a day; the subject is the feed. Forgotten when the feed answers again.
pub const FEED_FAILING: &str = "feed failing";

/// A forum topic is gone or closed; the subject is the topic.
pub const THREAD_GONE: &str = "thread gone";

/// Notes that a chat is told something about a subject. Returns true the first time: only then say it.
pub async fn once(db: &mut Db, chat_id: i64, what: &str, subject: i64, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "insert into told (chat_id, what, subject, at) values (?, ?, ?, ?) on conflict do nothing",
        chat_id,
        what,
        subject,
        at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets that a subject was told of, in all chats.
pub async fn forget(db: &mut Db, what: &str, subject: i64) -> Result<()> {
    sqlx::query!("delete from told where what = ? and subject = ?", what, subject).execute(db).await?;
    Ok(())
}
