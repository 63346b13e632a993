//! How long a thread has worked: time on a processor, not time that goes by while others have it.
//!
//! A kernel that does not tell it of other threads (any but Linux's, or one whose `/proc` is hidden) leaves the wall's time,
//! which is never less.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::time::Instant;

/// Tells how long a thread has worked; none where that is not told.
pub(super) type Read = fn(&Thread) -> Option<Duration>;

/// A thread that works, as another one sees it.
#[derive(Debug)]
pub(super) struct Thread {
    begun: Instant,
    /// Where the kernel tells of it; empty until it has begun.
    told: OnceLock<PathBuf>,
    read: Read,
}

impl Thread {
    /// A thread that is about to begin.
    pub(super) fn new(read: Read) -> Arc<Self> {
        Arc::new(Self { begun: Instant::now(), told: OnceLock::new(), read })
    }

    /// Notes that the calling thread is the one.
    pub(super) fn is_this(&self) {
        if let Ok(own) = std::fs::read_link("/proc/thread-self") {
            self.told.get_or_init(|| PathBuf::from("/proc").join(own).join("schedstat"));
        }
    }

    /// How long it has worked.
    pub(super) fn worked(&self) -> Duration {
        let wall = self.wall();
        (self.read)(self).map_or(wall, |worked| worked.min(wall))
    }

    /// How much time has gone by since.
    pub(super) fn wall(&self) -> Duration {
        self.begun.elapsed()
    }
}

/// What the kernel tells: the first number of a thread's `schedstat` is its time on a processor, in nanoseconds (Linux,
/// `Documentation/scheduler/sched-stats.rst`).
pub(super) fn by_kernel(thread: &Thread) -> Option<Duration> {
    let told = std::fs::read_to_string(thread.told.get()?).ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_waits_does_not_work() {
        let (waits, works) = (Thread::new(by_kernel), Thread::new(by_kernel));
        std::thread::scope(|scope| {
            let other = Arc::clone(&waits);
            let (end, ended) = std::sync::mpsc::channel::<()>();
            scope.spawn(move || {
                other.is_this();
                ended.recv().unwrap_err();
            });
            works.is_this();
            while works.worked() < Duration::from_millis(20) {}
            if std::path::Path::new("/proc/thread-self/schedstat").exists() {
                assert!(waits.worked() < Duration::from_millis(20), "{:?}", waits.worked());
            }
            drop(end);
        });
    }

    #[test]
    fn where_the_kernel_does_not_tell_the_wall_does() {
        let thread = Thread::new(|_| None);
        while thread.worked() < Duration::from_millis(2) {}
        assert!(thread.wall() >= Duration::from_millis(2));
    }
}
