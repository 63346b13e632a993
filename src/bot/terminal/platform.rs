//! The terminal as a platform: nobody is asked for rights, files are read from the disk.

use std::sync::Arc;

use futures_util::future::BoxFuture;

use super::board::Board;
use crate::bot::{InlineAnswer, Platform};
use crate::view::Message;

/// The terminal's side of the bot: whoever sits at it may do anything.
#[derive(Debug)]
pub struct TerminalPlatform {
    board: Arc<Board>,
}

impl TerminalPlatform {
    /// Makes the platform that draws on `board`.
    #[must_use]
    pub fn new(board: Arc<Board>) -> Self {
        Self { board }
    }
}

impl Platform for TerminalPlatform {
    fn may_manage(&self, _chat: i64, _person: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    fn may_post(&self, _chat: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    fn answer(&self, _query: String, word: Option<String>) -> BoxFuture<'_, ()> {
        if let Some(word) = word {
            self.board.say(&format!("({word})"));
        }
        Box::pin(std::future::ready(()))
    }

    fn file(&self, id: String, most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>> {
        Box::pin(async move {
            let bytes = tokio::fs::read(&id).await?;
            anyhow::ensure!(bytes.len() as u64 <= most, "the file is too large");
            Ok(bytes)
        })
    }

    fn typing(&self, _chat: i64, _thread: Option<i64>) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn progress(
        &self,
        _place: (i64, Option<i64>),
        _before: Option<i64>,
        _message: Message,
    ) -> BoxFuture<'_, Option<i64>> {
        Box::pin(std::future::ready(None))
    }

    fn withdraw(&self, _chat: i64, _message: i64) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn answer_guest(&self, _query: String, _message: Message) -> BoxFuture<'_, anyhow::Result<String>> {
        Box::pin(std::future::ready(Err(anyhow::anyhow!("a terminal has no guests"))))
    }

    fn edit_inline(&self, _place: String, _message: Message) -> BoxFuture<'_, anyhow::Result<()>> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn answer_inline(&self, _query: String, _answer: InlineAnswer) -> BoxFuture<'_, anyhow::Result<()>> {
        Box::pin(std::future::ready(Ok(())))
    }

    fn user_name(&self) -> Option<String> {
        None
    }
}
