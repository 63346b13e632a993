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
    let mut read = session.read().await?;
    let (all, hits) = search::articles(&mut read, words, None, SHOWN, 0).await?;
    if hits.is_empty() {
        return Ok(session.says("search-none", &[("words", words.into())]));
    }
    let ids: Vec<i64> = hits.iter().map(|hit| hit.article_id).collect();
    let lines: Vec<_> = articles::headings(&mut read, &ids).await?.iter().map(rows::list_line).collect();
    let short: String = words.chars().take(100).collect();
    let head = session.options.locale.rich("search-head", &[("words", short.into()), ("count", all.into())]);
    Ok(send(view::articles(head, &lines, &session.options)))
}
