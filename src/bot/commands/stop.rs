//! `/stop`: pauses everything; `/start` goes on.

use crate::bot::{Reply, Session};
use crate::store::chats::{self, State};

/// `/stop`.
pub(crate) async fn stop(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let (id, now) = (session.chat.id, session.now);
    chats::set_state(session.write().await?, id, State::Paused, Some("/stop"), now).await?;
    Ok(session.says("stopped", &[]))
}
