//! `/announce`: a word of the operator to all chats.

use crate::bot::{Reply, Session};
use crate::store::chats::{self, State};
use crate::store::delivery::outbox;
use crate::view::Message;

/// `/announce WORDS`: a notice to every active chat, once each.
pub(crate) async fn announce(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words: String = args.trim().chars().take(3_000).collect();
    if words.is_empty() {
        return Ok(session.says("announce-how", &[]));
    }
    let payload = serde_json::to_string(&Message::new(words))?;
    let key = format!("announce {}", session.request.update_id);
    let (now, own) = (session.now, session.chat.id);
    let db = session.write().await?;
    let mut count = 0_usize;
    for chat in chats::list(&mut *db, i64::MAX).await? {
        if chat.state == State::Active && chat.id != own {
            let new = outbox::New {
                chat_id: chat.id,
                thread: None,
                kind: outbox::Kind::Notice,
                key: &key,
                op: outbox::Op::Send,
                payload: &payload,
            };
            count += usize::from(outbox::put(&mut *db, &new, now).await?);
        }
    }
    Ok(session.says("announced", &[("count", count.into())]))
}
