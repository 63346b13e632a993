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
