//! What was done to the database itself, and when last.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Db, Result};

/// The check of all tables.
pub const CHECK: &str = "check";

/// The look at whether anything can be written.
pub const WRITE: &str = "write";

/// The deletion of what is past its time.
pub const TIDY: &str = "tidy";

/// The first round after a leap of the clock.
pub const LEAP: &str = "leap";

/// When something was done last.
pub async fn last(db: &mut Db, what: &str) -> Result<Option<DateTime<Utc>>> {
    let at =
        sqlx::query_scalar!("select done_at from upkeep where what = ?", what).fetch_optional(db).await?;
    Ok(at.and_then(|at| DateTime::from_timestamp(at, 0)))
}

/// Has something count as done when `like` was, or else now, where it never was.
pub async fn begin(db: &mut Db, what: &str, like: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into upkeep (what, done_at)
         values (?, coalesce((select done_at from upkeep where what = ?), ?)) on conflict (what) do nothing",
        what,
        like,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets that something was done.
pub async fn forget(db: &mut Db, what: &str) -> Result<()> {
    sqlx::query!("delete from upkeep where what = ?", what).execute(db).await?;
    Ok(())
}

/// Whether something was not done for as long as `every`; notes that it is done now. The first time begins the waiting.
pub async fn due(db: &mut Db, what: &str, every: TimeDelta, now: DateTime<Utc>) -> Result<bool> {
    let (at, every) = (now.timestamp(), every.num_seconds());
    let first = sqlx::query!(
        "insert into upkeep (what, done_at) values (?, ?) on conflict (what) do nothing",
        what,
        at
    )
    .execute(&mut *db)
    .await?
    .rows_affected()
        == 1;
    // a time yet to come means that the clock was set back
    let done = sqlx::query!(
        "update upkeep set done_at = ?1 where what = ?2 and (done_at <= ?1 - ?3 or done_at > ?1)",
        at,
        what,
        every
    )
    .execute(db)
    .await?;
    Ok(!first && done.rows_affected() == 1)
}

/// Notes that something is done now: the least that can be written.
pub async fn note(db: &mut Db, what: &str, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into upkeep (what, done_at) values (?, ?) on conflict (what) do update set done_at = excluded.done_at",
        what,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{noon, scratch};

    #[tokio::test]
    async fn what_is_done_weekly_is_due_after_a_week_also_when_the_clock_was_set_back() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        for (days, wanted) in
            [(0, false), (6, false), (7, true), (8, false), (14, true), (3, true), (4, false)]
        {
            let now = noon() + TimeDelta::days(days);
            assert_eq!(due(&mut db, CHECK, TimeDelta::days(7), now).await.unwrap(), wanted, "{days}");
        }
    }
}
