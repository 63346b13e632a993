//! `/privacy`: what is stored about a chat; to be taken or deleted.

use super::answer::send;
use super::{File, Reply, Session};
use crate::store::personal_data as rows;
use crate::view::privacy as text;

/// `/privacy`.
pub(super) async fn privacy(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let stored = rows::count(&mut *session.read().await?, session.chat.id).await?;
    let tongue = session.look.tongue;
    let lines = [
        tongue.say("count-feeds", &[("count", stored.subscriptions.into())]),
        tongue.say("count-follows", &[("count", stored.follows.into())]),
        tongue.say("count-digests", &[("count", stored.digests.into())]),
        tongue.say("count-messages", &[("count", stored.messages.into())]),
        tongue.word("privacy-settings"),
    ];
    Ok(send(text(&lines, &session.look)))
}

/// Sends the chat all that is stored about it, as JSON.
pub(super) async fn export(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let all = rows::export(&mut *session.read().await?, session.chat.id).await?;
    Ok(vec![Reply::File(File {
        name: "attache-data.json".into(),
        content: serde_json::to_string_pretty(&all)?,
        caption: session.look.tongue.word("privacy-file"),
    })])
}

/// Deletes all that is stored about the chat, at once.
pub(super) async fn delete(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let (chat, asked) = (session.chat.id, session.request.update_id);
    rows::delete(session.write().await?, chat, asked).await?;
    Ok(session.says("privacy-deleted", &[]))
}
