//! Rights, answers to presses, files.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use teloxide_core::net::Download as _;
use teloxide_core::requests::{JsonRequest, Request as _, Requester as _};
use teloxide_core::types::FileId;
use teloxide_core::{ApiError, Bot, RequestError};
use tokio::time::Instant;

use super::client::{Me, plain};
use super::methods::{
    AnswerCallbackQuery, Answers, DeleteMessage, EditMessageText, GetChatMember, SendChatAction, SendMessage,
    Words,
};
use super::newer::{AnswerGuestQuery, AnswerInlineQuery, EditInlineText};
use crate::bot::{InlineAnswer, Platform};
use crate::view::Message;

/// For how long an answer about rights is kept (CHAT.md: 20 s).
const KEPT: Duration = Duration::from_secs(20);

/// More answers than these are not kept.
const MOST_KEPT: usize = 10_000;

/// Telegram's side of the bot.
#[derive(Debug)]
pub struct TelegramPlatform {
    bot: Bot,
    me: Me,
    rights: Mutex<HashMap<(i64, i64), (Instant, bool)>>,
}

impl TelegramPlatform {
    /// Makes the platform of the bot `me`.
    #[must_use]
    pub fn new(bot: Bot, me: Me) -> Self {
        Self { bot, me, rights: Mutex::default() }
    }

    fn kept(&self, key: (i64, i64)) -> Option<bool> {
        let rights = self.rights.lock().ok()?;
        rights.get(&key).filter(|(at, _)| at.elapsed() < KEPT).map(|(_, may)| *may)
    }

    fn keep(&self, key: (i64, i64), may: bool) {
        if let Ok(mut rights) = self.rights.lock() {
            if rights.len() >= MOST_KEPT {
                rights.retain(|_, (at, _)| at.elapsed() < KEPT);
            }
            rights.insert(key, (Instant::now(), may));
        }
    }

    async fn ask(&self, chat_id: i64, user_id: i64) -> bool {
        // a chat's id: somebody who writes in the name of a channel has no rights that could be asked about
        if user_id <= 0 {
            return false;
        }
        if let Some(may) = self.kept((chat_id, user_id)) {
            return may;
        }
        match JsonRequest::new(self.bot.clone(), GetChatMember { chat_id, user_id }).send().await {
            Ok(member) => {
                let may = matches!(member.status.as_str(), "creator" | "administrator");
                // an owner who was told that we lack the right gives it to us and tries again at once
                if may || user_id != self.me.id {
                    self.keep((chat_id, user_id), may);
                }
                may
            }
            Err(error) => {
                tracing::warn!(error = plain(&error), chat_id, "rights cannot be asked, so none are given");
                false
            }
        }
    }

    async fn read(&self, id: String, most: u64) -> anyhow::Result<Vec<u8>> {
        let file = self.bot.get_file(FileId(id)).await.map_err(|error| anyhow::anyhow!(plain(&error)))?;
        ensure!(u64::from(file.size) <= most, "the file is too large");
        let mut stream = self.bot.download_file_stream(&file.path);
        let mut bytes = Vec::new();
        while let Some(part) = stream.next().await {
            let part = part.map_err(reqwest::Error::without_url).context("the file cannot be read")?;
            bytes.extend_from_slice(&part);
            ensure!(bytes.len() as u64 <= most, "the file is too large");
        }
        Ok(bytes)
    }
}

impl Platform for TelegramPlatform {
    fn may_manage(&self, chat: i64, person: i64) -> BoxFuture<'_, bool> {
        Box::pin(self.ask(chat, person))
    }

    fn may_post(&self, chat: i64) -> BoxFuture<'_, bool> {
        Box::pin(self.ask(chat, self.me.id))
    }

    fn answer(&self, query: String, word: Option<String>) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // at most 200 characters (Bot API, answerCallbackQuery)
            let text = word.map(|word| word.chars().take(200).collect());
            let answer = AnswerCallbackQuery { callback_query_id: query, text };
            if let Err(error) = JsonRequest::new(self.bot.clone(), answer).send().await {
                tracing::debug!(error = plain(&error), "a press was not answered");
            }
        })
    }

    fn file(&self, id: String, most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>> {
        Box::pin(self.read(id, most))
    }

    fn typing(&self, chat: i64, thread: Option<i64>) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let action = SendChatAction { chat_id: chat, message_thread_id: thread, action: "typing" };
            if let Err(error) = JsonRequest::new(self.bot.clone(), action).send().await {
                tracing::debug!(error = plain(&error), "typing could not be shown");
            }
        })
    }

    fn progress(
        &self,
        (chat_id, message_thread_id): (i64, Option<i64>),
        before: Option<i64>,
        message: Message,
    ) -> BoxFuture<'_, Option<i64>> {
        Box::pin(async move {
            let words = Words::of(&message, false);
            let sent = if let Some(message_id) = before {
                let edit = EditMessageText { chat_id, message_id, words };
                JsonRequest::new(self.bot.clone(), edit).send().await.map(|_| message_id)
            } else {
                let reply_parameters = message.answers.map(Answers::to);
                let send = SendMessage { chat_id, message_thread_id, reply_parameters, words };
                JsonRequest::new(self.bot.clone(), send).send().await.map(|sent| sent.message_id)
            };
            sent.inspect_err(|error| tracing::debug!(error = plain(error), "progress could not be shown"))
                .ok()
        })
    }

    fn withdraw(&self, chat_id: i64, message_id: i64) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let delete = DeleteMessage { chat_id, message_id };
            if let Err(error) = JsonRequest::new(self.bot.clone(), delete).send().await {
                tracing::debug!(error = plain(&error), "progress could not be taken away");
            }
        })
    }

    fn answer_guest(&self, query: String, message: Message) -> BoxFuture<'_, anyhow::Result<String>> {
        Box::pin(async move {
            let request = JsonRequest::new(self.bot.clone(), AnswerGuestQuery::new(query, &message));
            let sent = request.send().await.map_err(|error| anyhow::anyhow!(plain(&error)))?;
            Ok(sent.inline_message_id)
        })
    }

    fn edit_inline(&self, place: String, message: Message) -> BoxFuture<'_, anyhow::Result<()>> {
        Box::pin(async move {
            let edit = EditInlineText { inline_message_id: place, words: Words::of(&message, false) };
            match JsonRequest::new(self.bot.clone(), edit).send().await {
                Ok(_) | Err(RequestError::Api(ApiError::MessageNotModified)) => Ok(()),
                Err(error) => Err(anyhow::anyhow!(plain(&error))),
            }
        })
    }

    fn answer_inline(&self, query: String, answer: InlineAnswer) -> BoxFuture<'_, anyhow::Result<()>> {
        Box::pin(async move {
            let request = JsonRequest::new(self.bot.clone(), AnswerInlineQuery::new(query, &answer));
            // whoever types goes on typing: an answer that is refused is asked for anew
            if let Err(error) = request.send().await {
                tracing::debug!(error = plain(&error), "an inline query was not answered");
            }
            Ok(())
        })
    }

    fn user_name(&self) -> Option<String> {
        Some(self.me.user_name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nobody_is_asked_about_who_writes_as_a_channel() {
        // nothing listens there: a question would wait and be logged
        let bot = Bot::new("1:a").set_api_url("http://127.0.0.1:9/".parse().unwrap());
        let platform = TelegramPlatform::new(bot, Me { id: 1, user_name: "attache_bot".into() });
        platform.keep((-100, -200), true);
        assert!(!platform.may_manage(-100, -200).await);
    }
}
