//! What comes from chats we are no member of.

use super::wire::{LONGEST_TEXT, Message, Typed, User, cut, links, replied};
use crate::bot::{Person, Place, PlaceKind, Request, What};

/// Chats have numbers of at most 52 bits (Bot API, Chat.id). A caller from elsewhere has a place of their own beyond them:
/// their questions are answered in order and wait behind nothing else.
const BEYOND: i64 = 1 << 53;

/// What somebody types behind our name.
pub(super) fn typed(update_id: i64, typed: Typed) -> Request {
    let words = typed.query.chars().take(LONGEST_TEXT).collect();
    let what = What::Inline { query: typed.id, words, offset: typed.offset };
    Request {
        update_id,
        chat: place(&typed.from),
        thread: None,
        topic: None,
        from: person(typed.from),
        message_id: None,
        what,
        replied: None,
    }
}

/// A mention of us, perhaps as a reply to a message.
pub(super) fn guest(update_id: i64, message: Message) -> Option<Request> {
    let from = message.guest_bot_caller_user.or(message.from).filter(|user| !user.is_bot)?;
    let (text, entities) = match message.text {
        Some(text) => (text, message.entities),
        None => (message.caption.unwrap_or_default(), message.caption_entities),
    };
    let what =
        What::Guest { query: message.guest_query_id?, links: links(&text, &entities), text: cut(text) };
    let replied = message.reply_to_message.map(|message| replied(*message));
    Some(Request {
        update_id,
        chat: place(&from),
        thread: None,
        topic: None,
        from: person(from),
        message_id: None,
        what,
        replied,
    })
}

fn place(caller: &User) -> Place {
    Place { id: -BEYOND - caller.id, kind: PlaceKind::Private, title: None, is_forum: false }
}

fn person(user: User) -> Person {
    Person { id: user.id, language: user.language_code, as_group: false }
}
