//! `/status`: health, for operators.

use crate::bot::{Reply, Session, send};
use crate::store::delivery::outbox;
use crate::store::feeds::{self, entries};
use crate::store::quotas::model_usage::{self, Kind};
use crate::store::{Db, articles, chats};
use crate::view::{Message, Rich};

/// `/status`.
pub(crate) async fn status(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let (active, paused, blocked) = chats::count(&mut read).await?;
    let depth = outbox::depth(&mut read).await?;
    let lag = depth.oldest.map_or(0, |oldest| (session.now - oldest).num_seconds().max(0));
    let (feeds, failing) = feeds::count(&mut read).await?;
    let fills = [
        ("feeds", feeds.into()),
        ("failing", failing.into()),
        ("active", active.into()),
        ("paused", paused.into()),
        ("blocked", blocked.into()),
        ("articles", articles::count(&mut read).await?.into()),
        ("entries", entries::waiting(&mut read).await?.into()),
        ("waiting", depth.waiting.into()),
        ("lag", lag.into()),
        ("dead", depth.dead.into()),
    ];
    let mut lines = vec![session.options.locale.rich("status", &fills)];
    lines.push(model(session, &mut read).await?);
    lines.extend(translation(session));
    Ok(send(Message::new(Rich::join(lines, "\n"))))
}

/// The models that translate, and what those in memory take; nothing where none is placed.
fn translation(session: &Session<'_>) -> Option<Rich> {
    let translator = session.context.editor.translator()?;
    let placed = translator.shelf().list().ok().filter(|placed| !placed.is_empty())?;
    let loaded = translator.loaded();
    let told = placed.iter().map(|one| {
        let memory = loaded.iter().find(|known| known.pair == one.pair).map(|known| known.bytes);
        match memory {
            Some(Some(bytes)) => format!("{} {} MB", one.pair, bytes >> 20),
            Some(None) => format!("{} ?", one.pair),
            None => format!("{} –", one.pair),
        }
    });
    let told: Vec<String> = told.collect();
    Some(session.options.locale.rich("status-translation", &[("models", told.join(", ").into())]))
}

/// What the language model did today: tokens of the allowance, summaries by outcome, rejected sentences by rule.
async fn model(session: &Session<'_>, read: &mut Db) -> anyhow::Result<Rich> {
    let locale = session.options.locale;
    let Some(name) = &session.context.rules.model else { return Ok(locale.rich("status-no-model", &[])) };
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
        ("most", i64::try_from(session.context.rules.daily_tokens).unwrap_or(i64::MAX).into()),
        ("summaries", told(Kind::Summary).into()),
        ("sentences", told(Kind::Sentence).into()),
    ];
    Ok(locale.rich("status-model", &fills))
}
