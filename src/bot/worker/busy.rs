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

/// The updates under way of each chat, and when each began.
#[derive(Debug, Default)]
pub(super) struct Busy(pub(super) HashMap<i64, Vec<(i64, Instant)>>);

impl Busy {
    /// The numbers of all updates under way.
    pub(super) fn begun(&self) -> Vec<i64> {
        self.0.values().flatten().map(|(update, _)| *update).collect()
    }

    /// How many of a chat are under way.
    pub(super) fn of(&self, chat: i64) -> usize {
        self.0.get(&chat).map_or(0, Vec::len)
    }

    /// How many are under way that are not slow.
    pub(super) fn quick(&self) -> usize {
        self.0.values().flatten().filter(|(_, begun)| begun.elapsed() < SLOW).count()
    }

    /// Takes an update on, unless its chat has one under way that began just now, or too many.
    pub(super) fn takes(&mut self, chat: i64, update: i64) -> bool {
        let updates = self.0.entry(chat).or_default();
        let just_now = updates.last().is_some_and(|(_, begun)| begun.elapsed() < SLOW);
        if just_now || updates.len() >= OF_ONE_CHAT || updates.iter().any(|(one, _)| *one == update) {
            return false;
        }
        updates.push((update, Instant::now()));
        true
    }

    pub(super) fn ended(&mut self, chat: i64, update: i64) {
        if let Some(updates) = self.0.get_mut(&chat) {
            updates.retain(|(one, _)| *one != update);
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

    #[tokio::test(start_paused = true)]
    async fn slow_updates_of_some_chats_leave_places_to_others() {
        let mut busy = Busy::default();
        for chat in 0..16 {
            assert!(busy.takes(chat, chat));
        }
        assert_eq!((busy.quick(), busy.of(3), busy.of(99)), (16, 1, 0));
        tokio::time::advance(SLOW).await;
        assert_eq!((busy.quick(), busy.begun().len()), (0, 16));
    }
}
