//! `/sub`: follows a feed, a site's feed or a starter set.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use url::Url;

use super::answer::send;
use super::{Reply, Session, StarterSet, starter};
use crate::feed::{self, Feed, USUAL_PATHS};
use crate::fetch::{self, Fetched, Kind, Want};
use crate::store::chats;
use crate::store::chats::subscriptions::{self, Added, New};
use crate::store::delivery::pending_choices;
use crate::store::feeds;
use crate::view::{self, Button, Candidate, Message, Mode, Press};

/// Most candidates of a site that are opened to be shown.
const CANDIDATES: usize = 6;

/// For how long a question which feed is meant can be answered.
const OFFER: TimeDelta = TimeDelta::hours(24);

/// For how long a feed that answered is taken to answer still: twice the longest wait between polls.
const STILL_ANSWERS: TimeDelta = TimeDelta::hours(48);

/// A feed that was opened and read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) url: String,
    pub(super) title: Option<String>,
    a_day: Option<u32>,
    newest: Option<DateTime<Utc>>,
}

/// `/sub`: an address, a site or the name of a starter set; alone it tells how.
pub(super) async fn sub(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let wanted = args.split_whitespace().next().unwrap_or_default();
    if wanted.is_empty() {
        return Ok(send(how(session)));
    }
    if let Some(set) = starter::named(session, args).cloned() {
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
    match look_for(session, wanted).await {
        Err(fault) => Ok(session.says("sub-failed", &[("reason", session.told(&fault.fault()))])),
        Ok(found) => match found.as_slice() {
            [] => Ok(session.says("sub-none", &[("site", host(wanted).into())])),
            [only] => follow(session, only, true).await,
            several => ask(session, wanted, several).await,
        },
    }
}

/// Follows one of the feeds an offer holds.
pub(super) async fn chosen(session: &mut Session<'_>, offer: i64, place: u32) -> anyhow::Result<Vec<Reply>> {
    let (chat, now) = (session.chat.id, session.now);
    let kept = pending_choices::get(&mut *session.read().await?, chat, offer, now).await?;
    let found: Vec<Found> =
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
pub(super) fn how(session: &Session<'_>) -> Message {
    let message = session.message("sub-how", &[]);
    session.desk.rules.starter_sets.iter().fold(message, |message, set| {
        let label = format!("{} · {}", set.title(session), set.feeds.len());
        message.row(vec![Button::press(label, &Press::StarterSet(set.name.clone()))])
    })
}

/// Follows the starter set of this name.
pub(super) async fn set_named(session: &mut Session<'_>, name: &str) -> anyhow::Result<Vec<Reply>> {
    match starter::named(session, name).cloned() {
        Some(set) => starter_set(session, &set).await,
        None => Ok(session.says("button-over", &[])),
    }
}

async fn starter_set(session: &mut Session<'_>, set: &StarterSet) -> anyhow::Result<Vec<Reply>> {
    if let Some(full) = full(session, unfollowed(session, &set.feeds).await?).await? {
        return Ok(full);
    }
    if let [only] = set.feeds.as_slice() {
        let found = Found { url: only.clone(), title: Some(set.title(session)), a_day: None, newest: None };
        return follow(session, &found, true).await;
    }
    let (added, known) = follow_all(session, &set.feeds).await?;
    let mode = Mode::from(session.chat.mode).told(&session.look);
    let fills = [
        ("set", set.title(session).into()),
        ("added", added.into()),
        ("known", known.into()),
        ("mode", mode.into()),
    ];
    Ok(session.says("set-added", &fills))
}

/// Follows feeds without sample cards; returns how many are new and how many were followed already.
pub(super) async fn follow_all(session: &mut Session<'_>, urls: &[String]) -> anyhow::Result<(usize, usize)> {
    let (mut added, mut known) = (0, 0);
    for url in urls {
        let found = Found { url: url.clone(), title: None, a_day: None, newest: None };
        match add(session, &found, false).await? {
            Added::New(_) => added += 1,
            Added::Already(_) => known += 1,
        }
    }
    Ok((added, known))
}

/// How many of these addresses are not yet followed where the request comes from.
pub(super) async fn unfollowed(session: &Session<'_>, urls: &[String]) -> anyhow::Result<usize> {
    let here = session.request.thread.unwrap_or_default();
    let rows = subscriptions::list(&mut *session.read().await?, session.chat.id).await?;
    let known: HashSet<&str> =
        rows.iter().filter(|row| row.thread == here).map(|row| row.url.as_str()).collect();
    let wanted: HashSet<&str> = urls.iter().map(String::as_str).collect();
    Ok(wanted.difference(&known).count())
}

/// The refusal when a chat cannot follow `more` feeds.
pub(super) async fn full(session: &Session<'_>, more: usize) -> anyhow::Result<Option<Vec<Reply>>> {
    let most = session.desk.rules.feeds_a_chat;
    let count = subscriptions::count(&mut *session.read().await?, session.chat.id).await?;
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    Ok((count.saturating_add(more) > most).then(|| session.says("sub-full", &[("most", most.into())])))
}

async fn follow(session: &mut Session<'_>, found: &Found, sample: bool) -> anyhow::Result<Vec<Reply>> {
    let title = found.title.clone().unwrap_or_else(|| host(&found.url));
    let mode = Mode::from(session.chat.mode).told(&session.look);
    let fills = [("feed", title.into()), ("mode", mode.into())];
    // a channel's readers are shown no sample
    let sample = sample && session.chat.kind != chats::Kind::Channel;
    Ok(match add(session, found, sample).await? {
        Added::New(id) => {
            let undo = Button::press(
                session.look.tongue.word("button-undo"),
                &Press::FeedDo(view::FeedDo::Remove, id),
            );
            let key = if sample { "sub-added" } else { "sub-added-quietly" };
            send(session.message(key, &fills).row(vec![undo]))
        }
        Added::Already(id) => {
            let open = Button::press(session.look.tongue.word("button-feed-card"), &Press::Feed(id));
            send(session.message("sub-already", &fills).row(vec![open]))
        }
    })
}

async fn add(session: &mut Session<'_>, found: &Found, sample: bool) -> anyhow::Result<Added> {
    let (chat_id, thread, now) = (session.chat.id, session.request.thread, session.now);
    let (mode, added_by) = (session.chat.mode, session.request.from.id);
    let write = session.write().await?;
    let feed_id = feeds::add(&mut *write, &found.url, now).await?;
    let new = New { chat_id, thread, feed_id, mode, added_by, sample };
    let added = subscriptions::add(&mut *write, &new, now).await?;
    // one that others follow already keeps its time: its sample comes from the store
    let left_alone =
        feeds::get(&mut *write, feed_id).await?.is_some_and(|feed| feed.state != feeds::State::Active);
    if matches!(added, Added::New(_)) && left_alone {
        feeds::ask_now(&mut *write, feed_id, now).await?;
    }
    Ok(added)
}

async fn ask(session: &mut Session<'_>, wanted: &str, found: &[Found]) -> anyhow::Result<Vec<Reply>> {
    let content = serde_json::to_string(found)?;
    let (place, made_for, now) =
        ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let offer =
        pending_choices::make(session.write().await?, place, made_for, ("feeds", &content), now, OFFER)
            .await?;
    let candidates: Vec<Candidate> = found
        .iter()
        .map(|found| Candidate {
            title: found.title.clone().unwrap_or_else(|| host(&found.url)),
            url: found.url.clone(),
            a_day: found.a_day,
            newest: found.newest,
        })
        .collect();
    Ok(send(view::candidates(&host(wanted), &candidates, offer, &session.look)))
}

/// The feed at exactly this address when it is followed already and answers, or must not be asked now: its server is
/// spared a request for each subscriber.
async fn known(session: &Session<'_>, wanted: &str) -> anyhow::Result<Option<Found>> {
    let Ok(url) = session.desk.editor.web().check(wanted) else { return Ok(None) };
    let mut read = session.read().await?;
    let Some(id) = feeds::by_url(&mut read, url.as_str()).await? else { return Ok(None) };
    let feed = feeds::get(&mut read, id).await?.filter(|feed| {
        let lately = feed.last_ok_at.is_some_and(|at| session.now - at <= STILL_ANSWERS);
        feed.state == feeds::State::Active && feed.failures == 0 && lately
            || feed.retry_at.is_some_and(|until| until > session.now)
    });
    Ok(feed.map(|feed| Found { url: feed.url, title: feed.title, a_day: None, newest: None }))
}

/// Opens an address and, when it is a page, the feeds it announces, or else the usual ones of its site.
async fn look_for(session: &Session<'_>, wanted: &str) -> Result<Vec<Found>, fetch::Error> {
    let fetched = open(session, wanted).await?;
    if let Some(found) = read(&fetched, session.now).await {
        return Ok(vec![found]);
    }
    let page = fetched.final_url.clone();
    let (html, base) = (String::from_utf8_lossy(&fetched.body).into_owned(), page.clone());
    let announced =
        tokio::task::spawn_blocking(move || feed::discover(&html, &base)).await.unwrap_or_default();
    let mut found: Vec<Found> = Vec::new();
    for candidate in announced.into_iter().take(CANDIDATES) {
        if let Some(mut feed) = open_feed(session, &candidate.url).await
            && found.iter().all(|known| known.url != feed.url)
        {
            feed.title = candidate.title.or(feed.title);
            found.push(feed);
        }
    }
    if !found.is_empty() {
        return Ok(found);
    }
    for path in USUAL_PATHS.iter().take(CANDIDATES) {
        let Ok(url) = page.join(path) else { continue };
        if let Some(feed) = open_feed(session, url.as_str()).await {
            return Ok(vec![feed]);
        }
    }
    Ok(Vec::new())
}

/// Opens an address as typed: without a scheme by https, and by http where that cannot be had.
async fn open(session: &Session<'_>, wanted: &str) -> Result<Fetched, fetch::Error> {
    let web = session.desk.editor.web();
    if wanted.contains("://") {
        return web.get(Want::new(wanted, Kind::Site)).await;
    }
    match web.get(Want::new(format!("https://{wanted}"), Kind::Site)).await {
        Err(fetch::Error::Unreachable(_) | fetch::Error::Tls(_) | fetch::Error::TimedOut { .. }) => {
            web.get(Want::new(format!("http://{wanted}"), Kind::Site)).await
        }
        answer => answer,
    }
}

async fn open_feed(session: &Session<'_>, url: &str) -> Option<Found> {
    let fetched = session.desk.editor.web().get(Want::new(url, Kind::Site)).await.ok()?;
    read(&fetched, session.now).await
}

/// Reads a document as a feed; a panic of a reader is no feed.
async fn read(fetched: &Fetched, now: DateTime<Utc>) -> Option<Found> {
    let (body, kind) = (fetched.body.clone(), fetched.headers.content_type.clone());
    let url = fetched.permanent_redirect.as_ref().unwrap_or(&fetched.final_url).to_string();
    let base = url.clone();
    let read = tokio::task::spawn_blocking(move || feed::parse(&body, Some(&base), kind.as_deref()).ok());
    let feed = read.await.ok().flatten()?;
    Some(Found { url, title: feed.title.clone(), a_day: a_day(&feed, now), newest: newest(&feed) })
}

fn newest(feed: &Feed) -> Option<DateTime<Utc>> {
    feed.entries.iter().filter_map(|entry| entry.published.or(entry.updated)).max()
}

/// Entries a day over the time the feed covers.
fn a_day(feed: &Feed, now: DateTime<Utc>) -> Option<u32> {
    let oldest = feed.entries.iter().filter_map(|entry| entry.published).min()?;
    let hours = (now - oldest).num_hours().max(24);
    let count = i64::try_from(feed.entries.len()).unwrap_or(i64::MAX);
    u32::try_from((count.saturating_mul(24) + hours / 2) / hours).ok()
}

/// The site of an address: its host, with scheme and port where it names a port.
pub(super) fn site(url: &str) -> String {
    let parsed = Url::parse(url).ok();
    let origin = parsed.filter(|url| url.port().is_some()).map(|url| url.origin().ascii_serialization());
    origin.unwrap_or_else(|| host(url))
}

/// The host of an address as typed.
pub(super) fn host(wanted: &str) -> String {
    let whole = if wanted.contains("://") { wanted.to_owned() } else { format!("https://{wanted}") };
    let host = Url::parse(&whole).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.map_or_else(|| wanted.to_owned(), |host| host.trim_start_matches("www.").to_owned())
}
