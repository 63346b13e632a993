//! `/allow`: who is let in, for operators.

use crate::bot::{Reply, Session};
use crate::store::chats::{self, State, allowed};
use crate::text::without_invisible;
use crate::view::{Fill, Rich};

/// Why a chat is paused whose right was taken back.
const TAKEN_BACK: &str = "/allow off";

/// `/allow ID` lets a person or group in; `/allow off ID`, or the number of a person with a minus before it, or that of a
/// group that is let in once more, takes the right back and stops what is followed there; alone it lists.
pub(crate) async fn allow(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (off, number) = match args.trim().strip_prefix("off") {
        Some(number) => (true, number.trim()),
        None => (false, args.trim()),
    };
    // what was copied from a message may hold marks nobody sees
    let Ok(who) = without_invisible(number).parse::<i64>() else { return list(session, off, number).await };
    let known = allowed::list(session.write().await?).await?;
    let taken = match (off, known.contains(&who), known.contains(&-who)) {
        (true, ..) => Some(who),
        (false, true, _) if who < 0 => Some(who),
        (false, false, true) if who < 0 => Some(-who),
        _ => None,
    };
    match taken {
        Some(who) => refuse(session, who).await,
        None => let_in(session, who).await,
    }
}

async fn let_in(session: &mut Session<'_>, who: i64) -> anyhow::Result<Vec<Reply>> {
    let (by, now) = (session.request.from.id, session.now);
    let db = session.write().await?;
    allowed::allow(&mut *db, who, by, now).await?;
    if chats::state_reason(&mut *db, who).await?.as_deref() == Some(TAKEN_BACK) {
        chats::set_state(db, who, State::Active, None, now).await?;
    }
    Ok(session.says("allowed", &[("id", who.to_string().into())]))
}

async fn refuse(session: &mut Session<'_>, who: i64) -> anyhow::Result<Vec<Reply>> {
    let now = session.now;
    let db = session.write().await?;
    allowed::refuse(&mut *db, who).await?;
    if chats::get(&mut *db, who).await?.is_some_and(|chat| chat.state == State::Active) {
        chats::set_state(db, who, State::Paused, Some(TAKEN_BACK), now).await?;
    }
    Ok(session.says("refused", &[("id", who.to_string().into())]))
}

async fn list(session: &mut Session<'_>, off: bool, words: &str) -> anyhow::Result<Vec<Reply>> {
    if off || !words.is_empty() {
        return Ok(session.says("allow-how", &[]));
    }
    let rows = allowed::list(&mut *session.read().await?).await?;
    if rows.is_empty() {
        let key = if session.context.rules.by_invitation { "allow-nobody" } else { "allow-everybody" };
        return Ok(session.says(key, &[]));
    }
    // as code: copied by a touch, and without the marks that keep words quiet
    let ids: Vec<Rich> = rows.into_iter().take(100).map(|id| Rich::new().code(id.to_string())).collect();
    Ok(session.says("allow-list", &[("ids", Fill::Styled(Rich::join(ids, ", ")))]))
}
