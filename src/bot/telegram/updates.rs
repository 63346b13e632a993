//! Updates as Telegram sends them, read into requests.

mod elsewhere;
mod ours;
mod place;
mod wire;

use serde::Deserialize as _;
use serde_json::Value;

use ours::{carries, shows};
use place::{place, thread, topic};
use wire::{Callback, Membership, Message, Reaction, ReactionType, Update, cut, links};

use crate::bot::{Asked, Command, Person, Request, What, command};

/// The reaction that says something is wrong.
const THUMB_DOWN: &str = "👎";

/// The update's number; `None` for something that is no update.
pub(super) fn number(update: &Value) -> Option<i64> {
    update.get("update_id")?.as_i64()
}

/// What an update asks of us; `None` for what needs no answer.
pub(super) fn request(update: &Value) -> Option<Request> {
    let read = match Update::deserialize(update) {
        Ok(read) => read,
        Err(error) => {
            tracing::warn!(%error, update = number(update), "an update that cannot be read is passed over");
            return None;
        }
    };
    let id = read.update_id;
    if let Some(message) = read.message {
        return said(id, message);
    }
    if let Some(callback) = read.callback_query {
        return pressed(id, callback);
    }
    if let Some(typed) = read.inline_query {
        return Some(elsewhere::typed(id, typed));
    }
    if let Some(message) = read.guest_message {
        return elsewhere::guest(id, message);
    }
    if let Some(reaction) = read.message_reaction {
        return disliked(id, reaction);
    }
    read.my_chat_member.and_then(|membership| moved(id, membership))
}

fn said(update_id: i64, message: Message) -> Option<Request> {
    let from = writer(&message)?;
    let chat = place(&message.chat);
    let message_id = Some(message.message_id).filter(|id| *id > 0);
    let thread = thread(&message);
    // what somebody chose of another bot's results is that bot's words: no command of theirs
    let made_by_bot = message.via_bot.is_some();
    let passed_on = made_by_bot || message.forward_origin.is_some();
    let what = if let Some(to) = message.migrate_to_chat_id {
        What::Migrated { to }
    } else if let Some(shared) = message.chat_shared {
        What::Shared { id: shared.chat_id, title: shared.title }
    } else if let Some(document) =
        message.document.filter(|_| !made_by_bot && !asks(message.caption.as_deref()))
    {
        What::File {
            id: document.file_id,
            name: document.file_name.unwrap_or_default(),
            size: document.file_size,
            caption: message.caption.unwrap_or_default(),
        }
    } else {
        let (text, entities) = match message.text {
            Some(text) => (text, message.entities),
            None => (message.caption?, message.caption_entities),
        };
        let (links, text) = (links(&text, &entities), cut(text));
        if passed_on { What::Forwarded { links, text } } else { What::Text { links, text } }
    };
    let topic = topic(message.reply_to_message.as_deref());
    // a message in a topic answers the topic's first message when it answers nothing else; a comment answers its post
    let in_topic = message.message_thread_id.filter(|_| message.is_topic_message);
    let replied = message.reply_to_message.filter(|replied| Some(replied.message_id) != in_topic);
    let replied = replied.map(|replied| wire::replied(*replied)).filter(|replied| !replied.text.is_empty());
    Some(Request { update_id, chat, thread, topic, from, message_id, what, replied })
}

/// Whether the words under a file ask for something else than its import or its summary.
fn asks(caption: Option<&str>) -> bool {
    match caption.and_then(|caption| command(caption, None)) {
        Some(Asked::Command(Command::Import, _)) => false,
        Some(Asked::Command(Command::Summary, rest)) => !rest.trim().is_empty(),
        asked => matches!(asked, Some(Asked::Command(..))),
    }
}

/// Who wrote a message; `None` for bots and for posts a channel forwards by itself.
fn writer(message: &Message) -> Option<Person> {
    if message.is_automatic_forward {
        return None;
    }
    if let Some(sender) = &message.sender_chat {
        let as_group = sender.id == message.chat.id;
        return Some(Person { id: sender.id, language: None, as_group });
    }
    match &message.from {
        Some(user) if user.is_bot => None,
        Some(user) => Some(Person { id: user.id, language: user.language_code.clone(), as_group: false }),
        // service messages of a group may have no writer
        None => {
            message.migrate_to_chat_id.map(|_| Person { id: message.chat.id, language: None, as_group: true })
        }
    }
}

fn pressed(update_id: i64, callback: Callback) -> Option<Request> {
    let message = callback.message?;
    let (text, entities) = match (&message.text, &message.caption) {
        (Some(text), _) => (text.as_str(), &message.entities),
        (None, Some(caption)) => (caption.as_str(), &message.caption_entities),
        (None, None) => ("", &message.entities),
    };
    // a message without a date is one that can no longer be changed (InaccessibleMessage), one without a text of its own, a
    // picture or a file, cannot become another
    let can_change = message.date != 0 && message.text.is_some();
    let message_id = can_change.then_some(message.message_id);
    let from = Person { id: callback.from.id, language: callback.from.language_code, as_group: false };
    let data = callback.data.unwrap_or_default();
    Some(Request {
        update_id,
        chat: place(&message.chat),
        thread: thread(&message),
        topic: topic(message.reply_to_message.as_deref()),
        from,
        message_id: None,
        what: What::Press {
            message_id,
            query: callback.id,
            links: links(text, entities),
            carried: carries(message.reply_markup.as_ref(), &data),
            shows: shows(text, message.reply_markup.as_ref()),
            data,
        },
        replied: None,
    })
}

/// A thumb down that was not there before; other reactions ask nothing of us.
fn disliked(update_id: i64, reaction: Reaction) -> Option<Request> {
    let down = |all: &[ReactionType]| all.iter().any(|one| one.emoji.as_deref() == Some(THUMB_DOWN));
    let user = reaction.user.filter(|user| !user.is_bot)?;
    (down(&reaction.new_reaction) && !down(&reaction.old_reaction)).then(|| Request {
        update_id,
        chat: place(&reaction.chat),
        thread: None,
        topic: None,
        from: Person { id: user.id, language: user.language_code, as_group: false },
        message_id: None,
        what: What::Disliked { message_id: reaction.message_id },
        replied: None,
    })
}

fn moved(update_id: i64, membership: Membership) -> Option<Request> {
    let member = membership.new_chat_member;
    let what = match member.status.as_str() {
        "left" | "kicked" => What::Left,
        "restricted" if !member.is_member => What::Left,
        "member" | "administrator" | "creator" | "restricted" => What::Joined,
        _ => return None,
    };
    let from = Person { id: membership.from.id, language: membership.from.language_code, as_group: false };
    Some(Request {
        update_id,
        chat: place(&membership.chat),
        thread: None,
        topic: None,
        from,
        message_id: None,
        what,
        replied: None,
    })
}

#[cfg(test)]
mod tests;
