//! Methods and answers newer than the client library, which knows Bot API 9.1; each with the version it came with. A server
//! that is older answers 404, and the bot goes on without.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use teloxide_core::requests::{JsonRequest, Payload, Request as _, Requester as _};
use teloxide_core::{ApiError, Bot, RequestError};

use super::client::plain;
use super::menus::set_menus;
use super::methods::Words;
use crate::bot::{InlineAnswer, InlineResult};
use crate::view::{Locale, Message};

/// `setMySettings` (Bot API 10.5).
#[derive(Debug, Serialize)]
struct SetMySettings {
    supports_inline_queries: bool,
    supports_guest_queries: bool,
    inline_query_placeholder: String,
}

impl Payload for SetMySettings {
    type Output = bool;
    const NAME: &'static str = "setMySettings";
}

/// `answerGuestQuery` (Bot API 10.0).
#[derive(Debug, Serialize)]
pub(super) struct AnswerGuestQuery {
    guest_query_id: String,
    result: Value,
}

/// `SentGuestMessage` (Bot API 10.0).
#[derive(Debug, Deserialize)]
pub(super) struct SentGuestMessage {
    pub(super) inline_message_id: String,
}

impl Payload for AnswerGuestQuery {
    type Output = SentGuestMessage;
    const NAME: &'static str = "answerGuestQuery";
}

impl AnswerGuestQuery {
    pub(super) fn new(query: String, message: &Message) -> Self {
        let title =
            message.text.text().lines().next().unwrap_or_default().chars().take(60).collect::<String>();
        let result = article("guest", if title.is_empty() { "…" } else { &title }, None, message);
        Self { guest_query_id: query, result }
    }
}

/// `answerInlineQuery`; its button came with Bot API 6.7.
#[derive(Debug, Serialize)]
pub(super) struct AnswerInlineQuery {
    inline_query_id: String,
    results: Vec<Value>,
    cache_time: u32,
    is_personal: bool,
    next_offset: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    button: Option<Value>,
}

impl Payload for AnswerInlineQuery {
    type Output = bool;
    const NAME: &'static str = "answerInlineQuery";
}

impl AnswerInlineQuery {
    pub(super) fn new(query: String, answer: &InlineAnswer) -> Self {
        let result = |one: &InlineResult| article(&one.id, &one.title, Some(&one.description), &one.message);
        Self {
            inline_query_id: query,
            results: answer.results.iter().map(result).collect(),
            // new articles come in all the time
            cache_time: 10,
            // who asks chooses the language, and in invite mode and at a limit what may be told at all
            is_personal: true,
            next_offset: answer.next.clone(),
            button: answer.button.as_ref().map(|words| json!({"text": words, "start_parameter": "inline"})),
        }
    }
}

/// `editMessageText` of a message sent by way of the bot.
#[derive(Debug, Serialize)]
pub(super) struct EditInlineText {
    pub(super) inline_message_id: String,
    #[serde(flatten)]
    pub(super) words: Words,
}

impl Payload for EditInlineText {
    type Output = Value;
    const NAME: &'static str = "editMessageText";
}

/// An `InlineQueryResultArticle`.
fn article(id: &str, title: &str, description: Option<&str>, message: &Message) -> Value {
    let words = Words::of(message, false);
    let content = json!({
        "message_text": words.text, "parse_mode": "HTML", "link_preview_options": words.link_preview_options,
    });
    let mut result = json!({"type": "article", "id": id, "title": title, "input_message_content": content});
    if let Some(fields) = result.as_object_mut() {
        if let Some(description) = description.filter(|words| !words.is_empty()) {
            fields.insert("description".into(), description.into());
        }
        if let Some(markup) = words.reply_markup {
            fields.insert("reply_markup".into(), markup);
        }
    }
    result
}

/// Sets the menus, turns inline mode and guest queries on, and says what the bot is; what fails is logged.
pub async fn set_up(bot: &Bot, operators: &[i64]) {
    set_menus(bot, operators).await;
    let settings = SetMySettings {
        supports_inline_queries: true,
        supports_guest_queries: true,
        inline_query_placeholder: Locale::default().word("inline-placeholder"),
    };
    match JsonRequest::new(bot.clone(), settings).send().await {
        Ok(_) => {}
        Err(error) if is_unknown_method(&error) => {
            tracing::info!(
                "this Bot API server is older than 10.5: `attache doctor` says the step that is left"
            );
        }
        Err(error) => tracing::warn!(error = plain(&error), "inline mode could not be set up"),
    }
    for (at, locale) in Locale::all().enumerate() {
        use teloxide_core::payloads::{SetMyDescriptionSetters as _, SetMyShortDescriptionSetters as _};
        let long = bot.set_my_description().description(locale.word("bot-description"));
        let short = bot.set_my_short_description().short_description(locale.word("bot-short-description"));
        // the first language stands for all that have none of their own
        let (long, short) = if at == 0 {
            (long, short)
        } else {
            (long.language_code(locale.code()), short.language_code(locale.code()))
        };
        for error in [long.await.err(), short.await.err()].into_iter().flatten() {
            tracing::warn!(error = plain(&error), "the description could not be set");
        }
    }
}

/// True when the server does not know the method.
fn is_unknown_method(error: &RequestError) -> bool {
    match error {
        RequestError::Api(ApiError::Unknown(text)) => text.to_lowercase().contains("not found"),
        RequestError::Api(ApiError::InvalidToken) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Button, Rich};

    #[test]
    fn results_are_what_telegram_takes() {
        let message =
            Message::new(Rich::new().bold("A <b>")).row(vec![Button::url("go", "https://t.me/x?start=a_1")]);
        let result = InlineResult {
            id: "a1".into(),
            title: "A".into(),
            description: String::new(),
            message: message.clone(),
        };
        let answer = InlineAnswer { results: vec![result], next: "20".into(), button: None };
        let sent = serde_json::to_value(AnswerInlineQuery::new("7".into(), &answer)).unwrap();
        assert_eq!(
            sent,
            json!({
                "inline_query_id": "7", "cache_time": 10, "is_personal": true, "next_offset": "20",
                "results": [{
                    "type": "article", "id": "a1", "title": "A",
                    "input_message_content": {
                        "message_text": "<b>A &lt;b&gt;</b>", "parse_mode": "HTML",
                        "link_preview_options": {"is_disabled": true},
                    },
                    "reply_markup": {"inline_keyboard": [[{"text": "go", "url": "https://t.me/x?start=a_1"}]]},
                }],
            })
        );
        let guest = serde_json::to_value(AnswerGuestQuery::new("8".into(), &message)).unwrap();
        assert_eq!(guest["result"]["title"], "A <b>");
        let empty = serde_json::to_value(AnswerInlineQuery::new(
            "9".into(),
            &InlineAnswer { button: Some("Ask".into()), ..InlineAnswer::default() },
        ));
        assert_eq!(empty.unwrap()["button"], json!({"text": "Ask", "start_parameter": "inline"}));
    }
}
