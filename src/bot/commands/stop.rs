//! `/stop`: pauses everything; `/start` goes on.

use crate::bot::{Reply, Session};
use crate::store::chats::{self, State};

/// `/stop`; how long is not asked, and said so.
pub(crate) async fn stop(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (id, now) = (session.chat.id, session.now);
    chats::set_state(session.write().await?, id, State::Paused, Some("/stop"), now).await?;
    let words = args.trim();
    let key = if words.is_empty() { "stopped" } else { "stopped-no-time" };
    Ok(session.says(key, &[("words", words.into())]))
}
