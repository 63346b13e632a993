//! What a private feed brings, as strangers and followers see it from outside, over everything that can be said and pressed.

use super::*;
use crate::bot::{Place, PlaceKind, Replied};
use crate::store::chats::subscriptions;

const TOKEN: &str = "9b1deb4d3b7d4bad";

/// Words that stand in the private article and nowhere else.
const HELD: [&str; 5] = ["Lakeland", "Orlo", "treaty", "nine years", "herald.example"];

fn feed() -> String {
    format!("https://desk.example/feed?token={TOKEN}")
}

/// Person 7 follows a private feed that brought an article; person 8 follows nothing of it.
async fn talk() -> (Talk, i64) {
    let mut talk = Talk::new(Rules { operators: vec![8], ..rules() }).await;
    talk.says("/start").await;
    talk.ask(8, 8, text("/start")).await;
    {
        let mut write = talk.context.store.begin().await.unwrap();
        let feed_id = crate::store::feeds::add(&mut write, &feed(), now()).await.unwrap();
        let mode = crate::store::chats::Mode::Digest;
        let new = subscriptions::New { chat_id: 7, thread: None, feed_id, mode, added_by: 7, sample: false };
        subscriptions::add(&mut write, &new, now()).await.unwrap();
        write.commit().await.unwrap();
    }
    let article = talk.store(Some(&feed())).await;
    talk.said.clear();
    (talk, article)
}

fn text(line: &str) -> What {
    let links = line.split(' ').filter(|word| word.starts_with("http")).map(str::to_owned).collect();
    What::Text { text: line.into(), links }
}

/// Everything a chat can say that reads what is stored. `/summary` of the address itself would fetch it, as for anybody.
const LINES: [&str; 26] = [
    "/summary",
    "/summary river",
    "/summary Anna",
    "/search river",
    "/search waited",
    "/search \"river\"",
    "/quotes",
    "/quotes Anna",
    "/quotes Orl",
    "/quotes Arlo",
    "/record",
    "/record Anna waited",
    "/review",
    "/review since:2026-02-10",
    "/digest",
    "/saved",
    "/saved river",
    "/saved text",
    "/export quotes",
    "/export",
    "/feeds",
    "/mute Anna",
    "/people Anna",
    "/reports",
    "/status",
    "/privacy",
];

fn presses(article: i64) -> Vec<String> {
    let mut all: Vec<String> = ["a", "c", "sv", "w"].map(|what| format!("{what}:{article}")).to_vec();
    all.extend([format!("q:{article}:0"), format!("wq:{article}:0"), format!("ww:{article}:0")]);
    all.extend(["text", "bibtex", "ris"].map(|form| format!("c=:{form}:{article}")));
    let others = [
        "p:1:0",
        "fo:1",
        "st:1",
        "sv=:text",
        "sv=:html",
        "sv=:bibtex",
        "rp:1",
        "rf:1:0",
        "pa:1",
        "pj:1:1",
        "f:1",
        "rv:1",
    ];
    all.extend(others.map(str::to_owned));
    all
}

async fn everything(talk: &mut Talk, chat: i64, article: i64) -> String {
    talk.said.clear();
    for data in presses(article) {
        talk.ask(chat, chat, press(&data)).await;
    }
    for line in LINES {
        talk.ask(chat, chat, text(line)).await;
    }
    for link in [format!("a_{article}"), "q_1".into(), "st_1".into()] {
        talk.ask(chat, chat, text(&format!("/start {link}"))).await;
    }
    std::mem::take(&mut talk.said)
}

/// What is answered to somebody in a chat the bot is no member of.
async fn elsewhere(talk: &mut Talk, person: i64) -> String {
    let mut all = Vec::new();
    let inline = ["", "Orlo", "river", "waited"].map(|words| What::Inline {
        query: "i".into(),
        words: words.into(),
        offset: String::new(),
    });
    let guest = ["@attache_bot Orlo", "@attache_bot river"].map(|words| What::Guest {
        query: "g".into(),
        text: words.into(),
        links: Vec::new(),
    });
    for what in inline.into_iter().chain(guest) {
        talk.next += 1;
        let request = Request {
            update_id: talk.next,
            chat: Place { id: -(1 << 53) - person, kind: PlaceKind::Private, title: None, is_forum: false },
            thread: None,
            topic: None,
            from: Person { id: person, language: None, as_group: false },
            what,
            message_id: None,
            replied: None,
        };
        worker::take_in(&talk.context.store, &[request], now()).await.unwrap();
        worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
        all.append(&mut talk.elsewhere.lock().unwrap());
    }
    all.join("\n")
}

/// The words of the private article that stand in what was said; what was asked for is told back and does not count.
fn held(said: &str) -> Vec<&'static str> {
    let said = said.replace('\u{2060}', "");
    let answered: String = said.lines().filter(|line| !line.starts_with('›')).collect::<Vec<_>>().join("\n");
    // a question is told back in its own words
    HELD.into_iter()
        .filter(|word| answered.contains(word) && !LINES.iter().any(|line| line.contains(word)))
        .collect()
}

#[tokio::test]
async fn a_stranger_comes_upon_nothing_of_a_private_feed() {
    let (mut talk, article) = talk().await;
    let said = everything(&mut talk, 8, article).await;
    assert_eq!(held(&said), [""; 0], "{said}");
    for person in [7, 8, 9] {
        let said = elsewhere(&mut talk, person).await;
        assert!(!said.is_empty());
        assert_eq!(held(&said.replace("Orlo", "")), [""; 0], "{said}");
    }
    // and the address is found by nobody who does not read it: it is not among what is stored
    let mut read = talk.context.store.read().await.unwrap();
    for (chat, found) in [(7, true), (8, false)] {
        let who = crate::store::Reader::Chat(chat);
        let known = crate::store::articles::by_url(&mut read, who, "https://herald.example/treaty").await;
        assert_eq!(known.unwrap().is_some(), found, "{chat}");
    }
}

#[tokio::test]
async fn a_follower_comes_upon_all_of_it_until_it_follows_no_more_and_never_sees_the_secret() {
    let (mut talk, article) = talk().await;
    let said = everything(&mut talk, 7, article).await;
    assert_eq!(held(&said), HELD, "{said}");
    // the list of feeds for another program holds the whole address: nothing else does
    let told: Vec<&str> = said.lines().filter(|line| line.contains(TOKEN)).collect();
    assert!(!told.is_empty() && told.iter().all(|line| line.contains("xmlUrl")), "{told:?}");
    talk.says("/feeds 1").await;
    let said = talk.said.replace('\u{2060}', "");
    assert!(said.contains("desk.example/feed?token=•••") && !said.contains(TOKEN), "{said}");

    talk.says("/unsub desk.example").await;
    let said = everything(&mut talk, 7, article).await;
    assert_eq!(held(&said), [""; 0], "{said}");
}

#[tokio::test]
async fn files_posted_to_a_group_hold_no_secret_of_its_feeds() {
    let (mut talk, _) = talk().await;
    talk.ask(-5, 7, text("/start")).await;
    let mut write = talk.context.store.begin().await.unwrap();
    let feed_id = crate::store::feeds::add(&mut write, &feed(), now()).await.unwrap();
    let mode = crate::store::chats::Mode::Digest;
    let new = subscriptions::New { chat_id: -5, thread: None, feed_id, mode, added_by: 7, sample: false };
    subscriptions::add(&mut write, &new, now()).await.unwrap();
    write.commit().await.unwrap();
    for (chat, told) in [(-5, false), (7, true)] {
        for what in [text("/export"), press("xp")] {
            talk.said.clear();
            talk.ask(chat, 7, what).await;
            assert_eq!(talk.said.contains(TOKEN), told, "{chat}: {}", talk.said);
            assert!(talk.said.contains("desk.example/feed?token="), "{chat}: {}", talk.said);
        }
    }
}

#[tokio::test]
async fn a_reply_to_a_private_link_mutes_no_story_and_tells_nothing() {
    use crate::store::articles::stories;
    let (mut talk, article) = talk().await;
    let mut write = talk.context.store.begin().await.unwrap();
    stories::begin(&mut write, article, "Lakeland signs a river treaty", now()).await.unwrap();
    write.commit().await.unwrap();
    for (chat, told) in [(8, false), (7, true)] {
        talk.said.clear();
        talk.next += 1;
        let link = "https://herald.example/treaty".to_owned();
        let request = Request {
            update_id: talk.next,
            chat: Place { id: chat, kind: PlaceKind::Private, title: None, is_forum: false },
            thread: None,
            topic: None,
            from: Person { id: chat, language: None, as_group: false },
            what: text("/mute"),
            message_id: None,
            replied: Some(Replied { text: link.clone(), links: vec![link], by_bot: None }),
        };
        worker::take_in(&talk.context.store, &[request], now()).await.unwrap();
        worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
        talk.sent().await;
        assert_eq!(!held(&talk.said).is_empty(), told, "{chat}: {}", talk.said);
    }
}
