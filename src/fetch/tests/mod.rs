//! The door against servers on loopback.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Response, header};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::task::JoinSet;

use super::*;

mod bodies;
mod hops;
mod turns;

/// One request as the server saw it.
#[derive(Debug, Clone)]
struct Seen {
    path: String,
    headers: HashMap<String, Vec<u8>>,
}

/// A server on loopback that answers with a function and remembers what it was asked; it ends when dropped.
struct Server {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    _task: JoinSet<()>,
}

impl Server {
    async fn start(answer: impl Fn(&str) -> Response<Body> + Clone + Send + Sync + 'static) -> Self {
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let log = Arc::clone(&seen);
        let app = Router::new().fallback(move |request: Request| {
            let path = request.uri().path_and_query().unwrap().to_string();
            let headers = request
                .headers()
                .iter()
                .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
                .collect();
            log.lock().unwrap().push(Seen { path: path.clone(), headers });
            let response = answer(&path);
            async move { response }
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut task = JoinSet::new();
        task.spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { address, seen, _task: task }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn paths(&self) -> Vec<String> {
        self.seen.lock().unwrap().iter().map(|seen| seen.path.clone()).collect()
    }

    fn header(&self, index: usize, name: &str) -> Option<Vec<u8>> {
        self.seen.lock().unwrap()[index].headers.get(name).cloned()
    }
}

fn settings(servers: &[&Server]) -> Settings {
    let nets =
        servers.iter().map(|server| format!("127.0.0.1/32:{}", server.address.port()).parse().unwrap());
    Settings {
        allow_nets: nets.collect(),
        spacing: Duration::ZERO,
        timeout: Duration::from_secs(10),
        ..Settings::default()
    }
}

fn web(servers: &[&Server]) -> Web {
    Web::new(settings(servers)).unwrap()
}

fn feed(url: impl Into<String>) -> Want {
    Want::new(url, Kind::Feed)
}

fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.into()).unwrap()
}

fn redirect(status: u16, to: &str) -> Response<Body> {
    answer(status, &[(header::LOCATION.as_str(), to)], "")
}

/// Answers the n-th look-up of any name with the n-th list, the last one for ever.
struct Scripted {
    answers: Mutex<Vec<Vec<SocketAddr>>>,
}

impl Scripted {
    fn new(answers: &[&[&str]]) -> Arc<Self> {
        let answers = answers
            .iter()
            .rev()
            .map(|list| list.iter().map(|ip| SocketAddr::new(ip.parse().unwrap(), 0)).collect::<Vec<_>>());
        Arc::new(Self { answers: Mutex::new(answers.collect()) })
    }
}

impl Lookup for Scripted {
    fn lookup(&self, _host: String) -> BoxFuture<'static, LookupAnswer> {
        let mut answers = self.answers.lock().unwrap();
        let next = if answers.len() > 1 { answers.pop().unwrap() } else { answers[0].clone() };
        async move { Ok(next) }.boxed()
    }
}

#[tokio::test]
async fn a_page_comes_back_with_its_headers() {
    let server = Server::start(|_| {
        answer(
            200,
            &[
                ("etag", "W/\"a-B\""),
                ("last-modified", "Mon, 02 Nov 2026 10:00:00 GMT"),
                ("content-type", "text/html; charset=windows-1251"),
                ("cache-control", "max-age=60"),
                ("age", "3"),
                ("link", "<https://hub.example/>; rel=\"hub\""),
            ],
            vec![0xcf_u8, 0xf0],
        )
    })
    .await;
    let mut want = feed(server.url("/feed"));
    want.subscribers = Some(3);
    let settings = Settings { contact: Some("https://bot.example".into()), ..settings(&[&server]) };
    let fetched = Web::new(settings).unwrap().get(want).await.unwrap();
    assert_eq!((fetched.status, fetched.body.as_ref()), (200, &[0xcf_u8, 0xf0][..]));
    assert_eq!(fetched.headers.etag.as_deref(), Some("W/\"a-B\""));
    assert_eq!(fetched.headers.content_type.as_deref(), Some("text/html; charset=windows-1251"));
    assert_eq!(fetched.headers.link.as_deref(), Some("<https://hub.example/>; rel=\"hub\""));
    assert_eq!(fetched.permanent_redirect, None);
    let agent = format!("attache/{} (+https://bot.example; 3 subscribers)", env!("CARGO_PKG_VERSION"));
    assert_eq!(server.header(0, "user-agent").unwrap(), agent.as_bytes());
    for absent in ["referer", "cookie", "if-none-match", "if-modified-since"] {
        assert_eq!(server.header(0, absent), None, "{absent}");
    }
    assert!(
        String::from_utf8(server.header(0, "accept").unwrap()).unwrap().starts_with("application/atom+xml")
    );
    let codings = String::from_utf8(server.header(0, "accept-encoding").unwrap()).unwrap();
    let mut codings: Vec<&str> = codings.split(',').map(str::trim).collect();
    codings.sort_unstable();
    assert_eq!(codings, ["br", "deflate", "gzip", "zstd"]);
}

#[tokio::test]
async fn validators_go_back_byte_for_byte_and_304_is_an_answer() {
    let server = Server::start(|_| answer(304, &[("etag", "\"next\"")], "")).await;
    let etag = "W/\"Odd \u{e9}\u{ff}, 'x'\"";
    let want = Want {
        etag: Some(etag.into()),
        last_modified: Some("yesterday, or so".into()),
        ..feed(server.url("/"))
    };
    let fetched = web(&[&server]).get(want).await.unwrap();
    assert!(fetched.not_modified() && fetched.body.is_empty());
    assert_eq!(fetched.headers.etag.as_deref(), Some("\"next\""));
    assert_eq!(server.header(0, "if-none-match").unwrap(), b"W/\"Odd \xe9\xff, 'x'\"".to_vec());
    assert_eq!(server.header(0, "if-modified-since").unwrap(), b"yesterday, or so".to_vec());
    // A 304 nobody asked for holds nothing.
    let bare = web(&[&server]).get(feed(server.url("/"))).await;
    assert!(matches!(bare, Err(Error::Status { status: 304, .. })));
}

#[tokio::test]
async fn statuses_become_plain_lines() {
    let server = Server::start(|path| {
        let status: u16 = path.split('/').nth(1).unwrap().parse().unwrap();
        match path.rsplit('/').next().unwrap() {
            "later" => answer(status, &[("retry-after", "120")], "busy"),
            "cf" => answer(status, &[("cf-mitigated", "challenge")], "x"),
            "page" => answer(status, &[("server", "cloudflare")], "<title>Just a moment...</title>"),
            "plain" => answer(status, &[("server", "cloudflare")], "<title>Sorry</title>"),
            _ => answer(status, &[], "x"),
        }
    })
    .await;
    let web = web(&[&server]);
    for (path, line) in [
        ("/404/", "127.0.0.1 has no such page (404); check the address"),
        ("/410/", "127.0.0.1 says this page is gone for good (410)"),
        ("/403/", "127.0.0.1 refuses bots (403); open it in a browser, or send me its text"),
        ("/401/", "127.0.0.1 refuses bots (401); open it in a browser, or send me its text"),
        ("/403/plain", "127.0.0.1 refuses bots (403); open it in a browser, or send me its text"),
        (
            "/403/cf",
            "127.0.0.1 wants to see a person first (Cloudflare check); open it in a browser, or send me its text",
        ),
        (
            "/503/page",
            "127.0.0.1 wants to see a person first (Cloudflare check); open it in a browser, or send me its text",
        ),
        ("/429/later", "127.0.0.1 says too many requests (429); try again later"),
        ("/503/later", "127.0.0.1 has trouble of its own right now (503); try again later"),
        ("/500/", "127.0.0.1 has trouble of its own right now (500); try again later"),
        ("/418/", "127.0.0.1 answers with status 418, which is of no use here"),
    ] {
        let fault = web.get(feed(server.url(path))).await.unwrap_err();
        assert_eq!(fault.to_string(), line, "{path}");
        let waits = path.ends_with("later").then_some(RetryAfter::After(Duration::from_mins(2)));
        assert_eq!(fault.retry_after(), waits, "{path}");
    }
}

#[tokio::test]
async fn the_same_thing_wanted_twice_at_once_is_fetched_once() {
    let server = Server::start(|_| answer(200, &[], "once")).await;
    let web = web(&[&server]);
    let wants = (0..50).map(|_| web.get(feed(server.url("/same"))));
    let answers = futures_util::future::join_all(wants).await;
    assert!(answers.iter().all(|answer| answer.as_ref().unwrap().body.as_ref() == b"once"));
    assert_eq!(server.paths().len(), 1);
    web.get(feed(server.url("/same"))).await.unwrap();
    assert_eq!(server.paths().len(), 2, "a later want is a new fetch");
}

#[tokio::test]
async fn robots_txt_is_asked_once_and_for_pages_only() {
    let server = Server::start(|path| match path {
        "/robots.txt" => answer(200, &[], "User-agent: *\nDisallow: /closed"),
        _ => answer(200, &[], "page"),
    })
    .await;
    let web = web(&[&server]);
    for (path, kind, open) in [
        ("/closed/1", Kind::Page, false),
        ("/open/1", Kind::Page, true),
        ("/closed/1", Kind::Feed, true),
        ("/closed/1", Kind::Site, true),
        ("/closed/2", Kind::Page, false),
    ] {
        let answer = web.get(Want::new(server.url(path), kind)).await;
        assert_eq!(answer.is_ok(), open, "{path} {answer:?}");
    }
    assert_eq!(server.paths(), ["/robots.txt", "/open/1", "/closed/1", "/closed/1"]);
}

#[tokio::test]
async fn a_troubled_robots_txt_closes_the_site_and_a_missing_one_opens_it() {
    for (status, open) in [(404, true), (403, true), (503, false), (429, false)] {
        let server = Server::start(move |path| {
            if path == "/robots.txt" { answer(status, &[], "") } else { answer(200, &[], "page") }
        })
        .await;
        let answer = web(&[&server]).get(Want::new(server.url("/a"), Kind::Page)).await;
        assert_eq!(answer.is_ok(), open, "{status} {answer:?}");
    }
}
