//! The card of one article: of a link, of a text somebody sent, or of one that is stored.

use super::model_summary::Made;
use super::{model_summary, quote_pages, rows};
use crate::article::{Given, Standing};
use crate::bot::{Reply, Session, rate_limit, send};
use crate::editor::shown::told_by_model;
use crate::editor::{Edited, Error, Told};
use crate::feed::normal_link;
use crate::fetch::host_as_typed;
use crate::store::articles::summaries::Summary;
use crate::store::articles::{self, New, TextFrom};
use crate::store::reader;
use crate::text::spelt_length;
use crate::view::{Button, Card, Fill, Message, Press, Rich};

/// Fewest characters of a text without a link that are worth a summary, as [`spelt_length`] counts them.
pub(crate) const FEWEST: usize = 200;

/// What was found at an address, before anything is written: writing begins when nothing slow comes any more.
enum Found {
    Stored(i64),
    Opened(Box<Edited>, Vec<Summary>, Option<Made>),
    Said(Vec<Reply>),
    OverBudget,
}

/// The card of the article at an address: stored, or else opened and briefed now.
pub(crate) async fn of_link(session: &mut Session<'_>, url: &str) -> anyhow::Result<Vec<Reply>> {
    let found = opened(session, url).await?;
    if let Found::Stored(id) = found {
        model_summary::complete(session, id).await?;
    }
    shown(session, found).await
}

/// The cards of the first of several, at most `most`, all of them opened before any is stored; and how many there are: fewer
/// where the hour's allowance is used up.
pub(crate) async fn of_links(
    session: &mut Session<'_>,
    urls: &[String],
    most: usize,
) -> anyhow::Result<(Vec<Reply>, usize)> {
    let (mut found, mut replies) = (Vec::new(), Vec::new());
    for url in urls.iter().take(most) {
        match opened(session, url).await? {
            Found::OverBudget => break,
            one => found.push(one),
        }
    }
    let taken = found.len();
    for one in found {
        replies.extend(shown(session, one).await?);
    }
    Ok((replies, taken))
}

async fn opened(session: &Session<'_>, url: &str) -> anyhow::Result<Found> {
    if let Some(id) = stored(session, url).await? {
        return Ok(Found::Stored(id));
    }
    if !rate_limit::may_open(session).await? {
        return Ok(Found::OverBudget);
    }
    match session.context.editor.brief_url(url, &Told::default()).await {
        Ok(edited) => {
            let written = model_summary::of_edited(session, &edited).await;
            let made = model_summary::translated_of(session, &edited).await;
            Ok(Found::Opened(Box::new(edited), written, made))
        }
        Err(fault) => Ok(Found::Said(send(no_article(session, url, &fault)))),
    }
}

async fn shown(session: &mut Session<'_>, found: Found) -> anyhow::Result<Vec<Reply>> {
    match found {
        Found::Stored(id) => given(session, id).await,
        Found::Opened(edited, written, made) => keep(session, &edited, (&written, made)).await,
        Found::Said(replies) => Ok(replies),
        Found::OverBudget => Ok(session.says("summary-budget", &[])),
    }
}

/// Why there is no card; for what is a site or a feed, with the button that follows it.
fn no_article(session: &Session<'_>, url: &str, fault: &Error) -> Message {
    let is_source = match fault {
        Error::NotArticle(standing) => *standing == Standing::List,
        Error::NotAPage(_, kind) => kind.contains("xml") || kind.contains("rss") || kind.contains("json"),
        Error::Web(_) | Error::Overdue { .. } | Error::Damaged => false,
    };
    if !is_source {
        return session.message("summary-failed", &[("reason", session.told(&fault.fault()))]);
    }
    let link = Rich::new().link(host_as_typed(url), url);
    let message = session.message("summary-of-a-source", &[("link", Fill::Styled(link))]);
    message.row(vec![Button::press(session.options.locale.word("button-follow-site"), &Press::FollowSite)])
}

/// The card of a text a person sent.
pub(crate) async fn of_text(session: &mut Session<'_>, text: &str) -> anyhow::Result<Vec<Reply>> {
    if spelt_length(text) < FEWEST {
        return Ok(session.says("summary-too-short", &[]));
    }
    if !rate_limit::may_open(session).await? {
        return Ok(session.says("summary-budget", &[]));
    }
    match session.context.editor.brief_text(text.to_owned(), Given::default()).await {
        Ok(edited) => {
            let outlet = rows::outlet(&edited.article);
            let written = model_summary::of_edited(session, &edited).await.into_iter().next();
            let told = written.as_ref().map(|written| told_by_model(&edited.brief, written));
            let mut card = Card::of(&edited.article, told.as_ref().unwrap_or(&edited.brief), outlet);
            card.headline = card.headline.or_else(|| Some(session.options.locale.word("pasted-headline")));
            card.translations = written.map(|written| written.quotes).unwrap_or_default();
            card.offline = model_summary::translated_of(session, &edited)
                .await
                .map(|(_, made)| made)
                .unwrap_or_default();
            let message = card.message(&session.options);
            let Some(kept) = quote_pages::keep_text(session, &card.quotes).await? else {
                return Ok(send(message));
            };
            let all = session.options.locale.word("button-all-quotes");
            Ok(send(message.row(vec![Button::press(all, &Press::Pasted(kept, 0))])))
        }
        Err(fault) => Ok(session.says("summary-failed", &[("reason", session.told(&fault.fault()))])),
    }
}

/// The card of a stored article.
pub(crate) async fn card(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let who = session.reader();
    let Some(stored) = articles::get(session.write().await?, who, id).await? else {
        return Ok(session.says("article-gone", &[]));
    };
    let wanted = model_summary::wanted(session, &stored.article);
    let reads = session.reads();
    let card = rows::card(session.write().await?, &stored, None, (wanted, &reads)).await?;
    Ok(send(card.message(&session.options)))
}

/// Finds a stored article by the address as typed or without its tracking parameters.
pub(crate) async fn stored(session: &Session<'_>, url: &str) -> anyhow::Result<Option<i64>> {
    let mut read = session.read().await?;
    for address in [url.to_owned(), normal_link(url)] {
        if let Some(id) = articles::by_url(&mut read, session.reader(), &address).await? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

async fn keep(
    session: &mut Session<'_>,
    edited: &Edited,
    (written, made): (&[Summary], Option<Made>),
) -> anyhow::Result<Vec<Reply>> {
    let new = New { article: &edited.article, brief: &edited.brief, text_from: TextFrom::Page };
    let (now, chat, who) = (session.now, session.chat.id, session.reader());
    let db = session.write().await?;
    if let Some(named) = edited.named()
        && let Some(id) = articles::by_url(&mut *db, who, named).await?
    {
        return given(session, id).await;
    }
    let saved = if edited.is_private {
        let saved = articles::save_private(&mut *db, &new, now).await?;
        reader::given_by(&mut *db, saved.id, chat).await?;
        saved
    } else {
        articles::save(&mut *db, &new, now).await?
    };
    model_summary::keep(db, saved.id, &edited.article, written, now).await?;
    model_summary::keep_translated(db, saved.id, &edited.article, made, now).await?;
    given(session, saved.id).await
}

/// The card of an article whose address the chat gave.
async fn given(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let chat = session.chat.id;
    reader::asked_for(session.write().await?, id, chat).await?;
    card(session, id).await
}

/// The first word as an address: with a scheme, or a host and a path; `None` for other words.
pub(crate) fn address(args: &str) -> Option<String> {
    let word = args.split_whitespace().next()?;
    if word.contains("://") {
        return Some(word.to_owned());
    }
    let (host, _) = word.split_once('/').unwrap_or((word, ""));
    let dotted = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    let plain = host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let alone = args.split_whitespace().nth(1).is_none();
    (dotted && plain && alone).then(|| format!("https://{word}"))
}
