//! Who may do what, and what is done once.

use super::*;
use crate::store::chats::{self, Mode};

#[tokio::test]
async fn a_group_is_run_by_its_administrators() {
    let mut talk = Talk::new(rules()).await;
    let text = |text: &str| What::Text { text: text.into(), links: vec![] };
    let first =
        |messages: Vec<Message>| messages.first().map(|message| message.text.text()).unwrap_or_default();
    // 7 is an administrator, 8 is not
    assert!(first(talk.ask(-5, 8, text("/sub wires")).await).contains("Only administrators"));
    assert!(first(talk.ask(-5, 7, text("/sub wires")).await).contains("2 feeds added"));
    assert!(first(talk.ask(-5, 8, text("/feeds")).await).contains("2 feeds"));
    assert!(talk.ask(-5, 8, press("fd:x:1")).await.is_empty());
    assert!(talk.ask(-5, 8, press("del")).await.is_empty());
    assert!(first(talk.ask(-5, 8, text("/feeds")).await).contains("2 feeds"));
    // talk among people is left alone, another bot's command too
    assert!(talk.ask(-5, 8, text("good morning")).await.is_empty());
    assert!(talk.ask(-5, 8, text("/sub@other_bot wires")).await.is_empty());
    // ids of another chat open nothing
    assert!(first(talk.ask(9, 9, press("f:1")).await).contains("not followed here"));
    assert!(first(talk.ask(9, 9, press("fd:x:1")).await).contains("not followed here"));
    assert!(first(talk.ask(-5, 7, press("fd:x:1")).await).contains("Removed"));
}

#[tokio::test]
async fn an_update_has_its_effects_once() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    let again = Request {
        update_id: talk.next,
        chat: Place { id: 7, kind: PlaceKind::Private, title: None, is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: 7, language: None, as_group: false },
        what: What::Text { text: "/sub wires".into(), links: vec![] },
        message_id: None,
        replied: None,
    };
    worker::take_in(&talk.context.store, &[again], now()).await.unwrap();
    assert_eq!(worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap(), 0);
    assert!(talk.sent().await.is_empty());
    assert!(
        telegram_updates::waiting(&mut talk.context.store.read().await.unwrap(), &[], 9)
            .await
            .unwrap()
            .is_empty()
    );
}

/// Two workers may read one update before either has ended it, as after a start beside a program that still stops.
#[tokio::test]
async fn an_update_that_two_workers_took_has_its_effects_once() {
    let mut talk = Talk::new(rules()).await;
    let request = Request {
        update_id: 900,
        chat: Place { id: 7, kind: PlaceKind::Private, title: None, is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: 7, language: None, as_group: false },
        what: What::Text { text: "/sub wires".into(), links: vec![] },
        message_id: None,
        replied: None,
    };
    worker::take_in(&talk.context.store, std::slice::from_ref(&request), now()).await.unwrap();
    let first = worker::worked(&talk.context, &request, now()).await.unwrap();
    assert_eq!(first.map(|replies| replies.len()), Some(1));
    let second = worker::worked(&talk.context, &request, now()).await.unwrap();
    assert!(second.is_none(), "the other has ended it: what was done again is rolled back");
    assert_eq!(talk.sent().await.len(), 1);
    let mut read = talk.context.store.read().await.unwrap();
    assert!(telegram_updates::waiting(&mut read, &[], 9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_flood_is_answered_once_and_then_with_silence() {
    let mut talk = Talk::new(Rules { requests_an_hour: 5, ..rules() }).await;
    let mut answered = 0;
    for _ in 0..20 {
        answered += talk.says("/help").await.len();
    }
    assert_eq!(answered, 6);
}

#[tokio::test]
async fn a_group_that_floods_is_answered_once_and_its_people_still_elsewhere() {
    let mut talk = Talk::new(Rules { requests_a_group: 5, ..rules() }).await;
    let mut answered = 0;
    for person in 20..40 {
        answered +=
            talk.ask(-100, person, What::Text { text: "/help".into(), links: Vec::new() }).await.len();
    }
    assert_eq!(answered, 6);
    assert_eq!(talk.ask(20, 20, What::Text { text: "/help".into(), links: Vec::new() }).await.len(), 1);
}

#[tokio::test]
async fn the_word_that_a_group_has_moved_takes_everything_along() {
    let mut talk = Talk::new(rules()).await;
    talk.ask(-5, 7, What::Text { text: "/settings quotes 5".into(), links: Vec::new() }).await;
    assert!(talk.ask(-5, 7, What::Migrated { to: -1_005 }).await.is_empty());
    let mut db = talk.context.store.read().await.unwrap();
    let moved = crate::store::chats::get(&mut db, -1_005).await.unwrap().unwrap();
    assert_eq!(moved.quotes_a_card, 5);
    assert_eq!(crate::store::chats::get(&mut db, -5).await.unwrap(), None);
}

#[tokio::test]
async fn by_invitation_only_those_let_in() {
    let mut talk = Talk::new(Rules { by_invitation: true, operators: vec![1], ..rules() }).await;
    let text = |text: &str| What::Text { text: text.into(), links: vec![] };
    let first =
        |messages: Vec<Message>| messages.first().map(|message| message.text.text()).unwrap_or_default();
    assert!(first(talk.says("/help").await).contains("by invitation"));
    assert!(first(talk.ask(1, 1, text("/allow 7")).await).contains("7 may use"));
    assert!(first(talk.says("/help").await).contains("What I do"));
    assert!(first(talk.ask(1, 1, text("/status")).await).contains("Outbox"));
    assert!(first(talk.ask(1, 1, text("/announce Good evening")).await).contains("1 chat"));
}

#[tokio::test]
async fn everything_about_a_chat_can_be_taken_and_deleted() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    talk.presses("xp").await;
    assert!(talk.said.contains("https://one.example/feed"));
    talk.presses("del").await;
    assert!(talk.said.contains("is deleted"));
    let messages = talk.says("/feeds").await;
    assert!(messages[0].text.text().contains("No feeds yet"));
}

#[tokio::test]
async fn a_feed_list_is_taken_in_and_given_out() {
    let mut talk = Talk::new(rules()).await;
    let opml = r#"<opml version="2.0"><body><outline text="One" xmlUrl="https://one.example/feed"/>
        <outline text="Inside" xmlUrl="http://192.168.0.1/feed"/></body></opml>"#;
    let file =
        |name: &str| What::File { id: opml.into(), name: name.into(), size: 200, caption: String::new() };
    let messages = talk.ask(7, 7, file("feeds.opml")).await;
    insta::assert_snapshot!(messages[0].text.text(), @r"
    Added 1, already followed 0, failed 1.
    Inside (192.168.0.1 is not on the public internet, so it is not opened)
    ");
    talk.says("/export").await;
    assert!(talk.said.contains("xmlUrl=\"https://one.example/feed\""));
    assert!(talk.ask(-5, 8, file("cat.jpg")).await.is_empty());
}

#[tokio::test]
async fn a_text_sent_as_a_file_is_read_as_if_it_were_pasted_and_of_others_it_is_said_what_to_do() {
    let mut talk = Talk::new(rules()).await;
    let words = "The ministers of Lakeland and Norvia met in Alder on Monday. “We waited nine years for this,” Anna Orlo \
        said after the talks. Both sides will sign the treaty on the river in May, and ships will pass again in June.";
    let file = |name: &str, size: u64, caption: &str| What::File {
        id: words.into(),
        name: name.into(),
        size,
        caption: caption.into(),
    };
    let said = talk.ask(7, 7, file("Statement.TXT", 300, "")).await;
    assert!(said[0].text.text().contains("We waited nine years"), "{}", talk.said);
    // nothing of it is stored
    let stored = "select count(*) from articles";
    let count: i64 =
        sqlx::query_scalar(stored).fetch_one(&mut *talk.context.store.read().await.unwrap()).await.unwrap();
    assert_eq!(count, 0);
    for (name, size, due) in [
        ("note.pdf", 300, "I can’t read PDF files. Copy the text"),
        ("note", 300, "I can’t read this file. Copy the text"),
        ("note.docx", 300, "There is no text in that file"),
        ("note.txt", 6 << 20, "too large"),
    ] {
        for caption in ["", "/summary", "see this"] {
            let said = talk.ask(7, 7, file(name, size, caption)).await;
            assert!(
                said[0].text.text().starts_with(due) || said[0].text.text().contains(due),
                "{name} {caption}"
            );
        }
    }
    assert!(talk.ask(-5, 8, file("note.txt", 300, "")).await.is_empty());
    assert_eq!(talk.ask(-5, 8, file("note.txt", 300, "/summary")).await.len(), 1);
}

#[tokio::test]
async fn the_mode_of_the_chat_holds_for_all_feeds_without_a_choice_of_their_own() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    talk.presses("fm:instant:2").await;
    let said = talk.says("/settings mode both").await;
    insta::assert_snapshot!(said[0].text.text(), @r"
    New articles: at once and digest
    1 feed keeps the choice made for it; /feeds changes that.
    ");
    let modes = async |talk: &Talk| {
        let mut read = talk.context.store.read().await.unwrap();
        let rows = crate::store::chats::subscriptions::list(&mut read, 7).await.unwrap();
        rows.into_iter().map(|row| (row.id, row.mode)).collect::<Vec<_>>()
    };
    assert_eq!(modes(&talk).await, [(1, Mode::Both), (2, Mode::Instant)]);
    talk.presses("fd:c:2").await;
    assert_eq!(modes(&talk).await, [(1, Mode::Both), (2, Mode::Both)]);
    talk.says("/settings mode digest").await;
    assert_eq!(modes(&talk).await, [(1, Mode::Digest), (2, Mode::Digest)]);
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_not_sent() {
    let mut talk = Talk::new(rules()).await;
    let shown = talk.says("/feeds").await[0].shows();
    let press = |shows: &str| What::Press {
        data: "fs:0".into(),
        message_id: Some(1),
        query: "q".into(),
        links: vec![],
        shows: shows.into(),
        carried: true,
    };
    assert_eq!(talk.ask(7, 7, press(&shown)).await.len(), 0);
    assert_eq!(talk.ask(7, 7, press("something else")).await.len(), 1);
}

#[tokio::test]
async fn a_single_word_that_names_a_command_is_that_command() {
    let mut talk = Talk::new(rules()).await;
    assert!(talk.says("help").await[0].text.text().starts_with("What I do"));
    assert!(talk.says("Дайджест").await[0].text.text().contains("follow no feeds"));
    assert!(talk.says("grain corridor").await[0].text.text().contains("/search grain corridor"));
}

#[tokio::test]
async fn a_command_that_is_passed_on_is_given_by_nobody() {
    let mut talk = Talk::new(rules()).await;
    for text in ["/stop", "stop"] {
        talk.ask(7, 7, What::Forwarded { text: text.to_owned(), links: Vec::new() }).await;
        let mut db = talk.context.store.read().await.unwrap();
        let state = chats::get(&mut db, 7).await.unwrap().unwrap().state;
        assert_eq!(state, chats::State::Active, "{text}");
    }
    talk.says("/stop").await;
    let mut db = talk.context.store.read().await.unwrap();
    assert_eq!(chats::get(&mut db, 7).await.unwrap().unwrap().state, chats::State::Paused);
}

#[tokio::test]
async fn a_feed_is_labelled_by_its_host_and_not_by_what_it_says_of_itself() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/sub wires").await;
    {
        let mut write = talk.context.store.begin().await.unwrap();
        sqlx::query("update feeds set title = 'BBC', site_url = 'https://www.bbc.com/news'")
            .execute(&mut *write)
            .await
            .unwrap();
        write.commit().await.unwrap();
    }
    for line in ["/feeds", "/feeds 1"] {
        let shown = talk.says(line).await[0].shows();
        assert!(shown.contains("one.example") && !shown.contains("BBC"), "{shown}");
        assert!(!shown.contains("broadcaster"), "{shown}");
    }
}
