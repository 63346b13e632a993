//! The web that the watch looks at: answers by path, and names that lead to it.

use std::net::SocketAddr;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Either, pending, ready};

use super::*;
use crate::fetch::{Lookup, LookupAnswer};

/// What the server answers; status 0: never.
#[derive(Clone, Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: String,
}

/// A request the server saw: path, query and headers.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) headers: HeaderMap,
}

impl Asked {
    pub(super) fn header(&self, name: &str) -> Option<Vec<u8>> {
        self.headers.get(name).map(|value| value.as_bytes().to_vec())
    }
}

pub(super) fn reply(
    answers: &Answers,
    uri: &Uri,
) -> impl Future<Output = (StatusCode, HeaderMap, Bytes)> + use<> {
    let path = uri.path();
    let answer =
        answers.lock().unwrap().get(path).cloned().unwrap_or_else(|| match path.strip_prefix("/a/") {
            Some(name) => ok("text/html", &page(name, "")),
            None => Answer { status: 404, ..Answer::default() },
        });
    if answer.status == 0 {
        return Either::Left(pending());
    }
    let mut headers = HeaderMap::new();
    for (name, value) in &answer.headers {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    Either::Right(ready((StatusCode::from_u16(answer.status).unwrap(), headers, Bytes::from(answer.body))))
}

pub(super) fn ok(kind: &str, body: &str) -> Answer {
    Answer { status: 200, headers: vec![("content-type", kind.to_owned())], body: body.to_owned() }
}

/// An article page; `more` is put into its last paragraph.
pub(super) fn page(name: &str, more: &str) -> String {
    let text = "The harbour council of Port Merrow agreed on Tuesday to reopen the northern ferry line after a long debate. \
                Ferries will leave twice a day from the first week of May, said council head Ida Lund. \
                The line was closed two years ago after a storm broke the pier, and repairs went on through the winter.";
    format!(
        "<html><head><title>Talks {name}</title></head><body><article><h1>Talks {name}</h1><p>{text}</p>\
         <p>“We will be ready in spring,” Lund said of {name}. {more}</p></article></body></html>"
    )
}

/// An RSS feed with an item for each name, first the newest; dates an hour apart.
pub(super) fn rss(base: &str, names: &[&str]) -> String {
    let items = names.iter().enumerate().map(|(at, name)| {
        let date = (noon() - TimeDelta::hours(at as i64 + 1)).to_rfc2822();
        format!(
            "<item><guid isPermaLink='false'>g-{name}</guid><title>Talks {name}</title><link>{base}/a/{name}</link>\
             <pubDate>{date}</pubDate></item>"
        )
    });
    format!(
        "<rss version='2.0'><channel><title>Desk</title>{}</channel></rss>",
        items.collect::<Vec<_>>().concat()
    )
}

/// Looks names up: every name under `.example` but one is this server, one of a known outlet, and one of a net of the
/// host's own.
pub(super) struct Names;

impl Lookup for Names {
    fn lookup(&self, host: String) -> BoxFuture<'static, LookupAnswer> {
        let here = host.ends_with(".example") && host != "nowhere.example"
            || ["www.reuters.com", "board.internal"].contains(&host.as_str());
        ready(Ok(if here { vec![SocketAddr::from(([127, 0, 0, 1], 0))] } else { Vec::new() })).boxed()
    }
}
