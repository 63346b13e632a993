//! What became of a message: sent, to be tried again, given up.

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::{Db, Result};

/// Ends a message: Telegram has accepted it (`message_id`), or has nothing to change. What it said is forgotten.
pub async fn sent(db: &mut Db, id: i64, message_id: Option<i64>, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update outbox set state = 'sent', payload = '', message_id = coalesce(?1, edits), done_at = ?2, attempts = attempts + 1,
                last_error = null
         where id = ?3",
        message_id,
        at,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a message up.
pub async fn dead(db: &mut Db, id: i64, error: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update outbox set state = 'dead', done_at = ?1, attempts = attempts + 1, last_error = ?2 where id = ?3",
        at,
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a message back to be tried after `wait`; `lost` says that its answer was lost, so that it may have arrived.
pub async fn retry(
    db: &mut Db,
    id: i64,
    (error, lost): (&str, bool),
    now: DateTime<Utc>,
    wait: TimeDelta,
) -> Result<()> {
    let (due, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "update outbox set state = 'pending', due_at = ?1, wait_seconds = ?2, attempts = attempts + 1,
                ambiguous = ambiguous + ?3, last_error = ?4
         where id = ?5",
        due,
        wait,
        lost,
        error,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// A change to how a message goes out on its next try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// As plain text.
    Plain,
    /// Outside of its forum topic.
    WithoutThread,
    /// As a new message; the one to edit is gone.
    Anew,
}

/// Puts a message back to be tried at once in another way.
pub async fn retry_as(db: &mut Db, id: i64, instead: Instead, error: &str, now: DateTime<Utc>) -> Result<()> {
    retry(db, id, (error, false), now, TimeDelta::zero()).await?;
    match instead {
        Instead::Plain => sqlx::query!("update outbox set plain = 1 where id = ?", id).execute(db).await?,
        Instead::WithoutThread => {
            sqlx::query!("update outbox set in_thread = 0 where id = ?", id).execute(db).await?
        }
        Instead::Anew => {
            sqlx::query!("update outbox set op = 'send', edits = null where id = ?", id).execute(db).await?
        }
    };
    Ok(())
}

/// Finds the messages that were under way when the program died and puts them back, to be tried after `wait`; their
/// answers are lost. Returns how many.
pub async fn recover(db: &mut Db, now: DateTime<Utc>, wait: TimeDelta) -> Result<u64> {
    let (due, wait) = ((now + wait).timestamp(), wait.num_seconds());
    // scan: of messages under way, by an index of those alone
    let done = sqlx::query!(
        "update outbox set state = 'pending', due_at = ?1, wait_seconds = ?2, attempts = attempts + 1,
                ambiguous = ambiguous + 1, last_error = 'stopped while sending'
         where state = 'sending'",
        due,
        wait
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected())
}

/// Forbids messages to a chat for `wait`, as Telegram asked (`retry_after`).
pub async fn hold_chat(db: &mut Db, chat_id: i64, now: DateTime<Utc>, wait: TimeDelta) -> Result<()> {
    let (next, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "insert into paces (chat_id, next_at, wait_seconds) values (?, ?, ?)
         on conflict (chat_id) do update set next_at = excluded.next_at, wait_seconds = excluded.wait_seconds",
        chat_id,
        next,
        wait
    )
    .execute(db)
    .await?;
    Ok(())
}
