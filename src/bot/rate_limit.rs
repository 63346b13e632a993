//! How much one person, and one group, may ask for.

use super::{Reply, Session, What, parse};
use crate::store::quotas::requests;
use crate::view::Fill;

/// Spends one request; when the hour's allowance is used up says so once and is silent after that.
pub(super) async fn refusal(session: &mut Session<'_>) -> anyhow::Result<Option<Vec<Reply>>> {
    let talk = match &session.request.what {
        What::Text { text, .. } => parse::command(text, None).is_none(),
        What::Forwarded { .. } => true,
        _ => false,
    };
    if session.by_operator() || (talk && !session.request.is_private()) {
        return Ok(None);
    }
    let (rules, now) = (&session.context.rules, session.now);
    let mut askers = vec![(session.request.from.id, rules.requests_an_hour)];
    if !session.request.is_private() {
        askers.push((session.chat.id, rules.requests_a_group));
    }
    let mut write = session.context.store.begin().await?;
    for (who, allowed) in askers {
        if requests::spend(&mut write, who, "requests", (1, allowed), now).await? {
            continue;
        }
        let told = requests::spend(&mut write, who, "refusals", (1, 1), now).await?;
        write.commit().await?;
        let says = || session.says("too-many-requests", &[("allowed", allowed.into())]);
        return Ok(Some(if told { says() } else { Vec::new() }));
    }
    write.commit().await?;
    Ok(None)
}

/// The line a group's member gets whose command only administrators may give.
pub(super) async fn refused_member(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    refused(session, "admins-only", &[]).await
}

/// Why a command is refused: in a group once in ten minutes for all its members together, so that those who try again and
/// again do not use up what Telegram lets us say there.
pub(super) async fn refused(
    session: &Session<'_>,
    key: &str,
    fills: &[(&str, Fill)],
) -> anyhow::Result<Vec<Reply>> {
    if session.request.is_private() {
        return Ok(session.says(key, fills));
    }
    let part = format!("{key} {}", session.now.timestamp() / 600);
    let mut write = session.context.store.begin().await?;
    let told = requests::spend(&mut write, session.request.chat.id, &part, (1, 1), session.now).await?;
    write.commit().await?;
    Ok(if told { session.says(key, fills) } else { Vec::new() })
}

/// Spends one summary of an article never seen before; `false` when the hour's allowance is used up.
pub(super) async fn may_open(session: &Session<'_>) -> anyhow::Result<bool> {
    if session.by_operator() {
        return Ok(true);
    }
    let rules = &session.context.rules;
    let mut write = session.context.store.begin().await?;
    let person = (session.request.from.id, rules.links_a_person);
    let group = (session.chat.id, rules.links_a_group);
    let mut spent = requests::spend(&mut write, person.0, "links", (1, person.1), session.now).await?;
    if spent && !session.request.is_private() {
        spent = requests::spend(&mut write, group.0, "links", (1, group.1), session.now).await?;
    }
    if spent {
        write.commit().await?;
    }
    Ok(spent)
}
