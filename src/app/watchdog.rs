//! Finds a loop that stands still, so that a supervisor can start the program anew.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::{Clock, Pulse};

/// A loop that has not asked for the time for so long is stuck: each sleeps for a minute at most, and the longest
/// piece of work between two questions is one request with all its hops.
pub(super) const STUCK: Duration = Duration::from_mins(10);

/// How often it looks.
const LOOK: Duration = Duration::from_secs(15);

/// The pulses of all loops.
#[derive(Debug, Clone, Default)]
pub(super) struct Watchdog {
    pulses: Arc<Mutex<Vec<&'static Pulse>>>,
}

impl Watchdog {
    /// Gives a loop its clock and watches its pulse from now on.
    #[must_use]
    pub(super) fn clock(&self, name: &'static str, clock: Clock) -> Clock {
        let pulse = Pulse::of(name);
        self.pulses.lock().unwrap_or_else(PoisonError::into_inner).push(pulse);
        clock.with_pulse(pulse)
    }

    /// All pulses.
    #[must_use]
    pub(super) fn pulses(&self) -> Vec<&'static Pulse> {
        self.pulses.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A loop that has stood still for over `limit`, if one has.
    #[must_use]
    pub(super) fn stuck(&self, limit: Duration) -> Option<&'static Pulse> {
        self.pulses().into_iter().find(|pulse| pulse.age() > limit)
    }

    /// Returns the name of a loop that is stuck; never, while none is, until `stop`.
    pub(super) async fn watch(self, stop: CancellationToken) -> Option<&'static str> {
        loop {
            tokio::select! {
                () = stop.cancelled() => return None,
                () = tokio::time::sleep(LOOK) => {}
            }
            if let Some(pulse) = self.stuck(STUCK) {
                return Some(pulse.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_loop_that_stands_still_is_named_and_one_that_asks_is_not() {
        let watchdog = Watchdog::default();
        let (stop, begun) = (CancellationToken::new(), tokio::time::Instant::now());
        let (alive, still) =
            (watchdog.clock("alive", Clock::default()), watchdog.clock("still", Clock::default()));
        let mut loops = tokio::task::JoinSet::new();
        loops.spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_secs(50)).await;
                alive.goes_on();
            }
        });
        tokio::time::sleep(Duration::from_mins(9)).await;
        assert!(watchdog.stuck(STUCK).is_none());
        still.goes_on();
        assert_eq!(watchdog.clone().watch(stop).await, Some("still"));
        // ten minutes after its last question, and found within one look
        let passed = begun.elapsed();
        assert!((Duration::from_mins(19)..Duration::from_mins(20)).contains(&passed), "{passed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_stop_ends_the_watch() {
        let (watchdog, stop) = (Watchdog::default(), CancellationToken::new());
        stop.cancel();
        assert_eq!(watchdog.watch(stop).await, None);
    }
}
