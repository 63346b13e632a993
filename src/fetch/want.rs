//! What is asked of the door, and what comes back.

use axum::body::Bytes;
use url::Url;

use super::headers::Headers;

/// What an address is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A feed that was subscribed: robots.txt is not asked.
    Feed,
    /// What a person named, a feed or a site that has feeds: robots.txt is not asked.
    Site,
    /// An article page: robots.txt is asked first.
    Page,
    /// A host's robots.txt itself.
    Robots,
    /// An archive of translation models that the host named: large, and given time.
    Model,
}

/// One thing to fetch.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Want {
    /// Its address as given.
    pub url: String,
    /// What for.
    pub kind: Kind,
    /// The `ETag` of last time, sent back as `If-None-Match` byte for byte.
    pub etag: Option<String>,
    /// The `Last-Modified` of last time, sent back as `If-Modified-Since` byte for byte.
    pub last_modified: Option<String>,
    /// Subscribers of the feed, told to its server in the User-Agent.
    pub subscribers: Option<u32>,
    /// How often in a row it failed before: each time it is given less time.
    pub failures: u32,
}

impl Want {
    /// Wants `url`, without validators.
    #[must_use]
    pub fn new(url: impl Into<String>, kind: Kind) -> Self {
        Self { url: url.into(), kind, etag: None, last_modified: None, subscribers: None, failures: 0 }
    }
}

/// What came back: a 2xx answer with its body, or 304 without one.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// Where the answer came from, after redirects.
    pub final_url: Url,
    /// The final address when every redirect on the way was permanent (301 or 308).
    pub permanent_redirect: Option<Url>,
    /// The status code.
    pub status: u16,
    /// Headers somebody asks for.
    pub headers: Headers,
    /// Whether a net that is not the public internet answered or led here; the machine itself is no such net.
    pub is_private: bool,
    /// The decompressed body.
    pub body: Bytes,
}

impl Fetched {
    /// True for 304: nothing new since the validators.
    #[must_use]
    pub fn not_modified(&self) -> bool {
        self.status == 304
    }
}
