//! How far a long answer is, told in one message that is edited in place and taken away when the answer is there.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::future::{BoxFuture, Either, select};

use crate::bot::Session;
use crate::view::Message;

/// Work that takes less is not told of.
const UNTIL_TOLD: Duration = Duration::from_secs(2);
/// Between two edits; Telegram takes about one a second in a chat, and twenty a minute in a group.
const BETWEEN: Duration = Duration::from_secs(4);

/// How much is done, of how much.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// Notes how far the work is.
    pub(crate) fn note(&self, done: usize, all: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }
}

/// Does the work, and tells the chat how far it is when it takes long; `key` is the line that tells it.
pub(crate) async fn told<T: Send>(
    session: &Session<'_>,
    key: &'static str,
    progress: &Progress,
    work: impl Future<Output = T> + Send,
) -> T {
    let platform = &session.context.platform;
    // where it was asked: the readers of a channel did not
    let (chat, thread) = (session.request.chat.id, session.request.thread);
    let (made, shown) = shown_while(progress, work, &mut |before, done, all| {
        let words = session.message(key, &[("done", done.into()), ("all", all.into())]);
        let answers = session.request.answered_to();
        platform.progress((chat, thread), before, Message { answers, ..words })
    })
    .await;
    if let Some(message) = shown {
        platform.withdraw(chat, message).await;
    }
    made
}

/// Shows how far the work is until it is done; returns what it made, and the number of the message shown.
async fn shown_while<'a, T: Send>(
    progress: &Progress,
    work: impl Future<Output = T> + Send,
    show: &mut (dyn FnMut(Option<i64>, usize, usize) -> BoxFuture<'a, Option<i64>> + Send),
) -> (T, Option<i64>) {
    let mut work = Box::pin(work);
    let (mut shown, mut wait) = (None, UNTIL_TOLD);
    loop {
        if let Ok(made) = tokio::time::timeout(wait, &mut work).await {
            return (made, shown);
        }
        let all = progress.all.load(Ordering::Relaxed);
        if all > 0 {
            // the work goes on while Telegram is told
            match select(&mut work, show(shown, progress.done.load(Ordering::Relaxed), all)).await {
                Either::Left((made, telling)) => return (made, telling.await.or(shown)),
                Either::Right((message, _)) => shown = message.or(shown),
            }
        }
        wait = BETWEEN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn watched(steps: usize, step: Duration) -> (Vec<(Option<i64>, usize, usize)>, Option<i64>) {
        let progress = Progress::default();
        let mut told = Vec::new();
        let work = async {
            for done in 0..steps {
                progress.note(done, steps);
                tokio::time::sleep(step).await;
            }
        };
        let ((), shown) = shown_while(&progress, work, &mut |before, done, all| {
            told.push((before, done, all));
            Box::pin(std::future::ready(Some(70)))
        })
        .await;
        (told, shown)
    }

    #[tokio::test(start_paused = true)]
    async fn long_work_is_told_in_one_message_and_short_work_not_at_all() {
        let (told, shown) = watched(10, Duration::from_secs(1)).await;
        assert_eq!(shown, Some(70));
        let messages: Vec<Option<i64>> = told.iter().map(|(before, ..)| *before).collect();
        assert_eq!(messages, [None, Some(70)], "the second tells it in place of the first");
        assert!(told.is_sorted_by_key(|(_, done, _)| *done) && told.iter().all(|(.., all)| *all == 10));
        assert_eq!(watched(3, Duration::from_millis(500)).await, (vec![], None));
    }
}
