//! Quotes as pictures: which quote, and its card.

use super::rows;
use crate::bot::{Reply, Session, send};
use crate::picture::Shape;
use crate::store::articles;
use crate::store::people::quotes::{self, Found};
use crate::view::{Button, Press, has_picture, shortened};

/// Quotes offered.
const OFFERED: usize = 10;

/// The picture of an article's quote: of the only one, else it is asked which.
pub(crate) async fn of_article(session: &Session<'_>, article: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    if articles::headings(&mut read, session.reader(), &[article]).await?.is_empty() {
        return Ok(session.says("article-gone", &[]));
    }
    let found = quotes::found_in(&mut read, session.reader(), article, OFFERED as i64).await?;
    drop(read);
    of_one_of(session, &found).await
}

/// The picture of one of several quotes.
pub(crate) async fn of_one_of(session: &Session<'_>, found: &[Found]) -> anyhow::Result<Vec<Reply>> {
    let drawable: Vec<&Found> = found.iter().filter(|one| has_picture(&one.text)).take(OFFERED).collect();
    Ok(match drawable.as_slice() {
        [] => session.says("picture-none", &[]),
        [only] => drawn(session, only, Shape::Wide).await?,
        several => {
            let message = session.message("picture-which", &[]);
            send(several.iter().enumerate().fold(message, |message, (at, one)| {
                let label = format!("{}. {}", at + 1, shortened(one.text.trim_end_matches(','), 48));
                message.row(vec![Button::press(label, &Press::QuotePicture(one.id, Shape::Wide))])
            }))
        }
    })
}

/// The picture of a stored quote.
pub(crate) async fn of_quote(session: &Session<'_>, id: i64, shape: Shape) -> anyhow::Result<Vec<Reply>> {
    let found = quotes::get(&mut *session.read().await?, session.reader(), id).await?;
    match found {
        Some(found) => drawn(session, &found, shape).await,
        None => Ok(vec![session.toast("button-over")]),
    }
}

/// Drawing takes the better part of a second, so it is done beside the others.
async fn drawn(session: &Session<'_>, found: &Found, shape: Shape) -> anyhow::Result<Vec<Reply>> {
    let (line, id, options) = (rows::said_line(found), found.id, session.options.clone());
    let picture = tokio::task::spawn_blocking(move || line.picture(id, shape, &options)).await?;
    Ok(picture.map_or_else(|| session.says("picture-none", &[]), |file| vec![Reply::File(file)]))
}
