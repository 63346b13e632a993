//! Pages of stored digests.

use crate::bot::Session;
use crate::store::chats::digests::{self, Digest};
use crate::view::{Message, Page, Turning, digest_page};

/// A page of a digest of this chat.
pub(crate) async fn turned(session: &Session<'_>, id: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let found = digests::get(&mut *session.read().await?, session.chat.id, id).await?;
    Ok(found.map(|digest| page(session, &digest, at)))
}

/// A page of a digest by the token of its deep link, whichever chat it was made for.
pub(crate) async fn by_token(session: &Session<'_>, token: &str, at: u32) -> anyhow::Result<Message> {
    let found = digests::by_token(&mut *session.read().await?, token).await?;
    let Some(found) = found else { return Ok(session.message("digest-gone", &[])) };
    let turning = Turning::ByToken { token: token.to_owned() };
    Ok(digest_page(&pages(&found), usize::try_from(at).unwrap_or(1), &turning, &session.options))
}

/// A page, from 1, of a digest of this chat.
pub(crate) fn page(session: &Session<'_>, digest: &Digest, at: u32) -> Message {
    let at = usize::try_from(at).unwrap_or(1);
    digest_page(&pages(digest), at, &turning(session, digest.id, &digest.token), &session.options)
}

fn pages(digest: &Digest) -> Vec<Page> {
    serde_json::from_str(&digest.content).unwrap_or_default()
}

/// In a private chat pages turn in place; in a group the whole is opened by a deep link.
pub(crate) fn turning(session: &Session<'_>, id: i64, token: &str) -> Turning {
    if session.request.is_private() || session.options.bot.is_none() {
        Turning::InPlace { digest: id }
    } else {
        Turning::DeepLink { token: token.to_owned() }
    }
}
