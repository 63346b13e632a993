//! A story's further articles are told on the card a chat has of it.

use super::super::watcher::Known;
use super::*;
use crate::view::{Message, Piece};

const FIRST: &str = "OSTRAVIK — Lakeland and Norvia signed a treaty on the river Ossa, ending nine years of talks over the \
    Karst dams. Foreign Minister Anna Orlo and President Piet Haan signed in Ostravik on Tuesday.";
const SECOND: &str = "Lakeland and Norvia signed a treaty that shares the river Ossa by season. President Piet Haan said \
    the Karst dams stay; Anna Orlo of Lakeland signed in Ostravik after nine years of talks.";
const OTHER: &str = "VELIN — Veland will hold an early election in March after parliament rejected the budget, Prime \
    Minister Lena Aster said. Protests over prices went on for a week.";

fn of(outlet: &str, title: &str, text: &str) -> Answer {
    ok(
        "text/html",
        &format!(
            "<html><head><title>{title}</title><meta property='og:site_name' content='{outlet}'></head><body><article>\
             <h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"
        ),
    )
}

/// Titles of the articles.
const TITLES: [(&str, &str); 4] = [
    ("one", "Lakeland and Norvia sign Ossa river treaty"),
    ("two", "Ossa river treaty signed by Lakeland and Norvia"),
    ("three", "Veland calls early election after budget vote"),
    ("four", "Ossa river treaty: Lakeland and Norvia sign"),
];

fn feed(world: &World, names: &[&str]) {
    let titled = |feed: String, (name, title): &(&str, &str)| {
        feed.replace(&format!("<title>Talks {name}</title>"), &format!("<title>{title}</title>"))
    };
    let feed = TITLES.iter().fold(rss(&world.base, names), titled);
    world.answers("/feed", ok("application/rss+xml", &feed));
}

/// A world with chat 2, which wants articles at once, after the first run; the open stories are known.
async fn world() -> World {
    let mut world = World::new().await;
    feed(&world, &["zero"]);
    world.subscribe(2, Mode::Instant, false).await;
    world.round().await;
    assert_eq!(world.kinds().await, []);
    *world.watch.stories.0.lock().await = Some(Known::default());
    let pages = [("Ossa Wire", FIRST), ("Norvia Post", SECOND), ("Norvia Post", OTHER), ("Ossa Wire", FIRST)];
    for ((name, title), (outlet, text)) in TITLES.iter().zip(pages) {
        world.answers(&format!("/a/{name}"), of(outlet, title, text));
    }
    world.pass(TimeDelta::hours(3));
    world
}

async fn told(world: &World) -> Vec<(Kind, outbox::Op, String)> {
    let shown = |piece: &Piece| match piece {
        Piece::Link { text, url } => format!("[{text}]({})", url.split('#').next().unwrap_or_default()),
        other => other.words().to_owned(),
    };
    let text = |payload: &str| {
        let message = serde_json::from_str::<Message>(payload).unwrap();
        message.text.pieces().iter().map(shown).collect::<String>()
    };
    let mut told: Vec<_> =
        world.sent().await.iter().map(|one| (one.kind, one.op, text(&one.payload))).collect();
    told.sort_by_key(|(kind, ..)| *kind == Kind::Edit);
    told
}

#[tokio::test]
async fn the_first_card_names_the_outlet_and_no_other_card_comes() {
    let mut world = world().await;
    feed(&world, &["one", "zero"]);
    world.round().await;
    let first = told(&world).await;
    assert!(first.len() == 1 && first[0].0 == Kind::Card && !first[0].2.contains("also"), "{first:?}");
    feed(&world, &["three", "two", "one", "zero"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let then = told(&world).await;
    assert_eq!(then.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), [Kind::Card, Kind::Edit], "{then:?}");
    assert!(then[0].2.contains("Veland calls early election"), "{then:?}");
    assert!(matches!(then[1].1, outbox::Op::Edit(_)), "{then:?}");
    assert!(
        then[1].2.contains("Ossa river treaty") && then[1].2.contains("also [Norvia Post (127.0.0.1)]("),
        "{then:?}"
    );
    assert!(then[1].2.contains("/a/two)"), "{then:?}");
}

#[tokio::test]
async fn an_edited_card_still_names_them() {
    let mut world = world().await;
    feed(&world, &["one", "zero"]);
    world.round().await;
    feed(&world, &["two", "one", "zero"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    told(&world).await;
    let again = FIRST.replace("on Tuesday", "in the rain");
    world.answers("/a/one", of("Ossa Wire", "Lakeland and Norvia sign Ossa treaty in the rain", &again));
    let renamed =
        rss(&world.base, &["two", "one", "zero"]).replace("Talks one", "Ossa treaty signed in the rain");
    world.answers("/feed", ok("text/xml", &renamed));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let edited = told(&world).await;
    assert!(edited.len() == 1 && edited[0].0 == Kind::Edit, "{edited:?}");
    assert!(
        edited[0].2.contains("in the rain") && edited[0].2.contains("also [Norvia Post (127.0.0.1)]("),
        "{edited:?}"
    );
}

#[tokio::test]
async fn the_same_outlet_is_news_again_and_so_is_the_story_after_a_day() {
    let mut world = world().await;
    feed(&world, &["one", "zero"]);
    world.round().await;
    told(&world).await;
    feed(&world, &["four", "one", "zero"]);
    world.pass(TimeDelta::hours(3));
    world.round().await;
    assert_eq!(told(&world).await.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), [Kind::Card]);
    feed(&world, &["two", "four", "one", "zero"]);
    world.pass(TimeDelta::hours(30));
    world.round().await;
    assert_eq!(told(&world).await.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), [Kind::Card]);
}
