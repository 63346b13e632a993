//! What each of Telegram's answers leads to (RELIABILITY.md), the order of messages, and stops.

use super::*;
use crate::store::chats;
use crate::store::tests::{chat, scratch, subscribe};

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
        Row { answers: vec![failed()], seconds: 28, calls: 1, state: "pending" },
        Row { answers: vec![failed()], seconds: 34, calls: 2, state: "sent" },
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
    assert_eq!(crate::store::chats::subscriptions::count(&mut db, -1_005).await.unwrap(), 1);
}

#[tokio::test]
async fn without_its_topic_a_message_goes_to_the_group_and_the_administrator_hears_once() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    chat(&mut db, 9).await;
    let feed = crate::store::feeds::add(&mut db, "https://example.org/feed.xml", noon()).await.unwrap();
    let new = crate::store::chats::subscriptions::New {
        chat_id: -5,
        thread: Some(3),
        feed_id: feed,
        mode: chats::Mode::Instant,
        added_by: 9,
        sample: false,
    };
    crate::store::chats::subscriptions::add(&mut db, &new, noon()).await.unwrap();
    crate::store::chats::topics::note(&mut db, (-5, 3), "Rivers").await.unwrap();
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
    let told: Vec<String> =
        script.calls().into_iter().filter(|call| call.chat == 9).map(|call| call.words).collect();
    assert!(told[0].starts_with("The topic “Rivers” in ") && told[0].contains("(1 feed)"), "{told:?}");
}

#[tokio::test]
async fn a_closed_topic_that_nothing_comes_to_is_no_news() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    put_in(&mut db, (-5, Some(3)), Kind::Reply, "answer", Op::Send).await;
    db.commit().await.unwrap();
    let script = Script::with(&[("answer", &[Answer::ThreadGone])]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 10).await;
    let calls: Vec<_> = script.calls().into_iter().map(|call| (call.chat, call.thread)).collect();
    assert_eq!(calls, [(-5, Some(3)), (-5, None)]);
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
    let ended = crate::deliver::run(&scratch.store, Arc::clone(&script), LIMITS, clock, &stop).await;
    assert_eq!(ended, Err(crate::deliver::Stopped::Unauthorized));
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

#[tokio::test]
async fn a_message_whose_answers_keep_getting_lost_holds_its_chat_for_minutes_and_is_no_flood() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for key in ["lost", "next", "last"] {
        put(&mut db, 7, Kind::Card, key).await;
    }
    db.commit().await.unwrap();
    let script = Script::with(&[("lost", &vec![lost(); 99])]);
    let mut sending = sender(&script, &scratch, noon()).await;
    // 30 s, 60 s, then it steps aside; an answer to another message tells that it is this one
    let now = drive_by(&mut sending, &scratch, (noon(), 1), 88).await;
    assert_eq!(script.keys(), ["lost"; 2]);
    let now = drive_by(&mut sending, &scratch, (now, 1), 100).await;
    assert_eq!(script.keys(), ["lost", "lost", "lost", "next", "last"]);
    drive_by(&mut sending, &scratch, (now, 5), 3_600).await;
    assert_eq!(script.keys().iter().filter(|key| *key == "lost").count(), 4);
    assert_eq!(states(&scratch).await, pairs(&[("lost", "dead"), ("next", "sent"), ("last", "sent")]));
}

#[tokio::test]
async fn while_telegram_answers_nobody_nothing_is_given_up() {
    for answer in [lost(), failed()] {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        for chat in 1..=3 {
            put(&mut db, chat, Kind::Card, &format!("card {chat}")).await;
        }
        db.commit().await.unwrap();
        let answers: Vec<Answer> = vec![answer; 6];
        let script = Script::with(
            &[1, 2, 3]
                .map(|chat| format!("card {chat}"))
                .each_ref()
                .map(|key| (key.as_str(), answers.as_slice())),
        );
        let mut sending = sender(&script, &scratch, noon()).await;
        // half an hour without an answer to anybody
        drive_by(&mut sending, &scratch, (noon(), 5), 4_200).await;
        assert!(
            states(&scratch).await.iter().all(|(_, state)| state == "sent"),
            "{:?}",
            states(&scratch).await
        );
    }
}
