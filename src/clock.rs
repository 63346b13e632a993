//! The one door to the clock. Loops ask it and pass `now` on; nothing else does.
//!
//! Invariant: a loop's own clock notes when it was last asked, so that a loop that stands still can be found out.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

/// Tells the time: the system's, or the system's moved by a fixed amount so that a test can stand at any date.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    moved: TimeDelta,
    pulse: Option<&'static Pulse>,
}

/// When a loop last asked for the time, by a clock that nobody can set.
#[derive(Debug)]
pub struct Pulse {
    /// Name of the loop.
    pub name: &'static str,
    last: Mutex<Instant>,
}

impl Pulse {
    /// Makes the pulse of a loop; it lives as long as the program.
    #[must_use]
    pub fn of(name: &'static str) -> &'static Self {
        Box::leak(Box::new(Self { name, last: Mutex::new(Instant::now()) }))
    }

    /// How long ago the loop last asked; a step of the system's clock does not change it.
    #[must_use]
    pub fn age(&self) -> Duration {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }

    fn beat(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

impl Clock {
    /// Makes a clock that reads `start` now and runs on at the system's pace.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self { moved: start - Self::default().now(), pulse: None }
    }

    /// The same clock for one loop, which is noted in `pulse` each time it asks.
    #[must_use]
    pub fn with_pulse(self, pulse: &'static Pulse) -> Self {
        Self { pulse: Some(pulse), ..self }
    }

    /// The present instant.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the door")]
    pub fn now(self) -> DateTime<Utc> {
        self.goes_on();
        Utc::now() + self.moved
    }

    /// Notes that the loop goes on, for one that has no use for the time now.
    pub fn goes_on(self) {
        if let Some(pulse) = self.pulse {
            pulse.beat();
        }
    }

    /// Sleeps until `due`, at most `longest`; returns at once when `due` has passed.
    pub async fn sleep_until(self, due: DateTime<Utc>, longest: Duration) {
        let wait = (due - self.now()).to_std().unwrap_or_default().min(longest);
        tokio::time::sleep(wait).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_moved_clock_reads_its_start_and_a_pulse_is_fresh_after_a_question() {
        let start: DateTime<Utc> = "2022-02-14T08:00:00Z".parse().unwrap();
        let pulse = Pulse::of("test");
        tokio::time::advance(Duration::from_hours(1)).await;
        assert_eq!(pulse.age(), Duration::from_hours(1));
        let read = Clock::starting_at(start).with_pulse(pulse).now();
        assert!(read >= start && read < start + TimeDelta::minutes(1), "{read}");
        assert_eq!(pulse.age(), Duration::ZERO);
    }
}
