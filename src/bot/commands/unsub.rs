//! `/unsub`: stops following a feed, named by its number in `/feeds`, its title or its address.

use crate::bot::shared::feed_list::{list, remove};
use crate::bot::shared::rows;
use crate::bot::{Reply, Session, send};
use crate::store::chats::subscriptions::{self, Subscription};
use crate::view::{Button, FeedDo, Press};

/// `/unsub`; alone it lists what is followed.
pub(crate) async fn unsub(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let wanted = args.trim();
    if wanted.is_empty() {
        return list(session, 0).await.map(send);
    }
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let matching = matching(&rows, wanted);
    match matching.as_slice() {
        [] => Ok(session.says("unsub-none", &[("words", wanted.into())])),
        [only] => remove(session, only.id).await.map(send),
        several => {
            let message = session.message("unsub-several", &[("words", wanted.into())]);
            let message = several.iter().take(12).fold(message, |message, row| {
                let press = Press::FeedDo(FeedDo::Remove, row.id);
                message.row(vec![Button::press(rows::title(row), &press)])
            });
            Ok(send(message))
        }
    }
}

/// The rows a person can mean: by number, by exact address, else by a part of title or address.
fn matching<'r>(rows: &'r [Subscription], wanted: &str) -> Vec<&'r Subscription> {
    let number =
        wanted.trim_start_matches('#').parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    if let Some(row) = number.and_then(|at| rows.get(at)) {
        return vec![row];
    }
    let plain = |words: &str| {
        words
            .to_lowercase()
            .trim_end_matches('/')
            .replace("https://", "")
            .replace("http://", "")
            .replace("www.", "")
    };
    let wanted = plain(wanted);
    let exact: Vec<&Subscription> = rows.iter().filter(|row| plain(&row.url) == wanted).collect();
    if !exact.is_empty() {
        return exact;
    }
    let holds = |row: &&Subscription| {
        let site = row.site_url.as_deref().unwrap_or_default();
        plain(&row.url).contains(&wanted)
            || plain(site).contains(&wanted)
            || plain(&rows::title(row)).contains(&wanted)
    };
    rows.iter().filter(holds).collect()
}
