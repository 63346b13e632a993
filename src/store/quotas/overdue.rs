//! What could not be read in time, by a hash of it.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// How often it was begun and not ended in time.
pub async fn times(db: &mut Db, what: &[u8]) -> Result<i64> {
    let times = sqlx::query_scalar!("select times from overdue where what = ?", what);
    Ok(times.fetch_optional(db).await?.unwrap_or_default())
}

/// Notes that it takes too long, before it is known whether it ends; returns how often it did.
pub async fn note(db: &mut Db, what: &[u8], now: DateTime<Utc>) -> Result<i64> {
    let at = now.timestamp();
    sqlx::query_scalar!(
        r#"insert into overdue (what, times, last_at) values (?1, 1, ?2)
           on conflict (what) do update set times = times + 1, last_at = excluded.last_at
           returning times as "times!: i64""#,
        what,
        at
    )
    .fetch_one(db)
    .await
}

/// Forgets it: it ended after all.
pub async fn ended(db: &mut Db, what: &[u8]) -> Result<()> {
    sqlx::query!("delete from overdue where what = ?", what).execute(db).await?;
    Ok(())
}

/// Forgets what was last tried before `before`: it may have changed.
pub(in crate::store) async fn forget(db: &mut Db, before: i64) -> Result<u64> {
    Ok(sqlx::query!("delete from overdue where last_at < ?", before).execute(db).await?.rows_affected())
}
