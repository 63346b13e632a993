//! Keys of the language model.

use std::time::Duration;

use clap::Args;
use secrecy::SecretString;
use url::Url;

use super::address::http_url;
use crate::model::{self, Provider};

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
    /// Price of a million tokens sent, in any currency, for /metrics
    #[arg(long = "llm-price-in", env = "ATTACHE_LLM_PRICE_IN", global = true, value_name = "PRICE")]
    #[arg(default_value_t = 0.0)]
    pub price_in: f64,
    /// Price of a million tokens received
    #[arg(long = "llm-price-out", env = "ATTACHE_LLM_PRICE_OUT", global = true, value_name = "PRICE")]
    #[arg(default_value_t = 0.0)]
    pub price_out: f64,
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

/// What a million tokens cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// Sent.
    pub tokens_in: f64,
    /// Received.
    pub tokens_out: f64,
}

impl Prices {
    /// The cost of so many tokens sent and received.
    #[must_use]
    pub fn cost(&self, (tokens_in, tokens_out): (i64, i64)) -> f64 {
        (tokens_in as f64 * self.tokens_in + tokens_out as f64 * self.tokens_out) / 1e6
    }
}

impl Llm {
    /// What its tokens cost.
    #[must_use]
    pub fn prices(&self) -> Prices {
        Prices { tokens_in: self.price_in, tokens_out: self.price_out }
    }

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
