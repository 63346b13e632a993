//! One poll of one feed.

use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::watcher::{Watch, host, jitter};
use crate::counters;
use crate::feed::schedule::{self, Answered, Failure, MOVES_BELIEVED, RATE_READS, Skip, Standing};
use crate::feed::{self, Hints, secret};
use crate::fetch::{self, Fetched, Headers, Kind, Want};
use crate::store::feeds::entries;
use crate::store::feeds::{About, Feed, State, Validators};
use crate::store::{Db, feeds};
use crate::view::{Fault, Locale};

/// The longest a document may take to be read.
const READING: Duration = Duration::from_secs(20);

impl Watch {
    /// Asks the feed of this number; an error is the database's.
    pub(super) async fn poll_due(&self, id: i64) -> anyhow::Result<()> {
        // the reader goes back before the feed is asked
        let feed = feeds::get(&mut *self.store.read().await?, id).await?;
        if let Some(feed) = feed { self.poll(&feed).await } else { Ok(()) }
    }

    /// Asks one feed and stores what came of it; an error is the database's.
    pub(super) async fn poll(&self, feed: &Feed) -> anyhow::Result<()> {
        let subscribers = feeds::subscribers(&mut *self.store.read().await?, feed.id).await?;
        let mut want = Want::new(&feed.url, Kind::Feed);
        want.etag = feed.etag.as_deref().map(as_text);
        want.last_modified = feed.last_modified.as_deref().map(as_text);
        want.subscribers = u32::try_from(subscribers).ok();
        want.failures = u32::try_from(feed.failures).unwrap_or_default();
        let answer = self.editor.web().get(want).await;
        counters::count("attache_polls_total", &[("outcome", outcome(&answer))]);
        match answer {
            Ok(fetched) if fetched.not_modified() => self.not_modified(feed, &fetched).await,
            Ok(fetched) => self.answered(feed, fetched).await,
            Err(fault) => self.failed(feed, failure(&fault, self.clock.now()), &fault.fault()).await,
        }
    }

    /// 304: nothing is read; what its headers say replaces what was known (row 5).
    async fn not_modified(&self, feed: &Feed, fetched: &Fetched) -> anyhow::Result<()> {
        let now = self.clock.now();
        let validators = validators(feed, fetched, None);
        let has_validators =
            validators != Validators::default() || feed.etag.is_some() || feed.last_modified.is_some();
        let mut tx = self.store.begin().await?;
        let wait =
            self.wait(&mut tx, feed, (has_validators, &fetched.headers), &known_about(feed), now).await?;
        feeds::unchanged(&mut tx, feed.id, &validators, now, wait).await?;
        moved(&mut tx, feed.id, fetched).await?;
        tx.commit().await.context("failed to store a 304")
    }

    async fn answered(&self, feed: &Feed, fetched: Fetched) -> anyhow::Result<()> {
        let hash = Sha256::digest(&fetched.body).to_vec();
        let now = self.clock.now();
        let validators = validators(feed, &fetched, Some(hash));
        let document = if validators.body_hash == feed.body_hash {
            None
        } else {
            match read(&fetched).await {
                Ok(document) => Some(document),
                Err(fault) => {
                    return self.failed(feed, Failure::Other, &fault).await;
                }
            }
        };
        let about =
            document.as_ref().map_or_else(|| known_about(feed), |document| about(document, &fetched.headers));
        let mut tx = self.store.begin().await?;
        if fetched.is_private {
            feeds::make_private(&mut tx, feed.id).await?;
        }
        if let Some(document) = &document {
            self.take_in(&mut tx, feed, document, now).await?;
        }
        let has_validators = validators.etag.is_some() || validators.last_modified.is_some();
        let wait = self.wait(&mut tx, feed, (has_validators, &fetched.headers), &about, now).await?;
        feeds::answered(&mut tx, feed.id, (&validators, &about), now, wait).await?;
        if document.is_some_and(|document| document.entries.is_empty()) {
            self.no_samples(&mut tx, feed.id, now).await?;
        }
        moved(&mut tx, feed.id, &fetched).await?;
        tx.commit().await.context("failed to store a poll")?;
        self.store.entries_queued().notify_one();
        self.store.outbox_filled().notify_one();
        Ok(())
    }

    /// Stores a failed poll and, when it has lasted, the notice to whoever added the feed.
    async fn failed(&self, feed: &Feed, failure: Failure, fault: &Fault) -> anyhow::Result<()> {
        let now = self.clock.now();
        let past = (feed.failures, feed.failing_since);
        let (standing, wait) = schedule::after_failure(failure, past, self.bounds, (now, jitter()));
        let state = match standing {
            Standing::Active => State::Active,
            Standing::Asleep => State::Asleep,
            Standing::Gone => State::Gone,
        };
        let wait = schedule::outside(wait, skip(feed.skip_hours, feed.skip_days), now);
        let mut tx = self.store.begin().await?;
        let asked = matches!(failure, Failure::Busy(_));
        feeds::failed(&mut tx, feed.id, (state, &fault.stored()), now, (wait, asked)).await?;
        feeds::seen_moved(&mut tx, feed.id, None).await?;
        self.tell_of_failure(&mut tx, feed.id, now).await?;
        tx.commit().await.context("failed to store a failed poll")?;
        self.store.outbox_filled().notify_one();
        tracing::info!(
            feed = secret::shown(&feed.url),
            wait = wait.num_seconds(),
            "poll failed: {}",
            fault.say(Locale::default())
        );
        Ok(())
    }

    async fn wait(
        &self,
        db: &mut Db,
        feed: &Feed,
        (validators, headers): (bool, &Headers),
        about: &About,
        now: DateTime<Utc>,
    ) -> anyhow::Result<chrono::TimeDelta> {
        let posted = entries::posting_times(db, feed.id, RATE_READS as i64).await?;
        let known = Answered {
            validators,
            fresh_seconds: schedule::freshness(
                headers.cache_control.as_deref(),
                headers.age.as_deref(),
                headers.expires.as_deref(),
                now,
            ),
            asked_seconds: about.least_seconds,
            posted: &posted,
            skip: skip(about.skip_hours, about.skip_days),
        };
        Ok(schedule::after_answer(&known, self.bounds, now, jitter()))
    }
}

/// Reads the document on a thread of its own; neither a panic nor a slow document holds anything up.
async fn read(fetched: &Fetched) -> Result<feed::Feed, Fault> {
    let host = fetched.final_url.host_str().unwrap_or_default().to_owned();
    let (body, url, kind) =
        (fetched.body.clone(), fetched.final_url.to_string(), fetched.headers.content_type.clone());
    let reading = tokio::task::spawn_blocking(move || feed::parse(&body, Some(&url), kind.as_deref()));
    match tokio::time::timeout(READING, reading).await {
        Ok(Ok(read)) => read.map_err(|instead| Fault::of_feed(instead, &host)),
        Ok(Err(_)) => Err(Fault::new("fault-feed-broken", &[("host", &host)])),
        Err(_) => Err(Fault::new("fault-feed-slow", &[("host", &host)])),
    }
}

/// Counts a permanent redirect, and believes it once it was seen on three polls (row 12).
async fn moved(db: &mut Db, feed: i64, fetched: &Fetched) -> anyhow::Result<()> {
    let to = fetched.permanent_redirect.as_ref().map(ToString::to_string);
    let seen = feeds::seen_moved(&mut *db, feed, to.as_deref()).await?;
    if let Some(to) = to.filter(|_| seen >= MOVES_BELIEVED) {
        feeds::relocate(db, feed, &to).await?;
        tracing::info!(feed, to = secret::shown(&to), "the feed has moved for good");
    }
    Ok(())
}

/// What a poll came to, as `/metrics` names it.
fn outcome(answer: &Result<Fetched, fetch::Error>) -> &'static str {
    match answer {
        Ok(fetched) if fetched.not_modified() => "not_modified",
        Ok(_) => "answered",
        Err(fault) if fault.retry_after().is_some() => "asked_to_wait",
        Err(_) => "failed",
    }
}

fn failure(fault: &fetch::Error, now: DateTime<Utc>) -> Failure {
    use fetch::Error as Web;
    if let Some(retry) = fault.retry_after() {
        return Failure::Busy(retry.seconds(now));
    }
    match fault {
        Web::NotFound(_) => Failure::Missing,
        Web::Gone(_) => Failure::Gone,
        Web::Challenge(_) => Failure::Challenge,
        _ => Failure::Other,
    }
}

/// What to send back next time: nothing that another host gave, for the next request goes to this one (row 14).
fn validators(feed: &Feed, fetched: &Fetched, body_hash: Option<Vec<u8>>) -> Validators {
    let is_own = fetched.final_url.host_str() == Some(&host(&feed.url));
    let kept = |value: &Option<String>| value.as_deref().filter(|_| is_own).map(as_bytes);
    Validators {
        etag: kept(&fetched.headers.etag),
        last_modified: kept(&fetched.headers.last_modified),
        body_hash,
    }
}

fn about(document: &feed::Feed, headers: &Headers) -> About {
    let Hints { skip_hours, skip_days, hub, .. } = &document.hints;
    About {
        title: document.title.clone(),
        site_url: document.site_url.clone(),
        language: document.language.clone(),
        hub_url: hub.clone().or_else(|| headers.link.as_deref().and_then(hub_of)),
        least_seconds: schedule::asked_seconds(&document.hints),
        skip_hours: i64::from(*skip_hours),
        skip_days: i64::from(*skip_days),
    }
}

/// The hub a `Link` header names: `<https://hub.example/>; rel="hub"`.
fn hub_of(link: &str) -> Option<String> {
    link.split(',').find_map(|part| {
        let (address, parameters) = part.split_once(';')?;
        let is_hub = parameters.to_ascii_lowercase().replace(['"', ' '], "").contains("rel=hub");
        let address = address.trim().strip_prefix('<')?.strip_suffix('>')?;
        is_hub.then(|| address.to_owned())
    })
}

/// What is already known of a feed whose document is the same as last time.
fn known_about(feed: &Feed) -> About {
    About {
        title: None,
        site_url: None,
        language: None,
        hub_url: feed.hub_url.clone(),
        least_seconds: feed.least_seconds,
        skip_hours: feed.skip_hours,
        skip_days: feed.skip_days,
    }
}

fn skip(hours: i64, days: i64) -> Skip {
    Skip { hours: hours as u32, days: days as u8 }
}

/// Bytes of a header as `fetch` keeps them: each the character of its number.
fn as_text(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn as_bytes(text: &str) -> Vec<u8> {
    text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect()
}
