//! What is done with the links of the message a button hangs on.

use crate::bot::commands::sub;
use crate::bot::shared::{article_card, following, links};
use crate::bot::{Reply, Session, What};

/// Summarises one of them, by its number from 1.
pub(super) async fn summarise(session: &mut Session<'_>, number: u32) -> anyhow::Result<Vec<Reply>> {
    match link(session, number) {
        Some(url) => article_card::of_link(session, &url).await,
        None => Ok(session.says("button-over", &[])),
    }
}

/// Summarises all of them.
pub(super) async fn summarise_all(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let What::Press { links: all, .. } = &session.request.what else { return Ok(Vec::new()) };
    let all = links::each_once(all);
    if all.is_empty() { Ok(session.says("button-over", &[])) } else { links::summarised(session, &all).await }
}

/// Follows the site of the first.
pub(super) async fn follow_site(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    match link(session, 1) {
        Some(url) => sub::sub(session, &following::site(&url)).await,
        None => Ok(session.says("button-over", &[])),
    }
}

fn link(session: &Session<'_>, number: u32) -> Option<String> {
    let What::Press { links, .. } = &session.request.what else { return None };
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    links.get(at).cloned()
}
