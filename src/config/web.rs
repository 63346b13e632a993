//! Keys of the door to the web, and of when feeds are asked.

use std::time::Duration;

use clap::Args;

use crate::feed::schedule::Bounds;
use crate::fetch::{self, AllowedNet};

/// What the door to the web needs.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Web")]
pub struct Web {
    /// Nets that may be fetched although they are not public, as 127.0.0.1/32:8080
    #[arg(long = "web-allow-nets", env = "ATTACHE_WEB_ALLOW_NETS", global = true, value_delimiter = ',')]
    #[arg(value_name = "NET:PORT")]
    pub allow_nets: Vec<AllowedNet>,
    /// Address put in the User-Agent, so that site owners can reach you
    #[arg(long = "web-user-agent-contact", env = "ATTACHE_WEB_USER_AGENT_CONTACT", global = true)]
    #[arg(value_name = "URL")]
    pub user_agent_contact: Option<String>,
    /// Largest feed, in decompressed bytes
    #[arg(
        long = "web-max-feed-bytes",
        env = "ATTACHE_WEB_MAX_FEED_BYTES",
        global = true,
        value_name = "BYTES"
    )]
    #[arg(default_value_t = 8 << 20)]
    pub max_feed_bytes: usize,
    /// Largest page, in decompressed bytes
    #[arg(
        long = "web-max-page-bytes",
        env = "ATTACHE_WEB_MAX_PAGE_BYTES",
        global = true,
        value_name = "BYTES"
    )]
    #[arg(default_value_t = 4 << 20)]
    pub max_page_bytes: usize,
    /// Longest time for one address, redirects and body together
    #[arg(
        id = "web_timeout_seconds",
        long = "web-timeout-seconds",
        env = "ATTACHE_WEB_TIMEOUT_SECONDS",
        global = true
    )]
    #[arg(value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout_seconds: u64,
}

/// When feeds are asked.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Polling")]
pub struct Poll {
    /// Shortest interval of a feed that says when it changed
    #[arg(
        long = "poll-min-seconds",
        env = "ATTACHE_POLL_MIN_SECONDS",
        global = true,
        value_name = "SECONDS"
    )]
    #[arg(default_value_t = 900, value_parser = clap::value_parser!(u32).range(1..))]
    pub min_seconds: u32,
    /// Interval until ten dated entries tell a rate, and the shortest one without validators
    #[arg(long = "poll-default-seconds", env = "ATTACHE_POLL_DEFAULT_SECONDS", global = true)]
    #[arg(value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u32).range(1..))]
    pub default_seconds: u32,
    /// Longest interval, and longest back-off
    #[arg(
        long = "poll-max-seconds",
        env = "ATTACHE_POLL_MAX_SECONDS",
        global = true,
        value_name = "SECONDS"
    )]
    #[arg(default_value_t = 86_400, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_seconds: u32,
}

impl Poll {
    /// The bounds of the polling interval.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds {
            least: self.min_seconds.into(),
            usual: self.default_seconds.into(),
            most: self.max_seconds.into(),
        }
    }
}

impl Web {
    /// What the door to the web is built with.
    #[must_use]
    pub fn settings(&self) -> fetch::Settings {
        fetch::Settings {
            max_feed_bytes: self.max_feed_bytes,
            max_page_bytes: self.max_page_bytes,
            timeout: Duration::from_secs(self.timeout_seconds),
            allow_nets: self.allow_nets.clone(),
            contact: self.user_agent_contact.clone(),
            ..fetch::Settings::default()
        }
    }
}
