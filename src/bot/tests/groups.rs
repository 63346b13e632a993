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
        ("@attache_bot rivers", "Lakeland signs"),
        ("@attache_bot volcanoes", "/search volcanoes"),
        ("@attache_bot Orlo", "Anna Orlo · 1 quote"),
        ("@attache_bot orlo nine", "Anna Orlo · nine · 1 quote"),
        ("@attache_bot what did Orlo say?", "Anna Orlo · 1 quote"),
        ("@attache_bot что сказала Orlo?", "Anna Orlo · 1 quote"),
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

/// What a member of the group -5 sends as an answer to another message.
async fn replies(talk: &mut Talk, said: &str, replied: Replied) -> Vec<Message> {
    talk.next += 1;
    let request = Request {
        update_id: talk.next,
        chat: Place { id: -5, kind: PlaceKind::Supergroup, title: None, is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: 8, language: None, as_group: false },
        message_id: Some(77),
        what: text(said),
        replied: Some(replied),
    };
    worker::take_in(&talk.context.store, &[request], now()).await.unwrap();
    worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
    talk.sent().await
}

#[tokio::test]
async fn a_reply_to_a_link_means_the_link_and_its_answer_is_a_reply() {
    let mut talk = Talk::new(rules()).await;
    talk.store_article().await;
    let link = "https://herald.example/treaty".to_owned();
    let replied = || Replied { text: format!("look {link}"), links: vec![link.clone()], by_bot: None };
    for said in ["@attache_bot", "@attache_bot what is this about?", "/summary"] {
        let answers = replies(&mut talk, said, replied()).await;
        assert!(
            answers.len() == 1 && answers[0].text.text().contains("Lakeland signs"),
            "{said}: {}",
            talk.said
        );
        assert_eq!(answers[0].answers, Some(77), "{said}");
    }
    assert!(replies(&mut talk, "what is this about?", replied()).await.is_empty());
    assert!(talk.says("/help").await[0].answers.is_none(), "in a private chat nobody writes in between");
}

#[tokio::test]
async fn every_kind_of_refusal_is_told_a_group_once_in_ten_minutes() {
    let mut talk = Talk::new(rules()).await;
    talk.ask(-5, 7, text("/sub wires")).await;
    for (said, times) in [("/feeds 1 pause", 1), ("/status", 1), ("/allow 8", 0), ("/unsub 1", 0)] {
        let mut told = 0;
        for member in [8, 9, 10] {
            told += talk.ask(-5, member, text(said)).await.len();
        }
        assert_eq!(told, times, "{said}: {}", talk.said);
    }
    let own = talk.ask(8, 8, text("/status")).await;
    assert!(own[0].text.text().contains("your number is 8"), "{}", own[0].text.text());
}

#[tokio::test]
async fn a_group_without_an_invitation_is_told_its_own_number() {
    let mut talk = Talk::new(Rules { by_invitation: true, ..rules() }).await;
    talk.ask(-5, 7, What::Joined).await;
    talk.ask(-5, 8, text("/start")).await;
    talk.ask(-5, 8, text("we talk")).await;
    assert_eq!(talk.said.matches("by invitation").count(), 1, "{}", talk.said);
    assert!(talk.said.contains("<code>-5</code>") && !talk.said.contains("/sub"), "{}", talk.said);
}

#[tokio::test]
async fn a_number_copied_from_an_answer_is_read_again() {
    let mut talk = Talk::new(Rules { operators: vec![7], ..rules() }).await;
    let answer = talk.says("/allow -1001000000006").await.remove(0).text.text();
    let copied: String = answer.split(' ').next().unwrap().into();
    talk.says(&format!("/allow {}", copied.replace("100", "100\u{2060}"))).await;
    assert!(talk.said.contains("no longer"), "{}", talk.said);
    talk.says("/allow").await;
    assert!(
        talk.said.ends_with(
            "Everybody may use the bot; ATTACHE_ACCESS_MODE=invite changes that. Nobody was let in by name.\n"
        ),
        "{}",
        talk.said
    );
}

#[tokio::test]
async fn a_group_that_could_not_be_reached_hears_that_news_comes_again() {
    let mut talk = Talk::new(rules()).await;
    assert_eq!(talk.ask(-5, 7, What::Joined).await.len(), 1);
    assert!(talk.ask(-5, 7, What::Joined).await.is_empty(), "another right is no return");
    talk.ask(-5, 7, What::Left).await;
    let back = talk.ask(-5, 7, What::Joined).await;
    assert!(back[0].text.text().starts_with("I’m back"), "{}", talk.said);
}
