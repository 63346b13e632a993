//! Every setting: one clap struct, where a key is a flag and an `ATTACHE_…` variable alike.
//!
//! In: the command line, the environment, a `.env` file. Out: a [`Config`] whose values are already parsed.
//! This is the one door to the environment.

mod environment;
mod shown;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use secrecy::SecretString;
use url::Url;

use crate::digest;
use crate::feed::schedule::Bounds;
use crate::fetch::{self, AllowedNet};
use crate::model;
pub use crate::model::Provider;

pub use environment::{load_dotenv, unknown_variable};
pub use shown::shown;

/// Flags that every command takes.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// What Telegram needs.
    #[command(flatten)]
    pub telegram: Telegram,
    /// SQLite file
    #[arg(
        long = "database-path",
        env = "ATTACHE_DATABASE_PATH",
        default_value = "attache.db",
        global = true
    )]
    #[arg(value_name = "FILE", help_heading = "Database")]
    pub database_path: PathBuf,
    /// What the door to the web needs.
    #[command(flatten)]
    pub web: Web,
    /// When feeds are asked.
    #[command(flatten)]
    pub poll: Poll,
    /// Digest of a new chat.
    #[command(flatten)]
    pub digest: Digest,
    /// A language model.
    #[command(flatten)]
    pub llm: Llm,
    /// Who runs this bot, and who may use it.
    #[command(flatten)]
    pub service: Service,
}

/// What Telegram needs.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Telegram")]
pub struct Telegram {
    /// Bot token from @`BotFather` (`TELOXIDE_TOKEN` works too)
    #[arg(long = "telegram-token", env = "ATTACHE_TELEGRAM_TOKEN", hide_env_values = true, global = true)]
    #[arg(value_name = "TOKEN")]
    pub token: Option<SecretString>,
    /// Base URL of the Bot API server
    #[arg(long = "telegram-api-url", env = "ATTACHE_TELEGRAM_API_URL", global = true, value_name = "URL")]
    #[arg(default_value = "https://api.telegram.org", value_parser = http_url)]
    pub api_url: Url,
    /// Public https address for updates by webhook; long polling without it
    #[arg(
        long = "telegram-webhook-url",
        env = "ATTACHE_TELEGRAM_WEBHOOK_URL",
        global = true,
        value_name = "URL"
    )]
    #[arg(value_parser = http_url, requires = "webhook_listen")]
    pub webhook_url: Option<Url>,
    /// Address to listen on for the webhook
    #[arg(long = "telegram-webhook-listen", env = "ATTACHE_TELEGRAM_WEBHOOK_LISTEN", global = true)]
    #[arg(value_name = "ADDRESS:PORT")]
    pub webhook_listen: Option<SocketAddr>,
    /// Messages a second to all chats together (up to 1000 with paid broadcasts)
    #[arg(
        long = "telegram-messages-per-second",
        env = "ATTACHE_TELEGRAM_MESSAGES_PER_SECOND",
        global = true
    )]
    #[arg(value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub messages_per_second: u32,
    /// Messages a second to one chat
    #[arg(long = "telegram-messages-per-chat-per-second", global = true)]
    #[arg(env = "ATTACHE_TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND")]
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=30))]
    pub messages_per_chat_per_second: u32,
    /// Messages a minute to one group or channel
    #[arg(long = "telegram-messages-per-group-per-minute", global = true)]
    #[arg(env = "ATTACHE_TELEGRAM_MESSAGES_PER_GROUP_PER_MINUTE")]
    #[arg(value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub messages_per_group_per_minute: u32,
}

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

/// Digest of a new chat.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Digest")]
pub struct Digest {
    /// Time of day of a new chat's digest, kept as minutes after midnight
    #[arg(
        long = "digest-default-time",
        env = "ATTACHE_DIGEST_DEFAULT_TIME",
        global = true,
        value_name = "HH:MM"
    )]
    #[arg(default_value = "08:00", value_parser = minute_of_day)]
    pub default_time: u16,
    /// IANA zone of a new chat
    #[arg(
        long = "digest-default-zone",
        env = "ATTACHE_DIGEST_DEFAULT_ZONE",
        global = true,
        value_name = "ZONE"
    )]
    #[arg(default_value = "UTC", value_parser = zone)]
    pub default_zone: chrono_tz::Tz,
}

/// A language model; off unless a provider is set.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Language model (optional)")]
pub struct Llm {
    /// Shape of the API; no model is asked without it
    #[arg(
        long = "llm-provider",
        env = "ATTACHE_LLM_PROVIDER",
        global = true,
        value_enum,
        requires = "llm_model"
    )]
    pub provider: Option<Provider>,
    /// Base URL, when it is not the provider's own
    #[arg(long = "llm-base-url", env = "ATTACHE_LLM_BASE_URL", global = true, value_name = "URL")]
    #[arg(value_parser = http_url)]
    pub base_url: Option<Url>,
    /// Name of the model
    #[arg(
        id = "llm_model",
        long = "llm-model",
        env = "ATTACHE_LLM_MODEL",
        global = true,
        value_name = "NAME"
    )]
    pub model: Option<String>,
    /// Key of the API
    #[arg(long = "llm-api-key", env = "ATTACHE_LLM_API_KEY", hide_env_values = true, global = true)]
    #[arg(value_name = "KEY")]
    pub api_key: Option<SecretString>,
    /// Tokens a day; extracts after that
    #[arg(long = "llm-daily-tokens", env = "ATTACHE_LLM_DAILY_TOKENS", global = true, value_name = "N")]
    #[arg(default_value_t = 200_000)]
    pub daily_tokens: u64,
    /// Longest wait for one answer
    #[arg(
        id = "llm_timeout_seconds",
        long = "llm-timeout-seconds",
        env = "ATTACHE_LLM_TIMEOUT_SECONDS",
        global = true
    )]
    #[arg(value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout_seconds: u64,
}

impl Llm {
    /// What `model` needs; `None` when no provider is set.
    #[must_use]
    pub fn settings(&self) -> Option<model::Settings> {
        Some(model::Settings {
            provider: self.provider?,
            base_url: self.base_url.clone(),
            model: self.model.clone()?,
            api_key: self.api_key.clone(),
            timeout: Duration::from_secs(self.timeout_seconds),
            retry_wait: Duration::from_secs(1),
        })
    }
}

/// Who runs this bot, and who may use it.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Service")]
pub struct Service {
    /// Chat ids of operators
    #[arg(long = "operator-chats", env = "ATTACHE_OPERATOR_CHATS", global = true, value_delimiter = ',')]
    #[arg(value_name = "ID", allow_hyphen_values = true)]
    pub operator_chats: Vec<i64>,
    /// Who may use the bot
    #[arg(
        long = "access-mode",
        env = "ATTACHE_ACCESS_MODE",
        global = true,
        value_enum,
        default_value = "open"
    )]
    pub access_mode: Access,
    /// Address for /healthz, /readyz and /metrics; off without it
    #[arg(long = "http-listen", env = "ATTACHE_HTTP_LISTEN", global = true, value_name = "ADDRESS:PORT")]
    pub http_listen: Option<SocketAddr>,
    /// Shape of the log on standard error; its level is `RUST_LOG`
    #[arg(
        long = "log-format",
        env = "ATTACHE_LOG_FORMAT",
        global = true,
        value_enum,
        default_value = "text"
    )]
    pub log_format: LogFormat,
    /// Instant the program's clock starts at, for tests and rehearsals
    #[arg(
        long = "clock-start",
        env = "ATTACHE_CLOCK_START",
        global = true,
        hide = true,
        value_name = "TIME"
    )]
    pub clock_start: Option<DateTime<Utc>>,
}

/// Who may use the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Access {
    /// Everybody
    Open,
    /// Those an operator allows
    Invite,
}

/// Shape of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for people
    Text,
    /// JSON lines
    Json,
}

impl Config {
    /// Checks what holds between settings and is not a matter of one value.
    ///
    /// # Errors
    /// One line that names the key.
    pub fn checked(mut self) -> Result<Self, String> {
        let poll = self.poll;
        if poll.min_seconds > poll.default_seconds || poll.default_seconds > poll.max_seconds {
            return Err(format!(
                "poll.min_seconds ({}) ≤ poll.default_seconds ({}) ≤ poll.max_seconds ({}) must hold",
                poll.min_seconds, poll.default_seconds, poll.max_seconds
            ));
        }
        if self.telegram.token.is_none() {
            self.telegram.token = environment::teloxide_token();
        }
        Ok(self)
    }
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

fn minute_of_day(given: &str) -> Result<u16, String> {
    digest::read_minute(given).map_err(|misread| misread.to_string())
}

fn zone(given: &str) -> Result<chrono_tz::Tz, String> {
    digest::read_zone(given).map_err(|misread| misread.to_string())
}

fn http_url(given: &str) -> Result<Url, String> {
    let url = Url::parse(given).map_err(|error| format!("not a URL: {error}"))?;
    match (url.scheme(), url.has_host()) {
        ("http" | "https", true) => Ok(url),
        _ => Err("an http or https address is needed".to_owned()),
    }
}
