//! What a person or group may use of something in an hour.

use chrono::{DateTime, Utc};

use crate::store::{Db, Result};

/// Takes `amount` from this hour's allowance of `allowed` if that much is left. Returns whether it was.
///
/// `what` names the thing, `who` is a person's or chat's Telegram number.
pub async fn spend(
    db: &mut Db,
    who: i64,
    what: &str,
    (amount, allowed): (i64, i64),
    now: DateTime<Utc>,
) -> Result<bool> {
    let hour = now.timestamp() / 3600;
    let used = used(db, who, what, now).await?;
    if used + amount > allowed {
        return Ok(false);
    }
    sqlx::query!(
        "insert into budgets (who, what, hour, used) values (?1, ?2, ?3, ?4)
         on conflict (who, what, hour) do update set used = used + excluded.used",
        who,
        what,
        hour,
        amount
    )
    .execute(db)
    .await?;
    Ok(true)
}

/// What was used of something this hour.
pub async fn used(db: &mut Db, who: i64, what: &str, now: DateTime<Utc>) -> Result<i64> {
    let hour = now.timestamp() / 3600;
    let used = sqlx::query_scalar!(
        "select used from budgets where who = ? and what = ? and hour = ?",
        who,
        what,
        hour
    )
    .fetch_optional(db)
    .await?;
    Ok(used.unwrap_or_default())
}
