//! What Telegram says when it does not simply accept a message.

use chrono::TimeDelta;

/// An answer other than yes. Texts are for the log and hold no address and no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Not before this time has passed (429).
    RetryAfter(TimeDelta),
    /// The group has become the supergroup with this number.
    Migrated(i64),
    /// The chat cannot be written to: blocked, kicked, deactivated, not found.
    Unreachable(String),
    /// The formatting was refused.
    CantParse(String),
    /// The forum topic is gone or closed.
    ThreadGone,
    /// The message says that already.
    NotModified,
    /// The message to edit is gone or too old.
    EditGone,
    /// The token is refused (401).
    Unauthorized,
    /// The message never left: no connection.
    NotSent(String),
    /// Nobody knows whether it arrived: the answer was lost.
    Ambiguous(String),
    /// The server failed (5xx, a gateway's page), most likely before it took the message.
    Failed(String),
    /// It will never be accepted.
    Refused(String),
}

impl Answer {
    /// Whether the message is tried again after it, now or later.
    #[must_use]
    pub fn is_retried(&self) -> bool {
        !matches!(self, Self::NotModified | Self::Unreachable(_) | Self::Unauthorized | Self::Refused(_))
    }
}

/// What became of a message, as `/metrics` names it.
pub(super) fn outcome(answer: &Result<Option<i64>, Answer>) -> &'static str {
    match answer {
        Ok(_) => "sent",
        Err(Answer::RetryAfter(_)) => "slowed",
        Err(Answer::Migrated(_)) => "migrated",
        Err(Answer::Unreachable(_)) => "unreachable",
        Err(Answer::CantParse(_)) => "cant_parse",
        Err(Answer::ThreadGone) => "thread_gone",
        Err(Answer::NotModified) => "not_modified",
        Err(Answer::EditGone) => "edit_gone",
        Err(Answer::Unauthorized) => "unauthorized",
        Err(Answer::NotSent(_)) => "not_sent",
        Err(Answer::Ambiguous(_)) => "ambiguous",
        Err(Answer::Failed(_)) => "failed",
        Err(Answer::Refused(_)) => "refused",
    }
}
