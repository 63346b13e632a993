//! Messages out: rows of the outbox as calls of the Bot API.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use teloxide_core::requests::{JsonRequest, MultipartRequest, Request as _};
use teloxide_core::types::InputFile;
use teloxide_core::{Bot, RequestError};

use super::answers::answer;
use super::methods::{Answers, EditMessageText, SendDocument, SendMessage, SendPhoto, Words};
use crate::bot::File;
use crate::deliver::{Answer, Post};
use crate::store::delivery::outbox::{Op, Taken};
use crate::view::{Action, Beneath, Button, MESSAGE_UNITS, Message, Rich};

/// Sends through the Bot API.
#[derive(Debug, Clone)]
pub struct TelegramPost {
    bot: Bot,
    shown: Arc<Shown>,
}

/// What messages sent lately show: Telegram refuses an edit that changes nothing, as two quick presses of one button
/// make.
#[derive(Debug, Default)]
struct Shown(Mutex<HashMap<(i64, i64), u64>>);

/// Messages that are remembered.
const REMEMBERED: usize = 10_000;

impl Shown {
    fn is(&self, message: (i64, i64), words: u64) -> bool {
        self.0.lock().is_ok_and(|shown| shown.get(&message) == Some(&words))
    }

    fn note(&self, message: (i64, i64), words: u64) {
        if let Ok(mut shown) = self.0.lock() {
            if shown.len() >= REMEMBERED {
                shown.clear();
            }
            shown.insert(message, words);
        }
    }
}

impl TelegramPost {
    /// Makes the sender of a bot.
    #[must_use]
    pub fn new(bot: Bot) -> Self {
        Self { bot, shown: Arc::default() }
    }

    async fn send(&self, row: &Taken, message: &Message) -> Result<i64, RequestError> {
        let words = Words::of(message, row.plain);
        let hash = words.hash();
        let sent = match row.op {
            Op::Edit(message_id) if self.shown.is((row.chat_id, message_id), hash) => Ok(message_id),
            Op::Edit(message_id) => {
                let edit = EditMessageText { chat_id: row.chat_id, message_id, words };
                JsonRequest::new(self.bot.clone(), edit).send().await.map(|_| message_id)
            }
            Op::Send | Op::Document => {
                let reply_parameters = message.answers.map(Answers::to);
                let (chat_id, message_thread_id) = (row.chat_id, row.thread);
                let send = SendMessage { chat_id, message_thread_id, reply_parameters, words };
                JsonRequest::new(self.bot.clone(), send).send().await.map(|sent| sent.message_id)
            }
        };
        sent.inspect(|id| self.shown.note((row.chat_id, *id), hash))
    }

    async fn upload(&self, row: &Taken, file: File) -> Result<i64, RequestError> {
        let document = InputFile::memory(file.bytes()).file_name(file.name);
        let (chat_id, message_thread_id) = (row.chat_id, row.thread);
        let reply_parameters = file.answers.and_then(|to| serde_json::to_string(&Answers::to(to)).ok());
        if file.is_picture {
            let reply_markup = keyboard(&file.keyboard).map(|rows| rows.to_string());
            let (photo, caption) = (document, file.caption);
            let send =
                SendPhoto { chat_id, message_thread_id, photo, caption, reply_parameters, reply_markup };
            return MultipartRequest::new(self.bot.clone(), send).send().await.map(|sent| sent.message_id);
        }
        let caption = file.caption;
        let send = SendDocument { chat_id, message_thread_id, document, caption, reply_parameters };
        MultipartRequest::new(self.bot.clone(), send).send().await.map(|sent| sent.message_id)
    }
}

impl Post for TelegramPost {
    async fn post(&self, row: &Taken) -> Result<Option<i64>, Answer> {
        let unreadable = |_| Answer::Refused("the payload cannot be read".to_owned());
        let sent = if row.op == Op::Document {
            self.upload(row, serde_json::from_str(&row.payload).map_err(unreadable)?).await
        } else {
            self.send(row, &serde_json::from_str(&row.payload).map_err(unreadable)?).await
        };
        sent.map(Some).map_err(|error| answer(&error))
    }
}

impl Words {
    /// A number that other words do not have.
    fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.text, self.parse_mode, self.link_preview_options.to_string()).hash(&mut hasher);
        self.reply_markup.as_ref().map(Value::to_string).hash(&mut hasher);
        hasher.finish()
    }

    /// What of a message Telegram is told; `plain`: without styles.
    pub(super) fn of(message: &Message, plain: bool) -> Self {
        Self {
            text: if plain {
                Rich::new().plain(message.text.text()).within(MESSAGE_UNITS).quiet_text()
            } else {
                message.text.clone().within(MESSAGE_UNITS).to_html()
            },
            parse_mode: (!plain).then_some("HTML"),
            link_preview_options: json!({"is_disabled": !message.preview}),
            reply_markup: match &message.beneath {
                Some(beneath) => Some(under(beneath)),
                None => keyboard(&message.keyboard),
            },
        }
    }
}

/// Rows of buttons under a message; `None` without any.
fn keyboard(rows: &[Vec<Button>]) -> Option<Value> {
    let rows: Vec<Vec<Value>> = rows.iter().map(|row| row.iter().map(button).collect()).collect();
    (!rows.is_empty()).then(|| json!({"inline_keyboard": rows}))
}

/// What lies where a person types. The rights asked for are those a bot needs to post (Bot API,
/// `KeyboardButtonRequestChat`): Telegram offers to make the bot an administrator where it is none yet.
fn under(beneath: &Beneath) -> Value {
    let Beneath::ChooseChannel(label) = beneath else { return json!({"remove_keyboard": true}) };
    let rights = json!({
        "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": false,
        "can_manage_video_chats": false, "can_restrict_members": false, "can_promote_members": false,
        "can_change_info": false, "can_invite_users": false, "can_post_stories": false,
        "can_edit_stories": false, "can_delete_stories": false, "can_post_messages": true,
        "can_edit_messages": true,
    });
    let request = json!({
        "request_id": 1, "chat_is_channel": true, "request_title": true,
        "user_administrator_rights": rights, "bot_administrator_rights": rights,
    });
    json!({
        "keyboard": [[{"text": label, "request_chat": request}]],
        "resize_keyboard": true, "one_time_keyboard": true,
    })
}

fn button(button: &Button) -> Value {
    match &button.action {
        Action::Callback(data) => json!({"text": button.label, "callback_data": data}),
        Action::Url(url) => json!({"text": button.label, "url": url}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Press, Rich};

    #[test]
    fn a_message_becomes_a_call() {
        let message = Message::new(Rich::new().bold("a<b").plain(" c"))
            .row(vec![Button::press("ok", &Press::Cite(4)), Button::url("go", "https://example.org/")]);
        let words = Words::of(&message, false);
        let reply_parameters = Some(Answers::to(7));
        let send = SendMessage { chat_id: 5, message_thread_id: Some(44), reply_parameters, words };
        insta::assert_snapshot!(serde_json::to_string(&send).unwrap(), @r#"{"chat_id":5,"message_thread_id":44,"reply_parameters":{"message_id":7,"allow_sending_without_reply":true},"text":"<b>a&lt;b</b> c","parse_mode":"HTML","link_preview_options":{"is_disabled":true},"reply_markup":{"inline_keyboard":[[{"text":"ok","callback_data":"c:4"},{"text":"go","url":"https://example.org/"}]]}}"#);
        // the same message is known again, another is another
        let shown = Shown::default();
        let words = |message: &Message| Words::of(message, false).hash();
        shown.note((5, 1), words(&message));
        assert!(shown.is((5, 1), words(&message.clone())) && !shown.is((5, 2), words(&message)));
        assert!(!shown.is((5, 1), words(&message.row(vec![Button::press("more", &Press::Cite(5))]))));
        let long = Message::new(
            Rich::new().bold("a.bc".repeat(2_000)).link("b.cd".repeat(200), "https://example.org/"),
        );
        for plain in [false, true] {
            let text = Words::of(&long, plain).text.replace("<b>", "").replace("</b>", "");
            assert!((4_000..=4_096).contains(&text.encode_utf16().count()) && text.ends_with('…'));
        }
        let plain = Words::of(&Message::new("a<b"), true);
        assert_eq!(
            serde_json::to_value(&plain).unwrap(),
            json!({"text": "a<b", "link_preview_options": {"is_disabled": true}})
        );
    }
}
