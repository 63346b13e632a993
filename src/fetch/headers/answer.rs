//! The headers of an answer.

use reqwest::header::{self, HeaderMap, HeaderName};

use super::retry_after::RetryAfter;

/// The headers of an answer that somebody asks for.
///
/// Values are kept byte for byte: each byte becomes the character of that number, so that sending one back with
/// `Want::etag` or `Want::last_modified` sends the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headers {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
    /// `Cache-Control`, lines joined with commas.
    pub cache_control: Option<String>,
    /// `Expires`.
    pub expires: Option<String>,
    /// `Age`.
    pub age: Option<String>,
    /// `Date`.
    pub date: Option<String>,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Link`, lines joined with commas; a hub stands here.
    pub link: Option<String>,
    /// `Retry-After`.
    pub retry_after: Option<RetryAfter>,
}

impl Headers {
    pub(in crate::fetch) fn read(map: &HeaderMap) -> Self {
        let one = |name: HeaderName| map.get(name).map(|value| as_text(value.as_bytes()));
        let all = |name: HeaderName| {
            let lines: Vec<String> =
                map.get_all(name).iter().map(|value| as_text(value.as_bytes())).collect();
            (!lines.is_empty()).then(|| lines.join(", "))
        };
        Self {
            etag: one(header::ETAG),
            last_modified: one(header::LAST_MODIFIED),
            cache_control: all(header::CACHE_CONTROL),
            expires: one(header::EXPIRES),
            age: one(header::AGE),
            date: one(header::DATE),
            content_type: one(header::CONTENT_TYPE),
            link: all(header::LINK),
            retry_after: one(header::RETRY_AFTER).and_then(|value| RetryAfter::parse(&value)),
        }
    }
}

pub(super) fn as_text(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}
