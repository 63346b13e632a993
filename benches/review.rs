//! Time and memory of a press review: 300 and 500 articles of a day from 40 feeds in six languages.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench may stop at what it does not expect"
)]

use std::time::Instant;

use attache::article::{Given, from_text};
use attache::brief;
use attache::press::review::{Asked, review};
use attache::store::Store;
use attache::store::articles::{self, New, TextFrom, stories};
use attache::story::{Draft, Report, Window};
use attache::text::Language;
use attache::view::{DocumentFormat, RenderOptions};
use chrono::{DateTime, TimeDelta, Utc};

#[path = "invented/newsroom.rs"]
mod newsroom;

const FEEDS: usize = 40;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let now: DateTime<Utc> = "2026-02-14T12:00:00Z".parse().unwrap();
    for count in [300, 500] {
        let folder = tempfile::tempdir().unwrap();
        let store = filled(&folder.path().join("b.db"), count, now).await;
        let asked = Asked {
            source: None,
            period: (now - TimeDelta::days(1), now),
            about: None,
            place: None,
            reader: Some(Language::default()),
        };
        let before = resident("VmRSS");
        let begun = Instant::now();
        let made = review(&mut store.read().await.unwrap(), &asked, &|_, _| {}).await.unwrap();
        let composed = begun.elapsed();
        let document = made.document(&RenderOptions::plain(now));
        let sizes = DocumentFormat::ALL.map(|format| document.write(format).len() / 1_024);
        println!(
            "{} articles, {} themes, {} stories: {:.2} s made, {:.2} s with three formats of {sizes:?} kB; \
             resident {:.0} MB before, {:.0} MB at most",
            made.review.articles,
            made.review.themes.len(),
            made.review.themes.len() + made.review.listed.len(),
            composed.as_secs_f64(),
            begun.elapsed().as_secs_f64(),
            before,
            resident("VmHWM"),
        );
        store.close().await;
    }
}

/// A database with a day's articles, in their stories.
async fn filled(path: &std::path::Path, count: usize, now: DateTime<Utc>) -> Store {
    let store = Store::open(path, now - TimeDelta::days(1)).await.unwrap();
    let mut window = Window::default();
    let mut items = newsroom::day(count, FEEDS);
    items.sort_by_key(|item| std::cmp::Reverse(item.minutes));
    let mut db = store.begin().await.unwrap();
    for (number, item) in items.iter().enumerate() {
        let at = now - TimeDelta::minutes(1 + item.minutes as i64);
        let given = Given {
            url: Some(format!("https://outlet{}.example/{}/{number}", item.feed, item.language)),
            title: Some(item.title.clone()),
            published: Some(at),
        };
        let article = from_text(&item.text, &given);
        let brief = brief::write(&article);
        let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
        let saved = articles::save(&mut db, &new, at).await.unwrap();
        let draft =
            Draft::of(&Report { title: &item.title, text: &item.text, language: article.language, at });
        let story = match window.nearest(&draft).story {
            Some(story) => {
                stories::join(&mut db, saved.id, story, 0.0, at).await.unwrap();
                story
            }
            None => stories::begin(&mut db, saved.id, &item.title, at).await.unwrap(),
        };
        window.keep(draft, saved.id, story);
    }
    db.commit().await.unwrap();
    store
}

/// Memory of this process, in MB, by a line of /proc/self/status.
fn resident(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|text| text.strip_prefix(line)).unwrap_or_default();
    found.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or_default() / 1_024.0
}
