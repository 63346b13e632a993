//! A group talks to us: mentions, members who may not, what works there; and who is let in.

use super::*;
use crate::store::chats::{self, State};

fn text(text: &str) -> What {
    let links = text.split(' ').filter(|word| word.starts_with("http")).map(str::to_owned).collect();
    What::Text { text: text.into(), links }
}

#[tokio::test]
async fn a_link_after_a_mention_is_answered_and_other_talk_is_not() {
    let mut talk = Talk::new(rules()).await;
    talk.store_article().await;
    for (said, wanted) in [
        ("@attache_bot https://herald.example/treaty", "Lakeland signs"),
        ("@Attache_Bot", "Mention me with a link"),
        ("@attache_bot rivers", "/search rivers"),
    ] {
        let answers = talk.ask(-5, 8, text(said)).await;
        assert!(answers.len() == 1 && answers[0].text.text().contains(wanted), "{said}: {}", talk.said);
    }
    for said in ["https://herald.example/treaty", "we talk", "@other_bot https://herald.example/treaty"] {
        assert!(talk.ask(-5, 8, text(said)).await.is_empty(), "{said}");
    }
}

#[tokio::test]
async fn members_who_may_not_are_told_once_in_ten_minutes() {
    let mut talk = Talk::new(rules()).await;
    talk.ask(-5, 8, text("/help")).await;
    let mut told = 0;
    for at in 0..27 {
        told += talk.ask(-5, 8 + at % 3, text("/sub wires")).await.len();
    }
    assert_eq!(told, 1);
    assert_eq!(talk.ask(-6, 8, text("/sub wires")).await.len(), 1, "another group is told by itself");
    assert!(!talk.ask(-5, 7, text("/sub wires")).await.is_empty(), "administrators are answered");
}

#[tokio::test]
async fn a_group_is_told_what_works_there() {
    for language in ["en", "ru"] {
        let mut talk = Talk::new(rules()).await;
        talk.ask(-5, 7, text(&format!("/settings language {language}"))).await;
        talk.said.clear();
        talk.ask(-5, 8, text("/start")).await;
        insta::assert_snapshot!(format!("start_in_group_{language}"), talk.said);
    }
}

#[tokio::test]
async fn who_is_let_in_is_put_out_and_what_it_follows_stops() {
    let mut talk = Talk::new(Rules { operators: vec![7], ..rules() }).await;
    talk.ask(-5, 8, text("/help")).await;
    let state = async |talk: &Talk| {
        let mut read = talk.context.store.read().await.unwrap();
        chats::get(&mut read, -5).await.unwrap().unwrap().state
    };
    for (said, wanted, after) in [
        ("/allow -5", "may use", State::Active),
        ("/allow -5", "no longer", State::Paused),
        ("/allow -5", "may use", State::Active),
        ("/allow off -5", "no longer", State::Paused),
        ("/allow 5", "may use", State::Paused),
        ("/allow -5", "no longer", State::Paused),
        ("/allow off", "/allow ID", State::Paused),
        ("/allow x", "/allow ID", State::Paused),
    ] {
        let answer = talk.says(said).await;
        assert!(answer[0].text.text().contains(wanted), "{said}: {}", answer[0].text.text());
        assert_eq!(state(&talk).await, after, "{said}");
    }
}
