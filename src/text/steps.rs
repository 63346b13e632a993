//! Steps of work, counted, so that the time a text takes is bounded and a law can be tested without a clock.
//!
//! A step is a look at one word, name, verb or character; whoever walks over a text takes them.

use std::cell::Cell;

/// A counter of steps with a limit.
#[derive(Debug)]
pub struct Steps {
    taken: Cell<u64>,
    most: u64,
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
        Self { taken: Cell::new(0), most }
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
        self.taken.get() >= self.most
    }
}
