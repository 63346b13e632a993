//! Turns at a host: at most so many requests in flight, and a least time between their starts.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// Hosts remembered before those nobody waits for are forgotten.
const REMEMBERED: usize = 1_024;

/// Turns for all hosts; a host is a name or address without its port.
pub(super) struct Pace {
    per_host: usize,
    spacing: Duration,
    hosts: Mutex<HashMap<String, Host>>,
}

#[derive(Clone)]
struct Host {
    places: Arc<Semaphore>,
    next: Arc<Mutex<Option<Instant>>>,
}

impl Pace {
    pub(super) fn new(per_host: usize, spacing: Duration) -> Self {
        Self { per_host: per_host.max(1), spacing, hosts: Mutex::default() }
    }

    /// Waits for a turn at `host`; it lasts until the permit is dropped.
    pub(super) async fn turn(&self, host: &str) -> Option<OwnedSemaphorePermit> {
        let host = self.host(host);
        let permit = Arc::clone(&host.places).acquire_owned().await.ok();
        let start = {
            let mut next = host.next.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Instant::now();
            let start = next.map_or(now, |next| next.max(now));
            *next = Some(start + self.spacing);
            start
        };
        tokio::time::sleep_until(start).await;
        permit
    }

    fn host(&self, name: &str) -> Host {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= REMEMBERED {
            let now = Instant::now();
            hosts.retain(|_, host| {
                let next = *host.next.lock().unwrap_or_else(PoisonError::into_inner);
                Arc::strong_count(&host.places) > 1 || next.is_some_and(|next| next > now)
            });
        }
        let fresh = || Host { places: Arc::new(Semaphore::new(self.per_host)), next: Arc::default() };
        hosts.entry(name.to_owned()).or_insert_with(fresh).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn starts_at_one_host_are_a_second_apart_and_other_hosts_do_not_wait() {
        let pace = Pace::new(2, Duration::from_secs(1));
        let begin = Instant::now();
        for seconds in 0..4 {
            drop(pace.turn("slow.example").await);
            assert_eq!(begin.elapsed().as_secs(), seconds);
        }
        drop(pace.turn("other.example").await);
        assert_eq!(begin.elapsed().as_secs(), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn a_third_request_waits_until_one_of_two_ends() {
        let pace = Pace::new(2, Duration::ZERO);
        let first = pace.turn("busy.example").await;
        let second = pace.turn("busy.example").await;
        let third = tokio::time::timeout(Duration::from_mins(1), pace.turn("busy.example"));
        assert!(third.await.is_err());
        drop(first);
        assert!(pace.turn("busy.example").await.is_some());
        drop(second);
    }

    #[tokio::test(start_paused = true)]
    async fn hosts_nobody_waits_for_are_forgotten() {
        let pace = Pace::new(2, Duration::ZERO);
        for number in 0..3 * REMEMBERED {
            drop(pace.turn(&format!("h{number}.example")).await);
        }
        assert!(pace.hosts.lock().unwrap().len() <= REMEMBERED);
    }
}
