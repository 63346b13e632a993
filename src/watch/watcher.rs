//! What the watch works with.

use std::sync::Arc;

use tokio::sync::Mutex;
use url::Url;

use crate::clock::Clock;
use crate::editor::Editor;
use crate::feed::schedule::Bounds;
use crate::store::Store;
use crate::story::Window;

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
    /// The stories that are open, so that an article is stored together with its story.
    pub stories: Stories,
}

/// The stories that are open, once they were read. Whoever holds them and writes takes them before the transaction.
#[derive(Debug, Clone, Default)]
pub struct Stories(pub(super) Arc<Mutex<Option<Known>>>);

/// What grouping knows between its rounds.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) window: Window,
    /// The last arrival that was looked at.
    pub(super) arrival: i64,
}

/// The host of an address, without port; the address itself when it has none.
pub(super) fn host(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}

/// Chance for the schedule, from -1 to 1.
pub(super) fn jitter() -> f64 {
    fastrand::f64() * 2.0 - 1.0
}
