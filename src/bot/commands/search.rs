//! `/search`: full-text search of what is stored.

use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::store::articles;
use crate::store::articles::search;
use crate::view;

/// Articles shown.
const SHOWN: i64 = 10;

/// `/search <words>`.
pub(crate) async fn search(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words = args.trim();
    if words.is_empty() {
        return Ok(session.says("search-how", &[]));
    }
    let mut read = session.search().await?;
    let (all, ids) = search::articles(&mut read, words, None, SHOWN, 0).await?;
    if ids.is_empty() {
        return Ok(session.says("search-none", &[("words", words.into())]));
    }
    let lines: Vec<_> = articles::headings(&mut read, &ids).await?.iter().map(rows::list_line).collect();
    let short: String = words.chars().take(100).collect();
    let key = if all.more { "search-head-more" } else { "search-head" };
    let head = session.options.locale.rich(key, &[("words", short.into()), ("count", all.n.into())]);
    Ok(send(view::articles(head, &lines, &session.options)))
}
