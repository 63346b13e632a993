//! A chat gets its messages one by one.

use super::*;
use crate::store::tests::scratch;

/// Two messages to one chat and one to another.
async fn two_and_another() -> Scratch {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for (chat, key) in [(7, "one"), (7, "two"), (8, "other")] {
        assert!(put(&mut db, chat, Kind::Reply, key).await);
    }
    db.commit().await.unwrap();
    scratch
}

/// A Telegram that keeps the answer to “one” back until it is let go.
#[derive(Debug, Default)]
struct Slow {
    calls: Mutex<Vec<(i64, String)>>,
    go: tokio::sync::Notify,
}

impl Slow {
    /// The keys of what was sent to a chat.
    fn to(&self, chat: i64) -> Vec<String> {
        let calls = self.calls.lock().unwrap();
        calls.iter().filter(|(to, _)| *to == chat).map(|(_, key)| key.clone()).collect()
    }
}

impl Post for Slow {
    async fn post(&self, row: &Taken) -> Result<Option<i64>, Answer> {
        self.calls.lock().unwrap().push((row.chat_id, row.key.clone()));
        if row.key == "one" {
            self.go.notified().await;
        }
        Ok(Some(row.id))
    }
}

#[tokio::test]
async fn a_chat_gets_nothing_while_a_message_to_it_is_under_way() {
    let scratch = two_and_another().await;
    let slow = Arc::new(Slow::default());
    let mut sender = Sender::new(&scratch.store, Arc::clone(&slow), LIMITS, noon()).await.unwrap();
    let mut now = noon();
    let mut rounds = async |sender: &mut Sender<Slow>, seconds: i64| {
        for _ in 0..seconds * 10 {
            sender.round(&scratch.store, now).await.unwrap();
            tokio::task::yield_now().await;
            now += TimeDelta::milliseconds(100);
        }
    };
    rounds(&mut sender, 20).await;
    assert_eq!(slow.to(7), ["one"]);
    assert_eq!(slow.to(8), ["other"]);
    slow.go.notify_one();
    rounds(&mut sender, 5).await;
    assert_eq!(slow.to(7), ["one", "two"]);
}

#[tokio::test]
async fn a_chat_told_to_wait_waits_after_a_restart_too() {
    let scratch = two_and_another().await;
    let script = Script::with(&[("one", &[Answer::RetryAfter(TimeDelta::seconds(60))])]);
    let mut before = sender(&script, &scratch, noon()).await;
    let now = drive(&mut before, &scratch, noon(), 5).await;
    drop(before);
    let mut after = sender(&script, &scratch, now).await;
    let now = drive(&mut after, &scratch, now, 50).await;
    let to_it =
        || script.calls().into_iter().filter(|call| call.chat == 7).map(|call| call.key).collect::<Vec<_>>();
    assert_eq!(to_it(), ["one"]);
    drive(&mut after, &scratch, now, 20).await;
    assert_eq!(to_it(), ["one", "one", "two"]);
}
