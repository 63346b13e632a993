//! What the door may do.

use std::time::Duration;

use super::guard::AllowedNet;

/// What the door may do; filled by `config`.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Cap on the decompressed bytes of a feed.
    pub max_feed_bytes: usize,
    /// Cap on the decompressed bytes of a page.
    pub max_page_bytes: usize,
    /// Longest time for one want over all its hops, waiting for one's turn at a host not counted.
    pub timeout: Duration,
    /// Longest time to connect.
    pub connect_timeout: Duration,
    /// Least time between the starts of two requests to one host.
    pub spacing: Duration,
    /// Most requests in flight to one host.
    pub per_host: usize,
    /// Nets and ports that are open although they are not public.
    pub allow_nets: Vec<AllowedNet>,
    /// Address of whoever runs this bot, put in the User-Agent.
    pub contact: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_feed_bytes: 8 << 20,
            max_page_bytes: 4 << 20,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            spacing: Duration::from_secs(1),
            per_host: 2,
            allow_nets: Vec::new(),
            contact: None,
        }
    }
}
