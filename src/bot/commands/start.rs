//! `/start`, its deep links, and the greeting where we were added.

use crate::bot::commands::{channel, quotes};
use crate::bot::shared::{article_card, digest_pages, opening, rows};
use crate::bot::{PlaceKind, Reply, Session, send};
use crate::digest::{Slot, zone_label};
use crate::store::chats::digest_slots;
use crate::store::chats::{self, Met, State};
use crate::view::{self, Place};

/// `/start`: greets, lets a paused chat go on, or opens what a deep link names.
pub(crate) async fn start(session: &mut Session<'_>, payload: &str) -> anyhow::Result<Vec<Reply>> {
    if !payload.trim().is_empty() {
        return deep_link(session, payload.trim()).await;
    }
    let paused = session.chat.state == State::Paused;
    if paused && session.may_manage().await {
        let (id, now) = (session.chat.id, session.now);
        chats::set_state(session.write().await?, id, State::Active, None, now).await?;
        return Ok(session.says("started-again", &[]));
    }
    greeting(session).await
}

/// We were added to a chat or let in again: everything goes on.
pub(crate) async fn joined(session: &mut Session<'_>, met: Met) -> anyhow::Result<Vec<Reply>> {
    let (id, now, blocked) = (session.chat.id, session.now, session.chat.state != State::Paused);
    if blocked {
        chats::set_state(session.write().await?, id, State::Active, None, now).await?;
    }
    if session.request.chat.kind == PlaceKind::Channel {
        // a channel is for its readers: whoever runs it does so from a private chat
        channel::added(session).await?;
        return Ok(Vec::new());
    }
    match session.request.chat.kind {
        PlaceKind::Group | PlaceKind::Supergroup if met == Met::New => greeting(session).await,
        PlaceKind::Group | PlaceKind::Supergroup if met == Met::Back => {
            Ok(session.says("started-again", &[]))
        }
        _ => Ok(Vec::new()),
    }
}

async fn greeting(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let times = digest_times(session).await?;
    let place = match session.request.chat.kind {
        PlaceKind::Private | PlaceKind::Channel => Place::Private,
        PlaceKind::Group | PlaceKind::Supergroup if session.chat.is_forum => Place::Forum,
        PlaceKind::Group | PlaceKind::Supergroup => Place::Group,
    };
    Ok(send(view::start(times.as_deref(), place, &session.options)))
}

/// When the digest of the chat or topic comes, as `08:00 Europe/Moscow`; `None` when none does.
async fn digest_times(session: &Session<'_>) -> anyhow::Result<Option<String>> {
    let mut read = session.read().await?;
    let thread = session.request.thread.unwrap_or_default();
    let slots = digest_slots::list(&mut read, session.chat.id).await?;
    let ours: Vec<Slot> = slots.iter().filter(|slot| slot.thread == thread).filter_map(rows::slot).collect();
    let zone = zone_label(session.options.zone);
    Ok((!ours.is_empty()).then(|| format!("{} {zone}", session.options.times(&ours))))
}

/// Opens what `a_<id>`, `q_<id>`, `st_<id>` or `dg_<token>_<page>` names; these only read.
async fn deep_link(session: &mut Session<'_>, payload: &str) -> anyhow::Result<Vec<Reply>> {
    let (kind, rest) = payload.split_once('_').unwrap_or((payload, ""));
    match (kind, rest.parse::<i64>()) {
        ("a", Ok(id)) => article_card::card(session, id).await,
        ("q", Ok(id)) => quotes::of_person(session, id).await,
        ("st", Ok(id)) => opening::story(session, id).await,
        ("dg", _) => {
            let (token, page) = rest.rsplit_once('_').unwrap_or((rest, "1"));
            digest_pages::by_token(session, token, page.parse().unwrap_or(1)).await.map(send)
        }
        _ => greeting(session).await,
    }
}
