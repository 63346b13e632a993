//! What a person asks and gets.

use serde_json::json;

use crate::web::{Page, headline};
use crate::world::{ADA, World};

#[tokio::test]
async fn a_new_entry_becomes_a_card() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.ada_wants_cards_at_once().await;
    world.web.put_feed([2, 1]);
    let card = world.telegram.wait_for(ADA, &headline(2)).await;
    let text = card.text();
    assert!(text.contains("Ilan Dorev"), "{text}");
    assert!(
        text.contains("Crossing number 2 will stay open day and night for as long as people need it"),
        "{text}"
    );
    assert!(text.contains("the article word for word"), "{text}");
    assert_eq!(card.params["parse_mode"], "HTML");
}

#[tokio::test]
async fn a_link_is_summarised() {
    let world = World::start().await;
    world.web.put_feed([7]);
    world.telegram.says(ADA, &format!("/summary {}", world.web.url("/news/7")));
    let card = world.telegram.wait_for(ADA, &headline(7)).await;
    assert!(card.text().contains("sentences from the article"), "{}", card.text());
    world.telegram.says(ADA, "/quotes Dorev");
    world
        .telegram
        .wait(2, "the quote again", |call| call.text().contains("Crossing number 7 will stay open"))
        .await;
}

/// (what is said, words its one-line answer holds)
const WRONG: [(&str, &str); 8] = [
    ("/summary http://127.0.0.1:1/x", "not on the public internet"),
    ("/summary http://169.254.169.254/latest/meta-data", "not on the public internet"),
    ("/summary ftp://example.org/a", "http"),
    ("/summary {web}/missing", "404"),
    ("/summary {web}/empty", "text"),
    ("/sub {web}/empty", "feed"),
    ("/sumary {web}/news/1", "/summary"),
    ("/quotes Несуществующий", "Несуществующий"),
];

#[tokio::test]
async fn bad_input_gets_one_clear_line() {
    let world = World::start_with(&[("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")]).await;
    world.web.put("/empty", "text/html", "<html><body></body></html>");
    let mut wrong = Vec::new();
    for (place, (said, words)) in WRONG.iter().enumerate() {
        let said = said.replace("{web}", world.web.url("").trim_end_matches('/'));
        world.telegram.says(ADA, &said);
        let answers = world
            .telegram
            .wait(place + 1, &said, |call| call.chat == ADA && call.accepted && call.method == "sendmessage")
            .await;
        let answer = answers[place].text();
        if !answer.to_lowercase().contains(&words.to_lowercase()) || answer.lines().count() > 2 {
            wrong.push(format!("{said} → {answer}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn a_windows_1251_page_is_read() {
    let world = World::start().await;
    let text = "<html><head><title>Границу откроют в понедельник</title></head><body><article><h1>Границу откроют в понедельник</h1>\
        <p>Правительства Таврии и Норланда договорились в понедельник открыть пограничный переход для грузовиков и машин скорой помощи.</p>\
        <p>«Переход будет открыт днём и ночью, пока он нужен людям», — заявил министр иностранных дел Илан Дорев журналистам в столице.</p>\
        <p>Соглашение вступает в силу на следующей неделе, весной его рассмотрит совместная комиссия двух стран.</p></article></body></html>";
    let (body, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let headers = vec![("content-type", "text/html; charset=windows-1251".to_owned())];
    world.web.put_page("/ru", Page { status: 200, headers, body: body.into_owned() });
    world.telegram.says(ADA, &format!("/summary {}", world.web.url("/ru")));
    let card = world.telegram.wait_for(ADA, "Переход будет открыт днём и ночью").await;
    assert!(card.text().contains("Илан Дорев"), "{}", card.text());
}

#[tokio::test]
async fn a_member_who_is_no_administrator_cannot_subscribe_a_group() {
    let world = World::start().await;
    world.web.put_feed([1]);
    let group = json!({"id": -100_700, "type": "supergroup", "title": "Desk"});
    let said = format!("/sub {}", world.web.url("/feed.xml"));
    world.telegram.says_in_group(&group, 42, &said);
    let refusal = world.telegram.wait_for(-100_700, "administrator").await;
    assert!(refusal.text().lines().count() <= 2);
    assert!(world.web.asked("/feed.xml").is_empty(), "nothing was fetched for a person who may not");
    world.telegram.promote(-100_700, 43);
    world.telegram.says_in_group(&group, 43, &said);
    world.telegram.wait_for(-100_700, &headline(1)).await;
}

#[tokio::test]
async fn an_update_that_comes_twice_is_worked_once() {
    let world = World::start().await;
    world.telegram.says(ADA, "/privacy");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA).await;
    world.telegram.repeat(
        json!({"update_id": 1, "message": {"message_id": 1, "date": 1_790_000_000, "text": "/privacy",
        "chat": {"id": ADA, "type": "private", "first_name": "Ada"},
        "from": {"id": ADA, "is_bot": false, "first_name": "Ada"},
        "entities": [{"type": "bot_command", "offset": 0, "length": 8}]}}),
    );
    world.telegram.says(ADA, "/help");
    world.telegram.wait(2, "an answer to /help", |call| call.chat == ADA && call.accepted).await;
    let privacy = world.telegram.calls(|call| {
        call.text().to_lowercase().contains("delete everything") || call.button("Delete").is_some()
    });
    assert_eq!(privacy.len(), 1);
}

#[tokio::test]
async fn a_feed_is_asked_with_the_validator_it_gave() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    let has_validator =
        |one: &crate::web::Asked| one.headers.get("if-none-match").is_some_and(|tag| tag.starts_with("W/\""));
    crate::delivery::until(|| world.web.asked("/feed.xml").iter().any(has_validator)).await;
    let first = world.web.asked("/feed.xml").remove(0);
    assert!(first.headers["user-agent"].starts_with("attache/"), "{first:?}");
    assert!(!has_validator(&first), "{first:?}");
}

#[tokio::test]
async fn the_buttons_of_the_sample_card_work() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    let sample =
        world.telegram.wait(1, "the sample card", |call| call.button("At once").is_some()).await.remove(0);
    world.telegram.presses(ADA, ADA, &sample.button("At once").unwrap(), 1);
    world.telegram.wait(1, "the press answered", |call| call.method == "answercallbackquery").await;
    world.web.put_feed([2, 1]);
    world.telegram.wait_for(ADA, &headline(2)).await;
}
