//! What can go wrong at the door, in words for a person.

use std::fmt;

use super::headers::RetryAfter;
use crate::view::{Fault, Locale};

/// Why nothing was fetched; its words ([`Error::fault`]) hold no more of an address than its host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// Not an address at all.
    NotAnAddress,
    /// A scheme other than http or https.
    Scheme(String),
    /// A name or password in the address.
    UserInfo,
    /// A port that is not opened.
    Port(u16),
    /// The address is not on the public internet.
    Private(String),
    /// A redirect from https to http.
    Downgrade(String),
    /// More than five redirects.
    TooManyRedirects(String),
    /// A redirect to where it came from.
    Loop(String),
    /// A redirect without a usable target.
    BadRedirect(String),
    /// The host name does not exist.
    NoSuchHost(String),
    /// Connection refused, reset or cut.
    Unreachable(String),
    /// TLS failed.
    Tls(String),
    /// The deadline passed.
    TimedOut {
        /// The host asked.
        host: String,
        /// The deadline.
        seconds: u64,
    },
    /// More bytes than the cap.
    TooLarge {
        /// The host asked.
        host: String,
        /// The cap in bytes.
        limit: usize,
    },
    /// A body that cannot be decompressed, or HTTP that cannot be read.
    Garbled(String),
    /// 404.
    NotFound(String),
    /// 410.
    Gone(String),
    /// 401, 402, 403, 451.
    Forbidden {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
    },
    /// Cloudflare asks to prove that one is a person.
    Challenge(String),
    /// 429.
    RateLimited {
        /// The host asked.
        host: String,
        /// When it may be asked again.
        retry_after: Option<RetryAfter>,
    },
    /// 5xx.
    ServerTrouble {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
        /// When it may be asked again.
        retry_after: Option<RetryAfter>,
    },
    /// Any other status.
    Status {
        /// The host asked.
        host: String,
        /// The status code.
        status: u16,
    },
    /// The site's robots.txt forbids the page.
    Robots(String),
}

/// One plain line in English; a chat gets [`Error::fault`] in its own language.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault().say(Locale::default()))
    }
}

impl std::error::Error for Error {}

impl Error {
    /// What it is called in the interface, with what is put into the words.
    #[must_use]
    pub fn fault(&self) -> Fault {
        match self {
            Self::NotAnAddress => Fault::new("fault-address", &[]),
            Self::Scheme(scheme) => Fault::new("fault-scheme", &[("scheme", scheme)]),
            Self::UserInfo => Fault::new("fault-user", &[]),
            Self::Port(port) => Fault::new("fault-port", &[("port", &port.to_string())]),
            Self::TimedOut { host, seconds } => {
                Fault::new("fault-timeout", &[("host", host), ("seconds", &seconds.to_string())])
            }
            Self::TooLarge { host, limit } => {
                Fault::new("fault-large", &[("host", host), ("size", &megabytes(*limit))])
            }
            Self::Forbidden { host, status } => with_status("fault-forbidden", host, *status),
            Self::ServerTrouble { host, status, .. } => with_status("fault-server", host, *status),
            Self::Status { host, status } => with_status("fault-status", host, *status),
            Self::Private(host) => of_host("fault-private", host),
            Self::Downgrade(host) => of_host("fault-downgrade", host),
            Self::TooManyRedirects(host) => of_host("fault-redirects", host),
            Self::Loop(host) => of_host("fault-circle", host),
            Self::BadRedirect(host) => of_host("fault-redirect", host),
            Self::NoSuchHost(host) => of_host("fault-host", host),
            Self::Unreachable(host) => of_host("fault-unreachable", host),
            Self::Tls(host) => of_host("fault-tls", host),
            Self::Garbled(host) => of_host("fault-garbled", host),
            Self::NotFound(host) => of_host("fault-missing", host),
            Self::Gone(host) => of_host("fault-gone", host),
            Self::Challenge(host) => of_host("fault-challenge", host),
            Self::RateLimited { host, .. } => of_host("fault-busy", host),
            Self::Robots(host) => of_host("fault-robots", host),
        }
    }

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

fn of_host(key: &str, host: &str) -> Fault {
    Fault::new(key, &[("host", host)])
}

fn with_status(key: &str, host: &str, status: u16) -> Fault {
    Fault::new(key, &[("host", host), ("status", &status.to_string())])
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
    fn every_error_has_words_in_every_language() {
        let host = || "paper.example".to_owned();
        let errors = [
            Error::NotAnAddress,
            Error::Scheme("ftp".into()),
            Error::UserInfo,
            Error::Port(22),
            Error::Private(host()),
            Error::Downgrade(host()),
            Error::TooManyRedirects(host()),
            Error::Loop(host()),
            Error::BadRedirect(host()),
            Error::NoSuchHost(host()),
            Error::Unreachable(host()),
            Error::Tls(host()),
            Error::TimedOut { host: host(), seconds: 30 },
            Error::TooLarge { host: host(), limit: 1 },
            Error::Garbled(host()),
            Error::NotFound(host()),
            Error::Gone(host()),
            Error::Forbidden { host: host(), status: 403 },
            Error::Challenge(host()),
            Error::RateLimited { host: host(), retry_after: None },
            Error::ServerTrouble { host: host(), status: 503, retry_after: None },
            Error::Status { host: host(), status: 418 },
            Error::Robots(host()),
        ];
        for locale in Locale::all() {
            for error in &errors {
                let told = error.fault().say(locale);
                assert!(!told.starts_with("fault-") && !told.contains('{'), "{told}");
            }
        }
    }

    #[test]
    fn a_limit_is_told_in_megabytes() {
        let told = |limit| Error::TooLarge { host: "paper.example".into(), limit }.to_string();
        assert_eq!(told(8 << 20), "what paper.example sends is larger than 8 MiB, too large to read");
        assert!(told(3 << 19).contains("1.5 MiB"));
    }
}
