//! Pages of stored digests.

use crate::bot::Session;
use crate::press;
use crate::store::chats::digests::{self, Digest};
use crate::view::{Message, Turning, digest_page};

/// A page of a digest of this chat.
pub(crate) async fn turned(session: &Session<'_>, id: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let found = digests::get(&mut *session.read().await?, session.chat.id, id).await?;
    match found {
        Some(digest) => Ok(Some(page(session, &digest, at).await?)),
        None => Ok(None),
    }
}

/// A page of a digest by the token of its deep link, whichever chat it was made for.
pub(crate) async fn by_token(session: &Session<'_>, token: &str, at: u32) -> anyhow::Result<Message> {
    let mut read = session.read().await?;
    let found = digests::by_token(&mut read, token).await?;
    let Some(found) = found else { return Ok(session.message("digest-gone", &[])) };
    let turning = Turning::ByToken { token: token.to_owned() };
    let pages = press::pages(&mut read, &found, &session.options).await?;
    Ok(digest_page(&pages, usize::try_from(at).unwrap_or(1), &turning, &session.options))
}

/// A page, from 1, of a digest of this chat.
pub(crate) async fn page(session: &Session<'_>, digest: &Digest, at: u32) -> anyhow::Result<Message> {
    let at = usize::try_from(at).unwrap_or(1);
    let pages = press::pages(&mut *session.read().await?, digest, &session.options).await?;
    Ok(digest_page(&pages, at, &turning(session, digest.id, &digest.token), &session.options))
}

/// In a private chat pages turn in place; in a group the whole is opened by a deep link.
pub(crate) fn turning(session: &Session<'_>, id: i64, token: &str) -> Turning {
    if session.request.is_private() || session.options.bot.is_none() {
        Turning::InPlace { digest: id }
    } else {
        Turning::DeepLink { token: token.to_owned() }
    }
}
