//! What goes out: replies, in no network's own words.

pub use crate::view::File;
use crate::view::Message;

/// An answer to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A new message.
    Send(Message),
    /// A new text and new buttons for a message of ours.
    Edit {
        /// The message.
        message_id: i64,
        /// What it says now.
        message: Message,
    },
    /// A short word over the chat, to a press only.
    Toast(String),
    /// A file.
    File(File),
}

/// A message as the only reply.
pub(crate) fn send(message: Message) -> Vec<Reply> {
    vec![Reply::Send(message)]
}

/// What is listed while somebody types.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InlineAnswer {
    /// The results, in order.
    pub results: Vec<InlineResult>,
    /// What is given back for the next ones; empty when there are no more.
    pub next: String,
    /// Words of a button above the results that opens the private chat.
    pub button: Option<String>,
}

/// One of the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlineResult {
    /// Its number, 1 to 64 bytes.
    pub id: String,
    /// What is shown in the list.
    pub title: String,
    /// Under it.
    pub description: String,
    /// What is posted.
    pub message: Message,
}
