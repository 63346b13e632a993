//! Longer ways through the bot: a channel run from a private chat, people followed, feeds carried in and out.

use serde_json::{Value, json};

use crate::telegram::Call;
use crate::web::{Page, headline};
use crate::world::{ADA, World};

const CHANNEL: i64 = -1_001_234;

fn buttons(call: &Call) -> Vec<Value> {
    let rows = call.params["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
    rows.iter().filter_map(Value::as_array).flatten().cloned().collect()
}

#[tokio::test]
async fn a_channel_is_run_from_the_private_chat() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.telegram.says(ADA, "/channel");
    let asked = world.telegram.wait_for(ADA, "Choose a channel").await;
    let request = &asked.params["reply_markup"]["keyboard"][0][0]["request_chat"];
    assert_eq!((&request["chat_is_channel"], &request["request_id"]), (&json!(true), &json!(1)));

    let shared = json!({
        "chat": {"id": ADA, "type": "private", "first_name": "Ada"}, "date": 1_790_000_000,
        "from": {"id": ADA, "is_bot": false, "first_name": "Ada", "language_code": "en"},
        "chat_shared": {"request_id": 1, "chat_id": CHANNEL, "title": "Lakeside Daily"},
    });
    world.telegram.update("message", shared.clone());
    world.telegram.wait_for(ADA, "You are not an administrator").await;
    world.telegram.promote(CHANNEL + 1, ADA);
    let mut other = shared;
    other["chat_shared"]["chat_id"] = json!(CHANNEL + 1);
    world.telegram.update("message", other);
    let on = world.telegram.wait_for(ADA, "Running").await;
    assert_eq!(on.params["reply_markup"], json!({"remove_keyboard": true}));

    world.telegram.says(ADA, "/settings mode instant");
    world.telegram.wait_for(ADA, "Lakeside Daily</b>\nNew articles").await;
    world.telegram.says(ADA, &format!("/sub {}", world.web.url("/feed.xml")));
    world.telegram.wait_for(ADA, "New articles come at once").await;
    crate::delivery::until(|| !world.web.asked("/news/1").is_empty()).await;
    world.web.put_feed([2, 1]);
    let card = world.telegram.wait_for(CHANNEL + 1, &headline(2)).await;
    for button in buttons(&card) {
        assert!(button["url"].as_str().is_some_and(|url| url.contains("?start=")), "{button}");
    }
    assert!(!buttons(&card).is_empty());
    assert!(world.telegram.calls(|call| call.chat == ADA && call.text().contains(&headline(2))).is_empty());
}

#[tokio::test]
async fn whoever_follows_a_person_is_told_when_they_are_quoted() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.telegram.says(ADA, "/follow Dorev");
    world.telegram.wait_for(ADA, "when Ilan Dorev is quoted").await;
    world.telegram.says(ADA, "/follow volcano");
    world.telegram.wait_for(ADA, "“volcano” appears").await;
    world.web.put_feed([2, 1]);
    let told = world.telegram.wait_for(ADA, "You follow Ilan Dorev").await;
    assert!(told.text().contains(&headline(2)), "{}", told.text());
    assert!(told.button("Unfollow: Ilan Dorev").is_some());
    assert!(world.telegram.calls(|call| call.text().contains("You follow volcano")).is_empty());
}

#[tokio::test]
async fn the_card_of_a_newest_article_that_cannot_be_read_is_promised_no_more() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.web.put_page("/news/1", Page { status: 403, headers: Vec::new(), body: Vec::new() });
    world.telegram.says(ADA, &format!("/sub {}", world.web.url("/feed.xml")));
    world.telegram.wait_for(ADA, "A first card comes in a moment").await;
    world.telegram.wait_for(ADA, "Its newest article cannot be read: ").await;
    world.telegram.says(ADA, "/feeds");
    world.telegram.wait_for(ADA, " · newest article cannot be read").await;
}

#[tokio::test]
async fn errors_are_told_in_the_language_of_the_chat() {
    let world = World::start().await;
    world.telegram.says(ADA, "/settings language ru");
    world.telegram.wait_for(ADA, "Русский").await;
    world.telegram.says(ADA, "/summary http://10.0.0.1/x");
    world.telegram.wait_for(ADA, "10.\u{2060}0.0.1 — не в открытом интернете").await;
    world.telegram.says(ADA, &format!("/sub {}", world.web.url("/missing")));
    world.telegram.wait_for(ADA, "нет такой страницы (404)").await;
}

#[tokio::test]
async fn feeds_and_quotes_are_carried_in_and_out_by_the_command_line() {
    let mut world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    // reading works beside the running bot, writing does not
    let feeds = world.command(&["export"]).output().await.unwrap();
    let opml = String::from_utf8(feeds.stdout).unwrap();
    assert!(opml.contains(&format!("xmlUrl=\"{}\"", world.web.url("/feed.xml"))), "{opml}");
    let quotes = world.command(&["export", "--format", "json"]).output().await.unwrap();
    let quotes: Vec<Value> = serde_json::from_slice(&quotes.stdout).unwrap();
    assert_eq!(quotes[0]["speaker"], "Ilan Dorev");
    let csv = world.command(&["export", "quotes"]).output().await.unwrap();
    assert_eq!(String::from_utf8(csv.stdout).unwrap().lines().count(), quotes.len() + 1);

    let list = world.database().with_file_name("list.opml");
    let other = opml
        .replace("/feed.xml", "/other.xml")
        .replace("</body>", "<outline xmlUrl=\"http://10.0.0.1/f\"/></body>");
    std::fs::write(&list, &other).unwrap();
    let list = list.to_str().unwrap();
    let beside = world.command(&["import", list]).output().await.unwrap();
    assert_eq!(beside.status.code(), Some(4), "{beside:?}");
    assert_eq!(world.stop().await, 0);
    let done = world.command(&["import", list]).output().await.unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("added 1, already followed 0, failed 1"), "{said}");
    let again = world.command(&["import", list]).output().await.unwrap();
    assert!(String::from_utf8(again.stdout).unwrap().contains("added 0, already followed 1"));
}

#[tokio::test]
#[cfg_attr(not(feature = "pictures"), ignore = "draws pictures")]
async fn a_quote_comes_as_a_picture_with_the_same_in_words() {
    let world = World::start().await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    world.telegram.says(ADA, &format!("/summary {}", world.web.url("/news/1")));
    let cards =
        world.telegram.wait(1, "a card with a picture", |call| call.button("Picture").is_some()).await;
    let data = cards[0].button("Picture").unwrap();
    world.telegram.presses(ADA, ADA, &data, 1);
    let asked_or_sent = |call: &Call| {
        call.method == "sendphoto" || buttons(call).iter().any(|button| button["callback_data"] == "pt:1:0")
    };
    let first = world.telegram.wait(1, "a picture, or which quote", asked_or_sent).await;
    if first[0].method != "sendphoto" {
        world.telegram.presses(ADA, ADA, "pt:1:0", 1);
    }
    let sent = world.telegram.wait(1, "a picture", |call| call.method == "sendphoto").await;
    let caption = sent[0].params["caption"].as_str().unwrap();
    assert!(caption.contains("Ilan Dorev") && caption.contains('“'), "{caption}");
    let part = sent[0].params["photo"].as_str().unwrap().trim_start_matches("attach://");
    assert!(sent[0].params[part].as_str().unwrap().contains("PNG"), "{:?}", sent[0].params);
    assert!(sent[0].params["reply_markup"].as_str().unwrap().contains("pt:1:1"), "{:?}", sent[0].params);
}
