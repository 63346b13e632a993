//! What is done once a day: a copy of the database, and forgetting what is past its time.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::store::{Store, backup, retention};

/// How often it is done.
const DAY: TimeDelta = TimeDelta::hours(24);

/// Time left to the start before the first round.
const AFTER_START: TimeDelta = TimeDelta::minutes(2);

/// The longest sleep.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// Keeps house until `stop`.
pub(super) async fn run(store: &Store, clock: Clock, stop: &CancellationToken) {
    let mut due = clock.now() + AFTER_START;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = clock.sleep_until(due, LONGEST_SLEEP) => {}
        }
        let now = clock.now();
        // a time further ahead than a day means that the clock was set back
        if now >= due || due - now > DAY {
            round(store, now).await;
            due = now + DAY;
        }
    }
}

async fn round(store: &Store, now: DateTime<Utc>) {
    match backup::daily(store, now).await {
        Ok(Some(path)) => tracing::info!(path = %path.display(), "the database was copied"),
        Ok(None) => {}
        Err(fault) => tracing::error!("the daily copy of the database failed: {fault:#}"),
    }
    match tidy(store, now).await {
        Ok(0) => {}
        Ok(rows) => tracing::info!(rows, "forgot what is past its time"),
        Err(fault) => tracing::error!("tidying up failed: {fault:#}"),
    }
}

async fn tidy(store: &Store, now: DateTime<Utc>) -> anyhow::Result<u64> {
    let mut write = store.begin().await?;
    let rows = retention::tidy(&mut write, now).await?;
    write.commit().await?;
    Ok(rows)
}
