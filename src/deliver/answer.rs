//! What Telegram says when it does not simply accept a message.

use chrono::TimeDelta;
use teloxide::{ApiError, RequestError};

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

impl From<&RequestError> for Answer {
    fn from(error: &RequestError) -> Self {
        match error {
            RequestError::RetryAfter(wait) => Self::RetryAfter(TimeDelta::seconds(i64::from(wait.seconds()))),
            RequestError::MigrateToChatId(to) => Self::Migrated(to.0),
            RequestError::Api(error) => of_api(error),
            RequestError::Network(error) if error.is_connect() => Self::NotSent("no connection".into()),
            RequestError::Network(error) if error.is_timeout() => Self::Ambiguous("no answer in time".into()),
            RequestError::Network(error) if error.is_builder() => {
                Self::Refused("no request could be made".into())
            }
            RequestError::Network(_) => Self::Ambiguous("the connection broke".into()),
            RequestError::InvalidJson { .. } => Self::Failed("the answer is no JSON".into()),
            RequestError::Io(_) => Self::Refused("the file cannot be read".into()),
        }
    }
}

fn of_api(error: &ApiError) -> Answer {
    match error {
        ApiError::BotBlocked
        | ApiError::UserDeactivated
        | ApiError::ChatNotFound
        | ApiError::BotKicked
        | ApiError::BotKickedFromSupergroup
        | ApiError::BotKickedFromChannel
        | ApiError::CantInitiateConversation
        | ApiError::CantTalkWithBots
        | ApiError::NotEnoughRightsToPostMessages
        | ApiError::UserNotFound => Answer::Unreachable(error.to_string()),
        ApiError::MessageNotModified => Answer::NotModified,
        ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited | ApiError::MessageIdInvalid => {
            Answer::EditGone
        }
        ApiError::CantParseEntities(_) => Answer::CantParse(error.to_string()),
        ApiError::InvalidToken => Answer::Unauthorized,
        ApiError::Unknown(text) => of_text(text),
        _ => Answer::Refused(error.to_string()),
    }
}

/// Sorts the answers teloxide has no type for by their words.
///
/// The words are those of the Bot API server and of tdlib (TELEGRAM.md); the order matters: the first that fits.
fn of_text(text: &str) -> Answer {
    type Make = fn(String) -> Answer;
    let table: [(&[&str], Make); 7] = [
        (&["unauthorized"], |_| Answer::Unauthorized),
        (&["message thread not found", "topic_closed", "topic_deleted", "topic not found"], |_| {
            Answer::ThreadGone
        }),
        (&["message is not modified"], |_| Answer::NotModified),
        (&["message to edit not found", "message can't be edited", "message_id_invalid"], |_| {
            Answer::EditGone
        }),
        (&["can't parse", "unsupported start tag", "can't find end"], Answer::CantParse),
        (
            &[
                "forbidden",
                "bot was kicked",
                "bot was blocked",
                "not a member",
                "group chat was deleted",
                "chat was deleted",
                "group chat was deactivated",
                "can't initiate conversation",
                "not enough rights to send",
                "no rights to send",
                "have no rights",
                "chat_write_forbidden",
                "chat_restricted",
                "need administrator rights",
                "chat not found",
                "peer_id_invalid",
                "user is deactivated",
                "user_is_blocked",
            ],
            Answer::Unreachable,
        ),
        (
            &[
                "internal server error",
                "bad gateway",
                "gateway time",
                "service unavailable",
                "internal error",
                "restart",
            ],
            Answer::Failed,
        ),
    ];
    let lower = text.to_lowercase();
    let found = table.iter().find(|(words, _)| words.iter().any(|word| lower.contains(word)));
    found.map_or_else(|| Answer::Refused(text.to_owned()), |(_, make)| make(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use teloxide::types::{ChatId, Seconds};
    use teloxide::{ApiError, RequestError};

    use super::Answer;

    fn name(answer: &Answer) -> String {
        format!("{answer:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
    }

    #[test]
    fn texts_without_a_type_are_told_apart() {
        let table = [
            ("Forbidden: bot was kicked from the group chat", "Unreachable"),
            ("Forbidden: bot is not a member of the channel chat", "Unreachable"),
            ("Forbidden: the group chat was deleted", "Unreachable"),
            ("Forbidden: bot can't initiate conversation with a user", "Unreachable"),
            ("Bad Request: not enough rights to send text messages to the chat", "Unreachable"),
            ("Bad Request: have no rights to send a message", "Unreachable"),
            ("Bad Request: need administrator rights in the channel chat", "Unreachable"),
            ("Bad Request: CHAT_WRITE_FORBIDDEN", "Unreachable"),
            ("Bad Request: message thread not found", "ThreadGone"),
            ("Bad Request: TOPIC_CLOSED", "ThreadGone"),
            ("Bad Request: message can't be edited", "EditGone"),
            ("Bad Request: can't parse entities: unsupported start tag \"x\" at byte offset 0", "CantParse"),
            ("Bad Request: message caption is too long", "Refused"),
            ("Bad Request: text must be non-empty", "Refused"),
            ("Bad Request: something new", "Refused"),
            ("Internal Server Error", "Failed"),
            ("Bad Gateway", "Failed"),
            ("Unauthorized: invalid token specified", "Unauthorized"),
        ];
        for (text, wanted) in table {
            let answer = Answer::from(&RequestError::Api(ApiError::Unknown(text.into())));
            assert_eq!(name(&answer), wanted, "{text}");
        }
    }

    #[test]
    fn typed_errors_are_told_apart() {
        let table = [
            (ApiError::BotBlocked, "Unreachable"),
            (ApiError::UserDeactivated, "Unreachable"),
            (ApiError::ChatNotFound, "Unreachable"),
            (ApiError::BotKickedFromSupergroup, "Unreachable"),
            (ApiError::BotKickedFromChannel, "Unreachable"),
            (ApiError::MessageNotModified, "NotModified"),
            (ApiError::MessageToEditNotFound, "EditGone"),
            (ApiError::MessageIsTooLong, "Refused"),
            (ApiError::InvalidToken, "Unauthorized"),
            (ApiError::CantParseEntities("x".into()), "CantParse"),
        ];
        for (error, wanted) in table {
            let answer = Answer::from(&RequestError::Api(error.clone()));
            assert_eq!(name(&answer), wanted, "{error:?}");
        }
    }

    #[test]
    fn waits_and_moves_keep_their_numbers() {
        let wait = RequestError::RetryAfter(Seconds::from_seconds(17));
        assert_eq!(Answer::from(&wait), Answer::RetryAfter(TimeDelta::seconds(17)));
        let moved = RequestError::MigrateToChatId(ChatId(-1_001_234));
        assert_eq!(Answer::from(&moved), Answer::Migrated(-1_001_234));
    }
}
