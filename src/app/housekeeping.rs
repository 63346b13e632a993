//! What is done once a day: a copy of the database, and forgetting what is past its time; once a week, and after a start
//! that found the database left open: looking whether it is sound.
//!
//! Nothing of it is waited for: rows are deleted slice by slice, and what is checked is read beside the readers of others.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use super::leap;
use crate::bot::telegram::{self, Bot};
use crate::clock::Clock;
use crate::config::Keep;
use crate::store::people::spellings;
use crate::store::{self, OpenError, Store, backup, check, full_text, retention, upkeep};

/// How often it is done.
const DAY: TimeDelta = TimeDelta::hours(24);

/// How often the whole archive is checked.
const WEEK: TimeDelta = TimeDelta::days(7);

/// How soon it is tried again where the clock is not believed.
const DOUBTED: TimeDelta = TimeDelta::hours(1);

/// Time left to the start before the first round.
const AFTER_START: TimeDelta = TimeDelta::minutes(2);

/// The longest sleep.
const LONGEST_SLEEP: Duration = Duration::from_mins(1);

/// Articles whose stems are noted in one transaction.
const STEMMED_A_SLICE: i64 = 25;

/// The pause after each slice, in which others write.
const PAUSE: Duration = Duration::from_millis(50);

/// Keeps house until `stop`.
///
/// # Errors
/// When the database is found damaged: then nothing more is written.
pub(super) async fn run(
    store: &Store,
    keep: Keep,
    clock: Clock,
    bot: &Bot,
    stop: &CancellationToken,
) -> Result<(), OpenError> {
    if let Err(fault) = leap::begin(store, clock.now()).await {
        tracing::error!("when the last run was cannot be noted: {}", store::told(&fault));
    }
    if store.was_left_open() {
        tracing::info!("the database was left open by the last run; its tables of work are being checked");
        checked(store, false).await?;
    }
    if let Err(fault) = stop.run_until_cancelled(stemmed(store, clock)).await.unwrap_or(Ok(())) {
        let why = store::told(&fault);
        tracing::error!("noting the stems of older articles failed; it goes on at the next start: {why}");
    }
    let mut due = clock.now() + AFTER_START;
    loop {
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = store.doubted().notified() => checked(store, true).await?,
            () = clock.sleep_until(due, LONGEST_SLEEP) => {}
        }
        let now = clock.now();
        // a time further ahead than a day means that the clock was set back
        if now >= due || due - now > DAY {
            due = now + stop.run_until_cancelled(round(store, keep, clock, bot)).await.unwrap_or(Ok(DAY))?;
        }
    }
}

/// One round; how long it is until the next.
async fn round(store: &Store, keep: Keep, clock: Clock, bot: &Bot) -> Result<TimeDelta, OpenError> {
    let now = clock.now();
    match backup::daily(store, keep.daily_copies as usize, now).await {
        Ok(Some(path)) => tracing::info!(path = %path.display(), "the database was copied"),
        Ok(None) => {}
        Err(fault) => tracing::error!("the daily copy of the database failed: {}", store::told(&fault)),
    }
    let believed = leap::is_believed(store, now, telegram::time::told(bot)).await;
    let next = if matches!(believed, Ok(false)) { DOUBTED } else { DAY };
    let tidied = match believed {
        Ok(true) => tidy(store, keep, now, clock).await,
        Ok(false) => Ok(0),
        Err(fault) => Err(fault),
    };
    match tidied {
        Ok(0) => {}
        Ok(rows) => tracing::info!(rows, "forgot what is past its time"),
        Err(fault) => tracing::error!("tidying up failed: {}", store::told(&fault)),
    }
    match weekly(store, now).await {
        Ok(true) => checked(store, true).await?,
        Ok(false) => {}
        Err(fault) => {
            tracing::error!("when the database was checked last cannot be read: {}", store::told(&fault));
        }
    }
    Ok(next)
}

async fn tidy(store: &Store, keep: Keep, now: DateTime<Utc>, clock: Clock) -> anyhow::Result<u64> {
    let before: Option<DateTime<Utc>> = keep.articles_days.map(|days| now - TimeDelta::days(days.into()));
    let mut all = 0;
    loop {
        let mut write = store.begin().await?;
        let rows = retention::tidy(&mut write, now, before).await?;
        write.commit().await?;
        all += rows;
        if rows == 0 {
            break;
        }
        // a watcher sees the loop go on
        clock.goes_on();
        tokio::time::sleep(PAUSE).await;
    }
    loop {
        let mut write = store.begin().await?;
        let more = retention::shrink(&mut write).await?;
        write.commit().await?;
        if !more {
            return Ok(all);
        }
        clock.goes_on();
        tokio::time::sleep(PAUSE).await;
    }
}

/// Notes the stems of articles, and whose spellings names are, stored by programs that noted neither.
async fn stemmed(store: &Store, clock: Clock) -> anyhow::Result<()> {
    loop {
        let mut write = store.begin().await?;
        let more = spellings::settle_older(&mut write, STEMMED_A_SLICE).await?
            || full_text::rebuild(&mut write, STEMMED_A_SLICE).await?;
        write.commit().await?;
        if !more {
            return Ok(());
        }
        clock.goes_on();
        tokio::time::sleep(PAUSE).await;
    }
}

/// Whether the archive is to be checked now; notes that it is.
async fn weekly(store: &Store, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let mut write = store.begin().await?;
    let due = upkeep::due(&mut write, upkeep::CHECK, WEEK, now).await?;
    write.commit().await?;
    Ok(due)
}

/// Checks the tables; damage ends all writing.
async fn checked(store: &Store, all: bool) -> Result<(), OpenError> {
    if store.is_taken_away() {
        return Err(OpenError::TakenAway(store.path().to_owned()));
    }
    match check::tables(store.path(), all).await {
        Err(fault @ OpenError::Damaged { .. }) => {
            store.halt();
            Err(fault)
        }
        Err(fault) => {
            tracing::error!("the database could not be checked: {fault}");
            Ok(())
        }
        Ok(()) => {
            tracing::info!(all, "the database was checked and is sound");
            Ok(())
        }
    }
}
