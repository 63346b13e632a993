//! Updates as they come over the wire: what we need of them, in Telegram's names; and their words and links.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::bot::{PlaceKind, Replied};

/// Characters of a message that are read; Telegram lets none be longer (Bot API, Message.text).
pub(super) const LONGEST_TEXT: usize = 4_096;

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub(super) struct Update {
    pub(super) update_id: i64,
    pub(super) message: Option<Message>,
    pub(super) callback_query: Option<Callback>,
    pub(super) my_chat_member: Option<Membership>,
    pub(super) inline_query: Option<Typed>,
    pub(super) message_reaction: Option<Reaction>,
    /// Bot API 10.0.
    pub(super) guest_message: Option<Message>,
}

/// `MessageReactionUpdated` (Bot API 7.0); without a user where an administrator hides their name.
#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub(super) struct Reaction {
    pub(super) chat: Chat,
    pub(super) message_id: i64,
    pub(super) user: Option<User>,
    #[serde(default)]
    pub(super) old_reaction: Vec<ReactionType>,
    #[serde(default)]
    pub(super) new_reaction: Vec<ReactionType>,
}

#[derive(Deserialize)]
pub(super) struct ReactionType {
    pub(super) emoji: Option<String>,
}

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub(super) struct Message {
    #[serde(default)]
    pub(super) message_id: i64,
    pub(super) chat: Chat,
    pub(super) from: Option<User>,
    pub(super) sender_chat: Option<Chat>,
    pub(super) message_thread_id: Option<i64>,
    #[serde(default)]
    pub(super) is_topic_message: bool,
    /// A post of the linked channel, put into its discussion group by Telegram itself.
    #[serde(default)]
    pub(super) is_automatic_forward: bool,
    /// Whose words it passes on, in whatever form.
    pub(super) forward_origin: Option<IgnoredAny>,
    /// The bot whose result somebody has chosen: its words, not theirs.
    pub(super) via_bot: Option<IgnoredAny>,
    pub(super) text: Option<String>,
    #[serde(default)]
    pub(super) entities: Vec<Entity>,
    pub(super) caption: Option<String>,
    #[serde(default)]
    pub(super) caption_entities: Vec<Entity>,
    pub(super) document: Option<Document>,
    pub(super) reply_to_message: Option<Box<Message>>,
    pub(super) forum_topic_created: Option<TopicNamed>,
    pub(super) forum_topic_edited: Option<TopicNamed>,
    pub(super) migrate_to_chat_id: Option<i64>,
    pub(super) chat_shared: Option<ChatShared>,
    pub(super) reply_markup: Option<Value>,
    pub(super) guest_query_id: Option<String>,
    pub(super) guest_bot_caller_user: Option<User>,
    #[serde(default)]
    pub(super) date: i64,
}

#[derive(Deserialize)]
pub(super) struct Chat {
    pub(super) id: i64,
    #[serde(rename = "type")]
    pub(super) kind: PlaceKind,
    pub(super) title: Option<String>,
    pub(super) username: Option<String>,
    pub(super) first_name: Option<String>,
    #[serde(default)]
    pub(super) is_forum: bool,
}

#[derive(Deserialize)]
pub(super) struct User {
    pub(super) id: i64,
    #[serde(default)]
    pub(super) is_bot: bool,
    pub(super) username: Option<String>,
    pub(super) language_code: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    pub(super) url: Option<String>,
}

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub(super) struct Document {
    pub(super) file_id: String,
    pub(super) file_name: Option<String>,
    #[serde(default)]
    pub(super) file_size: u64,
}

#[derive(Deserialize)]
pub(super) struct ChatShared {
    pub(super) chat_id: i64,
    pub(super) title: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct TopicNamed {
    pub(super) name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Callback {
    pub(super) id: String,
    pub(super) from: User,
    pub(super) message: Option<Message>,
    pub(super) data: Option<String>,
}

/// `InlineQuery`.
#[derive(Deserialize)]
pub(super) struct Typed {
    pub(super) id: String,
    pub(super) from: User,
    #[serde(default)]
    pub(super) query: String,
    #[serde(default)]
    pub(super) offset: String,
}

#[derive(Deserialize)]
pub(super) struct Membership {
    pub(super) chat: Chat,
    pub(super) from: User,
    pub(super) new_chat_member: Member,
}

#[derive(Deserialize)]
pub(super) struct Member {
    pub(super) status: String,
    #[serde(default)]
    pub(super) is_member: bool,
}

pub(super) fn replied(message: Message) -> Replied {
    let (text, entities) = match message.text {
        Some(text) => (text, message.entities),
        None => (message.caption.unwrap_or_default(), message.caption_entities),
    };
    let by_bot = message.from.filter(|user| user.is_bot).and_then(|user| user.username);
    Replied { links: links(&text, &entities), text: cut(text), by_bot }
}

pub(super) fn cut(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(LONGEST_TEXT) {
        text.truncate(at);
    }
    text
}

/// The http(s) addresses of a text, in order; entities count UTF-16 units.
pub(super) fn links(text: &str, entities: &[Entity]) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = entities.iter().filter_map(|entity| match (entity.kind.as_str(), &entity.url) {
        ("text_link", Some(url)) => Some(url.clone()),
        ("url", _) => {
            let end = entity.offset.checked_add(entity.length)?;
            Some(String::from_utf16_lossy(units.get(entity.offset..end)?))
        }
        _ => None,
    });
    let with_scheme = found.map(|url| if url.contains("://") { url } else { format!("https://{url}") });
    with_scheme.filter(|url| url.starts_with("http")).collect()
}
