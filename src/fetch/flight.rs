//! The same thing wanted twice at once is done once.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

/// What is under way just now, by what is wanted.
pub(crate) struct Flights<K, V: Clone> {
    by_want: Arc<Mutex<HashMap<K, WeakShared<BoxFuture<'static, V>>>>>,
}

impl<K: Eq + Hash + Clone, V: Clone> Flights<K, V> {
    /// The flight that is under way for `want` already, or a new one; it goes on while anybody waits for it.
    pub(crate) fn join(
        &self,
        want: &K,
        start: impl FnOnce() -> BoxFuture<'static, V>,
    ) -> Shared<BoxFuture<'static, V>> {
        let mut by_want = self.by_want.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(under_way) = by_want.get(want).and_then(WeakShared::upgrade) {
            return under_way;
        }
        by_want.retain(|_, flight| flight.upgrade().is_some());
        let flight = start().shared();
        if let Some(weak) = flight.downgrade() {
            by_want.insert(want.clone(), weak);
        }
        flight
    }
}

impl<K, V: Clone> Clone for Flights<K, V> {
    fn clone(&self) -> Self {
        Self { by_want: Arc::clone(&self.by_want) }
    }
}

impl<K, V: Clone> Default for Flights<K, V> {
    fn default() -> Self {
        Self { by_want: Arc::default() }
    }
}

impl<K, V: Clone> fmt::Debug for Flights<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Flights").finish_non_exhaustive()
    }
}
