//! Methods of the Bot API whose answers we read with structs of our own.
//!
//! The whole `Message` of the client library is much code for one number of it, and a field it does not know must cost
//! nothing. Names and fields are Telegram's.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use teloxide_core::requests::{MultipartPayload, Payload};
use teloxide_core::types::InputFile;

/// `getUpdates`, answered with plain JSON.
#[derive(Debug, Serialize)]
pub(super) struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) offset: Option<i64>,
    pub(super) timeout: u32,
    pub(super) allowed_updates: &'static [&'static str],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "getUpdates";
}

#[derive(Debug, Serialize)]
pub(super) struct GetChatMember {
    pub(super) chat_id: i64,
    pub(super) user_id: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Member {
    pub(super) status: String,
}

impl Payload for GetChatMember {
    type Output = Member;
    const NAME: &'static str = "getChatMember";
}

#[derive(Debug, Serialize)]
pub(super) struct AnswerCallbackQuery {
    pub(super) callback_query_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

impl Payload for AnswerCallbackQuery {
    type Output = bool;
    const NAME: &'static str = "answerCallbackQuery";
}

/// `sendChatAction`.
#[derive(Debug, Serialize)]
pub(super) struct SendChatAction {
    pub(super) chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    pub(super) action: &'static str,
}

impl Payload for SendChatAction {
    type Output = bool;
    const NAME: &'static str = "sendChatAction";
}

#[derive(Debug, Serialize)]
pub(super) struct SetWebhook {
    pub(super) url: String,
    pub(super) secret_token: String,
    pub(super) allowed_updates: &'static [&'static str],
    pub(super) max_connections: u8,
}

impl Payload for SetWebhook {
    type Output = bool;
    const NAME: &'static str = "setWebhook";
}
/// What sending and editing have in common.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parse_mode: Option<&'static str>,
    pub(super) link_preview_options: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_markup: Option<Value>,
}

#[derive(Debug, Serialize)]
pub(super) struct SendMessage {
    pub(super) chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_parameters: Option<Answers>,
    #[serde(flatten)]
    pub(super) words: Words,
}

/// `ReplyParameters` (Bot API 7.0): the message may be gone by then, or be of the group this one was before.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Answers {
    message_id: i64,
    allow_sending_without_reply: bool,
}

impl Answers {
    pub(super) fn to(message_id: i64) -> Self {
        Self { message_id, allow_sending_without_reply: true }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Sent {
    pub(super) message_id: i64,
}

impl Payload for SendMessage {
    type Output = Sent;
    const NAME: &'static str = "sendMessage";
}

#[derive(Debug, Serialize)]
pub(super) struct EditMessageText {
    pub(super) chat_id: i64,
    pub(super) message_id: i64,
    #[serde(flatten)]
    pub(super) words: Words,
}

impl Payload for EditMessageText {
    /// The message, or `true`.
    type Output = Value;
    const NAME: &'static str = "editMessageText";
}

/// `sendPhoto`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SendPhoto {
    pub(super) chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    pub(super) photo: InputFile,
    pub(super) caption: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_parameters: Option<String>,
    /// As JSON: a part of a form holds text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_markup: Option<String>,
}

impl Payload for SendPhoto {
    type Output = Sent;
    const NAME: &'static str = "sendPhoto";
}

impl MultipartPayload for SendPhoto {
    fn copy_files(&self, into: &mut dyn FnMut(InputFile)) {
        into(self.photo.clone());
    }

    fn move_files(&mut self, into: &mut dyn FnMut(InputFile)) {
        into(self.photo.clone());
    }
}

/// `deleteMessage`.
#[derive(Debug, Serialize)]
pub(super) struct DeleteMessage {
    pub(super) chat_id: i64,
    pub(super) message_id: i64,
}

impl Payload for DeleteMessage {
    type Output = bool;
    const NAME: &'static str = "deleteMessage";
}

/// `sendDocument`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SendDocument {
    pub(super) chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message_thread_id: Option<i64>,
    pub(super) document: InputFile,
    pub(super) caption: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reply_parameters: Option<String>,
}

impl Payload for SendDocument {
    type Output = Sent;
    const NAME: &'static str = "sendDocument";
}

impl MultipartPayload for SendDocument {
    fn copy_files(&self, into: &mut dyn FnMut(InputFile)) {
        into(self.document.clone());
    }

    fn move_files(&mut self, into: &mut dyn FnMut(InputFile)) {
        into(self.document.clone());
    }
}
