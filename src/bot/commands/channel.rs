//! `/channel`: channels that are run from the private chat of somebody who administers them.
//!
//! A chosen channel stands in the place of the private chat: what is said there is for it, and every answer is headed
//! by its name. Person and bot must both be administrators there, asked again with every request.

use crate::bot::{Reply, Session, send};
use crate::store::chats::channels::{self, Channel};
use crate::store::chats::{self, Kind};
use crate::view::{Beneath, Button, Message, Press};

/// `/channel`: the person's channels, or how to choose the first; `/channel off` goes back to the private chat.
pub(crate) async fn channel(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    if !session.request.is_private() {
        return Ok(session.says("channel-private", &[]));
    }
    if ["off", "выкл"].contains(&args.trim().to_lowercase().as_str()) {
        return picked(session, 0).await;
    }
    let known = channels::list(&mut *session.read().await?, session.request.from.id).await?;
    Ok(send(if known.is_empty() { choose(session) } else { list(session, &known) }))
}

/// Asks which channel, with the button that lets a person choose one.
pub(crate) fn choose(session: &Session<'_>) -> Message {
    let label = session.options.locale.word("button-choose-channel");
    Message { beneath: Some(Beneath::ChooseChannel(label)), ..session.message("channel-how", &[]) }
}

/// Goes over to one of the person's channels, or with 0 back to the private chat.
pub(crate) async fn picked(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let person = session.request.from.id;
    let known = channels::list(&mut *session.read().await?, person).await?;
    let channel = known.into_iter().find(|channel| channel.id == id);
    if let Some(channel) = &channel
        && let Some(refusal) = refusal(session, channel.id, &name(channel)).await
    {
        return Ok(send(refusal));
    }
    let chosen = channel.as_ref().map(|channel| channel.id);
    channels::choose(session.write().await?, person, chosen).await?;
    session.heading = None;
    Ok(match channel {
        Some(channel) => session.says("channel-on", &[("channel", name(&channel).into())]),
        None => session.says("channel-off", &[]),
    })
}

/// A channel the person chose with our button.
pub(crate) async fn shared(
    session: &mut Session<'_>,
    id: i64,
    title: Option<&str>,
) -> anyhow::Result<Vec<Reply>> {
    let name = title.map_or_else(|| id.to_string(), str::to_owned);
    if let Some(refusal) = refusal(session, id, &name).await {
        return Ok(send(refusal));
    }
    let (person, now, zone) = (session.request.from.id, session.now, session.context.rules.zone.name());
    let defaults = chats::Defaults { zone, digest_minute: session.context.rules.digest_minute.into() };
    let seen = chats::Seen { id, kind: Kind::Channel, title, is_forum: false };
    let language = session.options.locale.code();
    let db = session.write().await?;
    let (_, is_new) = chats::see(db, &seen, &defaults, now).await?;
    if is_new {
        chats::set_language(db, id, Some(language)).await?;
    }
    channels::add(db, person, id, now).await?;
    session.heading = None;
    let message = session.message("channel-on", &[("channel", name.into())]);
    Ok(send(Message { beneath: Some(Beneath::Nothing), ..message }))
}

/// Why a person may not run a channel: they or we are no administrators there.
pub(crate) async fn refusal(session: &Session<'_>, id: i64, name: &str) -> Option<Message> {
    let platform = &session.context.platform;
    let key = if !platform.may_post(id).await {
        "channel-not-ours"
    } else if !platform.may_manage(id, session.request.from.id).await {
        "channel-not-yours"
    } else {
        return None;
    };
    Some(session.message(key, &[("channel", name.into())]))
}

fn list(session: &Session<'_>, known: &[Channel]) -> Message {
    let locale = session.options.locale;
    let mark = |chosen: bool, label: String| if chosen { format!("✓ {label}") } else { label };
    let message = known.iter().fold(session.message("channel-list", &[]), |message, channel| {
        message.row(vec![Button::press(mark(channel.chosen, name(channel)), &Press::Channel(channel.id))])
    });
    let none = known.iter().all(|channel| !channel.chosen);
    message.row(vec![
        Button::press(mark(none, locale.word("button-this-chat")), &Press::Channel(0)),
        Button::press(locale.word("button-another-channel"), &Press::AnotherChannel),
    ])
}

fn name(channel: &Channel) -> String {
    channel.title.clone().unwrap_or_else(|| channel.id.to_string())
}
