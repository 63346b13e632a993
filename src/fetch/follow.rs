//! One want over all its hops: each is checked, waits its turn, and answers or leads on.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{self, HeaderMap};
use reqwest::{Response, StatusCode};
use tokio::time::Instant;
use url::Url;

use super::client::{Clients, explain};
use super::error::Error;
use super::guard::{Guard, Lookup, host_of};
use super::headers::Headers;
use super::pace::Pace;
use super::robots::{self, Robots};
use super::settings::Settings;
use super::want::{Fetched, Kind, Want};
use super::{body, headers};
use crate::feed::secret::is_private_ip;

/// Most redirects that are followed.
const MOST_REDIRECTS: usize = 5;
/// Most bytes of an error page that are read to tell a challenge.
const CHALLENGE_BYTES: usize = 32 << 10;
/// Cap on a robots.txt in bytes (RFC 9309, 2.5, asks for at least 500 KiB).
const ROBOTS_BYTES: usize = 512 << 10;

/// Cap on an archive of translation models in bytes, and the longest time for one.
const MODEL_BYTES: usize = 200 << 20;
const MODEL_TIME: Duration = Duration::from_mins(30);

/// What every fetch goes through.
pub(super) struct Door {
    pub(super) settings: Settings,
    pub(super) guard: Guard,
    clients: Clients,
    pace: Pace,
    robots: Robots,
}

enum Hop {
    Done(Box<Fetched>),
    On { to: Url, permanent: bool, is_private: bool },
}

impl Door {
    pub(super) fn new(settings: Settings, lookup: &Arc<dyn Lookup>) -> anyhow::Result<Self> {
        let guard = Guard::new(&settings.allow_nets);
        Ok(Self {
            clients: Clients::new(&settings, &guard, lookup)?,
            pace: Pace::new(settings.per_host, settings.spacing),
            robots: Robots::default(),
            guard,
            settings,
        })
    }

    pub(super) async fn get(&self, want: &Want) -> Result<Fetched, Error> {
        let url = self.guard.parse(&want.url)?;
        self.follow(want, url).await
    }

    /// Fetches `want` from `url` on, following redirects by hand.
    async fn follow(&self, want: &Want, url: Url) -> Result<Fetched, Error> {
        let first = url.clone();
        let mut here = url;
        let mut seen = Vec::new();
        let (mut all_permanent, mut any_private) = (true, false);
        let mut left = self.settings.limit(want.failures);
        if want.kind == Kind::Model {
            left = left.max(MODEL_TIME);
        }
        loop {
            self.guard.check(&here)?;
            if want.kind == Kind::Page {
                self.robots.ask(&here, || self.fetch_robots(&here)).await?;
            }
            let _turn = self.pace.turn(here.host_str().unwrap_or_default()).await;
            let begin = Instant::now();
            let same_host = here.host() == first.host();
            let hop = tokio::time::timeout(left, self.hop(want, &here, same_host));
            let hop = hop.await.map_err(|_elapsed| self.timed_out(&here))??;
            left = left.saturating_sub(begin.elapsed());
            match hop {
                Hop::Done(mut fetched) => {
                    let moved = all_permanent && !seen.is_empty();
                    fetched.permanent_redirect = moved.then(|| fetched.final_url.clone());
                    fetched.is_private |= any_private;
                    return Ok(*fetched);
                }
                Hop::On { to, permanent, is_private } => {
                    all_permanent &= permanent;
                    any_private |= is_private;
                    seen.push(std::mem::replace(&mut here, to));
                    if seen.contains(&here) {
                        return Err(Error::Loop(host_of(&first)));
                    }
                    if seen.len() > MOST_REDIRECTS {
                        return Err(Error::TooManyRedirects(host_of(&first)));
                    }
                }
            }
        }
    }

    /// The robots.txt of a page's host.
    fn fetch_robots<'a>(&'a self, page: &Url) -> BoxFuture<'a, Result<Option<Fetched>, Error>> {
        let url = robots::address(page);
        async move {
            let Some(url) = url else { return Ok(None) };
            let want = Want::new(url.as_str(), Kind::Robots);
            self.follow(&want, url).await.map(Some)
        }
        .boxed()
    }

    async fn hop(&self, want: &Want, url: &Url, same_host: bool) -> Result<Hop, Error> {
        let seconds = self.seconds();
        let request = self.clients.at(url).get(url.clone());
        let request = request.headers(headers::request(&self.settings, want, same_host));
        let response = request.send().await.map_err(|fault| explain(fault, url, seconds))?;
        // A name that resolves anew between check and connection is caught here, before a byte is believed.
        let peer = response.remote_addr().filter(|peer| self.guard.permits(*peer));
        let Some(peer) = peer else { return Err(Error::Private(host_of(url))) };
        let is_private = is_private_ip(peer.ip());
        let status = response.status();
        if is_redirect(status) {
            return target(&response, url).map(|to| Hop::On {
                to,
                permanent: matches!(status.as_u16(), 301 | 308),
                is_private,
            });
        }
        let validated = same_host && (want.etag.is_some() || want.last_modified.is_some());
        let body = if status == StatusCode::NOT_MODIFIED && validated {
            None
        } else if status.is_success() {
            Some(())
        } else {
            return Err(refusal(response, url).await);
        };
        let headers = Headers::read(response.headers());
        let body = match body {
            Some(()) => body::read(response, url, self.limit(want.kind), seconds).await?,
            None => axum::body::Bytes::new(),
        };
        let final_url = url.clone();
        let status = status.as_u16();
        let permanent_redirect = None;
        Ok(Hop::Done(Box::new(Fetched { final_url, permanent_redirect, status, headers, is_private, body })))
    }

    fn limit(&self, kind: Kind) -> usize {
        match kind {
            Kind::Feed | Kind::Site => self.settings.max_feed_bytes,
            Kind::Page => self.settings.max_page_bytes,
            Kind::Robots => ROBOTS_BYTES,
            Kind::Model => MODEL_BYTES,
        }
    }

    fn seconds(&self) -> u64 {
        self.settings.timeout.max(Duration::from_secs(1)).as_secs()
    }

    fn timed_out(&self, url: &Url) -> Error {
        Error::TimedOut { host: host_of(url), seconds: self.seconds() }
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Where a redirect leads.
pub(super) fn target(response: &Response, url: &Url) -> Result<Url, Error> {
    let bad = || Error::BadRedirect(host_of(url));
    let location = response.headers().get(header::LOCATION).ok_or_else(bad)?;
    let location = String::from_utf8_lossy(location.as_bytes());
    let mut to = url.join(location.trim()).map_err(|_fault| bad())?;
    to.set_fragment(None);
    if url.scheme() == "https" && to.scheme() == "http" {
        return Err(Error::Downgrade(host_of(url)));
    }
    Ok(to)
}

async fn refusal(response: Response, url: &Url) -> Error {
    let host = host_of(url);
    let status = response.status().as_u16();
    let retry_after = Headers::read(response.headers()).retry_after;
    if matches!(status, 403 | 429 | 503) && is_challenge(response).await {
        return Error::Challenge(host);
    }
    match status {
        404 => Error::NotFound(host),
        410 => Error::Gone(host),
        401 | 402 | 403 | 451 => Error::Forbidden { host, status },
        429 => Error::RateLimited { host, retry_after },
        500.. => Error::ServerTrouble { host, status, retry_after },
        _ => Error::Status { host, status },
    }
}

async fn is_challenge(response: Response) -> bool {
    let says = |map: &HeaderMap, name: &str, what: &str| {
        let value = map.get(name).map(|value| value.as_bytes().to_ascii_lowercase());
        value.is_some_and(|value| value == what.as_bytes())
    };
    if says(response.headers(), "cf-mitigated", "challenge") {
        return true;
    }
    if !says(response.headers(), "server", "cloudflare") {
        return false;
    }
    let page = body::beginning(response, CHALLENGE_BYTES).await;
    let page = String::from_utf8_lossy(&page);
    ["challenge-platform", "cf-chl", "cf_chl", "<title>Just a moment"].iter().any(|mark| page.contains(mark))
}
