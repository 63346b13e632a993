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

/// The least time an address is given that has failed before, unless all are given less.
const LEAST: Duration = Duration::from_secs(5);

impl Settings {
    /// The longest time for one want that failed so often in a row before: half as long each time.
    pub(super) fn limit(&self, failures: u32) -> Duration {
        (self.timeout / 2_u32.pow(failures.min(4))).max(LEAST.min(self.timeout))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_before_is_given_less_time() {
        let limits = [0, 1, 2, 3, 90].map(|failures| Settings::default().limit(failures).as_secs());
        assert_eq!(limits, [30, 15, 7, 5, 5]);
        let short = Settings { timeout: Duration::from_secs(2), ..Settings::default() };
        assert_eq!(short.limit(9).as_secs(), 2);
    }
}
