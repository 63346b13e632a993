//! Lists of feeds (OPML) dropped into a chat and taken out of it.

use serde_json::{Value, json};

use crate::telegram::Call;
use crate::web::headline;
use crate::world::{ADA, World};

fn private() -> Value {
    json!({"id": ADA, "type": "private", "first_name": "Ada"})
}

fn opml(body: &str) -> String {
    format!("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head/><body>{body}</body></opml>")
}

fn outline(url: &str) -> String {
    format!("<outline type=\"rss\" text=\"A feed\" xmlUrl=\"{url}\"/>")
}

/// Drops a file and returns the answer to it.
async fn dropped(world: &World, name: &str, content: Option<&str>) -> String {
    let answers = |call: &Call| call.chat == ADA && call.accepted && call.method == "sendmessage";
    let before = world.telegram.calls(answers).len();
    world.telegram.drops_file(&private(), ADA, name, content);
    world.telegram.wait(before + 1, name, answers).await[before].text().to_owned()
}

async fn followed(world: &World) -> i64 {
    world.number("select count(*) from subscriptions where removed_at is null").await
}

/// The file that `/export` sends.
async fn exported(world: &World) -> String {
    let is_file = |call: &Call| call.chat == ADA && call.accepted && call.method == "senddocument";
    let before = world.telegram.calls(is_file).len();
    world.telegram.says(ADA, "/export");
    let sent = world.telegram.wait(before + 1, "the list", is_file).await.remove(before);
    let parts = sent.params.as_object().unwrap().values().filter_map(Value::as_str);
    parts.into_iter().find(|part| part.contains("<opml")).expect("no list in the file").to_owned()
}

#[tokio::test]
async fn a_list_dropped_into_a_chat_is_followed_and_comes_out_again() {
    let world = World::start_with(&[("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")]).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    let (known, second, third) =
        (world.web.url("/feed.xml"), world.web.url("/second.xml?a=1&amp;b=2"), world.web.url("/third.xml"));
    let list = opml(&format!(
        "<outline text=\"World\"><outline text=\"North\">{}{}</outline>{}{}</outline>{}{}",
        outline(&third),
        outline(&second),
        outline(&known),
        outline(&second),
        "<outline text=\"Inside\" xmlUrl=\"http://10.0.0.1/feed\"/>",
        "<outline text=\"A page\" type=\"link\" url=\"mailto:desk@wire.example\"/>",
    ));
    let answer = dropped(&world, "list.opml", Some(&list)).await;
    assert_eq!(
        answer,
        "Added 2, already followed 1, failed 1.\nInside (10.\u{2060}0.0.1 is not on the public internet, so it is not opened)"
    );
    crate::delivery::until(|| {
        !world.web.asked("/second.xml?a=1&b=2").is_empty() && !world.web.asked("/third.xml").is_empty()
    })
    .await;
    let out = exported(&world).await;
    for url in [&known, &second, &third] {
        assert_eq!(out.matches(&format!("xmlUrl=\"{url}\"")).count(), 1, "{out}");
    }
    // what went out can be dropped in again, by this chat and by another
    assert_eq!(dropped(&world, "again.opml", Some(&out)).await, "Added 0, already followed 3, failed 0.");
    let other = json!({"id": ADA + 1, "type": "private", "first_name": "Bo"});
    world.telegram.drops_file(&other, ADA + 1, "again.opml", Some(&out));
    world.telegram.wait_for(ADA + 1, "Added 3, already followed 0, failed 0.").await;
    assert_eq!(followed(&world).await, 6);
    world.ada_wants_cards_at_once().await;
    world.web.put_feed([2, 1]);
    world.telegram.wait_for(ADA, &headline(2)).await;
}

#[tokio::test]
async fn a_list_that_cannot_be_taken_gets_one_line_and_changes_nothing() {
    let world = World::start_with(&[("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")]).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    let many = |count: usize| {
        let outlines = (0..count).map(|n| outline(&world.web.url(&format!("/many/{n}"))));
        opml(&outlines.collect::<Vec<_>>().concat())
    };
    let large = " ".repeat((2 << 20) + 1);
    for (name, content, line) in [
        ("page.opml", Some("<html><body>Sign in</body></html>"), "not an OPML list"),
        ("bytes.xml", Some("\u{0}\u{1}<<<&&& \u{fffd}"), "not an OPML list"),
        ("empty.opml", Some(""), "not an OPML list"),
        ("gone.opml", None, "could not get that file"),
        ("large.opml", Some(&large), "too large"),
        ("many.opml", Some(&many(300)), "300"),
        ("cat.jpg", Some("x"), "can’t read JPG"),
    ] {
        let answer = dropped(&world, name, content).await;
        assert!(answer.contains(line) && answer.lines().count() == 1, "{name}: {answer}");
        assert_eq!(followed(&world).await, 1, "{name}");
    }
    // a list that breaks off: what was whole is followed, and no address that was cut
    let cut = many(9);
    let cut = &cut[..cut.find("/many/8").unwrap() + 4];
    assert_eq!(dropped(&world, "cut.opml", Some(cut)).await, "Added 8, already followed 0, failed 0.");
    // up to the limit, those already followed not counted twice
    assert_eq!(
        dropped(&world, "most.opml", Some(&many(299))).await,
        "Added 291, already followed 8, failed 0."
    );
    let out = exported(&world).await;
    assert_eq!(dropped(&world, "out.opml", Some(&out)).await, "Added 0, already followed 300, failed 0.");
    assert!(dropped(&world, "over.opml", Some(&many(300))).await.contains("300"));
    assert_eq!(followed(&world).await, 300);
}

#[tokio::test]
async fn a_list_dropped_into_a_group_is_for_its_administrators() {
    let world = World::start().await;
    let group = json!({"id": -100_700, "type": "supergroup", "title": "Desk"});
    let list = opml(&outline(&world.web.url("/feed.xml")));
    world.telegram.drops_file(&group, 42, "list.opml", Some(&list));
    world.telegram.wait_for(-100_700, "administrator").await;
    assert_eq!(followed(&world).await, 0);
    world.telegram.promote(-100_700, 43);
    world.telegram.drops_file(&group, 43, "list.opml", Some(&list));
    world.telegram.wait_for(-100_700, "Added 1, already followed 0, failed 0.").await;
}
