//! Where it is remembered what could not be read in time: in the database, over restarts.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Mutex, MutexGuard};

use crate::clock::Clock;
use crate::store::quotas::overdue;
use crate::store::{self, Store};

/// How long readings go one by one after a start that follows no clean end.
const CAREFUL: TimeDelta = TimeDelta::minutes(10);

/// The book of what could not be read in time; cheap to clone.
#[derive(Debug, Clone)]
pub struct Overdue {
    store: Arc<Store>,
    clock: Clock,
    careful_until: Option<DateTime<Utc>>,
    /// Held by the one reading that is under way in a careful time.
    alone: Arc<Mutex<()>>,
}

impl Overdue {
    /// Remembers in the database; careful for a while where it was left open by the program before.
    #[must_use]
    pub fn new(store: Arc<Store>, clock: Clock) -> Self {
        let careful_until = store.was_left_open().then(|| clock.now() + CAREFUL);
        Self { store, clock, careful_until, alone: Arc::default() }
    }

    /// Waits until no other reading is under way, in a careful time; nothing at any other.
    pub(super) async fn alone(&self) -> Option<MutexGuard<'_, ()>> {
        if self.careful_until.is_some_and(|until| self.clock.now() < until) {
            Some(self.alone.lock().await)
        } else {
            None
        }
    }

    /// How often this failed; what cannot be read counts as never.
    pub(super) async fn times(&self, what: &[u8]) -> i64 {
        match self.store.read().await {
            Ok(mut read) => overdue::times(&mut read, what).await.unwrap_or_default(),
            Err(_) => 0,
        }
    }

    /// Notes one more time that it did not end, and tells how many there are.
    pub(super) async fn note(&self, what: &[u8]) -> i64 {
        let note = async {
            let mut write = self.store.begin().await?;
            let times = overdue::note(&mut write, what, self.clock.now()).await?;
            write.commit().await?;
            store::Result::Ok(times)
        };
        note.await.unwrap_or_else(|fault| not_written(&fault))
    }

    pub(super) async fn ended(&self, what: &[u8]) {
        let forget = async {
            let mut write = self.store.begin().await?;
            overdue::ended(&mut write, what).await?;
            write.commit().await
        };
        if let Err(fault) = forget.await {
            not_written(&fault);
        }
    }

    #[cfg(test)]
    pub(super) fn after_a_kill(self) -> Self {
        Self { careful_until: Some(self.clock.now() + CAREFUL), ..self }
    }
}

fn not_written(fault: &store::Error) -> i64 {
    tracing::warn!(%fault, "what takes too long was not written down");
    1
}
