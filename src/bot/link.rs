//! Words without a command in a private chat: a link, a forwarded article, or something we cannot read.

use super::answer::send;
use super::summary::{address, of_text};
use super::{Reply, Session};
use crate::view::bare_link;

/// Fewest characters of a text that is taken for an article.
const ARTICLE: usize = 600;

/// A link is answered with what can be done with it, a long text with its card, a time or a city with a hint.
pub(super) async fn said(
    session: &mut Session<'_>,
    text: &str,
    links: &[String],
) -> anyhow::Result<Vec<Reply>> {
    let long = text.chars().count() >= ARTICLE;
    let typed = address(text.trim());
    match links.first().cloned().or(typed) {
        Some(url) if !long => Ok(send(bare_link(&url, &session.look))),
        _ if long => of_text(session, text).await,
        _ => Ok(session.says("not-a-command", &[])),
    }
}
