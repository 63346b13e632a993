//! The demonstration: three invented outlets, served from inside the program on a loopback address.
//!
//! Everything in `demo.txt` is invented: countries, people, outlets, events. A section of it begins with
//! `@ outlet | slug | hours ago | headline`; its first line after that is the deck, then paragraphs.
//! `{day}` is the weekday of today.

use std::net::SocketAddr;

use anyhow::Context as _;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::bot::StarterSet;
use crate::fetch::{AllowedNet, Lookup, LookupAnswer};
use crate::listen;
use crate::text::markup::escaped;
use crate::view::{Locale, Message, Rich};

const TEXTS: &str = include_str!("demo.txt");

/// The outlets: key in addresses, name, host.
const OUTLETS: [(&str, &str, &str); 3] = [
    ("herald", "Harbour Herald", "harbourherald.example"),
    ("post", "Norvia Post", "norviapost.example"),
    ("wire", "Ossa Wire", "ossawire.example"),
];

/// Looks the outlets' hosts up: all are this server, and there are no others.
#[derive(Debug)]
pub struct Names;

impl Lookup for Names {
    fn lookup(&self, host: String) -> BoxFuture<'static, LookupAnswer> {
        let is_here = OUTLETS.iter().any(|(.., known)| *known == host);
        let found = if is_here { vec![SocketAddr::from(([127, 0, 0, 1], 0))] } else { Vec::new() };
        Box::pin(std::future::ready(Ok(found)))
    }
}

/// The demonstration's server, listening but not yet serving.
#[derive(Debug)]
pub struct Demo {
    listener: TcpListener,
    address: SocketAddr,
    now: DateTime<Utc>,
}

struct Story {
    outlet: &'static str,
    slug: &'static str,
    hours: i64,
    headline: &'static str,
    paragraphs: Vec<&'static str>,
}

#[derive(Clone)]
struct Inside {
    port: u16,
    now: DateTime<Utc>,
}

impl Demo {
    /// Listens on a free loopback port; the articles are dated from `now` backwards.
    ///
    /// # Errors
    /// When there is no loopback address.
    pub async fn start(now: DateTime<Utc>) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind("127.0.0.1:0").await.context("no loopback address for the demonstration")?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address, now })
    }

    /// The net the door to the web must open for it.
    ///
    /// # Errors
    /// Never in practice: the entry is well formed.
    pub fn allowed(&self) -> anyhow::Result<AllowedNet> {
        let entry = format!("127.0.0.1/32:{}", self.address.port());
        entry.parse().map_err(|_bad| anyhow::anyhow!("{entry} is no net"))
    }

    /// A starter set an outlet, and one of all.
    #[must_use]
    pub fn starter_sets(&self) -> Vec<StarterSet> {
        let feed = |key: &str| self.address_of(key, "feed.xml");
        let one = |(key, name, _): &(&str, &str, &str)| StarterSet {
            name: (*key).to_owned(),
            titles: vec![("en".into(), (*name).to_owned())],
            feeds: vec![feed(key)],
        };
        let all = StarterSet {
            name: "demo".into(),
            titles: vec![("en".into(), "All three outlets".into()), ("ru".into(), "Все три издания".into())],
            feeds: OUTLETS.iter().map(|(key, ..)| feed(key)).collect(),
        };
        std::iter::once(all).chain(OUTLETS.iter().map(one)).collect()
    }

    /// What is said before the first prompt.
    #[must_use]
    pub fn greeting(&self, locale: Locale) -> Vec<Message> {
        let link = self.address_of("wire", "union-summit");
        let text =
            Rich::new().bold(locale.word("demo-title")).plain("\n").then(locale.rich("demo-greeting", &[]));
        let lines = [
            ("/digest", "demo-digest"),
            ("/quotes Orlo", "demo-quotes"),
            ("/summary dams", "demo-topic"),
            ("/review", "demo-review"),
            (link.as_str(), "demo-link"),
            ("/help", "demo-help"),
            ("tour", "demo-tour"),
            ("quit", "demo-quit"),
        ];
        let tried = lines.into_iter().fold(text.plain("\n"), |text, (typed, key)| {
            let length = typed.chars().count();
            // what is too long for its column is explained on the next line
            let gap = if length < 15 { " ".repeat(16 - length) } else { format!("\n{}", " ".repeat(18)) };
            text.plain("\n  ").code(typed).plain(gap).plain(locale.word(key))
        });
        vec![Message::new(tried)]
    }

    /// What is typed before the first prompt: the three outlets, then the card of one article.
    #[must_use]
    pub fn first(&self) -> Vec<String> {
        vec!["/sub demo".to_owned(), format!("/summary {}", self.address_of("herald", "river-treaty"))]
    }

    /// What the tour types.
    #[must_use]
    pub fn tour(&self) -> Vec<String> {
        let link = format!("/summary {}", self.address_of("wire", "grain-corridor"));
        ["/digest", "/quotes Orlo", "/summary dams", &link, "/feeds"].map(str::to_owned).to_vec()
    }

    /// Serves until `stop`.
    pub async fn serve(self, stop: CancellationToken) {
        let inside = Inside { port: self.address.port(), now: self.now };
        let router = Router::new()
            .route("/{outlet}/feed.xml", get(feed))
            .route("/{outlet}/{slug}", get(article))
            .route("/{outlet}/", get(front))
            .with_state(inside);
        listen::serve(self.listener, router, &stop).await;
    }

    fn address_of(&self, outlet: &str, slug: &str) -> String {
        address(self.address.port(), outlet, slug)
    }
}

/// The address of an outlet's page; of its front page for no page.
fn address(port: u16, outlet: &str, slug: &str) -> String {
    let host = OUTLETS.iter().find(|(key, ..)| *key == outlet).map_or("", |(.., host)| host);
    format!("http://{host}:{port}/{outlet}/{slug}")
}

async fn feed(State(inside): State<Inside>, Path(outlet): Path<String>) -> Response {
    let Some(name) = name(&outlet) else { return StatusCode::NOT_FOUND.into_response() };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>{name}</title>\
         <link>{}</link><description>Invented news</description><language>en</language>\n",
        address(inside.port, &outlet, "")
    );
    for story in stories().into_iter().filter(|story| story.outlet == outlet) {
        let at = (inside.now - TimeDelta::hours(story.hours)).to_rfc2822();
        let link = address(inside.port, &outlet, story.slug);
        let deck = story.paragraphs.first().copied().unwrap_or_default();
        let (headline, deck) = (escaped(story.headline), escaped(deck));
        xml.extend(["<item><title>", &headline, "</title><link>", &link, "</link><guid>", &link, "</guid>"]);
        xml.extend(["<pubDate>", &at, "</pubDate><description>", &deck, "</description></item>\n"]);
    }
    xml.push_str("</channel></rss>");
    ([(header::CONTENT_TYPE, "application/rss+xml; charset=utf-8")], xml).into_response()
}

async fn article(State(inside): State<Inside>, Path((outlet, slug)): Path<(String, String)>) -> Response {
    let story = stories().into_iter().find(|story| story.outlet == outlet && story.slug == slug);
    let (Some(story), Some(name)) = (story, name(&outlet)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let at = (inside.now - TimeDelta::hours(story.hours)).to_rfc3339();
    let headline = escaped(story.headline);
    let deck = escaped(story.paragraphs.first().copied().unwrap_or_default());
    let body: Vec<String> = story.paragraphs.iter().skip(1).map(|words| escaped(words)).collect();
    let body = format!("<p>{}</p>", body.join("</p>\n<p>"));
    let body = body.replace("{day}", &inside.now.format("%A").to_string());
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{headline} — {name}</title>\
         <meta property=\"og:site_name\" content=\"{name}\"><meta property=\"og:title\" content=\"{headline}\">\
         <meta name=\"description\" content=\"{deck}\">\
         <meta property=\"article:published_time\" content=\"{at}\"></head>\
         <body><nav><a href=\"/{outlet}/\">{name}</a> World Harbour Weather</nav>\
         <main><article><h1>{headline}</h1>\n<p class=\"deck\">{deck}</p>\n{body}</article></main>\
         <footer>© {name}</footer></body></html>"
    ))
    .into_response()
}

async fn front(Path(outlet): Path<String>) -> Response {
    let Some(name) = name(&outlet) else { return StatusCode::NOT_FOUND.into_response() };
    Html(format!(
        "<!doctype html><html><head><title>{name}</title><link rel=\"alternate\" type=\"application/rss+xml\" \
         title=\"{name}\" href=\"/{outlet}/feed.xml\"></head><body><h1>{name}</h1></body></html>"
    ))
    .into_response()
}

fn name(outlet: &str) -> Option<&'static str> {
    OUTLETS.iter().find(|(key, ..)| *key == outlet).map(|(_, name, _)| *name)
}

fn stories() -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for line in TEXTS.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("@ ") {
            Some(head) => {
                let mut parts = head.split(" | ");
                let (outlet, slug) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                let hours = parts.next().and_then(|hours| hours.parse().ok()).unwrap_or_default();
                let headline = parts.next().unwrap_or_default();
                stories.push(Story { outlet, slug, hours, headline, paragraphs: Vec::new() });
            }
            None => {
                if let Some(story) = stories.last_mut() {
                    story.paragraphs.push(line);
                }
            }
        }
    }
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_is_whole() {
        let stories = stories();
        assert!(stories.len() >= 10);
        for story in &stories {
            assert!(name(story.outlet).is_some(), "{}", story.slug);
            assert!(story.paragraphs.len() >= 4, "{}", story.slug);
            assert!((1..24).contains(&story.hours), "{}", story.slug);
        }
        for (key, ..) in OUTLETS {
            assert!(stories.iter().filter(|story| story.outlet == key).count() >= 3);
        }
    }
}
