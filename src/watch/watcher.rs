//! What the watch works with.

use std::sync::Arc;

use url::Url;

use crate::clock::Clock;
use crate::editor::Editor;
use crate::feed::schedule::Bounds;
use crate::store::Store;

/// What the watch works with.
#[derive(Debug, Clone)]
pub struct Watch {
    /// The database.
    pub store: Arc<Store>,
    /// Briefs articles; feeds are asked through its door to the web.
    pub editor: Editor,
    /// The time.
    pub clock: Clock,
    /// Bounds of the polling interval.
    pub bounds: Bounds,
    /// Name of the bot, for links into it.
    pub bot: Option<String>,
}

/// The host of an address, without port; the address itself when it has none.
pub(super) fn host(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}

/// Chance for the schedule, from -1 to 1.
pub(super) fn jitter() -> f64 {
    fastrand::f64() * 2.0 - 1.0
}
