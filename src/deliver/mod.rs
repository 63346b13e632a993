//! The sender: takes messages out of the outbox and brings them to Telegram.
//!
//! In: rows of [`outbox`]. Out: requests through a [`Post`], and in the row what became of each. Invariants: a row is
//! marked as under way before its request begins, and settled after its answer, each in a committed transaction; of
//! one chat there is never more than one request under way, and messages keep their order; a slow or blocked chat
//! holds up no other; the limits of [`Limits`] are kept across a restart.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::task::{Id, JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::counters;
use crate::store::delivery::outbox::{self, Taken};
use crate::store::{self, Store};

mod answer;
mod pace;
mod settle;

pub use answer::Answer;
pub use pace::{Limits, Pace};

/// Brings one message to Telegram.
pub trait Post: Send + Sync + 'static {
    /// Sends, edits or uploads what the row says, once, and returns the message's number in its chat if there is one.
    ///
    /// The row's payload is `view::Message` or a document as JSON; `plain` asks for text without formatting.
    fn post(&self, row: &Taken) -> impl Future<Output = Result<Option<i64>, Answer>> + Send;
}

/// Why the sender stopped by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// Telegram does not know the token (401).
    #[error("Telegram refuses the bot's token")]
    Unauthorized,
}

/// The longest sleep; whoever fills the outbox wakes the sender earlier.
const LONGEST_SLEEP: Duration = Duration::from_secs(5);

/// How long an answer waits for others to be stored with: each transaction writes some 10 kB to the log.
const GATHERED: Duration = Duration::from_millis(60);

/// How long a stop waits for requests under way (the program has 10 s).
const LAST_ANSWERS: Duration = Duration::from_secs(8);

/// Most requests under way at a time, for a thousand a second at a Telegram that answers in 200 ms.
const MOST_UNDER_WAY: usize = 200;

/// Sends until `stop`, then waits up to 8 s for the answers to what is under way.
///
/// # Errors
/// When Telegram refuses the token: nothing can be sent any more.
pub async fn run<P: Post>(
    store: &Store,
    post: Arc<P>,
    limits: Limits,
    clock: Clock,
    stop: &CancellationToken,
) -> Result<(), Stopped> {
    let Some(mut sender) = start(store, post, limits, clock, stop).await else { return Ok(()) };
    while !stop.is_cancelled() {
        let filled = store.outbox_filled().notified();
        let wake = match sender.round(store, clock.now()).await {
            Ok(wake) => wake,
            Err(error) => {
                report(store, &error);
                clock.now() + TimeDelta::seconds(1)
            }
        };
        if sender.refused {
            return Err(Stopped::Unauthorized);
        }
        tokio::select! {
            () = stop.cancelled() => {}
            Some(ended) = sender.under_way.join_next_with_id(), if !sender.under_way.is_empty() => {
                sender.ended(ended);
                sender.gather().await;
            }
            () = filled => {}
            () = clock.sleep_until(wake, LONGEST_SLEEP) => {}
        }
    }
    sender.finish(store, clock).await;
    Ok(())
}

/// What a sender knows between its rounds.
#[derive(Debug)]
pub struct Sender<P> {
    post: Arc<P>,
    pace: Pace,
    under_way: JoinSet<Result<Option<i64>, Answer>>,
    rows: HashMap<Id, Taken>,
    answers: Vec<(Taken, Result<Option<i64>, Answer>)>,
    /// When Telegram last took a message.
    accepted: Option<DateTime<Utc>>,
    refused: bool,
}

impl<P: Post> Sender<P> {
    /// Begins at `now`: what was under way when the last sender died waits 30 s, since it may have arrived.
    ///
    /// # Errors
    /// SQLite's.
    pub async fn new(store: &Store, post: Arc<P>, limits: Limits, now: DateTime<Utc>) -> store::Result<Self> {
        let mut db = store.begin().await?;
        let lost = outbox::recover(&mut db, now, settle::LOST).await?;
        let recent = outbox::recent(&mut db, now - TimeDelta::seconds(61)).await?;
        db.commit().await?;
        counters::add("attache_maybe_duplicate_total", lost);
        let pace = Pace::new(limits, &recent, now);
        let (under_way, rows, answers) = (JoinSet::new(), HashMap::new(), Vec::new());
        Ok(Self { post, pace, under_way, rows, answers, accepted: None, refused: false })
    }

    /// Settles what was answered, takes what may go now and starts sending it; returns when to look again.
    ///
    /// # Errors
    /// SQLite's; then nothing was taken and the answers are kept for the next round.
    pub async fn round(&mut self, store: &Store, now: DateTime<Utc>) -> store::Result<DateTime<Utc>> {
        let begun = tokio::time::Instant::now();
        while let Some(ended) = self.under_way.try_join_next_with_id() {
            self.ended(ended);
        }
        let room = self.pace.room(now).min(MOST_UNDER_WAY.saturating_sub(self.under_way.len()));
        if self.answers.is_empty()
            && (room == 0 || !outbox::any_due(&mut *store.read_for_sending().await?, now).await?)
        {
            return self.next_look(store, now, room == 0).await;
        }
        let mut db = store.begin().await?;
        self.settle(&mut db, now).await?;
        let taken = if room == 0 || self.refused {
            Vec::new()
        } else {
            let waiting = self.waiting(now);
            outbox::take(&mut db, now, &waiting, room as i64).await?
        };
        db.commit().await?;
        for (row, answer) in std::mem::take(&mut self.answers) {
            self.note(&row, &answer, now);
        }
        let full = taken.len() == room;
        // storing what was taken took its time: they start now and not when the round began
        self.send(taken, now + TimeDelta::from_std(begun.elapsed()).unwrap_or_default());
        self.next_look(store, now, full).await
    }

    /// Waits a moment for the answers that follow one, so that they are stored together.
    async fn gather(&mut self) {
        let all = async {
            while let Some(ended) = self.under_way.join_next_with_id().await {
                self.ended(ended);
            }
        };
        // what is still under way then goes on
        _ = tokio::time::timeout(GATHERED, all).await;
    }

    /// Waits up to 8 s for answers, then settles them; what is still under way then is found at the next start.
    async fn finish(&mut self, store: &Store, clock: Clock) {
        let all = async {
            while let Some(ended) = self.under_way.join_next_with_id().await {
                self.ended(ended);
            }
        };
        if tokio::time::timeout(LAST_ANSWERS, all).await.is_err() {
            tracing::warn!(count = self.under_way.len(), "stopped before Telegram had answered");
        }
        if let Err(error) = self.settle_last(store, clock.now()).await {
            report(store, &error);
        }
    }

    async fn settle_last(&mut self, store: &Store, now: DateTime<Utc>) -> store::Result<()> {
        let mut db = store.begin().await?;
        self.settle(&mut db, now).await?;
        db.commit().await
    }

    /// Stores what the answers since the last round mean. One that cannot be stored is logged and keeps no other back.
    async fn settle(&self, db: &mut store::Db, now: DateTime<Utc>) -> store::Result<()> {
        for (row, answer) in &self.answers {
            settle::settle(db, row, answer, self.accepted, now).await?;
        }
        Ok(())
    }

    fn send(&mut self, taken: Vec<Taken>, now: DateTime<Utc>) {
        self.pace.started(taken.len(), now);
        for row in taken {
            let (post, parcel) = (Arc::clone(&self.post), row.clone());
            let handle = self.under_way.spawn(async move { post.post(&parcel).await });
            self.rows.insert(handle.id(), row);
        }
    }

    fn ended(&mut self, ended: Result<(Id, Result<Option<i64>, Answer>), JoinError>) {
        let (id, answer) = match ended {
            Ok(ended) => ended,
            Err(error) => (error.id(), Err(Answer::Ambiguous("sending broke off".into()))),
        };
        if let Some(row) = self.rows.remove(&id) {
            self.answers.push((row, answer));
        }
    }

    /// Chats that must not be taken now: too soon, or a message under way or not yet settled.
    fn waiting(&mut self, now: DateTime<Utc>) -> Vec<i64> {
        let mut waiting = self.pace.waiting(now);
        waiting.extend(self.rows.values().map(|row| row.chat_id));
        waiting.extend(self.answers.iter().map(|(row, _)| row.chat_id));
        waiting
    }

    fn note(&mut self, row: &Taken, answer: &Result<Option<i64>, Answer>, now: DateTime<Utc>) {
        let outcome = answer::outcome(answer);
        counters::count("attache_sends_total", &[("outcome", outcome), ("kind", row.kind.word())]);
        if answer.as_ref().is_err_and(Answer::is_retried) {
            counters::add("attache_send_retries_total", 1);
        }
        match answer {
            Ok(_) => {
                self.accepted = Some(now);
                self.pace.accepted();
            }
            Err(Answer::RetryAfter(wait)) => self.pace.slowed(row.chat_id, now, *wait),
            Err(Answer::NotSent(_)) => return self.pace.unreachable(now),
            Err(Answer::Ambiguous(_) | Answer::Failed(_)) => {
                counters::add("attache_maybe_duplicate_total", 1);
            }
            Err(Answer::Unauthorized) => self.refused = true,
            Err(_) => {}
        }
        self.pace.answered(row.chat_id, now);
    }

    /// When the next round is worth it; `full` says that more could be sent as soon as there is room.
    async fn next_look(&self, store: &Store, now: DateTime<Utc>, full: bool) -> store::Result<DateTime<Utc>> {
        let later = now + TimeDelta::seconds(60);
        let mut db = store.read_for_sending().await?;
        if !outbox::any_waiting(&mut db).await? {
            return Ok(later);
        }
        let mut next = outbox::next_due(&mut db, now).await?.unwrap_or(later);
        if let Some(ready) = self.pace.next_ready(now) {
            next = next.min(ready);
        }
        if full {
            next = next.min(self.pace.next_room(now));
        }
        Ok(next)
    }
}

/// Starts the sender, trying again while the database is locked or the disk full; `None` when stopped meanwhile.
async fn start<P: Post>(
    store: &Store,
    post: Arc<P>,
    limits: Limits,
    clock: Clock,
    stop: &CancellationToken,
) -> Option<Sender<P>> {
    loop {
        match Sender::new(store, Arc::clone(&post), limits, clock.now()).await {
            Ok(sender) => return Some(sender),
            Err(error) => report(store, &error),
        }
        tokio::select! {
            () = stop.cancelled() => return None,
            () = tokio::time::sleep(Duration::from_secs(1)) => {}
        }
    }
}

/// Logs a fault, but for the file that was taken away: the bot ends with a line on that.
fn report(store: &Store, error: &store::Error) {
    if !store.is_taken_away() {
        tracing::error!(%error, passing = store::is_passing(error), "the outbox cannot be worked on");
    }
}

#[cfg(test)]
mod tests;
