//! A feed that speaks of another site's articles: their pages speak for themselves.

use super::*;
use crate::store::{Reader, articles};

/// A feed of one host whose entries link to another, each with a headline and words of the feed's own.
fn foreign(names: &[&str], link: &str) -> String {
    let words = "“We lied about all of it,” Ida Lund said. ".repeat(60);
    rss(link, names)
        .replace("<title>Talks", "<title>Lund confesses, talks")
        .replace("</item>", &format!("<description>&lt;p&gt;{words}&lt;/p&gt;</description></item>"))
}

async fn follow(world: &World, chat_id: i64, url: &str) {
    let mut db = world.watch.store.begin().await.unwrap();
    chat(&mut db, chat_id).await;
    let (_, id) = crate::store::tests::subscribe(&mut db, chat_id, url, Mode::Instant).await;
    subscriptions::sampled(&mut db, id).await.unwrap();
    db.commit().await.unwrap();
}

/// Names under `.example` are the same server.
fn at(world: &World, host: &str, path: &str) -> String {
    format!("{}{path}", world.base.replace("127.0.0.1", host))
}

async fn headline(world: &World, url: &str) -> Option<(String, String)> {
    let mut db = world.watch.store.read().await.unwrap();
    let id = articles::by_url(&mut db, Reader::Anybody, url).await.unwrap()?;
    let stored = articles::get(&mut db, Reader::Anybody, id).await.unwrap()?;
    Some((stored.article.title.unwrap_or_default(), stored.article.text))
}

#[tokio::test]
async fn another_sites_feed_puts_no_headline_and_no_words_on_an_article() {
    let world = World::new().await;
    let herald = at(&world, "herald.example", "");
    world.answers("/feed", ok("text/xml", &foreign(&["one"], &herald)));
    follow(&world, 7, &at(&world, "evil.example", "/feed")).await;
    world.round().await;
    let url = format!("{herald}/a/one");
    let (title, text) = headline(&world, &url).await.unwrap();
    assert_eq!(title, "Talks one");
    assert!(text.contains("harbour council") && !text.contains("lied"), "{text}");
}

#[tokio::test]
async fn another_sites_feed_changes_nothing_of_an_article_that_is_known() {
    let mut world = World::new().await;
    let herald = at(&world, "herald.example", "");
    world.answers("/own", ok("text/xml", &rss(&herald, &["one"])));
    follow(&world, 8, &format!("{herald}/own")).await;
    world.round().await;
    let url = format!("{herald}/a/one");
    let before = headline(&world, &url).await.unwrap();
    world.pass(TimeDelta::hours(2));
    world.answers("/feed", ok("text/xml", &foreign(&["one"], &herald)));
    world.answers("/a/one", Answer { status: 403, ..Answer::default() });
    follow(&world, 7, &at(&world, "evil.example", "/feed")).await;
    world.round().await;
    assert_eq!(headline(&world, &url).await.unwrap(), before);
    let kinds = world.kinds().await;
    assert!(kinds.iter().all(|(kind, _)| *kind != Kind::Edit), "{kinds:?}");
}

#[tokio::test]
async fn its_words_stand_in_only_for_a_page_of_no_known_outlet() {
    for (host, stands_in) in [("unknown.example", true), ("www.reuters.com", false)] {
        let world = World::new().await;
        let base = at(&world, host, "");
        world.answers("/feed", ok("text/xml", &foreign(&["one"], &base)));
        world.answers("/a/one", Answer { status: 403, ..Answer::default() });
        follow(&world, 7, &at(&world, "evil.example", "/feed")).await;
        world.round().await;
        let found = headline(&world, &format!("{base}/a/one")).await;
        assert_eq!(found.is_some(), stands_in, "{host}");
    }
}
