//! The feeds of a site: the address itself, the feeds its page announces, or the usual places of one.
//!
//! In: an address as a person typed it. Out: feeds that were opened and read.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Error, Fetched, Kind, Want, Web};
use crate::feed::{self, Feed, USUAL_PATHS};
use crate::text;

/// A feed that was opened and read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundFeed {
    /// Its address, after permanent redirects.
    pub url: String,
    /// Its title.
    pub title: Option<String>,
    /// How many items a day it has, as far as can be told.
    pub a_day: Option<u32>,
    /// When its newest item came.
    pub newest: Option<DateTime<Utc>>,
}

impl FoundFeed {
    /// A feed of which no more is known than its address and perhaps its title.
    #[must_use]
    pub fn at(url: impl Into<String>, title: Option<String>) -> Self {
        Self { url: url.into(), title, ..Self::default() }
    }
}

/// Most candidates of a site that are opened to be shown.
const CANDIDATES: usize = 6;

/// Opens an address and, when it is a page, the feeds it announces, or else the usual ones of its site.
///
/// Every feed found was opened and read; none found is no error.
///
/// # Errors
/// When the address itself cannot be opened.
pub async fn feeds_of_site(web: &Web, wanted: &str, now: DateTime<Utc>) -> Result<Vec<FoundFeed>, Error> {
    let fetched = open(web, wanted).await?;
    if let Some(found) = read(&fetched, now).await {
        return Ok(vec![found]);
    }
    let page = fetched.final_url.clone();
    let (html, base) = (String::from_utf8_lossy(&fetched.body).into_owned(), page.clone());
    let announced =
        tokio::task::spawn_blocking(move || feed::discover(&html, &base)).await.unwrap_or_default();
    let mut found: Vec<FoundFeed> = Vec::new();
    for candidate in announced.into_iter().take(CANDIDATES) {
        if let Some(mut feed) = open_feed(web, &candidate.url, now).await
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
        if let Some(feed) = open_feed(web, url.as_str(), now).await {
            return Ok(vec![feed]);
        }
    }
    Ok(Vec::new())
}

/// Opens an address as typed: without a scheme by https, and by http where that cannot be had.
async fn open(web: &Web, wanted: &str) -> Result<Fetched, Error> {
    if wanted.contains("://") {
        return web.get(Want::new(wanted, Kind::Site)).await;
    }
    match web.get(Want::new(format!("https://{wanted}"), Kind::Site)).await {
        Err(Error::Unreachable(_) | Error::Tls(_) | Error::TimedOut { .. }) => {
            web.get(Want::new(format!("http://{wanted}"), Kind::Site)).await
        }
        answer => answer,
    }
}

async fn open_feed(web: &Web, url: &str, now: DateTime<Utc>) -> Option<FoundFeed> {
    let fetched = web.get(Want::new(url, Kind::Site)).await.ok()?;
    read(&fetched, now).await
}

/// Reads a document as a feed; a panic of a reader is no feed.
async fn read(fetched: &Fetched, now: DateTime<Utc>) -> Option<FoundFeed> {
    let (body, kind) = (fetched.body.clone(), fetched.headers.content_type.clone());
    let url = fetched.permanent_redirect.as_ref().unwrap_or(&fetched.final_url).to_string();
    let base = url.clone();
    let read = tokio::task::spawn_blocking(move || feed::parse(&body, Some(&base), kind.as_deref()).ok());
    let feed = read.await.ok().flatten()?;
    Some(FoundFeed { url, title: feed.title.clone(), a_day: a_day(&feed, now), newest: newest(&feed) })
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

/// The host of an address as typed, without `www.`.
#[must_use]
pub fn host_as_typed(wanted: &str) -> String {
    let whole = if wanted.contains("://") { wanted.to_owned() } else { format!("https://{wanted}") };
    text::host(&whole).unwrap_or_else(|| wanted.to_owned())
}
