//! What can go wrong at the door, in words for a person.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// Why nothing was fetched; `Display` is one plain line fit for a chat and never holds more of an address than its host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not an address at all.
    #[error("that is not a web address; it should look like https://example.org/feed")]
    NotAnAddress,
    /// A scheme other than http or https.
    #[error("I can only open http and https addresses, not {0}:")]
    Scheme(String),
    /// A name or password in the address.
    #[error(
        "an address with a name or password in it (the part before @) is not opened; leave that part out"
    )]
    UserInfo,
    /// A port that is not opened.
    #[error("port {0} is not opened; only 80, 443, 8080 and 8443 are")]
    Port(u16),
    /// The address is not on the public internet.
    #[error("{0} is not on the public internet, so it is not opened")]
    Private(String),
    /// A redirect from https to http.
    #[error("{0} redirects from https to plain http, which is not followed; try the address it leads to")]
    Downgrade(String),
    /// More than five redirects.
    #[error("{0} redirects too many times; try the address it leads to in a browser")]
    TooManyRedirects(String),
    /// A redirect to where it came from.
    #[error("{0} redirects in a circle")]
    Loop(String),
    /// A redirect without a usable target.
    #[error("{0} redirects to something that is not a web address")]
    BadRedirect(String),
    /// The host name does not exist.
    #[error("there is no site called {0}; check the spelling")]
    NoSuchHost(String),
    /// Connection refused, reset or cut.
    #[error("{0} does not answer right now; try again later")]
    Unreachable(String),
    /// TLS failed.
    #[error("no safe connection to {0} can be made (its certificate or TLS set-up is wrong)")]
    Tls(String),
    /// The deadline passed.
    #[error("{host} did not answer in full within {seconds} s; try again later")]
    TimedOut {
        /// The host asked.
        host: String,
        /// The deadline.
        seconds: u64,
    },
    /// More bytes than the cap.
    #[error("what {host} sends is larger than {} MiB, too large to read", megabytes(*.limit))]
    TooLarge {
        /// The host asked.
        host: String,
        /// The cap in bytes.
        limit: usize,
    },
    /// A body that cannot be decompressed, or HTTP that cannot be read.
    #[error("what {0} sends cannot be read (damaged or cut off)")]
    Garbled(String),
    /// 404.
    #[error("{0} has no such page (404); check the address")]
    NotFound(String),
    /// 410.
    #[error("{0} says this page is gone for good (410)")]
    Gone(String),
    /// 401, 402, 403, 451.
    #[error("{host} refuses bots ({status}); open it in a browser, or send me its text")]
    Forbidden {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
    },
    /// Cloudflare asks to prove that one is a person.
    #[error("{0} wants to see a person first (Cloudflare check); open it in a browser, or send me its text")]
    Challenge(String),
    /// 429.
    #[error("{host} says too many requests (429); try again later")]
    RateLimited {
        /// The host asked.
        host: String,
        /// When it may be asked again.
        retry_after: Option<RetryAfter>,
    },
    /// 5xx.
    #[error("{host} has trouble of its own right now ({status}); try again later")]
    ServerTrouble {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
        /// When it may be asked again.
        retry_after: Option<RetryAfter>,
    },
    /// Any other status.
    #[error("{host} answers with status {status}, which is of no use here")]
    Status {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
    },
    /// The site's robots.txt forbids the page.
    #[error("{0} asks bots not to read this page (robots.txt); open it in a browser, or send me its text")]
    Robots(String),
}

/// A `Retry-After` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// So long after the answer.
    After(Duration),
    /// At this instant.
    At(DateTime<Utc>),
}

impl RetryAfter {
    /// Reads the header: seconds or an HTTP date (RFC 9110, 10.2.3).
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim();
        match value.parse::<u64>() {
            Ok(seconds) => Some(Self::After(Duration::from_secs(seconds))),
            Err(_) => {
                DateTime::parse_from_rfc2822(value).ok().map(|instant| Self::At(instant.with_timezone(&Utc)))
            }
        }
    }

    /// The instant it stands for, when the answer came at `now`; at most a year ahead.
    #[must_use]
    pub fn until(self, now: DateTime<Utc>) -> DateTime<Utc> {
        let furthest = now + TimeDelta::days(365);
        match self {
            Self::After(wait) => TimeDelta::from_std(wait)
                .ok()
                .and_then(|wait| now.checked_add_signed(wait))
                .unwrap_or(furthest),
            Self::At(instant) => instant,
        }
        .min(furthest)
    }
}

impl Error {
    /// True when the address itself is refused and no request was or will be made.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::NotAnAddress | Self::Scheme(_) | Self::UserInfo | Self::Port(_) | Self::Private(_)
        )
    }

    /// When the server allows the next try, if it said so.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        match self {
            Self::RateLimited { retry_after, .. } | Self::ServerTrouble { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The status code that caused it, if one did.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::NotFound(_) => Some(404),
            Self::Gone(_) => Some(410),
            Self::RateLimited { .. } => Some(429),
            Self::Forbidden { status, .. }
            | Self::ServerTrouble { status, .. }
            | Self::Status { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// One word for counters and logs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnAddress | Self::Scheme(_) | Self::UserInfo | Self::Port(_) => "bad_address",
            Self::Private(_) => "private",
            Self::Downgrade(_) | Self::TooManyRedirects(_) | Self::Loop(_) | Self::BadRedirect(_) => {
                "redirect"
            }
            Self::NoSuchHost(_) => "dns",
            Self::Unreachable(_) => "unreachable",
            Self::Tls(_) => "tls",
            Self::TimedOut { .. } => "timeout",
            Self::TooLarge { .. } => "too_large",
            Self::Garbled(_) => "garbled",
            Self::NotFound(_) => "not_found",
            Self::Gone(_) => "gone",
            Self::Forbidden { .. } => "forbidden",
            Self::Challenge(_) => "challenge",
            Self::RateLimited { .. } => "rate_limited",
            Self::ServerTrouble { .. } => "server",
            Self::Status { .. } => "status",
            Self::Robots(_) => "robots",
        }
    }
}

fn megabytes(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10) >> 20;
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        for (value, seconds) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("Mon, 21 Sep 2026 14:13:30 GMT", Some(10)),
            ("99999999999999999", Some(365 * 86_400)),
            ("soon", None),
            ("-5", None),
            ("", None),
        ] {
            let wait = RetryAfter::parse(value).map(|after| (after.until(now) - now).num_seconds());
            assert_eq!(wait, seconds, "{value}");
        }
    }

    #[test]
    fn a_limit_is_told_in_megabytes() {
        let told = |limit| Error::TooLarge { host: "paper.example".into(), limit }.to_string();
        assert_eq!(told(8 << 20), "what paper.example sends is larger than 8 MiB, too large to read");
        assert!(told(3 << 19).contains("1.5 MiB"));
    }
}
