//! What a poll came to, and when the feed is asked next.

use chrono::{DateTime, TimeDelta, Utc};

use super::{About, State, Validators};
use crate::store::delivery::notices_sent;
use crate::store::{Db, Result};

/// Stores a good answer with a document: validators replaced or forgotten, and what it said of the feed itself.
pub async fn answered(
    db: &mut Db,
    id: i64,
    (validators, about): (&Validators, &About),
    now: DateTime<Utc>,
    wait: TimeDelta,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update feeds set etag = ?1, last_modified = ?2, body_hash = ?3,
             title = coalesce(?4, title), site_url = coalesce(?5, site_url), language = coalesce(?6, language),
             hub_url = ?7, least_seconds = ?8, skip_hours = ?9, skip_days = ?10, last_read_at = ?11
         where id = ?12",
        validators.etag,
        validators.last_modified,
        validators.body_hash,
        about.title,
        about.site_url,
        about.language,
        about.hub_url,
        about.least_seconds,
        about.skip_hours,
        about.skip_days,
        at,
        id
    )
    .execute(&mut *db)
    .await?;
    went_well(db, id, now, wait).await
}

/// Stores “not modified”: validators replaced where the answer names them.
pub async fn unchanged(
    db: &mut Db,
    id: i64,
    validators: &Validators,
    now: DateTime<Utc>,
    wait: TimeDelta,
) -> Result<()> {
    sqlx::query!(
        "update feeds set etag = coalesce(?1, etag), last_modified = coalesce(?2, last_modified) where id = ?3",
        validators.etag,
        validators.last_modified,
        id
    )
    .execute(&mut *db)
    .await?;
    went_well(db, id, now, wait).await
}

/// Stores a failed poll: validators stay as they were, one more failure, next try after `wait`, and not before where
/// the server `asked` for that.
///
/// `error` is one line for people.
pub async fn failed(
    db: &mut Db,
    id: i64,
    (state, error): (State, &str),
    now: DateTime<Utc>,
    (wait, asked): (TimeDelta, bool),
) -> Result<()> {
    let (at, next, wait) = (now.timestamp(), (now + wait).timestamp(), wait.num_seconds());
    let retry_at = asked.then_some(next);
    sqlx::query!(
        "update feeds set
             last_polled_at = ?1, next_poll_at = ?2, wait_seconds = ?3, polls = polls + 1,
             state = ?4, failures = failures + 1, failing_since = coalesce(failing_since, ?1), last_error = ?5,
             retry_at = ?6
         where id = ?7",
        at,
        next,
        wait,
        state,
        error,
        retry_at,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts a feed that is due off for `wait` (the spread at start).
pub async fn put_off(db: &mut Db, id: i64, now: DateTime<Utc>, wait: TimeDelta) -> Result<()> {
    let (next, wait) = ((now + wait).timestamp(), wait.num_seconds());
    sqlx::query!("update feeds set next_poll_at = ?1, wait_seconds = ?2 where id = ?3", next, wait, id)
        .execute(db)
        .await?;
    Ok(())
}

/// Makes a feed due at once, also one that is asleep or gone: somebody pressed “Try now” or subscribed anew. One whose
/// server asked to be left alone keeps its time (row 10 of the polling table); returns whether it is due now.
pub async fn ask_now(db: &mut Db, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "update feeds set next_poll_at = ?1, wait_seconds = 0, state = 'active'
         where id = ?2 and coalesce(retry_at, 0) <= ?1",
        at,
        id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes where a wholly permanent redirect led on this poll (`None`: nowhere) and returns on how many polls in a
/// row it led there.
pub async fn seen_moved(db: &mut Db, id: i64, to: Option<&str>) -> Result<i64> {
    sqlx::query_scalar!(
        "update feeds set
             moved_seen = case when ?1 is null then 0 when moved_to = ?1 then moved_seen + 1 else 1 end,
             moved_to = ?1
         where id = ?2 returning moved_seen",
        to,
        id
    )
    .fetch_one(db)
    .await
}

/// Stores that a poll went well: errors cleared, also for those who were told of them; next poll after `wait`.
async fn went_well(db: &mut Db, id: i64, now: DateTime<Utc>, wait: TimeDelta) -> Result<()> {
    let (at, next, wait) = (now.timestamp(), (now + wait).timestamp(), wait.num_seconds());
    sqlx::query!(
        "update feeds set last_polled_at = ?1, last_ok_at = ?1, next_poll_at = ?2, wait_seconds = ?3, polls = polls + 1,
             state = 'active', failures = 0, failing_since = null, last_error = null, retry_at = null
         where id = ?4",
        at,
        next,
        wait,
        id
    )
    .execute(&mut *db)
    .await?;
    notices_sent::forget(db, notices_sent::FEED_FAILING, id).await
}
