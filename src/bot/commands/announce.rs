//! `/announce`: a word of the operator to all chats.

use crate::bot::{Reply, Session};
use crate::store::chats::{self, State};
use crate::store::delivery::outbox;
use crate::view::{Locale, Message, Rich};

/// `/announce WORDS`: a notice to every active chat, once each.
pub(crate) async fn announce(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words: String = args.trim().chars().take(3_000).collect();
    if words.is_empty() {
        return Ok(session.says("announce-how", &[]));
    }
    let key = format!("announce {}", session.request.update_id);
    let (now, own) = (session.now, session.chat.id);
    let db = session.write().await?;
    let mut count = 0_usize;
    for chat in chats::list(&mut *db, i64::MAX).await? {
        if chat.state == State::Active && chat.id != own {
            let locale = chat.language.as_deref().and_then(Locale::of_tag).unwrap_or_default();
            let head = Rich::new().italic(locale.word("announce-head")).plain("\n");
            let payload = serde_json::to_string(&Message::new(head.plain(&words)))?;
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
