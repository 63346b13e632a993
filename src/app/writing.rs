//! Whether the database takes what is written, for `/readyz`, `/metrics` and the log.
//!
//! A full disk ends nothing: every loop tries again by itself. Here it is told that they wait, and when they go on.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::store::{self, Store, check, upkeep};

/// How often it is looked at while all is well; a loop whose work was refused has it looked at sooner.
const LOOK: Duration = Duration::from_mins(1);

/// How often it is tried again while it is refused.
const AGAIN: Duration = Duration::from_secs(5);

/// Why nothing can be written, while that is so.
#[derive(Debug, Clone, Default)]
pub(super) struct Writing {
    refused: Arc<Mutex<Option<String>>>,
}

impl Writing {
    /// Why nothing can be written; `None` while it can.
    #[must_use]
    pub(super) fn refused(&self) -> Option<String> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Looks until `stop`.
    pub(super) async fn watch(self, store: Arc<Store>, clock: Clock, stop: CancellationToken) {
        while !stop.is_cancelled() {
            let wait = if self.refused().is_some() { AGAIN } else { LOOK };
            tokio::select! {
                () = stop.cancelled() => return,
                () = store.refused().notified(), if wait == LOOK => {}
                () = tokio::time::sleep(wait) => {}
            }
            let refusal = tried(&store, clock).await.err();
            self.note(refusal, !store.is_taken_away());
        }
    }

    /// Takes what a try came to, and logs what is new of it; a bot that does not wait ends with a line of its own.
    fn note(&self, refusal: Option<String>, waits: bool) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        match (&*refused, &refusal) {
            (None, Some(why)) if waits => {
                tracing::error!("the database cannot be written: {why}; the bot waits and tries again");
            }
            (Some(_), None) => tracing::info!("the database can be written again"),
            _ => {}
        }
        *refused = refusal;
    }
}

/// Writes a row, and a little beside the database: the log may have room of its own where the disk has none.
async fn tried(store: &Arc<Store>, clock: Clock) -> Result<(), String> {
    let written = async {
        let mut write = store.begin().await?;
        upkeep::note(&mut write, upkeep::WRITE, clock.now()).await?;
        write.commit().await
    };
    written.await.map_err(|fault| store::reason(&fault))?;
    let path = store.path().to_owned();
    match tokio::task::spawn_blocking(move || check::room(&path)).await {
        Ok(Err(fault)) => Err(full(&fault)),
        _ => Ok(()),
    }
}

fn full(fault: &std::io::Error) -> String {
    match fault.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        _ => fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{noon, scratch};

    #[tokio::test]
    async fn a_disk_that_takes_nothing_is_known_until_it_takes_something_again() {
        let scratch = scratch().await;
        let (store, stop, writing) = (Arc::new(scratch.store), CancellationToken::new(), Writing::default());
        let clock = Clock::starting_at(noon());
        writing.note(tried(&store, clock).await.err(), true);
        assert_eq!(writing.refused(), None);
        writing.note(Some("the disk is full".to_owned()), true);
        let mut loops = tokio::task::JoinSet::new();
        tokio::time::pause();
        loops.spawn(writing.clone().watch(Arc::clone(&store), clock, stop.clone()));
        tokio::task::yield_now().await;
        tokio::time::advance(AGAIN).await;
        tokio::time::resume();
        for _ in 0..1_000 {
            if writing.refused().is_none() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(writing.refused(), None, "it was not tried again");
        stop.cancel();
        loops.join_next().await.unwrap().unwrap();
        store.halt();
        assert!(tried(&store, clock).await.unwrap_err().contains("damaged"));
        assert_eq!(full(&std::io::ErrorKind::StorageFull.into()), "the disk is full");
    }
}
