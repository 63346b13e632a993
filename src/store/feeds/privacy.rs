//! Whether what a feed brings is for everybody.

use crate::store::{Db, Result};

/// Whether what a feed brings is only for those who follow it.
pub async fn is_private(db: &mut Db, id: i64) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select coalesce(is_private, 1) as "private!: bool" from feeds where id = ?"#,
        id
    );
    Ok(found.fetch_optional(db).await?.unwrap_or(true))
}

/// Makes what a feed brings from now on private to those who follow it: it stands on no public host.
pub async fn make_private(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!("update feeds set is_private = 1 where id = ? and is_private = 0", id).execute(db).await?;
    Ok(())
}
