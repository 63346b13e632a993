//! A file dropped into the chat: a feed list, or a text to be read as if it were pasted.

use super::import;
use crate::article::document::{self, LARGEST, Unreadable};
use crate::bot::shared::article_card::of_text;
use crate::bot::{Asked, Command, Reply, Session, What, command};

/// Reads it; in a group only a feed list, and what is sent with `/summary` or `/import`.
pub(crate) async fn dropped(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let What::File { id, name, size, caption } = &session.request.what else { return Ok(Vec::new()) };
    let asked = match command(caption, session.options.bot.as_deref()) {
        Some(Asked::Command(asked, _)) => Some(asked),
        _ => None,
    };
    let listed = [".opml", ".xml"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    if asked == Some(Command::Import) || listed && asked.is_none() {
        return import::dropped(session, id, *size).await;
    }
    if !session.request.is_private() && asked != Some(Command::Summary) {
        return Ok(Vec::new());
    }
    if let Err(why) = document::is_readable(name, *size) {
        return Ok(unread(session, name, why));
    }
    let Ok(bytes) = session.context.platform.file(id.clone(), LARGEST).await else {
        return Ok(session.says("import-unread", &[]));
    };
    let known_as = name.clone();
    match tokio::task::spawn_blocking(move || document::text(&known_as, &bytes)).await? {
        Ok(text) => of_text(session, text.trim()).await,
        Err(why) => Ok(unread(session, name, why)),
    }
}

/// Says why a file is not read, and what to do.
fn unread(session: &Session<'_>, name: &str, why: Unreadable) -> Vec<Reply> {
    let kind = document::ending(name).map(|ending| ending.to_uppercase());
    match (why, kind) {
        (Unreadable::Kind, Some(kind)) => session.says("file-kind", &[("kind", kind.into())]),
        (Unreadable::Kind, None) => session.says("file-no-kind", &[]),
        (Unreadable::Damaged, _) => session.says("file-damaged", &[]),
        (Unreadable::TooLarge, _) => session.says("file-large", &[]),
    }
}
