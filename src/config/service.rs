//! Keys of who runs the bot and who may use it, of its log, and of a new chat's digest.

use std::net::SocketAddr;

use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};

use crate::digest;

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

fn minute_of_day(given: &str) -> Result<u16, String> {
    digest::read_minute(given).map_err(|misread| misread.to_string())
}

fn zone(given: &str) -> Result<chrono_tz::Tz, String> {
    digest::read_zone(given).map_err(|misread| misread.to_string())
}
