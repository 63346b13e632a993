//! Who is let in while access is by invitation.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// Lets a person or chat in.
pub async fn allow(db: &mut Db, who: i64, allowed_by: i64, now: DateTime<Utc>) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into access (who, allowed_by, allowed_at) values (?, ?, ?) on conflict do nothing",
        who,
        allowed_by,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Takes an invitation back. Returns whether there was one.
pub async fn refuse(db: &mut Db, who: i64) -> Result<bool> {
    Ok(sqlx::query!("delete from access where who = ?", who).execute(db).await?.rows_affected() == 1)
}

/// Whether a person or chat was let in.
pub async fn is_allowed(db: &mut Db, who: i64) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from access where who = ?) as "allowed!: bool""#, who)
        .fetch_one(db)
        .await
}

/// Lists who was let in, the last first.
pub async fn list(db: &mut Db) -> Result<Vec<i64>> {
    // scan: of those let in, when an operator asks
    sqlx::query_scalar!(r#"select who as "who!: i64" from access order by allowed_at desc, who"#)
        .fetch_all(db)
        .await
}
