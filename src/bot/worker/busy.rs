//! Which updates of which chats are under way.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

/// A request that takes longer than this (a slow site) holds up the next of its chat no longer.
pub(super) const SLOW: Duration = Duration::from_millis(1_500);

/// Requests of one chat worked on at one time.
const OF_ONE_CHAT: usize = 4;

/// The chat, the update, and how the work on it ended.
pub(super) type Worked = (i64, i64, anyhow::Result<()>);

/// The updates under way of each chat, and when the last of them began.
#[derive(Debug, Default)]
pub(super) struct Busy(pub(super) HashMap<i64, (Vec<i64>, Option<Instant>)>);

impl Busy {
    /// The numbers of all updates under way.
    pub(super) fn begun(&self) -> Vec<i64> {
        self.0.values().flat_map(|(updates, _)| updates.iter().copied()).collect()
    }

    /// Takes an update on, unless its chat has one under way that began just now, or too many.
    pub(super) fn takes(&mut self, chat: i64, update: i64) -> bool {
        let (updates, last) = self.0.entry(chat).or_default();
        let waits = last.is_some_and(|last| last.elapsed() < SLOW) || updates.len() >= OF_ONE_CHAT;
        if updates.contains(&update) || waits && !updates.is_empty() {
            return false;
        }
        updates.push(update);
        *last = Some(Instant::now());
        true
    }

    pub(super) fn ended(&mut self, chat: i64, update: i64) {
        if let Some((updates, _)) = self.0.get_mut(&chat) {
            updates.retain(|one| *one != update);
            if updates.is_empty() {
                self.0.remove(&chat);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_chat_waits_for_its_own_unless_that_takes_long() {
        let mut busy = Busy::default();
        assert!(busy.takes(7, 1) && !busy.takes(7, 2) && busy.takes(8, 3));
        tokio::time::advance(SLOW).await;
        assert!(busy.takes(7, 2), "the first is slow");
        assert!(!busy.takes(7, 2) && !busy.takes(7, 4), "the second began just now");
        busy.ended(7, 2);
        busy.ended(7, 1);
        assert!(busy.takes(7, 4));
        assert_eq!(busy.begun().len(), 2);
        for update in 5..9 {
            tokio::time::advance(SLOW).await;
            assert_eq!(busy.takes(7, update), update < 8, "{update}");
        }
    }
}
