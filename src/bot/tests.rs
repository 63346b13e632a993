//! Conversations with the handlers over a database of their own, no network: goldens of what is answered.
#![expect(clippy::format_push_string, reason = "drawing a conversation for a person to read")]

use chrono::{DateTime, Utc};

use super::*;
use crate::clock::Clock;
use crate::store::delivery::{outbox, telegram_updates};
use crate::view::Message;
use talk::{Talk, press};

mod buttons;
mod channels;
mod discovery;
mod elsewhere;
mod forums;
mod groups;
mod kept;
mod links;
mod pictures;
mod private;
mod rules;
mod talk;
mod typed;

fn now() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

fn rules() -> Rules {
    let set = StarterSet {
        name: "wires".into(),
        titles: vec![("en".into(), "Wire agencies".into()), ("ru".into(), "Агентства".into())],
        feeds: vec!["https://one.example/feed".into(), "https://two.example/feed".into()],
    };
    Rules { starter_sets: vec![set], ..Rules::default() }
}

#[tokio::test]
async fn a_first_conversation() {
    let mut talk = Talk::new(rules()).await;
    for line in ["/start", "/sub", "/sub wires", "/feeds", "/unsub one.example", "/digest", "/stop", "/start"]
    {
        talk.says(line).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn feeds_by_buttons() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    for line in
        ["/feeds 1 filter river dam", "/feeds 2 both", "/feeds 2 sing", "/feeds 9", "/feeds 1 filter off"]
    {
        talk.says(line).await;
    }
    for data in [
        "f:1",
        "fd:p:1",
        "fm:instant:2",
        "fd:x:1",
        "fd:u:1",
        "fd:l:1",
        "f:99",
        "fs:0",
        "set+:wires",
        "nonsense",
    ] {
        talk.presses(data).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn settings_by_text_and_by_button() {
    let mut talk = Talk::new(rules()).await;
    for line in [
        "/settings digest 08:00 18:30",
        "/settings digest 25:00",
        "/settings zone Moscow",
        "/settings zone Atlantis",
        "/settings zone +3",
        "/settings mode instant",
        "/settings mode often",
        "/settings quotes 5",
        "/settings quotes 50",
        "/settings quiet 23:00-07:00",
        "/settings quiet off",
        "/settings summary llm",
        "/settings colour blue",
        "/timezone Europe/Berlin",
        "/schedule off",
        "/settings language ru",
        "/settings",
        "/settings language английский",
    ] {
        talk.says(line).await;
    }
    for data in ["s:digest", "s=:digest:07:00", "s", "s=:language:en", "s=:empty:on"] {
        talk.presses(data).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
#[cfg_attr(not(feature = "pictures"), ignore = "shows the button of a picture")]
async fn articles_quotes_and_topics() {
    let mut talk = Talk::new(rules()).await;
    let id = talk.store_article().await;
    for line in [
        "/summary https://herald.example/treaty",
        "/summary",
        "/summary treaty",
        "/summary volcano",
        "/quotes Orlo",
        "/quotes orlo nine since:2026-01-01 in:herald",
        "/quotes Nobody",
        "/quotes",
        "/quotes Orlo since:soon",
        "/search treaty",
        "/search",
        "/search volcano",
        "/follow Orlo",
        "/follow grain corridor",
        "/follow",
        "/unfollow",
        "/unfollow grain corridor",
        "/export quotes",
    ] {
        talk.says(line).await;
    }
    for data in [
        format!("q:{id}:0"),
        "p:1:0".into(),
        format!("c:{id}"),
        "fo:1".into(),
        "uf:1".into(),
        format!("a:{id}"),
        "a:999".into(),
    ] {
        talk.presses(&data).await;
    }
    for line in ["/start a_1", "/start q_1", "/start dg_guess_1", "/start st_77", "/start nonsense"] {
        talk.says(line).await;
    }
    insta::assert_snapshot!(talk.said);
}

#[tokio::test]
async fn every_command_answers_every_input() {
    let mut talk = Talk::new(rules()).await;
    for line in [
        "/sub http://127.0.0.1/feed",
        "/sub http://2130706433/",
        "/sub ftp://example.org/feed",
        "/sub https://user:secret@example.org/",
        "/sub https://example.org:22/",
        "/sub не адрес",
        "/summary http://10.0.0.1/x",
        "/summary http://[::1]/",
        "/unsub",
        "/unsub 99",
        "/digest 2026-02-13",
        "/digest завтра",
        "/import",
        "/export",
        "/privacy",
        "/help quotes",
        "/help всё",
        "/sumary x",
        "/xyzzy",
        "/status",
        "/announce hello",
        "hello",
        "https://herald.example/treaty",
    ] {
        let messages = talk.says(line).await;
        assert!(!messages.is_empty(), "{line}: silence");
    }
    let long = "a".repeat(300_000);
    assert!(!talk.says(&long).await.is_empty());
    let planes: String = (0..=16).filter_map(|plane| char::from_u32(plane * 0x1_0000 + 0x2345)).collect();
    talk.said.truncate(talk.said.find("\n› aaaa").unwrap());
    for command in COMMANDS {
        if command.2 != Who::Operators {
            assert!(!talk.says(&format!("/{} {planes}", command.1)).await.is_empty(), "{}", command.1);
        }
    }
    let end = talk.said.find(&format!("\n› /start {planes}")).unwrap();
    talk.said.truncate(end);
    insta::assert_snapshot!(talk.said);
}
