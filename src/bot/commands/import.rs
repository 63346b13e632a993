//! `/import`: feed lists as OPML, at an address or as a file.

use crate::bot::shared::article_card::address;
use crate::bot::shared::following;
use crate::bot::{Reply, Session};
use crate::feed::{decode, opml};
use crate::fetch::{Kind, Want};

/// Largest feed list, in bytes.
const LARGEST: u64 = 2 << 20;

/// `/import`: tells how, or reads the list at an address.
pub(crate) async fn import(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let Some(url) = address(args) else { return Ok(session.says("import-how", &[])) };
    let want = Want::new(&url, Kind::Site);
    match session.context.editor.web().get(want).await {
        Ok(fetched) => take(session, &fetched.body).await,
        Err(fault) => Ok(session.says("import-failed", &[("reason", session.told(&fault.fault()))])),
    }
}

/// A feed list dropped into the chat.
pub(super) async fn dropped(session: &mut Session<'_>, id: &str, size: u64) -> anyhow::Result<Vec<Reply>> {
    if !session.may_manage().await {
        return Ok(session.says("admins-only", &[]));
    }
    if size > LARGEST {
        return Ok(session.says("import-large", &[]));
    }
    match session.context.platform.file(id.to_owned(), LARGEST).await {
        Ok(bytes) => take(session, &bytes).await,
        Err(_) => Ok(session.says("import-unread", &[])),
    }
}

async fn take(session: &mut Session<'_>, bytes: &[u8]) -> anyhow::Result<Vec<Reply>> {
    let text = decode(bytes, None).into_owned();
    let Some(outlines) = opml::read(&text) else { return Ok(session.says("import-not-opml", &[])) };
    let (mut good, mut failed) = (Vec::new(), Vec::new());
    for outline in outlines {
        match session.context.editor.web().check(&outline.url) {
            Ok(url) => good.push(url.to_string()),
            Err(fault) => {
                let name: String = outline.title.unwrap_or(outline.url).chars().take(80).collect();
                failed.push(format!("{name} ({})", fault.fault().what(session.options.locale)));
            }
        }
    }
    if let Some(full) = following::full(session, following::unfollowed(session, &good).await?).await? {
        return Ok(full);
    }
    let (added, known) = following::follow_all(session, &good).await?;
    let fills = [("added", added.into()), ("known", known.into()), ("failed", failed.len().into())];
    let mut message = session.message("import-done", &fills);
    for name in failed.iter().take(20) {
        message.text = message.text.plain("\n").plain(name);
    }
    Ok(vec![Reply::Send(message)])
}
