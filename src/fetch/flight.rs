//! The same thing wanted twice at once is fetched once.

use std::collections::HashMap;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::{Error, Fetched, Want};

type Answer = BoxFuture<'static, Result<Fetched, Error>>;

/// What is being fetched just now.
#[derive(Default)]
pub(super) struct Flights {
    by_want: HashMap<Want, WeakShared<Answer>>,
}

impl Flights {
    /// The flight that fetches `want` already, or a new one.
    pub(super) fn join(&mut self, want: &Want, start: impl FnOnce() -> Answer) -> Shared<Answer> {
        if let Some(under_way) = self.by_want.get(want).and_then(WeakShared::upgrade) {
            return under_way;
        }
        self.by_want.retain(|_, flight| flight.upgrade().is_some());
        let flight = start().shared();
        if let Some(weak) = flight.downgrade() {
            self.by_want.insert(want.clone(), weak);
        }
        flight
    }
}
