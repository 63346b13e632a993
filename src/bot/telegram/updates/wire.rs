//! Telegram's updates, as far as they are read.

use serde::Deserialize;
use serde_json::Value;

use crate::bot::PlaceKind;

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are Telegram's")]
pub(super) struct Update {
    pub(super) update_id: i64,
    pub(super) message: Option<Message>,
    pub(super) callback_query: Option<Callback>,
    pub(super) my_chat_member: Option<Membership>,
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
