//! Web sites on loopback: a feed that grows, pages of invented articles, and pages that misbehave.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// A page: status, headers, body.
#[derive(Debug, Clone)]
pub struct Page {
    /// HTTP status.
    pub status: u16,
    /// Response headers.
    pub headers: Vec<(&'static str, String)>,
    /// Body.
    pub body: Vec<u8>,
}

/// A request that came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Path and query.
    pub path: String,
    /// Request headers, names in lower case.
    pub headers: HashMap<String, String>,
}

/// The server, its pages and what it was asked.
#[derive(Clone)]
pub struct Web {
    pages: Arc<Mutex<HashMap<String, Page>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
    /// Port on 127.0.0.1.
    pub port: u16,
}

impl Web {
    /// Starts the server on a free port.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let web = Self { pages: Arc::default(), asked: Arc::default(), port };
        web.serve(listener);
        web
    }

    fn serve(&self, listener: tokio::net::TcpListener) {
        let router = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    }

    /// Answers as another host of the loopback net too, at the same port: 127.0.0.`host`.
    pub async fn be_host(&self, host: u8) {
        let address = (std::net::Ipv4Addr::new(127, 0, 0, host), self.port);
        self.serve(tokio::net::TcpListener::bind(address).await.unwrap());
    }

    /// Address of a path at 127.0.0.`host`.
    pub fn url_at(&self, host: u8, path: &str) -> String {
        format!("http://127.0.0.{host}:{}{path}", self.port)
    }

    /// Address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Serves `body` as `content_type` with status 200; an `ETag` is made of the body.
    pub fn put(&self, path: &str, content_type: &str, body: impl Into<Vec<u8>>) {
        let body = body.into();
        let sum = body.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte)));
        let headers = vec![("content-type", content_type.to_owned()), ("etag", format!("W/\"{sum:x}\""))];
        self.pages.lock().unwrap().insert(path.to_owned(), Page { status: 200, headers, body });
    }

    /// Serves anything.
    pub fn put_page(&self, path: &str, page: Page) {
        self.pages.lock().unwrap().insert(path.to_owned(), page);
    }

    /// Serves the feed `/feed.xml` with the articles of these numbers, newest first, and their pages.
    pub fn put_feed(&self, numbers: impl IntoIterator<Item = u32>) {
        let mut items = String::new();
        for n in numbers {
            let url = self.url(&format!("/news/{n}"));
            items.push_str(&format!(
                "<item><title>{}</title><link>{url}</link><guid>{url}</guid><pubDate>{}</pubDate></item>",
                headline(n),
                published(n)
            ));
            self.put(&format!("/news/{n}"), "text/html; charset=utf-8", page(n));
        }
        let site = self.url("/");
        let body = format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lakeside Wire</title>\
             <link>{site}</link><description>News</description>{items}</channel></rss>"
        );
        self.put("/feed.xml", "application/rss+xml", body);
    }

    /// How much was asked so far.
    pub fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// What was asked so far for `path`.
    pub fn asked(&self, path: &str) -> Vec<Asked> {
        self.asked.lock().unwrap().iter().filter(|asked| asked.path == path).cloned().collect()
    }
}

/// Headline of the invented article number `n`.
pub fn headline(n: u32) -> String {
    format!("Tavria and Norland agree on crossing number {n}")
}

/// When article `n` was published: `n` minutes after noon, so that a higher number is newer.
fn published(n: u32) -> String {
    format!("Mon, 14 Sep 2026 {:02}:{:02}:00 GMT", 3 + n / 60, n % 60)
}

/// The page of the invented article number `n`: 3 paragraphs, one quote with a named speaker.
pub fn page(n: u32) -> String {
    let title = headline(n);
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title><meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:site_name\" content=\"Lakeside Wire\"></head><body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>\
         <p>The governments of Tavria and Norland agreed on Monday to open border crossing number {n} to lorries and \
         ambulances, ending a dispute that had lasted for most of the year.</p>\
         <p>“Crossing number {n} will stay open day and night for as long as people need it,” Foreign Minister Ilan Dorev \
         told reporters in the capital after the signing.</p>\
         <p>The agreement takes effect next week and will be reviewed by a joint commission in the spring, according to \
         the text that both sides published on Monday evening.</p></article><footer>Copyright Lakeside Wire</footer></body></html>"
    )
}

async fn answer(State(web): State<Web>, request: Request) -> Response {
    let path = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
    let headers: HashMap<String, String> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let known = headers.get("if-none-match").cloned();
    web.asked.lock().unwrap().push(Asked { path: path.clone(), headers });
    let Some(page) = web.pages.lock().unwrap().get(&path).cloned() else {
        return (StatusCode::NOT_FOUND, "nothing here").into_response();
    };
    let etag = page.headers.iter().find(|(name, _)| *name == "etag").map(|(_, value)| value.clone());
    let (status, body) =
        if etag.is_some() && etag == known { (304, Vec::new()) } else { (page.status, page.body) };
    let mut response = (StatusCode::from_u16(status).unwrap(), body).into_response();
    response.headers_mut().remove("content-type");
    for (name, value) in page.headers {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    response
}
