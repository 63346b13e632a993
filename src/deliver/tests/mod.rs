//! Every answer of Telegram, crashes at random points, and the laws of the outbox, against a scripted Telegram.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::Db;
use crate::store::delivery::outbox::{self, Kind, New, Op, Taken};
use crate::store::tests::{Scratch, noon};

use super::{Answer, Limits, Post, Sender};

mod answers;
mod in_turn;
mod laws;
mod moved;

const LIMITS: Limits = Limits { per_second: 30, per_chat_per_second: 1, per_group_per_minute: 20 };

/// A Telegram that answers as it was told and accepts what it was told nothing of.
#[derive(Debug, Default)]
struct Script {
    answers: Mutex<HashMap<String, VecDeque<Answer>>>,
    calls: Mutex<Vec<Call>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Call {
    chat: i64,
    thread: Option<i64>,
    key: String,
    plain: bool,
    op: Op,
    /// Whether Telegram has shown it to people.
    shown: bool,
    words: String,
}

impl Script {
    fn with(answers: &[(&str, &[Answer])]) -> Arc<Self> {
        let script = Self::default();
        for (key, list) in answers {
            script.answers.lock().unwrap().insert((*key).to_owned(), list.iter().cloned().collect());
        }
        Arc::new(script)
    }

    fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }

    fn keys(&self) -> Vec<String> {
        self.calls().into_iter().map(|call| call.key).collect()
    }
}

impl Post for Script {
    async fn post(&self, row: &Taken) -> Result<Option<i64>, Answer> {
        // Requests take a while: others begin meanwhile.
        tokio::task::yield_now().await;
        let answer = self.answers.lock().unwrap().get_mut(&row.key).and_then(VecDeque::pop_front);
        let shown = matches!(answer, None | Some(Answer::Ambiguous(_)));
        let (chat, thread, key) = (row.chat_id, row.thread, row.key.clone());
        let message = serde_json::from_str::<crate::view::Message>(&row.payload);
        let words = message.map(|message| message.text.text()).unwrap_or_default();
        self.calls.lock().unwrap().push(Call {
            chat,
            thread,
            key,
            plain: row.plain,
            op: row.op,
            shown,
            words,
        });
        answer.map_or_else(|| Ok(Some(row.id + 100)), Err)
    }
}

async fn put(db: &mut Db, chat_id: i64, kind: Kind, key: &str) -> bool {
    put_in(db, (chat_id, None), kind, key, Op::Send).await
}

async fn put_in(db: &mut Db, (chat_id, thread): (i64, Option<i64>), kind: Kind, key: &str, op: Op) -> bool {
    outbox::put(db, &New { chat_id, thread, kind, key, op, payload: "{}" }, noon()).await.unwrap()
}

/// Runs rounds from `from` on, one each 50 ms, for as long as asked; time is passed in, nothing is slept.
async fn drive(
    sender: &mut Sender<Script>,
    scratch: &Scratch,
    from: DateTime<Utc>,
    seconds: i64,
) -> DateTime<Utc> {
    rounds(sender, scratch, (from, TimeDelta::milliseconds(50)), seconds).await
}

/// The same with rounds some seconds apart, for long times.
async fn drive_by(
    sender: &mut Sender<Script>,
    scratch: &Scratch,
    (from, apart): (DateTime<Utc>, i64),
    seconds: i64,
) -> DateTime<Utc> {
    rounds(sender, scratch, (from, TimeDelta::seconds(apart)), seconds).await
}

async fn rounds(
    sender: &mut Sender<Script>,
    scratch: &Scratch,
    (from, apart): (DateTime<Utc>, TimeDelta),
    seconds: i64,
) -> DateTime<Utc> {
    let mut now = from;
    while now < from + TimeDelta::seconds(seconds) {
        sender.round(&scratch.store, now).await.unwrap();
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        now += apart;
    }
    now
}

async fn sender(script: &Arc<Script>, scratch: &Scratch, now: DateTime<Utc>) -> Sender<Script> {
    Sender::new(&scratch.store, Arc::clone(script), LIMITS, now).await.unwrap()
}

async fn states(scratch: &Scratch) -> Vec<(String, String)> {
    let mut db = scratch.store.read().await.unwrap();
    sqlx::query_as("select key, state from outbox order by id").fetch_all(&mut *db).await.unwrap()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(key, state)| ((*key).to_owned(), (*state).to_owned())).collect()
}

fn failed() -> Answer {
    Answer::Failed("Internal Server Error".into())
}

fn lost() -> Answer {
    Answer::Ambiguous("the connection broke".into())
}
