//! Updates from Telegram, stored before anything is done with them.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result, to_json};

/// An update waiting to be worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Telegram's number.
    pub update_id: i64,
    /// The chat it came from.
    pub chat_id: i64,
    /// What is to be done (JSON).
    pub job: String,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// Tries so far.
    pub attempts: i64,
}

/// Stores an update. Returns false when it was delivered before: then nothing is to be done.
pub async fn add(db: &mut Db, update_id: i64, chat_id: i64, job: &str, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "insert into updates (update_id, chat_id, job, received_at) values (?, ?, ?, ?) on conflict do nothing",
        update_id,
        chat_id,
        job,
        at
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lists the first update of each chat that is not yet worked on nor among those `begun`, in Telegram's order: one who
/// floods hides nobody.
pub async fn waiting(db: &mut Db, begun: &[i64], limit: i64) -> Result<Vec<Waiting>> {
    let begun = to_json(&begun)?;
    // scan: of updates that wait, by an index of those alone
    sqlx::query_as!(
        Waiting,
        r#"select update_id, chat_id, job, received_at as "received_at: DateTime<Utc>", attempts
           from updates
           where state = 'new' and update_id in (
               select min(update_id) from updates
               where state = 'new' and update_id not in (select value from json_each(?)) group by chat_id)
           order by update_id limit ?"#,
        begun,
        limit
    )
    .fetch_all(db)
    .await
}

/// Notes that work on an update begins. Returns which try it is, from 1.
pub async fn begun(db: &mut Db, update_id: i64) -> Result<i64> {
    sqlx::query_scalar!(
        "update updates set attempts = attempts + 1 where update_id = ? returning attempts",
        update_id
    )
    .fetch_one(db)
    .await
}

/// Ends an update, in the transaction of its effects, and forgets what it said. Returns false when it had ended before: then roll back.
pub async fn done(db: &mut Db, update_id: i64, now: DateTime<Utc>) -> Result<bool> {
    let at = now.timestamp();
    let done = sqlx::query!(
        "update updates set state = 'done', job = '', done_at = ? where update_id = ? and state = 'new'",
        at,
        update_id
    )
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Gives an update up: work on it failed too often.
pub async fn give_up(db: &mut Db, update_id: i64, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "update updates set state = 'failed', done_at = ? where update_id = ? and state = 'new'",
        at,
        update_id
    )
    .execute(db)
    .await?;
    Ok(())
}
