//! Language models: a prompt of `prompts/` → an API → a parsed answer, checked against the article.
//!
//! In: a [`Question`]. Out: a [`Reply`] or an [`Error`]. Invariants: no answer that was cut off is used; redirects are
//! never followed; the key stands in a header only and in no error or log; nothing a model writes leaves this module
//! unchecked ([`summary::write`]). Budget and cache are the editor's, who has the database.

use std::time::Duration;

use futures_util::future::BoxFuture;
use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use crate::brief::check::Reject;
use crate::counters;
use crate::text::Language;
use prompts::Fault;

pub mod choices;
mod client;
mod error;
mod excerpt;
mod loose;
pub mod prompts;
pub mod summary;
pub mod topic;
pub mod translation;
mod verdict;
mod wire;

pub use client::Client;
pub use error::Error;

/// Shape of a language model's API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Provider {
    /// Chat completions: OpenAI, Ollama, llama.cpp, vLLM, `OpenRouter`, Mistral, Groq and others
    Openai,
    /// Messages
    Anthropic,
    /// `generateContent`
    Gemini,
}

/// Where the model is and how it is asked; filled by `config`.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Shape of the API.
    pub provider: Provider,
    /// Base URL, when it is not the provider's own.
    pub base_url: Option<Url>,
    /// Name of the model.
    pub model: String,
    /// Key of the API.
    pub api_key: Option<SecretString>,
    /// Longest wait for one answer.
    pub timeout: Duration,
    /// First wait before a retry when the server names none; doubled for the second.
    pub retry_wait: Duration,
}

/// What a model is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The rules.
    pub system: String,
    /// The conversation, a user's turn first; turns alternate.
    pub turns: Vec<Turn>,
    /// Name of the schema.
    pub schema_name: &'static str,
    /// JSON schema the answer must have.
    pub schema: Value,
    /// Most tokens of the answer.
    pub max_tokens: u32,
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// What we say.
    User(String),
    /// What the model said.
    Model(String),
}

impl Turn {
    /// Its words.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::User(text) | Self::Model(text) => text,
        }
    }
}

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reply {
    /// The JSON object in it.
    pub value: Value,
}

/// What asking has cost, also where nothing came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spent {
    /// Tokens sent.
    pub tokens_in: u64,
    /// Tokens received.
    pub tokens_out: u64,
    /// For each sentence that may not be shown, the rule it broke.
    pub rejected: Vec<&'static str>,
}

impl Spent {
    fn note(&mut self, faults: &[Fault]) {
        self.rejected.extend(faults.iter().map(|fault| fault.code));
    }
}

/// Something that answers questions.
pub trait Model: Send + Sync {
    /// Its name, for the card and the counters.
    fn name(&self) -> &str;
    /// Asks once, with the retries that are due, and adds to `spent` what it cost.
    fn ask<'a>(&'a self, question: &'a Question, spent: &'a mut Spent)
    -> BoxFuture<'a, Result<Reply, Error>>;
}

/// Counts what was rejected and puts it into words.
fn faults(rejected: Vec<(String, Reject)>) -> Vec<Fault> {
    let fault = |(sentence, reject): (String, Reject)| {
        counters::count("attache_model_rejected_total", &[("why", reject.code())]);
        Fault { sentence, why: reject.to_string(), code: reject.code() }
    };
    rejected.into_iter().map(fault).collect()
}

fn nonce() -> String {
    format!("{:016x}", fastrand::u64(..))
}

fn language_name(language: Language) -> String {
    let name = language.profile().name.map(str::to_owned);
    name.unwrap_or_else(|| format!("the article's own language ({language})"))
}

#[cfg(test)]
mod tests;
