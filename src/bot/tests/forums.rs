//! A forum: each topic has its own feeds and times, and the group the rest.

use super::*;

/// The forum, its topic of rivers.
const FORUM: i64 = -6;
const RIVERS: i64 = 44;

async fn says(talk: &mut Talk, thread: Option<i64>, said: &str) -> Vec<Message> {
    talk.next += 1;
    talk.said.push_str(&format!("\n› {said}\n"));
    let request = Request {
        update_id: talk.next,
        chat: Place {
            id: FORUM,
            kind: PlaceKind::Supergroup,
            title: Some("Institute".into()),
            is_forum: true,
        },
        thread,
        topic: thread.map(|_| "Rivers".into()),
        from: Person { id: 7, language: None, as_group: false },
        message_id: None,
        what: What::Text { text: said.into(), links: vec![] },
        replied: None,
    };
    worker::take_in(&talk.context.store, &[request], now()).await.unwrap();
    worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
    talk.sent().await
}

#[tokio::test]
async fn what_is_a_topic_s_and_what_is_the_group_s_is_said() {
    for language in ["en", "ru"] {
        let mut talk = Talk::new(rules()).await;
        says(&mut talk, None, &format!("/settings language {language}")).await;
        talk.said.clear();
        says(&mut talk, Some(RIVERS), "/start").await;
        says(&mut talk, Some(RIVERS), "/sub wires").await;
        for said in ["/settings digest 18:00", "/settings mode at once", "/settings"] {
            says(&mut talk, Some(RIVERS), said).await;
        }
        for said in ["/settings digest off", "/digest"] {
            says(&mut talk, None, said).await;
        }
        insta::assert_snapshot!(format!("forum_{language}"), talk.said);
    }
}
