//! The laws of the outbox, over random histories of messages, answers and kills.

use proptest::prelude::*;

use super::*;
use crate::store::tests::scratch;

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
// long because each step has its own few lines
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
