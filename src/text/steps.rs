//! Steps of work, counted, so that the time a text takes is bounded and a law can be tested without a clock.
//!
//! A step is a look at one word, name, verb or character; whoever walks over a text takes them.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks work on another thread to end with what it has found; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks it.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is asked.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A counter of steps with a limit.
#[derive(Debug)]
pub struct Steps {
    taken: Cell<u64>,
    most: u64,
    stop: Option<Stop>,
}

impl Default for Steps {
    fn default() -> Self {
        Self::most(u64::MAX)
    }
}

impl Steps {
    /// A counter that is spent after `most` steps.
    #[must_use]
    pub const fn most(most: u64) -> Self {
        Self { taken: Cell::new(0), most, stop: None }
    }

    /// The same, also spent as soon as `stop` is asked.
    #[must_use]
    pub const fn until(most: u64, stop: Stop) -> Self {
        Self { taken: Cell::new(0), most, stop: Some(stop) }
    }

    /// Takes so many steps.
    #[inline]
    pub fn take(&self, steps: usize) {
        // no text is long enough for a count that wraps
        self.taken.set(self.taken.get().wrapping_add(steps as u64));
    }

    /// Steps taken so far.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken.get()
    }

    /// True when no step is left.
    #[must_use]
    pub fn spent(&self) -> bool {
        self.taken.get() >= self.most || self.is_stopped()
    }

    /// True when the work was asked to end.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.as_ref().is_some_and(Stop::is_asked)
    }
}
