//! **Wrong?** under a card: which quote, and what is wrong with it. Nothing is kept of who said so.

use crate::bot::{Reply, Session, send};
use crate::brief::Quote;
use crate::store::articles;
use crate::store::delivery::outbox;
use crate::store::people::reports::{self, What};
use crate::view::{Button, Message, Press, shortened};

/// Quotes that are offered.
const OFFERED: usize = 12;

/// A thumb down on a card asks the same; on any other message, and in a forum topic, whose number a reaction does not
/// tell, nothing.
pub(crate) async fn disliked(session: &mut Session<'_>, message: i64) -> anyhow::Result<Vec<Reply>> {
    let found = outbox::article_of(&mut *session.read().await?, session.request.chat.id, message).await?;
    match found {
        Some((article, 0)) => asked(session, article).await,
        _ => Ok(Vec::new()),
    }
}

/// Asks which quote is wrong; with one quote only, what is wrong with it.
pub(crate) async fn asked(session: &mut Session<'_>, article: i64) -> anyhow::Result<Vec<Reply>> {
    let quotes = quotes(session, article).await?;
    match quotes.as_slice() {
        [] => Ok(session.says("wrong-no-quotes", &[])),
        [only] => Ok(send(what(session, article, 0, only))),
        several => {
            let message = session.message("wrong-which", &[]);
            Ok(send((0_u32..).zip(several).take(OFFERED).fold(message, |message, (place, quote)| {
                let label = format!("{}. {}", place + 1, shortened(quote.text.trim_end_matches(','), 48));
                message.row(vec![Button::press(label, &Press::WrongQuote(article, place))])
            })))
        }
    }
}

/// Asks what is wrong with a quote.
pub(crate) async fn quote(session: &mut Session<'_>, article: i64, place: u32) -> anyhow::Result<Message> {
    let quotes = quotes(session, article).await?;
    let found = usize::try_from(place).ok().and_then(|place| quotes.get(place));
    Ok(match found {
        Some(found) => what(session, article, place, found),
        None => session.message("button-over", &[]),
    })
}

/// Notes what is wrong, and thanks.
pub(crate) async fn noted(session: &mut Session<'_>, article: i64, chosen: u32) -> anyhow::Result<Message> {
    let quotes = quotes(session, article).await?;
    let found = usize::try_from(chosen / 10).ok().and_then(|place| quotes.get(place));
    let what = usize::try_from(chosen % 10).ok().and_then(|what| What::ALL.get(what).copied());
    let (Some(found), Some(what)) = (found, what) else { return Ok(session.message("button-over", &[])) };
    let (text, what, now) = (found.text.clone(), what, session.now);
    reports::add(session.write().await?, article, &text, what, now).await?;
    Ok(session.message("wrong-thanks", &[]))
}

fn what(session: &Session<'_>, article: i64, place: u32, quote: &Quote) -> Message {
    let message =
        session.message("wrong-what", &[("words", shortened(quote.text.trim_end_matches(','), 200).into())]);
    (0_u32..).zip(What::ALL).fold(message, |message, (at, what)| {
        let label = session.options.locale.word(&format!("wrong-{}", what.word()));
        message.row(vec![Button::press(label, &Press::WrongWhat(article, place * 10 + at))])
    })
}

async fn quotes(session: &Session<'_>, article: i64) -> anyhow::Result<Vec<Quote>> {
    let stored = articles::get(&mut *session.read().await?, session.reader(), article).await?;
    Ok(stored.map(|stored| stored.brief.quotes).unwrap_or_default())
}
