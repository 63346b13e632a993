//! Commands of operators: health, chats, who is let in, limits, a copy of the database, a word to all.

use super::answer::send;
use super::{Reply, Session};
use crate::store::chats::{self, State, allowed};
use crate::store::delivery::outbox;
use crate::store::feeds::entries;
use crate::store::quotas::model_usage::{self, Kind};
use crate::store::{Db, articles, backup};
use crate::view::{Message, Rich};

/// Most chats listed.
const LISTED: i64 = 30;

/// `/status`.
pub(super) async fn status(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let (active, paused, blocked) = chats::count(&mut read).await?;
    let depth = outbox::depth(&mut read).await?;
    let lag = depth.oldest.map_or(0, |oldest| (session.now - oldest).num_seconds().max(0));
    let fills = [
        ("active", active.into()),
        ("paused", paused.into()),
        ("blocked", blocked.into()),
        ("articles", articles::count(&mut read).await?.into()),
        ("entries", entries::waiting(&mut read).await?.into()),
        ("waiting", depth.waiting.into()),
        ("lag", lag.into()),
        ("dead", depth.dead.into()),
    ];
    let mut lines = vec![session.look.tongue.rich("status", &fills)];
    lines.push(model(session, &mut read).await?);
    Ok(send(Message::new(Rich::join(lines, "\n"))))
}

/// What the language model did today: tokens of the allowance, summaries by outcome, rejected sentences by rule.
async fn model(session: &Session<'_>, read: &mut Db) -> anyhow::Result<Rich> {
    let tongue = session.look.tongue;
    let Some(name) = &session.desk.rules.model else { return Ok(tongue.rich("status-no-model", &[])) };
    let tokens = model_usage::tokens_today(read, session.now).await?;
    let verdicts = model_usage::verdicts(read, session.now.date_naive()).await?;
    let told = |kind: Kind| {
        let of_kind = verdicts.iter().filter(|verdict| verdict.kind == kind);
        let words: Vec<String> =
            of_kind.map(|verdict| format!("{} {}", verdict.verdict, verdict.count)).collect();
        if words.is_empty() { "–".to_owned() } else { words.join(", ") }
    };
    let fills = [
        ("model", name.as_str().into()),
        ("tokens", tokens.into()),
        ("most", i64::try_from(session.desk.rules.daily_tokens).unwrap_or(i64::MAX).into()),
        ("summaries", told(Kind::Summary).into()),
        ("sentences", told(Kind::Sentence).into()),
    ];
    Ok(tongue.rich("status-model", &fills))
}

/// `/chats`: the newest, with their numbers.
pub(super) async fn chats(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let rows = chats::list(&mut *session.read().await?, LISTED).await?;
    let lines = rows.into_iter().map(|chat| {
        let title: String =
            chat.title.unwrap_or_else(|| format!("{:?}", chat.kind)).chars().take(60).collect();
        let state = if chat.state == State::Active { "" } else { " ⏸" };
        Rich::new().code(chat.id.to_string()).plain(format!(" {title}{state}"))
    });
    let lines: Vec<Rich> = lines.collect();
    Ok(send(Message::new(Rich::join(lines, "\n"))))
}

/// `/allow ID`, `/allow -ID` to take it back, alone to list.
pub(super) async fn allow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (by, now) = (session.request.from.id, session.now);
    let (refuse, number) = match args.trim().strip_prefix("off ") {
        Some(number) => (true, number.trim()),
        None => (false, args.trim()),
    };
    match number.parse::<i64>() {
        Ok(who) if refuse => {
            allowed::refuse(session.write().await?, who).await?;
            Ok(session.says("refused", &[("id", who.to_string().into())]))
        }
        Ok(who) => {
            allowed::allow(session.write().await?, who, by, now).await?;
            Ok(session.says("allowed", &[("id", who.to_string().into())]))
        }
        Err(_) => {
            let rows = allowed::list(&mut *session.read().await?).await?;
            let ids: Vec<String> = rows.into_iter().take(100).map(|id| id.to_string()).collect();
            Ok(session.says("allow-list", &[("ids", ids.join(", ").into())]))
        }
    }
}

/// `/limits`: what is in force.
pub(super) fn limits(session: &Session<'_>) -> Vec<Reply> {
    let rules = &session.desk.rules;
    let fills = [
        ("feeds", rules.feeds_a_chat.into()),
        ("requests", rules.requests_an_hour.into()),
        ("person", rules.links_a_person.into()),
        ("group", rules.links_a_group.into()),
    ];
    session.says("limits", &fills)
}

/// `/backup`: writes today's copy beside the database.
pub(super) async fn backup(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let written = backup::daily(&session.desk.store, session.now).await?;
    Ok(session.says(if written.is_some() { "backup-done" } else { "backup-there" }, &[]))
}

/// `/announce WORDS`: a notice to every active chat, once each.
pub(super) async fn announce(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
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
