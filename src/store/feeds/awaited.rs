//! What a start, or a machine that wakes, still has to catch up with.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// Whether a feed that somebody follows was due at `since`, or was put off then to a time up to `until`, and was not asked
/// since.
pub async fn any_to_ask(db: &mut Db, since: DateTime<Utc>, until: DateTime<Utc>) -> Result<bool> {
    let (since, until) = (since.timestamp(), until.timestamp());
    // a wait that begins with no answer is one of a feed put off
    sqlx::query_scalar!(
        r#"select exists (
               select 1 from feeds
               where state <> 'gone' and next_poll_at <= ?2 and coalesce(last_polled_at, 0) < ?1
                 and (next_poll_at <= ?1 or next_poll_at - wait_seconds > coalesce(last_polled_at, 0))
                 and exists (select 1 from subscriptions as s join chats as c on c.id = s.chat_id
                             where s.feed_id = feeds.id and s.removed_at is null and s.paused = 0
                               and c.state = 'active')) as "any!: bool""#,
        since,
        until
    )
    .fetch_one(db)
    .await
}

/// Whether an entry that came up to `asked` waits to be briefed at `now`; one that is to be tried again later does not.
pub async fn any_to_brief(db: &mut Db, asked: DateTime<Utc>, now: DateTime<Utc>) -> Result<bool> {
    let (asked, now) = (asked.timestamp(), now.timestamp());
    sqlx::query_scalar!(
        r#"select exists (select 1 from entries where state = 'queued' and due_at <= ?2 and first_seen_at <= ?1)
           as "any!: bool""#,
        asked,
        now
    )
    .fetch_one(db)
    .await
}
