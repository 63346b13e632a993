//! The one door to the clock. Loops ask it and pass `now` on; nothing else does.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Tells the time: the system's, or the system's moved by a fixed amount so that a test can stand at any date.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    moved: TimeDelta,
}

impl Clock {
    /// Makes a clock that reads `start` now and runs on at the system's pace.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self { moved: start - Self::default().now() }
    }

    /// The present instant.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the door")]
    pub fn now(self) -> DateTime<Utc> {
        Utc::now() + self.moved
    }

    /// Sleeps until `due`, at most `longest`; returns at once when `due` has passed.
    pub async fn sleep_until(self, due: DateTime<Utc>, longest: Duration) {
        let wait = (due - self.now()).to_std().unwrap_or_default().min(longest);
        tokio::time::sleep(wait).await;
    }
}
