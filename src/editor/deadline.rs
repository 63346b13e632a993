//! The deadline of one reading: asked to end after a while, given up after another, and remembered.
//!
//! Reading runs on a blocking thread, which nobody can end from outside. After [`Limits::patience`] it is asked to end with
//! what it has found, and that is stored, so that what ends the program from then on counts, too. What has not ended after
//! [`Limits::longest`] is given up, and what failed so twice is not taken up again.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::error::Error;
use super::places::Place;
use crate::clock::Clock;
use crate::store::quotas::overdue;
use crate::store::{self, Store};
use crate::text::Stop;

/// Times something may fail the deadline.
const MOST_TIMES: i64 = 2;

/// How long a reading may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// After this it is asked to end.
    pub patience: Duration,
    /// After this it is given up.
    pub longest: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { patience: Duration::from_secs(10), longest: Duration::from_secs(30) }
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
    (place, runaways): (Option<Place>, &Arc<Semaphore>),
) -> Result<T, Error> {
    let stop = Stop::default();
    let held = Arc::new(Mutex::new(Held { place, beyond: None }));
    let (asked, kept) = (stop.clone(), Arc::clone(&held));
    let mut thread = tokio::task::spawn_blocking(move || {
        let done = job(&asked);
        drop(kept);
        done
    });
    if let Ok(done) = tokio::time::timeout(limits.patience, &mut thread).await {
        return done.unwrap_or(Err(Error::Damaged));
    }
    stop.ask();
    let times = match book {
        Some(book) => book.note(what).await.unwrap_or_else(|fault| not_written(&fault)),
        None => 1,
    };
    let done = tokio::time::timeout(limits.longest.saturating_sub(limits.patience), &mut thread).await;
    let Ok(done) = done else {
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
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::store::tests::{noon, scratch};

    const QUICK: Limits = Limits { patience: Duration::from_millis(5), longest: Duration::from_millis(50) };

    fn runaways() -> Arc<Semaphore> {
        Arc::new(Semaphore::new(1))
    }

    fn book(store: &Arc<Store>) -> Overdue {
        Overdue { store: Arc::clone(store), clock: Clock::default() }
    }

    /// A job that hears of nothing until `released`.
    fn deaf(released: &Arc<AtomicBool>) -> impl FnOnce(&Stop) -> Result<u8, Error> + Send + 'static {
        let released = Arc::clone(released);
        move |_| {
            while !released.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            Ok(1)
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_is_asked_to_end_ends_with_what_it_has_and_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(Store::open(&folder.path().join("a.db"), noon()).await.unwrap());
        let (book, what) = (book(&store), key("https://slow.example/"));
        for _ in 0..3 {
            refused(Some(&book), &what).await.unwrap();
            let polite = |stop: &Stop| {
                while !stop.is_asked() {
                    std::thread::yield_now();
                }
                Ok(2)
            };
            assert_eq!(run(polite, (Some(&book), &what), QUICK, (None, &runaways())).await, Ok(2));
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_failed_twice_is_not_taken_up_again_also_after_a_restart() {
        let scratch = scratch().await;
        let path = scratch.store.path().to_owned();
        let folder = scratch.folder;
        scratch.store.close().await;
        drop(scratch.store);
        let (what, released) = (key("https://slow.example/"), Arc::new(AtomicBool::new(false)));
        for is_last in [false, true] {
            // each time another program
            let store = Arc::new(Store::open(&path, noon()).await.unwrap());
            let book = book(&store);
            refused(Some(&book), &what).await.unwrap();
            let gone = run(deaf(&released), (Some(&book), &what), QUICK, (None, &runaways())).await;
            assert_eq!(gone, Err(Error::Overdue { is_last }));
            store.close().await;
        }
        let store = Arc::new(Store::open(&path, noon()).await.unwrap());
        assert_eq!(refused(Some(&book(&store)), &what).await, Err(Error::Overdue { is_last: true }));
        assert_eq!(refused(Some(&book(&store)), &key("https://other.example/")).await, Ok(()));
        released.store(true, Ordering::Relaxed);
        drop(folder);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_reading_that_is_given_up_gives_its_place_to_others_as_long_as_few_go_on() {
        use crate::editor::places::{Places, Share};
        let (released, runaways) = (Arc::new(AtomicBool::new(false)), runaways());
        let places = Places::new(1);
        let given_up = Err(Error::Overdue { is_last: false });
        let place = places.take(Share::Feeds).await;
        assert_eq!(run(deaf(&released), (None, b""), QUICK, (place, &runaways)).await, given_up);
        let place = places.take(Share::Chat(7)).await;
        assert_eq!(run(|_| Ok(3), (None, b""), QUICK, (place, &runaways)).await, Ok(3));
        // a second that goes on keeps its place until it ends
        let place = places.take(Share::Feeds).await;
        assert_eq!(run(deaf(&released), (None, b""), QUICK, (place, &runaways)).await, given_up);
        let next = tokio::time::timeout(Duration::from_millis(50), places.take(Share::Chat(7))).await;
        assert!(next.is_err());
        released.store(true, Ordering::Relaxed);
        assert!(places.take(Share::Chat(7)).await.is_some());
    }
}
