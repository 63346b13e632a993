//! A newsroom on loopback: outlets in six languages, their day read by the real program, and the review of it.

use std::time::Duration;

use chrono::{TimeDelta, Utc};

use crate::world::{ADA, World, chat, follow};

#[path = "../../benches/invented/newsroom.rs"]
mod invented;

/// Outlets, each a host of its own; articles of the day.
const OUTLETS: usize = 12;
const ARTICLES: usize = 48;

#[tokio::test]
async fn the_day_of_a_newsroom_is_reviewed_in_every_format() {
    let now = Utc::now();
    let mut world = World::prepare(&[]).await;
    let items = invented::day(ARTICLES, OUTLETS);
    for feed in 0..OUTLETS {
        let host = 100 + feed as u8;
        world.web.be_host(host).await;
        let mut entries = String::new();
        for (number, item) in items.iter().enumerate().filter(|(_, item)| item.feed == feed) {
            let url = world.web.url_at(host, &format!("/{}/{number}", item.language));
            let at = now - TimeDelta::minutes(item.minutes as i64 + 1);
            entries.push_str(&format!(
                "<item><title>{}</title><link>{url}</link><guid>{url}</guid><pubDate>{}</pubDate></item>",
                item.title,
                at.to_rfc2822()
            ));
            let body: String = item.text.split("\n\n").map(|words| format!("<p>{words}</p>")).collect();
            let page = format!(
                "<!doctype html><html lang={}><head><title>{1}</title></head><body><article><h1>{1}</h1>{body}</article></body></html>",
                item.language, item.title
            );
            world.web.put(&format!("/{}/{number}", item.language), "text/html; charset=utf-8", page);
        }
        let feed_path = format!("/feed/{feed}.xml");
        let xml =
            format!("<rss version=\"2.0\"><channel><title>Outlet {feed}</title>{entries}</channel></rss>");
        world.web.put(&feed_path, "application/rss+xml", xml);
    }
    let urls: Vec<String> =
        (0..OUTLETS).map(|feed| world.web.url_at(100 + feed as u8, &format!("/feed/{feed}.xml"))).collect();
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
    let until = (now + TimeDelta::hours(1)).to_rfc3339();
    let review = async |name: &str| {
        let done = world.command(&["review", "--to", &until, "--output", name]).output().await.unwrap();
        let errors = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{errors}");
        (std::fs::read(world.folder.path().join(name)).unwrap(), errors)
    };
    let (text, caption) = review("review.md").await;
    let text = String::from_utf8(text).unwrap();
    let (_, sources) = text.split_once("## Sources").unwrap();
    let count = sources.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
    // the period is a day long and began an hour after the first article came
    assert!((ARTICLES - 6..=ARTICLES).contains(&count), "{count} sources");
    assert!(text.contains("## Findings") && text.contains("## Themes") && text.contains("## By country"));
    assert!(caption.contains("12 feeds"), "{caption}");
    for name in ["review.html", "review.docx"] {
        let (first, _) = review(name).await;
        assert_eq!(first, review(name).await.0, "{name}");
    }
}
