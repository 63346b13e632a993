//! Several links at once: a list to choose from, or the cards of as many as are taken at a time.

use super::article_card::{self, of_link};
use crate::bot::{Reply, Session};
use crate::view::{self, Message};

/// Links summarised at a time; what is left is listed.
const AT_A_TIME: usize = 10;

/// The links in their order, each once.
pub(crate) fn each_once(links: &[String]) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for link in links {
        if !once.contains(link) {
            once.push(link.clone());
        }
    }
    once
}

/// The links to choose from.
pub(crate) fn listed(session: &Session<'_>, links: &[String]) -> Message {
    let count = [("count", links.len().into())];
    view::links(session.options.locale.rich("links-head", &count), links, &session.options)
}

/// The cards of the links one after the other, then those that are left, if any, to be taken next: the ones over
/// [`AT_A_TIME`], and those for which the hour's allowance does not do.
pub(crate) async fn summarised(session: &mut Session<'_>, links: &[String]) -> anyhow::Result<Vec<Reply>> {
    if let [only] = links {
        return of_link(session, only).await;
    }
    let (mut replies, taken) = article_card::of_links(session, links, AT_A_TIME).await?;
    let left = links.get(taken..).unwrap_or_default();
    if !left.is_empty() {
        if taken < links.len().min(AT_A_TIME) {
            replies.extend(session.says("summary-budget", &[]));
        }
        let fills = [("taken", taken.into()), ("count", links.len().into())];
        let head = session.options.locale.rich("links-left", &fills);
        replies.push(Reply::Send(view::links(head, left, &session.options)));
    }
    Ok(replies)
}
