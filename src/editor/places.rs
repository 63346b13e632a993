//! Places for work, shared fairly: whoever has the least under way goes first.
//!
//! Invariant: of those who wait, the share with the fewest places gets the next one, of equals the one that was served
//! longest ago; within a share the order is that of asking. So a share that asks for much waits for itself.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

/// Shares remembered before those that neither wait nor work are forgotten.
const REMEMBERED: usize = 1_024;

/// For whom work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Share {
    /// The feeds.
    #[default]
    Feeds,
    /// A chat, or a person who asks from elsewhere.
    Chat(i64),
}

/// So many places.
#[derive(Debug, Clone)]
pub(super) struct Places(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    free: usize,
    under_way: HashMap<Share, usize>,
    /// When each share was served last, by a count of places given.
    served: HashMap<Share, u64>,
    given: u64,
    waiting: VecDeque<(Share, oneshot::Sender<Place>)>,
}

/// A place; it is free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    share: Share,
    places: Places,
}

impl Places {
    pub(super) fn new(count: usize) -> Self {
        Self(Arc::new(Mutex::new(Inner { free: count, ..Inner::default() })))
    }

    /// Waits for a place.
    pub(super) async fn take(&self, share: Share) -> Option<Place> {
        let (give, given) = oneshot::channel();
        self.with(|inner| inner.waiting.push_back((share, give)));
        self.hand_out();
        given.await.ok()
    }

    /// Gives free places to those who wait. A place whose taker has gone comes back when it is dropped, outside of the lock.
    fn hand_out(&self) {
        while let Some((share, give)) = self.with(Inner::next) {
            drop(give.send(Place { share, places: self.clone() }));
        }
    }

    fn with<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inner {
    /// Who gets a place now, if one is free and somebody waits.
    fn next(&mut self) -> Option<(Share, oneshot::Sender<Place>)> {
        self.waiting.retain(|(_, give)| !give.is_closed());
        if self.free == 0 {
            return None;
        }
        let rank = |share: &Share| {
            (
                self.under_way.get(share).copied().unwrap_or_default(),
                self.served.get(share).copied().unwrap_or_default(),
            )
        };
        let (at, _) = self.waiting.iter().enumerate().min_by_key(|(at, (share, _))| (rank(share), *at))?;
        let (share, give) = self.waiting.remove(at)?;
        self.free -= 1;
        self.given += 1;
        *self.under_way.entry(share).or_default() += 1;
        self.served.insert(share, self.given);
        Some((share, give))
    }

    fn back(&mut self, share: Share) {
        self.free += 1;
        if let Some(count) = self.under_way.get_mut(&share) {
            *count -= 1;
            if *count == 0 {
                self.under_way.remove(&share);
            }
        }
        if self.served.len() > REMEMBERED {
            let (under_way, waiting) = (&self.under_way, &self.waiting);
            self.served.retain(|share, _| {
                under_way.contains_key(share) || waiting.iter().any(|(one, _)| one == share)
            });
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.with(|inner| inner.back(self.share));
        self.places.hand_out();
    }
}

#[cfg(test)]
mod tests {
    use tokio::task::JoinSet;

    use super::*;

    /// The order in which shares get the one place there is, when all of these ask before it is free.
    async fn order(asking: &[Share]) -> Vec<Share> {
        let places = Places::new(1);
        let first = places.take(Share::Feeds).await;
        let served = Arc::new(Mutex::new(Vec::new()));
        let mut tasks = JoinSet::new();
        for share in asking.iter().copied() {
            let (places, served) = (places.clone(), Arc::clone(&served));
            tasks.spawn(async move {
                let place = places.take(share).await;
                served.lock().unwrap().push(share);
                tokio::task::yield_now().await;
                drop(place);
            });
            tokio::task::yield_now().await;
        }
        drop(first);
        while tasks.join_next().await.is_some() {}
        Arc::try_unwrap(served).unwrap().into_inner().unwrap()
    }

    #[tokio::test]
    async fn two_hundred_links_of_one_chat_put_one_of_another_off_by_one_place() {
        let (greedy, other) = (Share::Chat(7), Share::Chat(8));
        let mut asking = vec![greedy; 200];
        asking.push(other);
        let order = order(&asking).await;
        assert_eq!(order.len(), 201);
        assert!(order.iter().position(|share| *share == other).unwrap() <= 1, "{:?}", &order[..4]);
    }

    #[tokio::test]
    async fn shares_take_turns() {
        let (one, two) = (Share::Chat(1), Share::Chat(2));
        let order = order(&[one, one, one, two, two, Share::Feeds, one]).await;
        assert_eq!(order, [one, two, Share::Feeds, one, two, one, one]);
    }

    #[tokio::test]
    async fn who_has_a_place_under_way_waits_for_who_has_none() {
        let (greedy, other) = (Share::Chat(7), Share::Chat(8));
        let places = Places::new(3);
        let mut held = Vec::new();
        for _ in 0..3 {
            held.push(places.take(greedy).await);
        }
        let mut waiting = JoinSet::new();
        for share in [greedy, greedy, other] {
            let places = places.clone();
            waiting.spawn(async move { (share, places.take(share).await) });
            tokio::task::yield_now().await;
        }
        held.pop();
        let (share, place) = waiting.join_next().await.unwrap().unwrap();
        assert_eq!(share, other);
        drop((place, held));
        while waiting.join_next().await.is_some() {}
        assert_eq!(places.with(|inner| (inner.free, inner.under_way.len())), (3, 0));
    }

    #[tokio::test]
    async fn a_place_nobody_waits_for_any_more_is_not_lost() {
        let places = Places::new(1);
        let held = places.take(Share::Feeds).await;
        let mut gone = JoinSet::new();
        let waits = places.clone();
        gone.spawn(async move { waits.take(Share::Chat(7)).await });
        tokio::task::yield_now().await;
        gone.shutdown().await;
        drop(held);
        assert!(places.take(Share::Chat(8)).await.is_some());
    }
}
