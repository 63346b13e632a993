//! A feed that speaks of another site's articles: their pages speak for themselves.

use super::*;
use crate::editor::shown;
use crate::feed::page_told_of;
use crate::store::{Reader, articles};
use crate::view::RenderOptions;

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

/// What the newest article of a feed is to a reader: its address, its outlet as its card names it, and its text.
async fn newest(world: &World, feed: &str, who: Reader) -> Option<(String, String, String)> {
    let mut db = world.watch.store.read().await.unwrap();
    let feed = feeds::by_url(&mut db, feed).await.unwrap().unwrap();
    let id = *entries::newest_articles(&mut db, feed, 1).await.unwrap().first()?;
    let stored = articles::get(&mut db, who, id).await.unwrap()?;
    let card = shown::card(&mut db, &stored, None, (None, &[])).await.unwrap();
    let said = format!("{}\n{}", card.source.name, card.message(&RenderOptions::plain(noon())).shows());
    Some((stored.article.url.unwrap_or_default(), said, stored.article.text))
}

#[tokio::test]
async fn its_words_for_a_page_that_cannot_be_read_are_its_followers_alone_and_under_its_own_name() {
    let mut world = World::new().await;
    let (unknown, evil) = (at(&world, "unknown.example", ""), at(&world, "evil.example", "/feed"));
    world.answers("/feed", ok("text/xml", &foreign(&["one"], &unknown)));
    world.answers("/a/one", Answer { status: 404, ..Answer::default() });
    follow(&world, 7, &evil).await;
    world.round().await;
    let url = format!("{unknown}/a/one");
    assert_eq!(headline(&world, &url).await, None);
    assert_eq!(newest(&world, &evil, Reader::Anybody).await, None);
    assert_eq!(newest(&world, &evil, Reader::Chat(8)).await, None);
    let (address, said, text) = newest(&world, &evil, Reader::Chat(7)).await.unwrap();
    assert!(address.starts_with(&at(&world, "evil.example", "/#")), "{address}");
    assert_eq!(page_told_of(&address), Some(url.as_str()));
    assert!(said.starts_with("Desk (evil.example)") && said.contains("The feed links to"), "{said}");
    assert!(!said.contains("Read at") && text.contains("lied"), "{said}");
    // another feed puts nothing in its place, and what it tells otherwise is an edit of its own card
    world.answers("/other", ok("text/xml", &foreign(&["one"], &unknown).replace("We lied", "They lied")));
    follow(&world, 8, &at(&world, "other.example", "/other")).await;
    world.pass(TimeDelta::hours(3));
    world.round().await;
    assert_eq!(newest(&world, &evil, Reader::Chat(7)).await.unwrap().2, text);
    world.answers("/feed", ok("text/xml", &foreign(&["one"], &unknown).replace("We lied", "You lied")));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    let (again, _, edited) = newest(&world, &evil, Reader::Chat(7)).await.unwrap();
    assert_eq!(again, address);
    assert!(edited.contains("You lied"), "{edited}");
    assert_eq!(newest(&world, &evil, Reader::Anybody).await, None);
}

#[tokio::test]
async fn its_words_stand_for_a_site_that_announces_it_and_never_for_a_known_outlet() {
    let link = |url: &str| format!("<link rel='alternate' type='application/rss+xml' href='{url}'>");
    for (host, announces, stands) in [
        ("unknown.example", true, true),
        ("unknown.example", false, false),
        ("www.reuters.com", false, false),
    ] {
        let world = World::new().await;
        let (base, feed) = (at(&world, host, ""), at(&world, "feeds.other.example", "/feed"));
        world.answers("/feed", ok("text/xml", &foreign(&["one"], &base)));
        world.answers("/a/one", Answer { status: 403, ..Answer::default() });
        if announces {
            world.answers("/", ok("text/html", &link(&feed)));
        }
        follow(&world, 7, &feed).await;
        world.round().await;
        let found = headline(&world, &format!("{base}/a/one")).await;
        assert_eq!(found.is_some(), stands, "{host} {announces}");
        let told = newest(&world, &feed, Reader::Chat(7)).await;
        assert_eq!(told.is_some(), host != "www.reuters.com", "{host} {announces}");
    }
}

#[tokio::test]
async fn an_entry_without_a_link_names_neither_a_page_nor_an_outlet() {
    let world = World::new().await;
    let head = "&lt;link rel='canonical' href='https://www.reuters.com/world/a'&gt;&lt;meta property='og:site_name' content='Reuters'&gt;";
    let feed = foreign(&["one"], "https://unknown.example").replace("&lt;p&gt;", &format!("{head}&lt;p&gt;"));
    let link = "<link>https://unknown.example/a/one</link>";
    assert!(feed.contains(link));
    world.answers("/feed", ok("text/xml", &feed.replace(link, "")));
    let evil = at(&world, "evil.example", "/feed");
    follow(&world, 7, &evil).await;
    world.round().await;
    let (address, said, _) = newest(&world, &evil, Reader::Chat(7)).await.unwrap();
    assert_eq!(address, "");
    assert!(said.starts_with("evil.example\n"), "{said}");
}

/// A feed of the herald's own host, which tells other words under another headline of the page of “one”.
async fn rival(world: &World) -> (String, String) {
    let herald = at(world, "herald.example", "");
    let words = foreign(&["one"], &herald).replace("<description>", "<content:encoded>");
    world.answers("/feed", ok("text/xml", &words.replace("</description>", "</content:encoded>")));
    follow(world, 7, &format!("{herald}/feed")).await;
    (format!("{herald}/a/one"), format!("{herald}/feed"))
}

#[tokio::test]
async fn a_page_keeps_its_words_and_headline_unless_it_announces_the_feed() {
    for is_known in [true, false] {
        let mut world = World::new().await;
        let herald = at(&world, "herald.example", "");
        if is_known {
            world.answers("/own", ok("text/xml", &rss(&herald, &["one"])));
            follow(&world, 8, &format!("{herald}/own")).await;
            world.round().await;
            world.pass(TimeDelta::hours(2));
        }
        let (url, _) = rival(&world).await;
        world.round().await;
        let (title, text) = headline(&world, &url).await.unwrap();
        assert_eq!(title, "Talks one", "{is_known}");
        assert!(text.contains("harbour council") && !text.contains("lied"), "{is_known}: {text}");
        let kinds = world.kinds().await;
        assert!(kinds.iter().all(|(kind, _)| *kind != Kind::Edit), "{kinds:?}");
    }
    // the control: its own feed may
    let world = World::new().await;
    let (url, feed) = rival(&world).await;
    let link = format!("<head><link rel='alternate' type='application/rss+xml' href='{feed}'>");
    world.answers("/a/one", ok("text/html", &page("one", "").replace("<head>", &link)));
    world.round().await;
    let (title, text) = headline(&world, &url).await.unwrap();
    assert!(title.starts_with("Lund confesses") && text.contains("lied"), "{title}: {text}");
}

#[tokio::test]
async fn what_one_feed_told_of_a_page_nobody_can_read_another_does_not_tell_otherwise() {
    let mut world = World::new().await;
    let herald = at(&world, "herald.example", "");
    world.answers("/a/one", Answer { status: 403, ..Answer::default() });
    let words = "<description>The harbour council of Port Merrow agreed to reopen the ferry line.</description></item>";
    world.answers("/own", ok("text/xml", &rss(&herald, &["one"]).replace("</item>", words)));
    follow(&world, 8, &format!("{herald}/own")).await;
    world.round().await;
    world.pass(TimeDelta::hours(2));
    let (url, feed) = rival(&world).await;
    world.round().await;
    let before = headline(&world, &url).await.unwrap();
    assert!(before.1.contains("harbour council"), "{before:?}");
    // nor when it has edited its entry
    let edited = foreign(&["one"], &herald).replace("We lied", "They lied").replace("confesses", "resigns");
    world.answers("/feed", ok("text/xml", &edited));
    world.pass(TimeDelta::hours(3));
    world.round().await;
    assert_eq!(headline(&world, &url).await.unwrap(), before);
    assert!(newest(&world, &feed, Reader::Chat(7)).await.is_some(), "it is told of what is stored");
}
