//! `/sub`: follows a feed, a site's feed or a starter set.

use chrono::TimeDelta;

use crate::bot::shared::following::{follow, follow_all, full, unfollowed};
use crate::bot::{Reply, Session, StarterSet, send, starter_sets};
use crate::fetch::{self, FoundFeed, host_as_typed};
use crate::source;
use crate::statement::{Likeness, likeness};
use crate::store::delivery::pending_choices;
use crate::store::feeds;
use crate::text::fold;
use crate::view::{self, Button, Candidate, Fault, Message, Mode, Press};

/// Most addresses in one message.
const MOST_AT_ONCE: usize = 10;

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
        return outlet(session, args).await;
    }
    let others: Vec<&str> = args.split_whitespace().skip(1).collect();
    if !others.is_empty() {
        return several(session, wanted, &others).await;
    }
    one(session, wanted).await
}

/// Follows each of several addresses; words that are none are named.
async fn several(session: &mut Session<'_>, first: &str, others: &[&str]) -> anyhow::Result<Vec<Reply>> {
    if let Some(words) = others.iter().find(|word| !word.contains(['.', ':'])) {
        return Ok(session.says("sub-rest", &[("words", (*words).into()), ("site", first.into())]));
    }
    if others.len() >= MOST_AT_ONCE {
        return Ok(session.says("sub-too-many", &[("most", MOST_AT_ONCE.into())]));
    }
    let mut all = Vec::new();
    for wanted in std::iter::once(&first).chain(others) {
        all.push((*wanted, looked_for(session, wanted).await?));
    }
    // writing begins when no site is asked any more
    let mut replies = Vec::new();
    for (wanted, found) in all {
        replies.extend(taken(session, wanted, found).await?);
    }
    Ok(replies)
}

/// Follows the outlet of this name.
async fn outlet(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let found = outlets(args);
    match found.as_slice() {
        [] => Ok(session.says("sub-not-found", &[("words", args.trim().into())])),
        [(_, host)] => one(session, host).await,
        several => {
            let names = several.iter().map(|(name, host)| format!("{name} (/sub {host})"));
            let names = names.collect::<Vec<_>>().join(", ");
            Ok(session.says("sub-several-outlets", &[("words", args.trim().into()), ("names", names.into())]))
        }
    }
}

/// The outlets of the table that have this name, in whatever script; else those whose name begins with it.
fn outlets(name: &str) -> Vec<(&'static str, &'static str)> {
    let wanted = fold(name.trim());
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<(&'static str, &'static str)> {
        let known = source::all().filter(|label| fits(label.name));
        known.filter_map(|label| Some((label.name, label.hosts.split(' ').next()?))).take(6).collect()
    };
    let exactly = of(&|name| fold(name) == wanted);
    if !exactly.is_empty() {
        return exactly;
    }
    let same = of(&|name| likeness(name, &wanted) == Likeness::Same);
    if same.is_empty() && wanted.chars().count() > 2 {
        of(&|name| fold(name).starts_with(&wanted))
    } else {
        same
    }
}

async fn one(session: &mut Session<'_>, wanted: &str) -> anyhow::Result<Vec<Reply>> {
    let found = looked_for(session, wanted).await?;
    taken(session, wanted, found).await
}

/// The feeds at an address or of a site; why there are none is the error.
async fn looked_for(
    session: &Session<'_>,
    wanted: &str,
) -> anyhow::Result<Result<Vec<FoundFeed>, Vec<Reply>>> {
    if let Some(full) = full(session, 1).await? {
        return Ok(Err(full));
    }
    if let Some(known) = known(session, wanted).await? {
        return Ok(Ok(vec![known]));
    }
    let found = fetch::feeds_of_site(session.context.editor.web(), wanted, session.now).await;
    let reason = |fault: &Fault| fault.say_of_feed(session.options.locale);
    Ok(found.map_err(|fault| session.says("sub-failed", &[("reason", reason(&fault.fault()).into())])))
}

/// Follows the only feed found, or asks which.
async fn taken(
    session: &mut Session<'_>,
    wanted: &str,
    found: Result<Vec<FoundFeed>, Vec<Reply>>,
) -> anyhow::Result<Vec<Reply>> {
    match found {
        Err(replies) => Ok(replies),
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
            title: source::feed_name(found.title.as_deref(), &found.url),
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
