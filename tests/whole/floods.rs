//! People, groups, buttons, links, messages and headlines out of all measure: bounded, answered or ignored.

use crate::telegram::PATIENCE;
use crate::world::{ADA, World, chat, follow};

/// What Telegram lets a message hold, in UTF-16 units.
const MOST: usize = 4096;

#[tokio::test]
async fn one_who_floods_is_answered_up_to_a_bound_and_holds_up_nobody() {
    let fast = [
        ("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30"),
        ("ATTACHE_TELEGRAM_MESSAGES_PER_SECOND", "200"),
    ];
    let world = World::start_with(&fast).await;
    let mut last = 0;
    for _ in 0..240 {
        last = world.telegram.says(ADA, "/help");
    }
    world.telegram.says(ADA + 1, "/help");
    let other =
        world.telegram.wait(1, "another's answer", |call| call.chat == ADA + 1 && call.accepted).await;
    let before = world.telegram.calls(|call| call.chat == ADA && call.at < other[0].at).len();
    assert!(before < 150, "another waited for {before} answers to the one who floods");
    world.telegram.wait(201, "answers", |call| call.chat == ADA && call.accepted).await;
    let telegram = &world.telegram;
    assert!(telegram.until(PATIENCE, || telegram.handed(last) > 0).await);
    // a later request of the flood's chat is silent too; that of another is worked on after it
    telegram.says(ADA, "/help");
    telegram.says(ADA + 1, "/feeds");
    telegram.wait(2, "another's second answer", |call| call.chat == ADA + 1 && call.accepted).await;
    assert_eq!(telegram.calls(|call| call.chat == ADA).len(), 201);
}

#[tokio::test]
async fn talk_in_a_group_is_left_alone() {
    let world = World::start().await;
    let group = World::group(-700);
    for n in 0..300 {
        world.telegram.says_in_group(&group, 42 + n % 7, "see https://example.org/a and /nothing here");
    }
    world.telegram.says(ADA, "/help");
    world.telegram.wait(1, "an answer", |call| call.chat == ADA && call.accepted).await;
    world.telegram.says_in_group(&group, 42, "/help");
    world.telegram.wait(1, "the group's answer", |call| call.chat == -700 && call.accepted).await;
    assert_eq!(world.telegram.calls(|call| call.chat == -700 && call.method == "sendmessage").len(), 1);
}

#[tokio::test]
async fn buttons_and_links_with_foreign_numbers_touch_nothing_of_others() {
    let mut world = World::start_with(&[("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")]).await;
    world.web.put_feed([1]);
    world.ada_follows_the_feed().await;
    let stranger = 777;
    let sample =
        world.telegram.wait(1, "the sample card", |call| call.button("At once").is_some()).await.remove(0);
    let rows = sample.params["reply_markup"]["inline_keyboard"].as_array().unwrap().clone();
    let datas = rows
        .iter()
        .flat_map(|row| row.as_array().unwrap())
        .filter_map(|button| button["callback_data"].as_str());
    let made_up =
        ["f:1", "fd:rm:1", "set:mode:both", "del", "x", "", "dp:1:2", "c:99999999999999999999", "💥"];
    let datas: Vec<String> = datas.chain(made_up).map(str::to_owned).collect();
    for data in &datas {
        world.telegram.presses(stranger, stranger, data, 1);
    }
    let presses = world.telegram.clone();
    presses.wait(datas.len(), "every press answered", |call| call.method == "answercallbackquery").await;
    let before = world.telegram.calls(|call| call.chat == stranger && call.accepted).len();
    let links =
        ["a_1", "a_99999", "q_99999", "st_1", "st_-1", "dg_0000000000000000_1", "dg__", "a_1_2", "_", "zz_é"];
    for link in links {
        world.telegram.says(stranger, &format!("/start {link}"));
    }
    let answered = |call: &crate::telegram::Call| call.chat == stranger && call.accepted;
    world.telegram.wait(before + links.len(), "every link answered", answered).await;
    world.telegram.says(stranger, &format!("/start {}", "A".repeat(64)));
    world.telegram.wait(before + links.len() + 1, "a long link answered", answered).await;
    assert_eq!(world.stop().await, 0);
    let own = "select count(*) from subscriptions where chat_id = 501 and removed_at is null and paused = 0 and mode = 'digest'";
    assert_eq!(world.number(own).await, 1);
    assert_eq!(world.number("select count(*) from subscriptions where chat_id = 777").await, 0);
    assert!(!world.log().contains("panicked"), "{}", world.log());
}

#[tokio::test]
async fn messages_of_300_kilobytes_are_answered_in_one_that_fits() {
    let fast = [("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")];
    let world = World::start_with(&fast).await;
    let long = "ab <c>&\u{1F4A5} ".repeat(30_000);
    let heads = [
        "",
        "/summary ",
        "/sub ",
        "/quotes ",
        "/search ",
        "/follow ",
        "/settings zone ",
        "/settings digest ",
        "/",
    ];
    for head in heads {
        world.telegram.says(ADA, &format!("{head}{long}"));
    }
    let answers =
        world.telegram.wait(heads.len(), "an answer to each", |call| call.chat == ADA && call.accepted).await;
    for answer in answers {
        let length = shown(answer.text());
        assert!((1..=MOST).contains(&length), "{length}");
    }
    assert!(!world.log().contains("panicked"), "{}", world.log());
}

#[tokio::test]
async fn headlines_of_every_plane_become_cards() {
    let fast = [("ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND", "30")];
    let mut world = World::prepare(&fast).await;
    let (url, now) = (world.web.url("/planes.xml"), "2026-09-14T12:00:00Z".parse().unwrap());
    world
        .write(now, async |db| {
            chat(db, ADA, now).await;
            follow(db, ADA, &url, now).await;
        })
        .await;
    // the pages are closed to programs, so what the feed says is taken at once
    world.web.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /plane/\n");
    put(&world, 0);
    world.start_program();
    crate::delivery::until(|| world.web.asked("/planes.xml").len() >= 2).await;
    // at most five of one poll are cards
    for planes in [4, 8, 12, 17] {
        put(&world, planes);
        for plane in planes - 4..planes {
            world.telegram.wait_for(ADA, &format!("Plane{plane:02}")).await;
        }
    }
    world.telegram.wait_for(ADA, "Plane12").await;
    for call in world.telegram.calls(|call| call.chat == ADA) {
        assert!(call.accepted && shown(call.text()) <= MOST);
        assert_html(call.text());
    }
    assert!(!world.log().contains("panicked"), "{}", world.log());
}

/// The feed with one item of each plane below `planes`, the newest first.
fn put(world: &World, planes: u32) {
    let items: String = (0..planes).rev().map(|plane| item(world, plane)).collect();
    let body = format!(
        "<rss version=\"2.0\"><channel><title>Planes \u{202E}&lt;b&gt;</title>{items}</channel></rss>"
    );
    world.web.put("/planes.xml", "application/rss+xml", body);
}

fn item(world: &World, plane: u32) -> String {
    let first = plane << 16;
    let picked = (0..256).filter_map(|step| char::from_u32(first + step * 251 + 0x21));
    // what XML cannot hold, or would read as markup
    let wild: String = picked.filter(|c| !c.is_control() && !"<>&\u{FFFE}\u{FFFF}".contains(*c)).collect();
    let url = world.web.url(&format!("/plane/{plane}"));
    let text =
        "Tavria and Norland signed a treaty on Monday after nine years of talks over the river and its dams.";
    format!(
        "<item><title>Plane{plane:02} {wild} &lt;i&gt; &amp;amp;</title><link>{url}</link><guid>{url}</guid>\
         <description>{text} {wild}</description></item>"
    )
}

/// The length of a message as Telegram counts it, in UTF-16 units without tags and with entities as one.
fn shown(html: &str) -> usize {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let plain: String = texts.collect();
    let entities = ["&lt;", "&gt;", "&amp;", "&quot;"];
    entities.iter().fold(plain, |text, entity| text.replace(entity, "x")).encode_utf16().count()
}

/// Tags and entities are those Telegram knows, and every tag that opens closes.
fn assert_html(text: &str) {
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (here, end) = (&rest[at..], if rest[at..].starts_with('<') { '>' } else { ';' });
        let stop = here
            .find(end)
            .unwrap_or_else(|| panic!("nothing ends {:?}", here.chars().take(20).collect::<String>()));
        let inside = &here[1..stop];
        if end == ';' {
            assert!(["lt", "gt", "amp", "quot"].contains(&inside), "&{inside};");
        } else if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{text}");
        } else {
            let name = inside.split(' ').next().unwrap();
            assert!(["b", "i", "a", "u", "s", "code", "blockquote"].contains(&name), "<{inside}>");
            open.push(name);
        }
        rest = &here[stop + 1..];
    }
    assert!(open.is_empty(), "{open:?} stay open in {text}");
}

#[tokio::test]
async fn a_link_asked_for_by_many_at_once_is_fetched_once() {
    let world = World::start().await;
    world.web.put_feed([7]);
    let link = world.web.url("/news/7");
    for person in 0..12 {
        world.telegram.says(ADA + person, &format!("/summary {link}"));
    }
    let cards =
        |call: &crate::telegram::Call| call.accepted && call.text().contains(&crate::web::headline(7));
    world.telegram.wait(12, "a card for each", cards).await;
    assert_eq!(world.web.asked("/news/7").len(), 1);
}
