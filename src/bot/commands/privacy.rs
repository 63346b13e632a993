//! `/privacy`: what is stored about a chat; to be taken or deleted.

use crate::bot::shared::rows::addresses;
use crate::bot::{File, Reply, Session, send};
use crate::store::personal_data as rows;
use crate::view::privacy as text;

/// `/privacy`.
pub(crate) async fn privacy(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let stored = rows::count(&mut *session.read().await?, session.chat.id).await?;
    let locale = session.options.locale;
    let lines = [
        locale.say("count-feeds", &[("count", stored.subscriptions.into())]),
        locale.say("count-follows", &[("count", stored.follows.into())]),
        locale.say("count-digests", &[("count", stored.digests.into())]),
        locale.say("count-messages", &[("count", stored.messages.into())]),
        locale.word("privacy-settings"),
    ];
    Ok(send(text(&lines, &session.options)))
}

/// Sends the chat all that is stored about it, as JSON.
pub(crate) async fn export(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let all = rows::export(&mut *session.read().await?, session.chat.id, addresses(session)).await?;
    let caption = session.options.locale.word("privacy-file");
    Ok(vec![Reply::File(File::text("attache-data.json", serde_json::to_string_pretty(&all)?, caption))])
}

/// Deletes all that is stored about the chat, at once.
pub(crate) async fn delete(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let (chat, asked) = (session.chat.id, session.request.update_id);
    rows::delete(session.write().await?, chat, asked).await?;
    Ok(session.says("privacy-deleted", &[]))
}
