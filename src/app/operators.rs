//! A word to the operators that does not go through the database: for when nothing is to be written to it.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::bot::telegram::TelegramPost;
use crate::deliver::Post as _;
use crate::store::delivery::outbox::{Kind, Op, Taken};
use crate::view::Message;

/// How long Telegram is waited for: the program is ending.
const PATIENCE: Duration = Duration::from_secs(5);

/// Tells the operators; what cannot be told is logged.
pub(super) async fn tell(post: &TelegramPost, operators: &[i64], words: &str, now: DateTime<Utc>) {
    for &chat_id in operators {
        let row = Taken {
            id: 0,
            chat_id,
            thread: None,
            kind: Kind::Notice,
            key: "operators".to_owned(),
            op: Op::Send,
            payload: serde_json::to_string(&Message::new(words)).unwrap_or_default(),
            plain: true,
            attempts: 0,
            ambiguous: 0,
            created_at: now,
        };
        if !matches!(tokio::time::timeout(PATIENCE, post.post(&row)).await, Ok(Ok(_))) {
            tracing::warn!(chat = chat_id, "an operator could not be told");
        }
    }
}
