//! What a platform of the bot (Telegram, a terminal, a test) does for the handlers.

use futures_util::future::BoxFuture;

use super::reply::InlineAnswer;
use crate::view::Message;

/// A network's side of the bot.
pub trait Platform: Send + Sync {
    /// Whether a person may manage a chat: its administrator or creator. Asked afresh, but for a few seconds.
    fn may_manage(&self, chat: i64, person: i64) -> BoxFuture<'_, bool>;

    /// Whether we are an administrator of a channel, so that we may post there.
    fn may_post(&self, chat: i64) -> BoxFuture<'_, bool>;

    /// Answers a press, with a short word if there is one; failures are of no account.
    fn answer(&self, query: String, word: Option<String>) -> BoxFuture<'_, ()>;

    /// Reads a file a person sent, at most `most` bytes.
    ///
    /// # Errors
    /// When it cannot be had.
    fn file(&self, id: String, most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>>;

    /// Shows in a chat that an answer is being made; failures are of no account.
    fn typing(&self, chat: i64, thread: Option<i64>) -> BoxFuture<'_, ()>;

    /// Shows in a chat and thread how far a long answer is, in a message of its own or in place of the one `before`;
    /// returns its number. Failures are of no account.
    fn progress(
        &self,
        place: (i64, Option<i64>),
        before: Option<i64>,
        message: Message,
    ) -> BoxFuture<'_, Option<i64>>;

    /// Takes such a message away; failures are of no account.
    fn withdraw(&self, chat: i64, message: i64) -> BoxFuture<'_, ()>;

    /// Answers a guest's question, which can be done once; returns under which number the answer can be edited.
    ///
    /// # Errors
    /// When the network does not take it.
    fn answer_guest(&self, query: String, message: Message) -> BoxFuture<'_, anyhow::Result<String>>;

    /// Edits a message that was sent by way of us into a chat we are no member of.
    ///
    /// # Errors
    /// When the network does not take it.
    fn edit_inline(&self, place: String, message: Message) -> BoxFuture<'_, anyhow::Result<()>>;

    /// Lists results for what somebody types.
    ///
    /// # Errors
    /// When the network does not take it; too late is none.
    fn answer_inline(&self, query: String, answer: InlineAnswer) -> BoxFuture<'_, anyhow::Result<()>>;

    /// Our user name, for deep links; `None` where there are none.
    fn user_name(&self) -> Option<String>;
}
