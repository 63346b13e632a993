//! Why a model gave no answer that can be used.

use std::time::Duration;

/// Why there is no answer; `Display` is one plain line for the operator and holds no key and no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Too many failures in a row, or the server asked for a long wait.
    #[error("the model is left alone for {} s after failures", .0.as_secs())]
    Paused(Duration),
    /// 401 or 403.
    #[error("the model's server refuses the key ({0}); check llm.api_key")]
    Key(u16),
    /// 404.
    #[error("the model's server knows no such address or model (404); check llm.base_url and llm.model")]
    NotFound,
    /// Another 4xx.
    #[error("the model's server refuses the request ({0})")]
    Refused(u16),
    /// 429, also after retries.
    #[error("the model's server says too many requests (429)")]
    RateLimited,
    /// 5xx, also after retries.
    #[error("the model's server has trouble ({0})")]
    Trouble(u16),
    /// No answer in time.
    #[error("the model did not answer within {0} s")]
    TimedOut(u64),
    /// Not waited for any longer: a digest is due, or a person waits.
    #[error("the model was not waited for any longer")]
    Late,
    /// No connection.
    #[error("the model's server cannot be reached; check llm.base_url")]
    Unreachable,
    /// Cut off at the token limit.
    #[error("the model's answer was cut off")]
    Truncated,
    /// The model declined.
    #[error("the model declined to answer")]
    Declined,
    /// No JSON object of the asked shape in it.
    #[error("the model's answer cannot be read: {0}")]
    Unreadable(&'static str),
    /// Nothing of it passed the checks.
    #[error("nothing the model wrote passed the checks")]
    Rejected,
    /// The day's tokens are spent.
    #[error("the day's tokens (llm.daily_tokens) are spent")]
    Spent,
    /// A prompt cannot be rendered.
    #[error("a prompt cannot be rendered: {0}")]
    Prompt(String),
}

impl Error {
    /// True when the server, not the answer, is at fault: such failures in a row lead to a pause.
    #[must_use]
    pub fn is_the_servers(&self) -> bool {
        matches!(
            self,
            Self::Key(_)
                | Self::NotFound
                | Self::Refused(_)
                | Self::RateLimited
                | Self::Trouble(_)
                | Self::TimedOut(_)
                | Self::Unreachable
        )
    }
}
