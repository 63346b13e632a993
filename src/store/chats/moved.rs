//! Groups that became supergroups, topics that are gone, and chats that cannot be reached for long.

use chrono::{DateTime, TimeDelta, Utc};

use super::get;
use crate::store::{Db, Result};

/// Re-keys everything of a group that became a supergroup; what the new number has already stays. It is told more than
/// once, by service messages and by refused sendings, in any order.
pub async fn migrate(db: &mut Db, from: i64, to: i64) -> Result<()> {
    if from == to {
        return Ok(());
    }
    match (get(db, from).await?, get(db, to).await?) {
        (Some(_), None) => {
            // Rows that refer to the chat follow by themselves (on update cascade).
            sqlx::query!("update chats set id = ?, kind = 'supergroup' where id = ?", to, from)
                .execute(&mut *db)
                .await?;
        }
        (Some(_), Some(_)) => merge(db, from, to).await?,
        // moved already
        (None, _) => {}
    }
    // the messages of before have no number in the new chat: none can be edited there, and none need be sent again
    sqlx::query!("update or ignore outbox set chat_id = ?, message_id = null where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("delete from outbox where chat_id = ?", from).execute(&mut *db).await?;
    // scan: a month of updates, when a group becomes another
    sqlx::query!("update updates set chat_id = ? where chat_id = ?", to, from).execute(&mut *db).await?;
    sqlx::query!("update or ignore told set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("delete from told where chat_id = ?", from).execute(&mut *db).await?;
    sqlx::query!("delete from paces where chat_id = ?", from).execute(&mut *db).await?;
    sqlx::query!("update or ignore access set who = ? where who = ?", to, from).execute(db).await?;
    Ok(())
}

/// Takes all that belongs to a forum topic out of it, for a topic that is gone or closed; returns how much there was.
pub async fn leave_thread(db: &mut Db, id: i64, thread: i64) -> Result<u64> {
    // what the chat has outside of the topic already stays as it is
    let subscriptions = sqlx::query!(
        "update or ignore subscriptions set thread = 0 where chat_id = ? and thread = ?",
        id,
        thread
    );
    let mut left = subscriptions.execute(&mut *db).await?.rows_affected();
    let follows =
        sqlx::query!("update or ignore follows set thread = 0 where chat_id = ? and thread = ?", id, thread);
    left += follows.execute(&mut *db).await?.rows_affected();
    let digests = sqlx::query!(
        "update or ignore digest_slots set thread = 0 where chat_id = ? and thread = ?",
        id,
        thread
    );
    left += digests.execute(&mut *db).await?.rows_affected();
    let digests = sqlx::query!("delete from digest_slots where chat_id = ? and thread = ?", id, thread);
    left += digests.execute(&mut *db).await?.rows_affected();
    let reviews = sqlx::query!(
        "update or ignore review_slots set thread = 0 where chat_id = ? and thread = ?",
        id,
        thread
    );
    left += reviews.execute(&mut *db).await?.rows_affected();
    let reviews = sqlx::query!("delete from review_slots where chat_id = ? and thread = ?", id, thread);
    Ok(left + reviews.execute(db).await?.rows_affected())
}

/// Deletes chats that have been unreachable for 30 days, with all that belongs to them; returns how many.
pub async fn forget_blocked(db: &mut Db, now: DateTime<Utc>) -> Result<u64> {
    let before = (now - TimeDelta::days(30)).timestamp();
    sqlx::query!("delete from outbox where chat_id in (select id from chats where state = 'blocked' and state_since < ?)", before)
        .execute(&mut *db)
        .await?;
    let done = sqlx::query!("delete from chats where state = 'blocked' and state_since < ?", before)
        .execute(db)
        .await?;
    Ok(done.rows_affected())
}

async fn merge(db: &mut Db, from: i64, to: i64) -> Result<()> {
    sqlx::query!("update or ignore subscriptions set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore follows set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore digests set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore reviews set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore held set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore mutes set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore saved set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update or ignore givers set chat_id = ? where chat_id = ?", to, from)
        .execute(&mut *db)
        .await?;
    sqlx::query!("update offers set chat_id = ? where chat_id = ?", to, from).execute(&mut *db).await?;
    if is_older(db, from, to).await? {
        take_settings(db, from, to).await?;
    }
    sqlx::query!("delete from chats where id = ?", from).execute(db).await?;
    Ok(())
}

/// Whether the settings people made are those of `from`: the other number's row came with the first message after the
/// change; but where that was moved already, a late message of the old number has made a new row for it.
async fn is_older(db: &mut Db, from: i64, to: i64) -> Result<bool> {
    let older = sqlx::query_scalar!(
        "select old.created_at <= new.created_at from chats old, chats new where old.id = ? and new.id = ?",
        from,
        to
    );
    Ok(older.fetch_one(db).await? != 0)
}

async fn take_settings(db: &mut Db, from: i64, to: i64) -> Result<()> {
    sqlx::query!("delete from digest_slots where chat_id = ?", to).execute(&mut *db).await?;
    sqlx::query!("update digest_slots set chat_id = ? where chat_id = ?", to, from).execute(&mut *db).await?;
    sqlx::query!("delete from review_slots where chat_id = ?", to).execute(&mut *db).await?;
    sqlx::query!("update review_slots set chat_id = ? where chat_id = ?", to, from).execute(&mut *db).await?;
    sqlx::query!(
        "update chats set (zone, language, mode, quotes_a_card, summary_method, reads, quiet_from, quiet_to, say_nothing_new,
                           relevance, review_format)
             = (select zone, language, mode, quotes_a_card, summary_method, reads, quiet_from, quiet_to, say_nothing_new,
                       relevance, review_format from chats where id = ?1)
         where id = ?2",
        from,
        to
    )
    .execute(db)
    .await?;
    Ok(())
}
