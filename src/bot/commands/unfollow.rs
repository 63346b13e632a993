//! `/unfollow`: people and topics that are followed no more.

use crate::bot::{Reply, Session, send};
use crate::store::people::{followed, speakers};
use crate::view::{Button, Press};

/// `/unfollow`: with words ends it, alone lists what is followed.
pub(crate) async fn unfollow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let rows = followed::list(&mut *session.read().await?, session.chat.id).await?;
    if rows.is_empty() {
        return Ok(session.says("follow-none", &[]));
    }
    let key = speakers::key(args);
    let number = args.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let meant = number.and_then(|at| rows.get(at)).or_else(|| {
        rows.iter().find(|row| {
            !key.is_empty() && (row.words_key == key || row.words_key.split(' ').any(|word| word == key))
        })
    });
    if let Some(row) = meant {
        return end(session, row.id, &row.words.clone()).await;
    }
    let locale = session.options.locale;
    let label =
        |row: &followed::Follow| locale.say("button-unfollow", &[("words", row.words.as_str().into())]);
    let missing = (!key.is_empty()).then(|| session.message("follow-not", &[("words", args.trim().into())]));
    let message = missing.unwrap_or_else(|| session.message("follow-list", &[]));
    Ok(send(rows.iter().take(50).fold(message, |message, row| {
        message.row(vec![Button::press(label(row), &Press::Unfollow(row.id))])
    })))
}

/// Ends what stands under a number, if this chat has it.
pub(crate) async fn ended(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let rows = followed::list(&mut *session.read().await?, session.chat.id).await?;
    match rows.iter().find(|row| row.id == id) {
        Some(row) => end(session, id, &row.words.clone()).await,
        None => Ok(session.says("follow-none", &[])),
    }
}

async fn end(session: &mut Session<'_>, id: i64, words: &str) -> anyhow::Result<Vec<Reply>> {
    let chat = session.chat.id;
    followed::remove(session.write().await?, chat, id).await?;
    Ok(session.says("follow-ended", &[("words", words.into())]))
}
