//! `/import` and `/export`: feed lists as OPML, quotes as CSV and JSON.

use super::{File, Reply, Session, What, cards, quote_table, sub};
use crate::feed::{decode, opml};
use crate::store::chats::subscriptions;
use crate::store::people::quotes::{self, Wanted};

/// Largest feed list, in bytes.
const LARGEST: u64 = 2 << 20;

/// Most quotes of one export, the newest.
const MOST_QUOTES: i64 = 5_000;

/// `/import`: tells how, or reads the list at an address.
pub(super) async fn import(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let Some(url) = super::summary::address(args) else { return Ok(session.says("import-how", &[])) };
    let want = crate::fetch::Want::new(&url, crate::fetch::Kind::Site);
    match session.desk.editor.web().get(want).await {
        Ok(fetched) => take(session, &fetched.body).await,
        Err(fault) => Ok(session.says("import-failed", &[("reason", session.told(&fault.fault()))])),
    }
}

/// A file dropped into the chat; in a group only what looks like a feed list is looked at.
pub(super) async fn dropped(session: &mut Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let What::File { id, name, size, caption } = &session.request.what else { return Ok(Vec::new()) };
    let listed = [".opml", ".xml"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    let asked = caption.starts_with("/import");
    if !listed && !asked {
        let silent = !session.request.is_private();
        return Ok(if silent { Vec::new() } else { session.says("import-how", &[]) });
    }
    if !session.may_manage().await {
        return Ok(session.says("admins-only", &[]));
    }
    if *size > LARGEST {
        return Ok(session.says("import-large", &[]));
    }
    match session.desk.face.file(id.clone(), LARGEST).await {
        Ok(bytes) => take(session, &bytes).await,
        Err(_) => Ok(session.says("import-unread", &[])),
    }
}

/// `/export`: the feeds as OPML; `/export quotes`: what was said, as CSV and JSON.
pub(super) async fn export(session: &Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    if ["quotes", "цитаты"].contains(&args.trim().to_lowercase().as_str()) {
        let (_, found) = quotes::find(&mut read, &Wanted::default(), MOST_QUOTES, 0).await?;
        let caption = session.look.tongue.say("count-quotes", &[("count", found.len().into())]);
        return Ok(vec![
            Reply::File(File {
                name: "quotes.csv".into(),
                content: quote_table::csv(&found),
                caption: caption.clone(),
            }),
            Reply::File(File { name: "quotes.json".into(), content: quote_table::json(&found)?, caption }),
        ]);
    }
    let rows = subscriptions::list(&mut read, session.chat.id).await?;
    if rows.is_empty() {
        return Ok(session.says("export-none", &[]));
    }
    let outlines: Vec<opml::Outline> = rows
        .iter()
        .map(|row| opml::Outline {
            url: row.url.clone(),
            title: Some(cards::title(row)),
            site_url: row.site_url.clone(),
        })
        .collect();
    let caption = session.look.tongue.say("count-feeds", &[("count", rows.len().into())]);
    let content = opml::write("attache", &outlines);
    Ok(vec![Reply::File(File { name: "feeds.opml".into(), content, caption })])
}

async fn take(session: &mut Session<'_>, bytes: &[u8]) -> anyhow::Result<Vec<Reply>> {
    let text = decode(bytes, None).into_owned();
    let Some(outlines) = opml::read(&text) else { return Ok(session.says("import-not-opml", &[])) };
    let (mut good, mut failed) = (Vec::new(), Vec::new());
    for outline in outlines {
        match session.desk.editor.web().check(&outline.url) {
            Ok(url) => good.push(url.to_string()),
            Err(fault) => {
                let name: String = outline.title.unwrap_or(outline.url).chars().take(80).collect();
                failed.push(format!("{name} ({})", fault.fault().what(session.look.tongue)));
            }
        }
    }
    if let Some(full) = sub::full(session, sub::unfollowed(session, &good).await?).await? {
        return Ok(full);
    }
    let (added, known) = sub::follow_all(session, &good).await?;
    let fills = [("added", added.into()), ("known", known.into()), ("failed", failed.len().into())];
    let mut message = session.message("import-done", &fills);
    for name in failed.iter().take(20) {
        message.text = message.text.plain("\n").plain(name);
    }
    Ok(vec![Reply::Send(message)])
}
