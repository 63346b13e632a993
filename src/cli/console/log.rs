//! The log on standard error, with everything secret struck out, panics included.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use regex::Regex;
use secrecy::ExposeSecret;
use tracing::{Level, Metadata};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::config::{Config, LogFormat};
use crate::text::told_controls;

/// What stands in place of a secret.
const STRUCK: &str = "[hidden]";

/// What says little by itself: the parser of pages warns of every broken table, the drawer of every letter that another font has.
const QUIET: &str = "html5ever=error,usvg=error";

/// The same error is said once in so long.
const ONCE_IN: Duration = Duration::from_mins(1);

/// Starts the log; `RUST_LOG` sets the level, else `usual` does.
pub fn start(config: &Config, usual: &str) {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(format!("{usual},{QUIET}")));
    let writer = Redacting { censor: Arc::new(Censor::of(config)), said: Arc::default() };
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(writer);
    let started = match config.service.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    if started.is_ok() {
        std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
    }
}

/// Knows what is secret.
struct Censor {
    token_shape: Option<Regex>,
    secrets: Vec<String>,
}

impl Censor {
    fn of(config: &Config) -> Self {
        let secrets = [&config.telegram.token, &config.llm.api_key].into_iter().flatten();
        let secrets = secrets.map(|secret| secret.expose_secret().to_owned());
        // a bot token as Telegram makes them: the bot's id, a colon, 35 characters; shorter ones are test tokens
        let token_shape = Regex::new(r"\b(bot)?\d{5,}:[A-Za-z0-9_-]{20,}").ok();
        Self { token_shape, secrets: secrets.filter(|secret| secret.len() >= 4).collect() }
    }

    fn clean(&self, text: &str) -> String {
        let struck = self.secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret, STRUCK));
        self.token_shape
            .as_ref()
            .map_or(struck.clone(), |shape| shape.replace_all(&struck, STRUCK).into_owned())
    }
}

/// Makes writers to standard error that strike secrets out.
#[derive(Clone)]
struct Redacting {
    censor: Arc<Censor>,
    said: Arc<Mutex<Said>>,
}

impl<'a> MakeWriter<'a> for Redacting {
    type Writer = Line;

    fn make_writer(&'a self) -> Line {
        Line { censor: Arc::clone(&self.censor), said: None, bytes: Vec::new() }
    }

    fn make_writer_for(&'a self, told: &Metadata<'_>) -> Line {
        let said = (*told.level() == Level::ERROR).then(|| Arc::clone(&self.said));
        Line { censor: Arc::clone(&self.censor), said, bytes: Vec::new() }
    }
}

/// The errors of the last minute: what tries again every second says so once a minute.
#[derive(Debug, Default)]
struct Said(HashMap<String, Instant>);

impl Said {
    /// Whether a line, its time aside, was not said within [`ONCE_IN`] before `now`; notes that it is.
    fn is_new(&mut self, line: &str, now: Instant) -> bool {
        self.0.retain(|_, at| now.duration_since(*at) < ONCE_IN);
        let words = line.find("ERROR").and_then(|at| line.get(at..)).unwrap_or(line);
        if self.0.contains_key(words) {
            return false;
        }
        self.0.insert(words.to_owned(), now);
        true
    }
}

/// One event on its way out; written whole when it is dropped, so that a secret is never cut in two.
struct Line {
    censor: Arc<Censor>,
    /// What was said before, of an error.
    said: Option<Arc<Mutex<Said>>>,
    bytes: Vec<u8>,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let clean = self.censor.clean(&String::from_utf8_lossy(&self.bytes));
        let is_new = |said: &Arc<Mutex<Said>>| {
            said.lock().unwrap_or_else(PoisonError::into_inner).is_new(&clean, Instant::now())
        };
        if !self.said.as_ref().is_none_or(is_new) {
            return;
        }
        // a closed standard error leaves nobody to tell
        io::stderr().lock().write_all(told_controls(&clean).as_bytes()).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_struck_out_wherever_they_stand() {
        let censor = Censor {
            token_shape: Censor::of(&Config::unset()).token_shape,
            secrets: vec!["sk-very-secret".to_owned()],
        };
        for (said, written) in [
            (
                "POST /bot123456789:AAExampleExampleExampleExample_1-2/sendMessage",
                "POST /[hidden]/sendMessage",
            ),
            ("key sk-very-secret refused", "key [hidden] refused"),
            ("at 12:30:45 chat 123456: nothing secret", "at 12:30:45 chat 123456: nothing secret"),
        ] {
            assert_eq!(censor.clean(said), written);
        }
    }

    #[test]
    fn an_error_that_comes_every_second_is_said_once_a_minute() {
        let (mut said, begun) = (Said::default(), Instant::now());
        let mut at = |second: u64, words: &str| {
            let line = format!("2026-11-28T12:00:{second:02}Z ERROR attache::watch: {words}\n");
            said.is_new(&line, begun + Duration::from_secs(second))
        };
        assert!(at(0, "the disk fails"));
        assert!(!at(1, "the disk fails") && !at(59, "the disk fails"));
        assert!(at(2, "another"));
        assert!(at(60, "the disk fails") && !at(61, "the disk fails"));
    }
}
