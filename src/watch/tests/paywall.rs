//! Articles known by their feed alone: whose they are, and why their pages were not read.

use super::*;
use crate::editor::shown;
use crate::store::{Reader, articles};
use crate::view::RenderOptions;

/// What the card of the newest article of a feed at `feed`, with this title and one entry at `link`, says.
async fn card(title: &str, (feed, link): (&str, &str), page: Answer) -> String {
    let world = World::new().await;
    let at = |host: &str| world.base.replace("127.0.0.1", host);
    let words =
        "<description>The council of Port Merrow opens its ferry line again in May.</description></item>";
    let rss = rss(&at(link), &["one"]).replace("</item>", words);
    world.answers("/feed", ok("text/xml", &rss.replace("Desk", title)));
    world.answers("/a/one", page);
    let url = format!("{}/feed", at(feed));
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, 7).await;
    crate::store::tests::subscribe(&mut db, 7, &url, Mode::Digest).await;
    db.commit().await.unwrap();
    world.round().await;
    let mut db = world.watch.store.read().await.unwrap();
    let feed = feeds::by_url(&mut db, &url).await.unwrap().unwrap();
    let id = *entries::newest_articles(&mut db, feed, 1).await.unwrap().first().unwrap();
    let stored = articles::get(&mut db, Reader::Chat(7), id).await.unwrap().unwrap();
    let card = shown::card(&mut db, &stored, None, (None, &[])).await.unwrap();
    format!("{}\n{}", card.source.name, card.message(&RenderOptions::plain(noon())).shows())
}

fn closed() -> Answer {
    let page = "<html><body><article><h1>Talks</h1><p>The council of Port Merrow met on Tuesday.</p>\
                <div>Subscribe to continue reading</div></article></body></html>";
    ok("text/html", page)
}

#[tokio::test]
async fn an_article_of_the_feeds_own_host_is_of_the_outlet_its_title_names() {
    for (title, feed, link, name) in [
        ("Harbour Herald", "herald.example", "herald.example", "Harbour Herald (herald.example)"),
        ("Herald", "www.herald.example", "herald.example", "Herald"),
        ("Harbour Herald", "feeds.herald.example", "herald.example", "herald.example"),
        ("Harbour Herald", "herald.example", "other.herald.example", "other.herald.example"),
        ("Reuters", "herald.example", "herald.example", "herald.example"),
        ("reuters.com", "herald.example", "herald.example", "herald.example"),
        ("Rеuters", "herald.example", "herald.example", "herald.example"),
        ("", "herald.example", "herald.example", "herald.example"),
    ] {
        let refused = Answer { status: 403, ..Answer::default() };
        let told = card(title, (feed, link), refused).await;
        assert_eq!(told.lines().next(), Some(name), "{title} {feed} {link}: {told}");
        assert!(told.contains("only the feed’s own description") && !told.contains("paywall"), "{told}");
    }
}

#[tokio::test]
async fn a_page_behind_a_paywall_is_told_to_be_so() {
    for page in [closed(), Answer { status: 402, ..Answer::default() }] {
        let told = card("Harbour Herald", ("herald.example", "herald.example"), page).await;
        assert!(told.contains("Behind a paywall; summary: the feed’s own description"), "{told}");
        assert!(!told.contains("only its beginning"), "{told}");
    }
}
