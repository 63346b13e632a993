//! Questions from chats the bot is no member of.

use super::*;

/// A question of person 9 from elsewhere, written as it comes in.
async fn asks(talk: &mut Talk, what: What, replied: Option<Replied>, language: &str) -> Vec<String> {
    talk.next += 1;
    let request = Request {
        update_id: talk.next,
        chat: Place { id: -(1 << 53) - 9, kind: PlaceKind::Private, title: None, is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: 9, language: Some(language.into()), as_group: false },
        what,
        message_id: None,
        replied,
    };
    worker::take_in(&talk.context.store, &[request], now()).await.unwrap();
    worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
    std::mem::take(&mut *talk.elsewhere.lock().unwrap())
}

fn guest(text: &str, links: &[&str]) -> What {
    let links = links.iter().map(ToString::to_string).collect();
    What::Guest { query: "g".into(), text: text.into(), links }
}

fn inline(words: &str, offset: &str) -> What {
    What::Inline { query: "i".into(), words: words.into(), offset: offset.into() }
}

#[tokio::test]
async fn a_guest_gets_the_stored_card_at_once_and_another_is_edited_in() {
    for language in ["en", "ru"] {
        let mut talk = Talk::new(rules()).await;
        talk.store_article().await;
        talk.says("/sub wires").await;
        let link = "https://herald.example/treaty";
        let mut all = Vec::new();
        all.extend(asks(&mut talk, guest("@attache_bot", &[link]), None, language).await);
        let replied = Replied { text: format!("see {link}"), links: vec![link.into()], by_bot: None };
        all.extend(asks(&mut talk, guest("@attache_bot", &[]), Some(replied), language).await);
        all.extend(asks(&mut talk, guest("@Attache_Bot orlo", &[]), None, language).await);
        all.extend(asks(&mut talk, guest("@attache_bot treaty", &[]), None, language).await);
        all.extend(asks(&mut talk, guest("@attache_bot volcano", &[]), None, language).await);
        all.extend(asks(&mut talk, guest("@attache_bot", &[]), None, language).await);
        // nobody may be asked there: the guard refuses the address, and the answer is edited
        all.extend(
            asks(
                &mut talk,
                guest("@attache_bot http://127.0.0.1/x", &["http://127.0.0.1/x"]),
                None,
                language,
            )
            .await,
        );
        assert!(
            all.iter().all(|said| !said.contains("one.example")
                && !said.contains("/sub")
                && !said.contains("callback")),
            "{all:?}"
        );
        insta::assert_snapshot!(format!("guests_{language}"), all.join("\n———\n"));
        assert!(talk.sent().await.is_empty(), "nothing goes into the outbox");
    }
}

#[tokio::test]
async fn what_somebody_types_lists_stored_quotes_and_articles() {
    for language in ["en", "ru"] {
        let mut talk = Talk::new(rules()).await;
        let mut all = asks(&mut talk, inline("", ""), None, language).await;
        talk.store_article().await;
        for (words, offset) in
            [("orlo", ""), ("treaties", ""), ("volcano", ""), ("orlo", "20"), ("since:soon", "x")]
        {
            all.extend(asks(&mut talk, inline(words, offset), None, language).await);
        }
        insta::assert_snapshot!(format!("inline_{language}"), all.join("\n———\n"));
    }
}

#[tokio::test]
async fn callers_have_limits_and_those_not_let_in_are_told() {
    let mut talk = Talk::new(Rules { requests_an_hour: 2, links_a_person: 1, ..rules() }).await;
    talk.store_article().await;
    for _ in 0..2 {
        assert!(asks(&mut talk, guest("@attache_bot orlo", &[]), None, "en").await[0].contains("quote"));
    }
    let over = asks(&mut talk, guest("@attache_bot orlo", &[]), None, "en").await;
    assert!(over[0].contains("2 requests in an hour"), "{over:?}");
    let mut talk = Talk::new(Rules { by_invitation: true, ..rules() }).await;
    let refused = asks(&mut talk, guest("@attache_bot orlo", &[]), None, "en").await;
    assert!(refused[0].contains("by invitation"), "{refused:?}");
    let mut talk = Talk::new(Rules { links_a_person: 1, ..rules() }).await;
    let link = "http://127.0.0.1/x";
    assert_eq!(asks(&mut talk, guest("", &[link]), None, "en").await.len(), 2);
    let over = asks(&mut talk, guest("", &[link]), None, "en").await;
    assert!(over.len() == 1 && over[0].contains("lot of new links"), "{over:?}");
}

#[tokio::test]
async fn an_answer_begun_before_a_kill_is_edited_and_not_given_again() {
    let mut talk = Talk::new(rules()).await;
    talk.store_article().await;
    let mut write = talk.context.store.begin().await.unwrap();
    crate::store::delivery::guest_answers::note(&mut write, 1, "place of old", now()).await.unwrap();
    write.commit().await.unwrap();
    let said = asks(&mut talk, guest("", &["http://127.0.0.1/x"]), None, "en").await;
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("place of old: "), "{said:?}");
}
