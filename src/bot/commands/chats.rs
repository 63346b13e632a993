//! `/chats`: the newest chats, for operators.

use crate::bot::{Reply, Session, send};
use crate::store::chats::{self, State};
use crate::view::{Message, Rich};

/// Most chats listed.
const LISTED: i64 = 30;

/// `/chats`: the newest, with their numbers.
pub(crate) async fn chats(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let rows = chats::list(&mut *session.read().await?, LISTED).await?;
    let lines = rows.into_iter().map(|chat| {
        let title: String =
            chat.title.unwrap_or_else(|| format!("{:?}", chat.kind)).chars().take(60).collect();
        let state = match chat.state {
            State::Active => String::new(),
            State::Paused => format!(" · {}", session.options.locale.word("chat-paused")),
            State::Blocked => format!(" · {}", session.options.locale.word("chat-blocked")),
        };
        Rich::new().code(chat.id.to_string()).plain(format!(" {title}{state}"))
    });
    let lines: Vec<Rich> = lines.collect();
    Ok(send(Message::new(Rich::join(lines, "\n"))))
}
