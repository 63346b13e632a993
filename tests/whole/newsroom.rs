//! A newsroom on loopback: outlets in six languages, their day read by the real program, and the review of it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::world::{ADA, World, chat, follow};

#[path = "../../benches/invented/newsroom.rs"]
mod invented;

/// Outlets, each a host of its own; articles of the day.
const OUTLETS: usize = 12;
const ARTICLES: usize = 48;

/// Serves every outlet's feed and pages; returns the feeds' addresses.
async fn serve(world: &World, items: &[invented::Item], now: DateTime<Utc>) -> Vec<String> {
    let mut urls = Vec::new();
    for feed in 0..OUTLETS {
        let host = 100 + feed as u8;
        world.web.be_host(host).await;
        let mut entries = String::new();
        for (number, item) in items.iter().enumerate().filter(|(_, item)| item.feed == feed) {
            let path = format!("/{}/{number}", item.language);
            let url = world.web.url_at(host, &path);
            let at = (now - TimeDelta::minutes(item.minutes as i64 + 1)).to_rfc2822();
            entries.push_str(&format!(
                "<item><title>{}</title><link>{url}</link><guid>{url}</guid><pubDate>{at}</pubDate></item>",
                item.title
            ));
            let body: String = item.text.split("\n\n").map(|words| format!("<p>{words}</p>")).collect();
            let page = format!(
                "<!doctype html><html lang={}><head><title>{1}</title></head><body><article><h1>{1}</h1>{body}\
                 </article></body></html>",
                item.language, item.title
            );
            world.web.put(&path, "text/html; charset=utf-8", page);
        }
        let path = format!("/feed/{feed}.xml");
        let xml =
            format!("<rss version=\"2.0\"><channel><title>Outlet {feed}</title>{entries}</channel></rss>");
        world.web.put(&path, "application/rss+xml", xml);
        urls.push(world.web.url_at(host, &path));
    }
    urls
}

/// A review of the day in the format of the file's ending, and what is said of it.
async fn review(world: &World, until: DateTime<Utc>, name: &str) -> (Vec<u8>, String) {
    let until = until.to_rfc3339();
    let done = world.command(&["review", "--to", &until, "--output", name]).output().await.unwrap();
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{errors}");
    (std::fs::read(world.folder.path().join(name)).unwrap(), errors)
}

#[tokio::test]
async fn the_day_of_a_newsroom_is_reviewed_in_every_format() {
    let now = Utc::now();
    let mut world = World::prepare(&[]).await;
    let urls = serve(&world, &invented::day(ARTICLES, OUTLETS), now).await;
    world
        .write(now, async |db| {
            chat(db, ADA, now).await;
            for url in &urls {
                follow(db, ADA, url, now).await;
            }
        })
        .await;
    world.start_program();
    let mut stored = 0;
    for _ in 0..600 {
        stored = world.number("select count(*) from articles where story_id is not null").await;
        if stored >= ARTICLES as i64 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert_eq!(stored, ARTICLES as i64);
    assert_eq!(world.stop().await, 0);
    let until = now + TimeDelta::minutes(1);
    let (text, caption) = review(&world, until, "review.md").await;
    let text = String::from_utf8(text).unwrap();
    let (_, sources) = text.split_once("## Sources").unwrap();
    let count = sources.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
    assert_eq!(count, ARTICLES);
    for part in ["## Findings", "## Themes", "## By country", "## Voices", "## Not covered"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(caption.contains("12 feeds"), "{caption}");
    for name in ["review.html", "review.docx"] {
        let (first, _) = review(&world, until, name).await;
        assert_eq!(first, review(&world, until, name).await.0, "{name}");
    }
}
