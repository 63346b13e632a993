//! The one door to the web: every address a person can name is opened here and nowhere else.
//!
//! In: a [`Want`] (an address, what for, the validators of last time). Out: a [`Fetched`], or an [`Error`] whose
//! `Display` is one plain line for a person. Invariants: no connection to an address that is not public or opened by
//! [`Settings::allow_nets`], on any hop and in any spelling; never more than the cap of decompressed bytes in memory;
//! never longer than the deadline; no cookies, no Referer, and validators only to the host that was asked.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use url::Url;

mod allow;
mod body;
mod client;
mod error;
mod flight;
mod follow;
mod guard;
mod headers;
mod pace;
mod resolve;
mod retry_after;
mod robots;
mod site_feeds;

pub use allow::{AllowedNet, BadAllowedNet};
pub use error::Error;
pub(crate) use flight::Flights;
pub use guard::address_is_public;
pub use headers::Headers;
pub use resolve::{Lookup, LookupAnswer};
pub use retry_after::RetryAfter;
pub use site_feeds::{FoundFeed, feeds_of_site, host_as_typed};

/// What the door may do; filled by `config`.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Cap on the decompressed bytes of a feed.
    pub max_feed_bytes: usize,
    /// Cap on the decompressed bytes of a page.
    pub max_page_bytes: usize,
    /// Longest time for one want over all its hops, waiting for one's turn at a host not counted.
    pub timeout: Duration,
    /// Longest time to connect.
    pub connect_timeout: Duration,
    /// Least time between the starts of two requests to one host.
    pub spacing: Duration,
    /// Most requests in flight to one host.
    pub per_host: usize,
    /// Nets and ports that are open although they are not public.
    pub allow_nets: Vec<AllowedNet>,
    /// Address of whoever runs this bot, put in the User-Agent.
    pub contact: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_feed_bytes: 8 << 20,
            max_page_bytes: 4 << 20,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            spacing: Duration::from_secs(1),
            per_host: 2,
            allow_nets: Vec::new(),
            contact: None,
        }
    }
}

/// What an address is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A feed that was subscribed: robots.txt is not asked.
    Feed,
    /// What a person named, a feed or a site that has feeds: robots.txt is not asked.
    Site,
    /// An article page: robots.txt is asked first.
    Page,
    /// A host's robots.txt itself.
    Robots,
}

/// One thing to fetch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Want {
    /// Its address as given.
    pub url: String,
    /// What for.
    pub kind: Kind,
    /// The `ETag` of last time, sent back as `If-None-Match` byte for byte.
    pub etag: Option<String>,
    /// The `Last-Modified` of last time, sent back as `If-Modified-Since` byte for byte.
    pub last_modified: Option<String>,
    /// Subscribers of the feed, told to its server in the User-Agent.
    pub subscribers: Option<u32>,
}

impl Want {
    /// Wants `url`, without validators.
    #[must_use]
    pub fn new(url: impl Into<String>, kind: Kind) -> Self {
        Self { url: url.into(), kind, etag: None, last_modified: None, subscribers: None }
    }
}

/// What came back: a 2xx answer with its body, or 304 without one.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// Where the answer came from, after redirects.
    pub final_url: Url,
    /// The final address when every redirect on the way was permanent (301 or 308).
    pub permanent_redirect: Option<Url>,
    /// The status code.
    pub status: u16,
    /// Headers somebody asks for.
    pub headers: Headers,
    /// The decompressed body.
    pub body: axum::body::Bytes,
}

impl Fetched {
    /// True for 304: nothing new since the validators.
    #[must_use]
    pub fn not_modified(&self) -> bool {
        self.status == 304
    }
}

/// The door; cheap to clone, one for the whole program.
#[derive(Clone)]
pub struct Web {
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    guard: guard::Guard,
    clients: client::Clients,
    pace: pace::Pace,
    robots: robots::Cache,
    flights: Flights<Want, Result<Fetched, Error>>,
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

impl Web {
    /// Builds the door.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(settings: Settings) -> anyhow::Result<Self> {
        Self::with_lookup(settings, Arc::new(resolve::System))
    }

    /// Builds the door with another way to look host names up; its answers are filtered all the same.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a caller hands over its lookup without naming the trait object"
    )]
    pub fn with_lookup(settings: Settings, lookup: Arc<dyn Lookup>) -> anyhow::Result<Self> {
        let guard = guard::Guard::new(&settings.allow_nets);
        let inner = Inner {
            clients: client::Clients::new(&settings, &guard, &lookup)?,
            pace: pace::Pace::new(settings.per_host, settings.spacing),
            robots: robots::Cache::default(),
            flights: Flights::default(),
            guard,
            settings,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Fetches one thing; the same thing wanted twice at once is fetched once.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn get(&self, want: Want) -> Result<Fetched, Error> {
        let flight = self.inner.flights.join(&want, || {
            let inner = Arc::clone(&self.inner);
            let want = want.clone();
            async move { inner.get(&want).await }.boxed()
        });
        flight.await
    }

    /// Checks an address without opening it, so that a person hears at once what is wrong with it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn check(&self, url: &str) -> Result<Url, Error> {
        self.inner.guard.parse(url)
    }
}

impl Inner {
    async fn get(&self, want: &Want) -> Result<Fetched, Error> {
        let url = self.guard.parse(&want.url)?;
        self.follow(want, url).await
    }
}

#[cfg(test)]
mod tests;
