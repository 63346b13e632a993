//! `/channel`: channels that are run from the private chat of somebody who administers them.
//!
//! A chosen channel stands in the place of the private chat: what is said there is for it, and every answer is headed
//! by its name. Person and bot must both be administrators there, asked again with every request.

use crate::bot::session::render_options;
use crate::bot::{Reply, Session, send};
use crate::store::chats::channels::{self, Channel};
use crate::store::chats::{self, Kind, State};
use crate::store::delivery::outbox;
use crate::view::{Beneath, Button, Message, Press, line};

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
    let (channel, _) = chats::see(db, &seen, &defaults, now).await?;
    // what its readers get is in the language of whoever runs it, until that is set
    if channel.language.is_none() {
        chats::set_language(db, id, Some(language)).await?;
    }
    channels::add(db, person, id, now).await?;
    session.heading = None;
    let message = session.message("channel-on", &[("channel", name.into())]);
    Ok(send(Message { beneath: Some(Beneath::Nothing), ..message }))
}

/// Tells whoever made us an administrator of a channel, once and in their private chat, how it is run.
pub(crate) async fn added(session: &mut Session<'_>) -> anyhow::Result<()> {
    let (person, id, now) = (session.request.from.id, session.chat.id, session.now);
    let write = session.write().await?;
    let Some(own) = chats::get(&mut *write, person).await?.filter(|own| own.state == State::Active) else {
        return Ok(());
    };
    if channels::list(&mut *write, person).await?.iter().any(|known| known.id == id) {
        return Ok(());
    }
    let chosen = channels::chosen(&mut *write, person).await?;
    channels::add(&mut *write, person, id, now).await?;
    channels::choose(&mut *write, person, chosen).await?;
    let options = render_options(&own, None, session.context, now);
    let name = session.chat.title.clone().unwrap_or_else(|| id.to_string());
    let button = Button::press(options.locale.word("button-run-channel"), &Press::Channel(id));
    let message = line("channel-added", &[("channel", name.into())], &options).row(vec![button]);
    let notice = outbox::New {
        chat_id: person,
        thread: None,
        kind: outbox::Kind::Notice,
        key: &format!("channel {id}"),
        op: outbox::Op::Send,
        payload: &serde_json::to_string(&message)?,
    };
    outbox::put(session.write().await?, &notice, now).await?;
    Ok(())
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
