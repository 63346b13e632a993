//! Entries whose pages could not be read, as far as somebody is told of them.

use crate::store::{Db, Result};

/// Lists feeds whose newest article could not be read so far, with subscribers who wait for it as a sample card and were
/// not told; and those of which nothing is tried any more.
pub async fn waited_for(db: &mut Db) -> Result<Vec<i64>> {
    // scan: of samples that are owed, by an index of those alone
    sqlx::query_scalar!(
        r#"select distinct s.feed_id from subscriptions as s join chats as c on c.id = s.chat_id
           where s.first_run = 'due' and s.removed_at is null and s.paused = 0 and c.state = 'active'
             and exists (select 1 from entries as e
                         where e.feed_id = s.feed_id and e.article_id is null and e.last_error is not null)
             and not exists (select 1 from entries as e
                             where e.feed_id = s.feed_id and e.state = 'queued' and e.attempts = 0)
             and not (exists (select 1 from entries as e where e.feed_id = s.feed_id and e.state = 'queued')
                      and exists (select 1 from outbox as o
                                  where o.chat_id = s.chat_id and o.thread = s.thread and o.kind = 'sample'
                                    and o.key = 'u' || s.id || 't' || s.created_at))
           limit 50"#
    )
    .fetch_all(db)
    .await
}

/// Why the newest article of a feed cannot be read, as [`crate::view::Fault::stored`] writes it; `None` where it can, or
/// was not tried.
pub async fn newest(db: &mut Db, feed_id: i64) -> Result<Option<String>> {
    let newest = sqlx::query!(
        r#"select last_error, article_id from entries where feed_id = ? and origin <> 'seen'
           order by coalesce(published_at, first_seen_at) desc, origin = 'sample' desc, id desc limit 1"#,
        feed_id
    )
    .fetch_optional(db)
    .await?;
    Ok(newest.filter(|entry| entry.article_id.is_none()).and_then(|entry| entry.last_error))
}

/// Whether an entry of a feed still waits to be tried, or tried again.
pub async fn is_tried(db: &mut Db, feed_id: i64) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from entries where feed_id = ? and state = 'queued') as "waits!: bool""#,
        feed_id
    )
    .fetch_one(db)
    .await
}
