//! Readings that end, that are asked to, and that are given up; no test waits for a clock.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::store::tests::{noon, scratch};

const QUICK: Limits = Limits {
    patience: Duration::from_millis(5),
    longest: Duration::from_millis(50),
    stuck: Duration::from_mins(2),
};

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

/// Runs a job that ends when it is asked to, and tells whether it was, while `seconds` go by; then it is `released` or not.
/// The clock of work tells always the same.
async fn told(clock: worked::Read, seconds: u64, release: bool) -> Result<bool, Error> {
    let released = Arc::new(AtomicBool::new(false));
    let end = Arc::clone(&released);
    let job = move |stop: &Stop| {
        while !end.load(Ordering::Relaxed) && !stop.is_asked() {
            std::thread::yield_now();
        }
        Ok(stop.is_asked())
    };
    let runaways = runaways();
    let run = run_by(clock, job, (None, b""), Limits::default(), (None, &runaways));
    let time = async {
        for _ in 0..seconds / 5 {
            tokio::time::advance(Duration::from_secs(5)).await;
        }
        released.store(release, Ordering::Relaxed);
    };
    let (done, ()) = tokio::join!(run, time);
    done
}

#[tokio::test(start_paused = true)]
async fn a_busy_host_ends_no_reading_and_a_stuck_one_is_ended() {
    // a second of work while a minute goes by: it ends by itself
    assert_eq!(told(|_| Some(Duration::from_secs(1)), 60, true).await, Ok(false));
    // as much in two minutes: it is stuck, and asked to end
    assert_eq!(told(|_| Some(Duration::from_secs(1)), 125, false).await, Ok(true));
    // eleven seconds of work
    assert_eq!(told(|_| Some(Duration::from_secs(11)), 15, false).await, Ok(true));
    // nobody tells how long it worked: the wall's time counts
    assert_eq!(told(|_| None, 15, false).await, Ok(true));
}
