//! A feed with a secret in its address, with the program as people run it: strangers come upon nothing of it, and the secret
//! is written nowhere but where it must be kept.

use crate::web::Page;
use crate::world::{ADA, World};

const STRANGER: i64 = 777;
const SECRET: &str = "9b1deb4d3b7d4badZk3dU8pL";

#[tokio::test]
async fn a_private_feed_is_its_followers_alone_and_its_secret_is_not_told() {
    let mut world = World::prepare(&[("RUST_LOG", "debug")]).await;
    let health = world.open_health().await;
    world.start_program();
    let path = format!("/desk.xml?token={SECRET}");
    let url = world.web.url("/news/1");
    world.web.put_feed([1]);
    let item = format!("<item><title>Crossing opens</title><link>{url}</link><guid>{url}</guid></item>");
    let feed = format!("<rss version=\"2.0\"><channel><title>Desk</title>{item}</channel></rss>");
    world.web.put(&path, "application/rss+xml", feed);
    world.telegram.says(ADA, "/start");
    world.telegram.wait(1, "an answer to /start", |call| call.accepted && call.chat == ADA).await;
    world.telegram.says(ADA, &format!("/sub {}", world.web.url(&path)));
    world.telegram.wait_for(ADA, "only in chats that follow it").await;
    world.telegram.wait_for(ADA, "the article word for word").await;
    world.telegram.says(ADA, "/search crossing");
    world.telegram.wait_for(ADA, "“crossing” · 1 article").await;
    world.telegram.says(ADA, "/quotes Dorev");
    world.telegram.wait_for(ADA, "Ilan Dorev").await;

    for (count, line) in (1..).zip([
        "/search crossing",
        "/quotes Dorev",
        "/quotes",
        "/summary crossing",
        "/record Dorev",
        "/start a_1",
        "/start q_1",
    ]) {
        world.telegram.says(STRANGER, line);
        world.telegram.wait(count, line, |call| call.accepted && call.chat == STRANGER).await;
    }
    for call in world.telegram.calls(|call| call.chat == STRANGER) {
        let told = call.params.to_string();
        let shown = ["Crossing opens", "Tavria and Norland", "Ilan"];
        assert!(!shown.iter().any(|words| told.contains(words)), "{told}");
    }

    // the feed fails from now on, which is told and logged
    world.web.put_page(&path, Page { status: 500, headers: Vec::new(), body: b"later".to_vec() });
    crate::delivery::until(|| world.log().contains("poll failed")).await;
    for line in ["/feeds", "/feeds 1", "/status"] {
        let before = world.telegram.calls(|call| call.accepted && call.chat == ADA).len();
        world.telegram.says(ADA, line);
        world.telegram.wait(before + 1, line, |call| call.accepted && call.chat == ADA).await;
    }
    let metrics = reqwest::get(format!("{health}/metrics")).await.unwrap().text().await.unwrap();
    assert_eq!(world.stop().await, 0);
    let sent = world.telegram.calls(|_| true).iter().map(|call| call.params.to_string()).collect::<String>();
    for (what, written) in [("the log", world.log()), ("Telegram", sent), ("the metrics", metrics)] {
        let at = written
            .find(SECRET)
            .map(|at| written.chars().skip(at.saturating_sub(150)).take(300).collect::<String>());
        assert_eq!(at, None, "{what}");
    }
}
