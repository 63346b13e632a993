//! What a feed asks of those who poll it.

use serde::{Deserialize, Serialize};

/// Requests of a feed to its readers; each a lower bound of the interval or a time not to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hints {
    /// `<ttl>`, in seconds.
    pub ttl_seconds: Option<u32>,
    /// `sy:updatePeriod` over `sy:updateFrequency`, in seconds.
    pub update_seconds: Option<u32>,
    /// Hours of the day (UTC) not to ask in, a bit each, bit 0 for 00:00–00:59 (RSS 2.0, `skipHours`).
    pub skip_hours: u32,
    /// Days of the week (UTC) not to ask on, a bit each, bit 0 Monday (RSS 2.0, `skipDays`).
    pub skip_days: u8,
    /// `WebSub` hub.
    pub hub: Option<String>,
    /// The address the feed gives itself.
    pub own_url: Option<String>,
}

impl Hints {
    pub(super) fn skip_hour(&mut self, text: &str) {
        // 24 was midnight in RSS 0.91
        if let Some(hour) = text.parse::<u32>().ok().filter(|hour| *hour <= 24) {
            self.skip_hours |= 1 << (hour % 24);
        }
    }

    pub(super) fn skip_day(&mut self, text: &str) {
        if let Ok(day) = text.parse::<chrono::Weekday>() {
            self.skip_days |= 1 << day.num_days_from_monday();
        }
    }
}

/// `sy:updatePeriod` and `sy:updateFrequency` (RSS 1.0 syndication module).
#[derive(Debug, Default)]
pub(super) struct Period {
    pub name: Option<String>,
    pub times: Option<u32>,
}

impl Period {
    /// The interval they ask for, in seconds.
    pub(super) fn seconds(&self) -> Option<u32> {
        let whole = match self.name.as_deref()? {
            "hourly" => 3_600,
            "daily" => 86_400,
            "weekly" => 604_800,
            "monthly" => 2_592_000,
            "yearly" => 31_536_000,
            _ => return None,
        };
        Some(whole / self.times.unwrap_or(1).max(1))
    }
}
