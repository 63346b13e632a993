//! `/allow`: who is let in, for operators.

use crate::bot::{Reply, Session};
use crate::store::chats::allowed;

/// `/allow ID`, `/allow -ID` to take it back, alone to list.
pub(crate) async fn allow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (by, now) = (session.request.from.id, session.now);
    let (refuse, number) = match args.trim().strip_prefix("off ") {
        Some(number) => (true, number.trim()),
        None => (false, args.trim()),
    };
    match number.parse::<i64>() {
        Ok(who) if refuse => {
            allowed::refuse(session.write().await?, who).await?;
            Ok(session.says("refused", &[("id", who.to_string().into())]))
        }
        Ok(who) => {
            allowed::allow(session.write().await?, who, by, now).await?;
            Ok(session.says("allowed", &[("id", who.to_string().into())]))
        }
        Err(_) => {
            let rows = allowed::list(&mut *session.read().await?).await?;
            let ids: Vec<String> = rows.into_iter().take(100).map(|id| id.to_string()).collect();
            Ok(session.says("allow-list", &[("ids", ids.join(", ").into())]))
        }
    }
}
