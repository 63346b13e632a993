//! Who gets what a feed brings.

use chrono::{DateTime, Utc};

use super::{Kind, Mode, Recipient, SummaryMethod};
use crate::store::{Db, Result};

/// A query for recipients; the first argument says which.
macro_rules! recipients {
    ($which:literal, $($value:expr),*) => {
        sqlx::query_as!(
            Recipient,
            r#"select s.id as "subscription_id!: i64", s.chat_id, s.thread, s.mode as "mode: Mode", s.filter,
                      (s.first_run = 'due') as "sample_due!: bool", s.created_at as "created_at: DateTime<Utc>",
                      c.kind as "kind: Kind", c.zone, c.language, c.quotes_a_card,
                      c.summary_method as "summary_method: SummaryMethod", c.reads, c.quiet_from, c.quiet_to
               from subscriptions as s join chats as c on c.id = s.chat_id
               where s.removed_at is null and s.paused = 0 and c.state = 'active' "# + $which,
            $($value),*
        )
    };
}

/// Lists who gets what a feed brings: subscriptions in force, in active chats, in the order they were made.
pub async fn recipients(db: &mut Db, feed_id: i64) -> Result<Vec<Recipient>> {
    recipients!("and s.feed_id = ? order by s.id", feed_id).fetch_all(db).await
}

/// The same, `limit` of them after the subscription `after`.
pub async fn recipients_after(db: &mut Db, feed_id: i64, after: i64, limit: i64) -> Result<Vec<Recipient>> {
    recipients!("and s.feed_id = ? and s.id > ? order by s.id limit ?", feed_id, after, limit)
        .fetch_all(db)
        .await
}

/// Those of them whose sample card is owed.
pub async fn owed(db: &mut Db, feed_id: i64) -> Result<Vec<Recipient>> {
    recipients!("and s.feed_id = ? and s.first_run = 'due' order by s.id", feed_id).fetch_all(db).await
}

/// The one in a chat's thread, if it is among them.
pub async fn recipient_at(
    db: &mut Db,
    feed_id: i64,
    (chat_id, thread): (i64, i64),
) -> Result<Option<Recipient>> {
    recipients!("and s.chat_id = ? and s.thread = ? and s.feed_id = ?", chat_id, thread, feed_id)
        .fetch_optional(db)
        .await
}

/// Lists who gets what a feed brings, each with the person who added it.
pub async fn adders(db: &mut Db, feed_id: i64) -> Result<Vec<(Recipient, i64)>> {
    let rows = sqlx::query!(
        "select id, added_by from subscriptions where feed_id = ? and removed_at is null",
        feed_id
    )
    .fetch_all(&mut *db)
    .await?;
    let added_by = |id| rows.iter().find(|row| row.id == id).map(|row| row.added_by);
    let recipients = recipients(db, feed_id).await?;
    Ok(recipients
        .into_iter()
        .filter_map(|one| added_by(one.subscription_id).map(|person| (one, person)))
        .collect())
}

/// Lists feeds that have an article and subscribers a sample card is owed.
pub async fn samples_due(db: &mut Db) -> Result<Vec<i64>> {
    // scan: of samples that are owed, by an index of those alone
    sqlx::query_scalar!(
        r#"select distinct s.feed_id from subscriptions as s
           join chats as c on c.id = s.chat_id join feeds as f on f.id = s.feed_id
           where s.first_run = 'due' and s.removed_at is null and s.paused = 0 and c.state = 'active'
             and f.last_ok_at is not null
             and exists (select 1 from entries as e where e.feed_id = s.feed_id and e.article_id is not null) limit 50"#
    )
    .fetch_all(db)
    .await
}

/// Notes that a subscription's sample card is in the outbox.
pub async fn sampled(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!("update subscriptions set first_run = 'done' where id = ?", id).execute(db).await?;
    Ok(())
}
