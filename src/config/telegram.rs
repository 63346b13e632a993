//! Keys of the Bot API.

use std::net::SocketAddr;

use clap::Args;
use secrecy::SecretString;
use url::Url;

use super::address::http_url;

/// What Telegram needs.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Telegram")]
pub struct Telegram {
    /// Bot token from @BotFather (`TELOXIDE_TOKEN` works too)
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
