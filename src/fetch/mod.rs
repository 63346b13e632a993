//! The one door to the web: every address a person can name is opened here and nowhere else.
//!
//! In: a [`Want`] (an address, what for, the validators of last time). Out: a [`Fetched`], or an [`Error`] whose
//! `Display` is one plain line for a person. Invariants: no connection to an address that is not public or opened by
//! [`Settings::allow_nets`], on any hop and in any spelling; never more than the cap of decompressed bytes in memory;
//! never longer than the deadline; no cookies, no Referer, and validators only to the host that was asked.

use std::fmt;
use std::sync::Arc;

use futures_util::FutureExt;
use url::Url;

mod body;
mod client;
mod error;
mod flight;
mod follow;
mod guard;
mod headers;
mod pace;
mod robots;
mod settings;
mod site_feeds;
mod want;

pub use error::Error;
pub(crate) use flight::Flights;
use follow::Door;
pub use guard::{AllowedNet, BadAllowedNet, Lookup, LookupAnswer, address_is_public};
pub use headers::{Headers, RetryAfter};
pub use settings::Settings;
pub use site_feeds::{FoundFeed, feeds_of_site, host_as_typed};
pub use want::{Fetched, Kind, Want};

/// The door; cheap to clone, one for the whole program.
#[derive(Clone)]
pub struct Web {
    door: Arc<Door>,
    flights: Flights<Want, Result<Fetched, Error>>,
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web").field("settings", &self.door.settings).finish_non_exhaustive()
    }
}

impl Web {
    /// Builds the door.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(settings: Settings) -> anyhow::Result<Self> {
        Self::with_lookup(settings, Arc::new(guard::System))
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
        let door = Door::new(settings, &lookup)?;
        Ok(Self { door: Arc::new(door), flights: Flights::default() })
    }

    /// Fetches one thing; the same thing wanted twice at once is fetched once.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn get(&self, want: Want) -> Result<Fetched, Error> {
        let flight = self.flights.join(&want, || {
            let door = Arc::clone(&self.door);
            let want = want.clone();
            async move { door.get(&want).await }.boxed()
        });
        flight.await
    }

    /// Checks an address without opening it, so that a person hears at once what is wrong with it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn check(&self, url: &str) -> Result<Url, Error> {
        self.door.guard.parse(url)
    }
}

#[cfg(test)]
mod tests;
