//! Every answer of Telegram, crashes at random points, and the laws of the outbox, against a scripted Telegram.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use crate::store::outbox::{self, Kind, New, Op, Taken};
use crate::store::tests::{Scratch, chat, noon, scratch, subscribe};
use crate::store::{Db, chats};

use super::{Answer, Limits, Post, Sender};

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
        self.calls.lock().unwrap().push(Call { chat, thread, key, plain: row.plain, op: row.op, shown });
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
    let mut now = from;
    while now < from + TimeDelta::seconds(seconds) {
        sender.round(&scratch.store, now).await.unwrap();
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        now += TimeDelta::milliseconds(50);
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

fn lost() -> Answer {
    Answer::Ambiguous("the connection broke".into())
}

#[tokio::test]
async fn answers_go_before_cards_and_a_chat_keeps_its_order() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for key in ["card 1", "card 2"] {
        assert!(put(&mut db, 7, Kind::Card, key).await);
    }
    assert!(put(&mut db, 7, Kind::Notice, "notice").await);
    assert!(put(&mut db, 7, Kind::Reply, "reply").await);
    assert!(!put(&mut db, 7, Kind::Card, "card 1").await, "never two rows for one key");
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 5).await;
    assert_eq!(script.keys(), ["reply", "notice", "card 1", "card 2"]);
    assert!(states(&scratch).await.iter().all(|(_, state)| state == "sent"));
}

/// What one answer leads to: the calls made (key, thread, plain) within some seconds, and the row's state then.
struct Row {
    answers: Vec<Answer>,
    seconds: i64,
    calls: usize,
    state: &'static str,
}

#[tokio::test]
async fn every_answer_leads_to_what_is_promised() {
    let wait = || Answer::RetryAfter(TimeDelta::seconds(6));
    let table = [
        Row { answers: vec![], seconds: 40, calls: 1, state: "sent" },
        Row { answers: vec![wait()], seconds: 5, calls: 1, state: "pending" },
        Row { answers: vec![wait()], seconds: 9, calls: 2, state: "sent" },
        Row { answers: vec![Answer::Unreachable("blocked".into())], seconds: 60, calls: 1, state: "pending" },
        Row { answers: vec![Answer::CantParse("tag".into())], seconds: 9, calls: 2, state: "sent" },
        Row { answers: vec![Answer::CantParse("tag".into()); 3], seconds: 60, calls: 2, state: "dead" },
        Row { answers: vec![Answer::NotModified], seconds: 9, calls: 1, state: "sent" },
        Row { answers: vec![lost()], seconds: 28, calls: 1, state: "pending" },
        Row { answers: vec![lost()], seconds: 34, calls: 2, state: "sent" },
        Row { answers: vec![Answer::NotSent("no connection".into())], seconds: 6, calls: 2, state: "sent" },
        Row { answers: vec![Answer::Refused("too long".into())], seconds: 60, calls: 1, state: "dead" },
    ];
    for row in table {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        put(&mut db, 7, Kind::Card, "card").await;
        db.commit().await.unwrap();
        let script = Script::with(&[("card", &row.answers)]);
        drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), row.seconds).await;
        assert_eq!(script.calls().len(), row.calls, "{:?} after {} s", row.answers, row.seconds);
        assert_eq!(states(&scratch).await, pairs(&[("card", row.state)]), "{:?}", row.answers);
    }
}

#[tokio::test]
async fn a_slowed_chat_holds_up_no_other() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put(&mut db, 7, Kind::Card, "slow").await;
    for chat in 10..20 {
        put(&mut db, chat, Kind::Card, &format!("card {chat}")).await;
    }
    put(&mut db, 7, Kind::Reply, "reply to the slow one").await;
    db.commit().await.unwrap();
    let script = Script::with(&[("reply to the slow one", &[Answer::RetryAfter(TimeDelta::seconds(60))])]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 5).await;
    let calls = script.calls();
    assert_eq!(calls.iter().filter(|call| call.chat >= 10).count(), 10);
    assert_eq!(
        calls.iter().filter(|call| call.chat == 7).count(),
        1,
        "nothing more to the chat that is to wait"
    );
}

#[tokio::test]
async fn a_wait_survives_a_restart() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put(&mut db, 7, Kind::Card, "card").await;
    db.commit().await.unwrap();
    let script = Script::with(&[("card", &[Answer::RetryAfter(TimeDelta::seconds(300))])]);
    let now = drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 2).await;
    let scratch = scratch.restart().await;
    let mut again = sender(&script, &scratch, now).await;
    let now = drive(&mut again, &scratch, now, 290).await;
    assert_eq!(script.calls().len(), 1);
    drive(&mut again, &scratch, now, 20).await;
    assert_eq!(script.calls().len(), 2);
}

#[tokio::test]
async fn a_blocked_chat_is_paused_and_gets_its_rows_when_it_is_back() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    for key in ["one", "two"] {
        put(&mut db, 7, Kind::Card, key).await;
    }
    db.commit().await.unwrap();
    let script = Script::with(&[("one", &[Answer::Unreachable("bot was blocked by the user".into())])]);
    let mut sending = sender(&script, &scratch, noon()).await;
    let now = drive(&mut sending, &scratch, noon(), 60).await;
    assert_eq!(script.calls().len(), 1);
    let mut db = scratch.store.begin().await.unwrap();
    assert_eq!(chats::get(&mut db, 7).await.unwrap().unwrap().state, chats::State::Blocked);
    chat(&mut db, 7).await;
    db.commit().await.unwrap();
    drive(&mut sending, &scratch, now, 5).await;
    assert_eq!(script.keys(), ["one", "one", "two"]);
}

#[tokio::test]
async fn a_paused_chat_gets_answers_and_no_cards() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    chats::set_state(&mut db, 7, chats::State::Paused, None, noon()).await.unwrap();
    put(&mut db, 7, Kind::Card, "card").await;
    put(&mut db, 7, Kind::Reply, "reply").await;
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 5).await;
    assert_eq!(script.keys(), ["reply"]);
}

#[tokio::test]
async fn a_group_that_moves_gets_everything_under_its_new_number_once() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    subscribe(&mut db, -5, "https://example.org/feed.xml", chats::Mode::Instant).await;
    for key in ["one", "two"] {
        put(&mut db, -5, Kind::Card, key).await;
    }
    db.commit().await.unwrap();
    let script = Script::with(&[("one", &[Answer::Migrated(-1_005)])]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 10).await;
    let sent: Vec<_> = script.calls().into_iter().map(|call| (call.chat, call.key, call.shown)).collect();
    let wanted = [(-5, "one", false), (-1_005, "one", true), (-1_005, "two", true)];
    assert_eq!(sent, wanted.map(|(chat, key, shown)| (chat, key.to_owned(), shown)));
    let mut db = scratch.store.begin().await.unwrap();
    assert_eq!(chats::get(&mut db, -5).await.unwrap(), None);
    assert_eq!(crate::store::subscriptions::count(&mut db, -1_005).await.unwrap(), 1);
}

#[tokio::test]
async fn without_its_topic_a_message_goes_to_the_group_and_the_administrator_hears_once() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    chat(&mut db, 9).await;
    let feed = crate::store::feeds::add(&mut db, "https://example.org/feed.xml", noon()).await.unwrap();
    let new = crate::store::subscriptions::New {
        chat_id: -5,
        thread: Some(3),
        feed_id: feed,
        mode: chats::Mode::Instant,
        added_by: 9,
        sample: false,
    };
    crate::store::subscriptions::add(&mut db, &new, noon()).await.unwrap();
    for key in ["one", "two"] {
        put_in(&mut db, (-5, Some(3)), Kind::Card, key, Op::Send).await;
    }
    db.commit().await.unwrap();
    let script = Script::with(&[("one", &[Answer::ThreadGone]), ("two", &[Answer::ThreadGone])]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 10).await;
    let to: Vec<_> = script.calls().into_iter().map(|call| (call.chat, call.thread, call.shown)).collect();
    let count = |what| to.iter().filter(|call| **call == what).count();
    assert_eq!(count((-5, Some(3), false)), 2);
    assert_eq!(count((-5, None, true)), 2);
    assert_eq!(count((9, None, true)), 1, "{to:?}");
}

#[tokio::test]
async fn an_edit_of_a_message_that_is_gone_is_sent_anew() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put_in(&mut db, (7, None), Kind::Edit, "edit", Op::Edit(55)).await;
    db.commit().await.unwrap();
    let script = Script::with(&[("edit", &[Answer::EditGone])]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 5).await;
    let ops: Vec<Op> = script.calls().into_iter().map(|call| call.op).collect();
    assert_eq!(ops, [Op::Edit(55), Op::Send]);
}

#[tokio::test]
async fn a_refused_token_ends_the_sender_and_loses_nothing() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put(&mut db, 7, Kind::Card, "card").await;
    db.commit().await.unwrap();
    let script = Script::with(&[("card", &[Answer::Unauthorized])]);
    let stop = tokio_util::sync::CancellationToken::new();
    let clock = crate::clock::Clock::starting_at(noon());
    let ended = super::run(&scratch.store, Arc::clone(&script), LIMITS, clock, &stop).await;
    assert_eq!(ended, Err(super::Stopped::Unauthorized));
    assert_eq!(states(&scratch).await, pairs(&[("card", "pending")]));
}

#[tokio::test]
async fn a_stop_settles_what_is_under_way() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put(&mut db, 7, Kind::Card, "card").await;
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    let mut sending = sender(&script, &scratch, noon()).await;
    sending.round(&scratch.store, noon()).await.unwrap();
    assert_eq!(states(&scratch).await, pairs(&[("card", "sending")]));
    sending.finish(&scratch.store, crate::clock::Clock::starting_at(noon())).await;
    assert_eq!(states(&scratch).await, pairs(&[("card", "sent")]));
}

#[tokio::test]
async fn a_clock_set_back_does_not_hold_messages() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    put(&mut db, 7, Kind::Card, "card").await;
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    let back = noon() - TimeDelta::hours(25);
    drive(&mut sender(&script, &scratch, back).await, &scratch, back, 2).await;
    assert_eq!(script.calls().len(), 1);
}

/// A step of a random history.
#[derive(Debug, Clone)]
enum Step {
    /// Messages are queued for chats; the key says which.
    Put(Vec<(i64, u8)>),
    /// Some rounds go by, with requests ending between them or not.
    Rounds(u8, bool),
    /// The program is killed and started again this many seconds later.
    Kill(i64),
    /// The next answers to some keys.
    Say(u8, Answer),
}

fn step() -> impl Strategy<Value = Step> {
    let answer = prop_oneof![
        Just(Answer::RetryAfter(TimeDelta::seconds(3))),
        Just(Answer::NotSent("no connection".into())),
        Just(lost()),
    ];
    prop_oneof![
        3 => prop::collection::vec((1_i64..6, 0_u8..12), 1..8).prop_map(Step::Put),
        4 => (1_u8..40, any::<bool>()).prop_map(|(count, end)| Step::Rounds(count, end)),
        1 => (0_i64..60).prop_map(Step::Kill),
        2 => (0_u8..12, answer).prop_map(|(key, answer)| Step::Say(key, answer)),
    ]
}

/// Plays a history to its end and gives back what was queued, what was called, how many kills there were.
async fn play(steps: Vec<Step>) -> (HashMap<(i64, String), usize>, Vec<Call>, usize) {
    let mut scratch = scratch().await;
    let script = Script::with(&[]);
    let (mut now, mut kills, mut queued) = (noon(), 0, HashMap::new());
    let mut sending = sender(&script, &scratch, now).await;
    for step in steps {
        match step {
            Step::Put(list) => {
                let mut db = scratch.store.begin().await.unwrap();
                for (chat, key) in list {
                    let key = key.to_string();
                    put(&mut db, chat, Kind::Card, &key).await;
                    *queued.entry((chat, key)).or_insert(0) += 1;
                }
                db.commit().await.unwrap();
            }
            Step::Rounds(count, end) => {
                for _ in 0..count {
                    sending.round(&scratch.store, now).await.unwrap();
                    for _ in 0..if end { 4 } else { 0 } {
                        tokio::task::yield_now().await;
                    }
                    now += TimeDelta::milliseconds(200);
                }
            }
            Step::Kill(later) => {
                kills += 1;
                drop(sending);
                scratch = scratch.restart().await;
                now += TimeDelta::seconds(later);
                sending = sender(&script, &scratch, now).await;
            }
            Step::Say(key, answer) => {
                script.answers.lock().unwrap().entry(key.to_string()).or_default().push_back(answer);
            }
        }
    }
    // Whatever happened, in the end all is sent: an hour of rounds, in steps that meet every due time.
    for _ in 0..3600 {
        sending.round(&scratch.store, now).await.unwrap();
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        now += TimeDelta::seconds(1);
        let mut db = scratch.store.read().await.unwrap();
        if outbox::depth(&mut db).await.unwrap().waiting == 0 {
            break;
        }
    }
    assert!(states(&scratch).await.iter().all(|(_, state)| state == "sent"));
    (queued, script.calls(), kills)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_at_most_one_a_chat_and_kill_is_shown_twice(steps in prop::collection::vec(step(), 1..16)) {
        let lost = steps.iter().filter(|step| matches!(step, Step::Say(_, Answer::Ambiguous(_)))).count();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (queued, calls, kills) = runtime.block_on(play(steps));
        let mut twice: HashMap<i64, usize> = HashMap::new();
        for (chat, key) in queued.keys() {
            let shown = calls.iter().filter(|call| call.shown && call.chat == *chat && call.key == *key).count();
            prop_assert!(shown >= 1, "{chat} {key} was never shown");
            *twice.entry(*chat).or_default() += shown - 1;
        }
        for (chat, times) in twice {
            prop_assert!(times <= kills + lost, "chat {chat}: {times} shown twice after {kills} kills");
        }
        // Of one chat the first showing of each message keeps the order of the first calls, and no key has two rows.
        let rows: usize = queued.len();
        let shown: std::collections::HashSet<_> = calls.iter().map(|call| (call.chat, call.key.clone())).collect();
        prop_assert_eq!(shown.len(), rows);
    }
}
