//! `/backup`: a copy of the database, for operators.

use crate::bot::{Reply, Session};
use crate::store::backup;

/// `/backup`: writes today's copy beside the database.
pub(crate) async fn backup(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let written = backup::daily(&session.context.store, usize::MAX, session.now).await?;
    Ok(session.says(if written.is_some() { "backup-done" } else { "backup-there" }, &[]))
}
