//! Words without a command in a private chat: a link, a forwarded article, or something we cannot read.

use super::shared::article_card::{address, of_text};
use super::{Reply, Session, send};
use crate::view::bare_link;

/// Most characters of what may be meant to be searched for.
const SEARCHED: usize = 60;

/// Fewest characters of a text that is taken for an article.
const ARTICLE: usize = 600;

/// A link is answered with what can be done with it, a long text with its card.
pub(super) async fn said(
    session: &mut Session<'_>,
    text: &str,
    links: &[String],
) -> anyhow::Result<Vec<Reply>> {
    let long = text.chars().count() >= ARTICLE;
    let typed = address(text.trim());
    match links.first().cloned().or(typed) {
        Some(url) if !long => Ok(send(bare_link(&url, &session.options))),
        _ if long => of_text(session, text).await,
        _ => Ok(not_understood(session, text)),
    }
}

fn not_understood(session: &Session<'_>, text: &str) -> Vec<Reply> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let searchable = words.chars().any(char::is_alphanumeric) && words.chars().count() <= SEARCHED;
    if searchable {
        session.says("not-a-command-search", &[("words", words.into())])
    } else {
        session.says("not-a-command", &[])
    }
}
