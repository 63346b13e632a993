//! Hosts with feeds that seldom change, and as many with the articles.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// Hosts the feeds are spread over: a host is asked once a second at most, and here an hour passes in a minute.
const HOSTS: u32 = 200;

/// The `ETag` of a feed that has not changed since the database was built.
pub const ETAG: &str = "W/\"1\"";

/// The servers and what they were asked.
#[derive(Clone)]
pub struct Web {
    asked: Arc<AtomicUsize>,
    changed: Arc<Mutex<HashMap<u32, Option<Instant>>>>,
    /// Their port.
    pub port: u16,
}

impl Web {
    /// Starts the servers.
    pub async fn start() -> Self {
        let first = tokio::net::TcpListener::bind((address(0), 0)).await.unwrap();
        let port = first.local_addr().unwrap().port();
        let web = Self { asked: Arc::default(), changed: Arc::default(), port };
        web.serve(first);
        for host in 1..2 * HOSTS {
            web.serve(tokio::net::TcpListener::bind((address(host), port)).await.unwrap());
        }
        web
    }

    fn serve(&self, listener: tokio::net::TcpListener) {
        let router = Router::new()
            .route("/feed/{feed}", get(feed))
            .route("/robots.txt", get(|| async { StatusCode::NOT_FOUND }))
            .route("/news/{feed}", get(page))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    }

    /// Address of a feed.
    pub fn url(&self, feed: u32) -> String {
        format!("http://{}:{}/feed/{feed}", address(feed % HOSTS), self.port)
    }

    /// Requests for feeds so far.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// A feed has something new from now on.
    pub fn publish(&self, feed: u32) {
        self.changed.lock().unwrap().insert(feed, None);
    }

    /// When a feed was first asked after it had something new.
    pub fn seen(&self, feed: u32) -> Option<Instant> {
        self.changed.lock().unwrap().get(&feed).copied().flatten()
    }
}

fn address(host: u32) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(Ipv4Addr::new(127, 0, 1, 1)) + host)
}

async fn feed(State(web): State<Web>, Path(feed): Path<u32>, headers: HeaderMap) -> Response {
    web.asked.fetch_add(1, Ordering::Relaxed);
    let is_changed = {
        let mut changed = web.changed.lock().unwrap();
        changed.get_mut(&feed).is_some_and(|seen| {
            seen.get_or_insert_with(Instant::now);
            true
        })
    };
    let etag = if is_changed { "W/\"2\"" } else { ETAG };
    if headers.get(header::IF_NONE_MATCH).is_some_and(|given| given == etag) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response();
    }
    let url = format!("http://{}:{}/news/{feed}", address(HOSTS + feed % HOSTS), web.port);
    let body = format!(
        "<rss version=\"2.0\"><channel><title>Wire {feed}</title><item><title>{}</title><link>{url}</link>\
         <guid>{url}</guid></item></channel></rss>",
        headline(feed)
    );
    ([(header::CONTENT_TYPE, "application/rss+xml"), (header::ETAG, etag)], body).into_response()
}

fn headline(feed: u32) -> String {
    format!("Tavria and Norland sign treaty F{feed:06} in the capital")
}

async fn page(Path(feed): Path<u32>) -> Response {
    let title = headline(feed);
    let body = format!(
        "<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>\
         <p>The governments of Tavria and Norland agreed on Monday to sign treaty F{feed:06}, ending a dispute that had \
         lasted for most of the year and had closed the border to lorries.</p>\
         <p>“Treaty F{feed:06} will hold for as long as both sides need it,” Foreign Minister Ilan Dorev told reporters \
         in the capital after the signing.</p><p>The agreement takes effect next week and will be reviewed by a joint \
         commission in the spring, according to the text that both sides published.</p></article></body></html>"
    );
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}
