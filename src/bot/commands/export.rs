//! `/export`: feeds as OPML, in a group without their secrets; quotes as CSV and JSON.

use crate::bot::shared::{quote_table, rows};
use crate::bot::{File, Reply, Session};
use crate::feed::{opml, secret};
use crate::store::chats::subscriptions;
use crate::store::people::quotes;

/// Most quotes of one export, the newest.
const MOST_QUOTES: i64 = 5_000;

/// `/export`: the feeds as OPML; `/export quotes`: what was said, as CSV and JSON.
pub(crate) async fn export(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    if ["quotes", "цитаты"].contains(&args.trim().to_lowercase().as_str()) {
        let found = quotes::newest(&mut read, session.reader(), i64::MAX, MOST_QUOTES).await?;
        let caption = session.options.locale.say("count-quotes", &[("count", found.len().into())]);
        return Ok(vec![
            Reply::File(File::text("quotes.csv", quote_table::csv(&found), caption.clone())),
            Reply::File(File::text("quotes.json", quote_table::json(&found)?, caption)),
        ]);
    }
    if !["", "feeds", "opml", "ленты"].contains(&args.trim().to_lowercase().as_str()) {
        return Ok(session.says("export-how", &[("words", args.trim().into())]));
    }
    let rows = subscriptions::list(&mut read, session.chat.id).await?;
    if rows.is_empty() {
        return Ok(session.says("export-none", &[]));
    }
    let address = rows::addresses(session);
    let outlines: Vec<opml::Outline> = rows
        .iter()
        .map(|row| opml::Outline {
            url: address(&row.url),
            title: Some(address(&rows::title(row))),
            site_url: row.site_url.as_deref().map(address),
        })
        .collect();
    let mut caption = session.options.locale.say("count-feeds", &[("count", rows.len().into())]);
    if !session.request.is_private() && rows.iter().any(|row| secret::is_private(&row.url)) {
        caption = format!("{caption}\n{}", session.options.locale.word("export-covered"));
    }
    let content = opml::write("attache", &outlines);
    Ok(vec![Reply::File(File::text("feeds.opml", content, caption))])
}
