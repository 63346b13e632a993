//! The deadline of one reading: asked to end after a while, given up after another, and remembered.
//!
//! Reading runs on a blocking thread, which nobody can end from outside. After [`Limits::patience`] it is asked to end with
//! what it has found, and that is stored, so that what ends the program from then on counts, too. What has not ended after
//! [`Limits::longest`] is given up, and what failed so twice is not taken up again.
//!
//! What counts is the time the reading itself had a processor: on a busy host no article is refused for what others do. A
//! reading that is stuck without work is asked to end and given up by the wall's time ([`Limits::stuck`]).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinError, JoinHandle};

use super::error::Error;
use super::places::Place;
use super::worked::{self, Thread, by_kernel};
use crate::clock::Clock;
use crate::store::quotas::overdue;
use crate::store::{self, Store};
use crate::text::Stop;

/// Times something may fail the deadline.
const MOST_TIMES: i64 = 2;

/// The shortest wait between two looks at how long a reading has worked.
const SHORTEST: Duration = Duration::from_millis(5);

/// How long a reading may work.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// After so much work it is asked to end.
    pub patience: Duration,
    /// After so much work it is given up.
    pub longest: Duration,
    /// After this it is asked to end however little it worked; it is given up when as much has gone by again as lies between
    /// the other two.
    pub stuck: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            patience: Duration::from_secs(10),
            longest: Duration::from_secs(30),
            stuck: Duration::from_mins(2),
        }
    }
}

/// Readings that may go on behind those who gave them up; beyond these a place is kept until its reading ends.
pub(super) const RUNAWAYS: usize = 4;

/// Where it is remembered what could not be read in time.
#[derive(Debug, Clone)]
pub struct Overdue {
    /// The database.
    pub store: Arc<Store>,
    /// Tells the time.
    pub clock: Clock,
}

impl Overdue {
    /// How often this failed; what cannot be read counts as never.
    async fn times(&self, what: &[u8]) -> i64 {
        match self.store.read().await {
            Ok(mut read) => overdue::times(&mut read, what).await.unwrap_or_default(),
            Err(_) => 0,
        }
    }

    async fn note(&self, what: &[u8]) -> store::Result<i64> {
        let mut write = self.store.begin().await?;
        let times = overdue::note(&mut write, what, self.clock.now()).await?;
        write.commit().await?;
        Ok(times)
    }

    async fn ended(&self, what: &[u8]) -> store::Result<()> {
        let mut write = self.store.begin().await?;
        overdue::ended(&mut write, what).await?;
        write.commit().await
    }
}

/// What is to be read, as it is remembered.
#[must_use]
pub(super) fn key(what: &str) -> Vec<u8> {
    Sha256::digest(what).to_vec()
}

/// Refuses what failed too often.
pub(super) async fn refused(book: Option<&Overdue>, what: &[u8]) -> Result<(), Error> {
    let times = match book {
        Some(book) => book.times(what).await,
        None => 0,
    };
    if times >= MOST_TIMES { Err(Error::Overdue { is_last: true }) } else { Ok(()) }
}

/// Runs a reading on a blocking thread within the limits; its place is free again when it has ended, or is given up and few
/// go on so.
///
/// # Errors
/// The job's own, [`Error::Damaged`] when it panics, and [`Error::Overdue`] when it is given up.
pub(super) async fn run<T: Send + 'static>(
    job: impl FnOnce(&Stop) -> Result<T, Error> + Send + 'static,
    (book, what): (Option<&Overdue>, &[u8]),
    limits: Limits,
    held: (Option<Place>, &Arc<Semaphore>),
) -> Result<T, Error> {
    run_by(by_kernel, job, (book, what), limits, held).await
}

/// The same by another clock of work.
async fn run_by<T: Send + 'static>(
    clock: worked::Read,
    job: impl FnOnce(&Stop) -> Result<T, Error> + Send + 'static,
    (book, what): (Option<&Overdue>, &[u8]),
    limits: Limits,
    (place, runaways): (Option<Place>, &Arc<Semaphore>),
) -> Result<T, Error> {
    let watched = Thread::new(clock);
    let stop = Stop::default();
    let held = Arc::new(Mutex::new(Held { place, beyond: None }));
    let (asked, kept, own) = (stop.clone(), Arc::clone(&held), Arc::clone(&watched));
    let mut thread = tokio::task::spawn_blocking(move || {
        own.is_this();
        let done = job(&asked);
        drop(kept);
        done
    });
    if let Some(done) = within(&mut thread, &watched, limits.patience, limits.stuck).await {
        return done.unwrap_or(Err(Error::Damaged));
    }
    stop.ask();
    let times = match book {
        Some(book) => book.note(what).await.unwrap_or_else(|fault| not_written(&fault)),
        None => 1,
    };
    let stuck = limits.stuck + limits.longest.saturating_sub(limits.patience);
    let Some(done) = within(&mut thread, &watched, limits.longest, stuck).await else {
        give_back(&held, runaways);
        tracing::warn!(times, "an article could not be read in time");
        return Err(Error::Overdue { is_last: times >= MOST_TIMES });
    };
    if let Some(book) = book {
        book.ended(what).await.unwrap_or_else(|fault| {
            not_written(&fault);
        });
    }
    done.unwrap_or(Err(Error::Damaged))
}

/// Waits for a thread to end; none when it has worked for `most`, or `stuck` has gone by.
async fn within<T>(
    thread: &mut JoinHandle<T>,
    watched: &Thread,
    most: Duration,
    stuck: Duration,
) -> Option<Result<T, JoinError>> {
    loop {
        // it cannot work for longer than time goes by
        let left = most.saturating_sub(watched.worked()).min(stuck.saturating_sub(watched.wall()));
        if left.is_zero() {
            return None;
        }
        if let Ok(done) = tokio::time::timeout(left.max(SHORTEST), &mut *thread).await {
            return Some(done);
        }
    }
}

/// What a reading holds until it ends.
struct Held {
    place: Option<Place>,
    /// Its place among the few that may go on when they were given up.
    beyond: Option<OwnedSemaphorePermit>,
}

/// Takes the place from a reading that was given up, as long as few go on so.
fn give_back(held: &Mutex<Held>, runaways: &Arc<Semaphore>) {
    let Ok(beyond) = Arc::clone(runaways).try_acquire_owned() else { return };
    let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
    drop(held.beyond.replace(beyond));
    let place = held.place.take();
    drop(held);
    drop(place);
}

fn not_written(fault: &store::Error) -> i64 {
    tracing::warn!(%fault, "what takes too long was not written down");
    1
}

#[cfg(test)]
mod tests;
