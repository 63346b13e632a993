//! `/sub`: follows a feed, a site's feed or a starter set.

use chrono::TimeDelta;

use crate::bot::shared::following::{follow, follow_all, full, unfollowed};
use crate::bot::{Reply, Session, StarterSet, send, starter_sets};
use crate::fetch::{self, FoundFeed, host_as_typed};
use crate::store::delivery::pending_choices;
use crate::store::feeds;
use crate::view::{self, Button, Candidate, Message, Mode, Press};

/// For how long a question which feed is meant can be answered.
const OFFER: TimeDelta = TimeDelta::hours(24);

/// For how long a feed that answered is taken to answer still: twice the longest wait between polls.
const STILL_ANSWERS: TimeDelta = TimeDelta::hours(48);

/// `/sub`: an address, a site or the name of a starter set; alone it tells how.
pub(crate) async fn sub(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let wanted = args.split_whitespace().next().unwrap_or_default();
    if wanted.is_empty() {
        return Ok(send(how(session)));
    }
    if let Some(set) = starter_sets::named(&session.context.rules.starter_sets, args).cloned() {
        return starter_set(session, &set).await;
    }
    if !wanted.contains(['.', ':']) {
        return Ok(session.says("sub-not-found", &[("words", args.trim().into())]));
    }
    if let Some(full) = full(session, 1).await? {
        return Ok(full);
    }
    if let Some(known) = known(session, wanted).await? {
        return follow(session, &known, true).await;
    }
    match fetch::feeds_of_site(session.context.editor.web(), wanted, session.now).await {
        Err(fault) => Ok(session.says("sub-failed", &[("reason", session.told(&fault.fault()))])),
        Ok(found) => match found.as_slice() {
            [] => Ok(session.says("sub-none", &[("site", host_as_typed(wanted).into())])),
            [only] => follow(session, only, true).await,
            several => ask(session, wanted, several).await,
        },
    }
}

/// Follows one of the feeds an offer holds.
pub(crate) async fn chosen(session: &mut Session<'_>, offer: i64, place: u32) -> anyhow::Result<Vec<Reply>> {
    let (chat, now) = (session.chat.id, session.now);
    let kept = pending_choices::get(&mut *session.read().await?, chat, offer, now).await?;
    let found: Vec<FoundFeed> =
        kept.and_then(|kept| serde_json::from_str(&kept.content).ok()).unwrap_or_default();
    let Some(found) = usize::try_from(place).ok().and_then(|place| found.get(place)) else {
        return Ok(session.says("offer-over", &[]));
    };
    if let Some(full) = full(session, 1).await? {
        return Ok(full);
    }
    follow(session, &found.clone(), true).await
}

/// Tells how to add a feed, with the starter sets as buttons.
pub(crate) fn how(session: &Session<'_>) -> Message {
    let message = session.message("sub-how", &[]);
    session.context.rules.starter_sets.iter().fold(message, |message, set| {
        let label = format!("{} · {}", set.title(session.options.locale), set.feeds.len());
        message.row(vec![Button::press(label, &Press::StarterSet(set.name.clone()))])
    })
}

/// Follows the starter set of this name.
pub(crate) async fn set_named(session: &mut Session<'_>, name: &str) -> anyhow::Result<Vec<Reply>> {
    match starter_sets::named(&session.context.rules.starter_sets, name).cloned() {
        Some(set) => starter_set(session, &set).await,
        None => Ok(session.says("button-over", &[])),
    }
}

async fn starter_set(session: &mut Session<'_>, set: &StarterSet) -> anyhow::Result<Vec<Reply>> {
    if let Some(full) = full(session, unfollowed(session, &set.feeds).await?).await? {
        return Ok(full);
    }
    if let [only] = set.feeds.as_slice() {
        let found = FoundFeed::at(only, Some(set.title(session.options.locale)));
        return follow(session, &found, true).await;
    }
    let (added, known) = follow_all(session, &set.feeds).await?;
    let mode = Mode::from(session.chat.mode).told(&session.options);
    let fills = [
        ("set", set.title(session.options.locale).into()),
        ("added", added.into()),
        ("known", known.into()),
        ("mode", mode.into()),
    ];
    Ok(session.says("set-added", &fills))
}

async fn ask(session: &mut Session<'_>, wanted: &str, found: &[FoundFeed]) -> anyhow::Result<Vec<Reply>> {
    let content = serde_json::to_string(found)?;
    let (place, made_for, now) =
        ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let offer =
        pending_choices::make(session.write().await?, place, made_for, ("feeds", &content), now, OFFER)
            .await?;
    let candidates: Vec<Candidate> = found
        .iter()
        .map(|found| Candidate {
            title: found.title.clone().unwrap_or_else(|| host_as_typed(&found.url)),
            url: found.url.clone(),
            a_day: found.a_day,
            newest: found.newest,
        })
        .collect();
    Ok(send(view::candidates(&host_as_typed(wanted), &candidates, offer, &session.options)))
}

/// The feed at exactly this address when it is followed already and answers, or must not be asked now: its server is
/// spared a request for each subscriber.
async fn known(session: &Session<'_>, wanted: &str) -> anyhow::Result<Option<FoundFeed>> {
    let Ok(url) = session.context.editor.web().check(wanted) else { return Ok(None) };
    let mut read = session.read().await?;
    let Some(id) = feeds::by_url(&mut read, url.as_str()).await? else { return Ok(None) };
    let feed = feeds::get(&mut read, id).await?.filter(|feed| {
        let lately = feed.last_ok_at.is_some_and(|at| session.now - at <= STILL_ANSWERS);
        feed.state == feeds::State::Active && feed.failures == 0 && lately
            || feed.retry_at.is_some_and(|until| until > session.now)
    });
    Ok(feed.map(|feed| FoundFeed::at(feed.url, feed.title)))
}
