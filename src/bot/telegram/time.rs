//! Whether the clock agrees with Telegram's, whose every answer carries the time.

use chrono::{DateTime, Utc};
use teloxide_core::Bot;
use url::{Host, Url};

use crate::clock::Clock;

/// Seconds a clock may be wrong before digests come at noticeably wrong times.
const SLACK: i64 = 60;

/// How wrong the clock is, if it is: in words, with what mends it.
#[must_use]
pub fn wrong(now: DateTime<Utc>, theirs: DateTime<Utc>) -> Option<String> {
    let apart = (now - theirs).num_seconds();
    let way = if apart > 0 { "ahead of" } else { "behind" };
    let seconds = apart.abs();
    (seconds > SLACK).then(|| {
        format!("{seconds} s {way} Telegram's; digests will be off by that: turn on time synchronisation")
    })
}

/// The time an answer was made at.
#[must_use]
pub fn of(response: &reqwest::Response) -> Option<DateTime<Utc>> {
    let date = response.headers().get("date")?.to_str().ok()?;
    Some(DateTime::parse_from_rfc2822(date).ok()?.to_utc())
}

/// What Telegram's clock says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The time of its answer.
    At(DateTime<Utc>),
    /// It tells no time, as a Bot API server of one's own; or stands on this machine, whose clock is ours.
    Nothing,
    /// It does not answer.
    NoAnswer,
}

/// Asks Telegram for its time, without the token.
pub async fn told(bot: &Bot) -> Told {
    let url = bot.api_url();
    match bot.client().get(url.clone()).send().await {
        Ok(response) if !is_here(&url) => of(&response).map_or(Told::Nothing, Told::At),
        Ok(_) => Told::Nothing,
        Err(_) => Told::NoAnswer,
    }
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        host => host == Some(Host::Domain("localhost")),
    }
}

/// Asks Telegram once, without the token, and warns of a clock that is wrong.
pub async fn compare(bot: &Bot, clock: Clock) {
    // it has just told who we are: where it fails now, others tell
    let Ok(response) = bot.client().get(bot.api_url()).send().await else { return };
    if let Some(how) = of(&response).and_then(|theirs| wrong(clock.now(), theirs)) {
        tracing::warn!("the clock is {how}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_on_this_machine_has_no_clock_of_its_own() {
        for (url, wanted) in [
            ("https://api.telegram.org", false),
            ("http://127.0.0.1:8081", true),
            ("http://[::1]:8081", true),
            ("http://localhost:8081", true),
            ("http://192.0.2.7:8081", false),
        ] {
            assert_eq!(is_here(&url.parse().unwrap()), wanted, "{url}");
        }
    }

    #[test]
    fn a_wrong_clock_is_named_with_its_direction() {
        let theirs: DateTime<Utc> = "2026-09-14T12:00:00Z".parse().unwrap();
        let told = |seconds| wrong(theirs + chrono::TimeDelta::seconds(seconds), theirs);
        assert_eq!(told(0), None);
        assert_eq!(told(-59), None);
        assert!(told(90).unwrap().starts_with("90 s ahead of"));
        assert!(told(-90).unwrap().starts_with("90 s behind"));
    }
}
