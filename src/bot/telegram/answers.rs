//! What Telegram says when it does not simply accept a message, as the sender takes it.

use chrono::TimeDelta;
use teloxide_core::{ApiError, RequestError};

use crate::deliver::Answer;

/// The sender's word for an error of the client.
pub(super) fn answer(error: &RequestError) -> Answer {
    match error {
        RequestError::RetryAfter(wait) => Answer::RetryAfter(TimeDelta::seconds(i64::from(wait.seconds()))),
        RequestError::MigrateToChatId(to) => Answer::Migrated(to.0),
        RequestError::Api(error) => of_api(error),
        RequestError::Network(error) if error.is_connect() => Answer::NotSent("no connection".into()),
        RequestError::Network(error) if error.is_timeout() => Answer::Ambiguous("no answer in time".into()),
        RequestError::Network(error) if error.is_builder() => {
            Answer::Refused("no request could be made".into())
        }
        RequestError::Network(_) => Answer::Ambiguous("the connection broke".into()),
        RequestError::InvalidJson { .. } => Answer::Failed("the answer is no JSON".into()),
        RequestError::Io(_) => Answer::Refused("the file cannot be read".into()),
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

/// How an answer is made of its words.
type Make = fn(String) -> Answer;

/// Words of answers the library has no type for, those of the Bot API server and of tdlib (TELEGRAM.md); the order
/// matters: the first that fits.
const WORDS: [(&[&str], Make); 7] = [
    (&["unauthorized"], |_| Answer::Unauthorized),
    (&["message thread not found", "topic_closed", "topic_deleted", "topic not found"], |_| {
        Answer::ThreadGone
    }),
    (&["message is not modified"], |_| Answer::NotModified),
    (&["message to edit not found", "message can't be edited", "message_id_invalid"], |_| Answer::EditGone),
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

/// Sorts the answers the library has no type for by their words.
fn of_text(text: &str) -> Answer {
    let lower = text.to_lowercase();
    let found = WORDS.iter().find(|(words, _)| words.iter().any(|word| lower.contains(word)));
    found.map_or_else(|| Answer::Refused(text.to_owned()), |(_, make)| make(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use teloxide_core::types::{ChatId, Seconds};
    use teloxide_core::{ApiError, RequestError};

    use super::answer;
    use crate::deliver::Answer;

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
            let answer = answer(&RequestError::Api(ApiError::Unknown(text.into())));
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
            let answer = answer(&RequestError::Api(error.clone()));
            assert_eq!(name(&answer), wanted, "{error:?}");
        }
    }

    #[test]
    fn waits_and_moves_keep_their_numbers() {
        let wait = RequestError::RetryAfter(Seconds::from_seconds(17));
        assert_eq!(answer(&wait), Answer::RetryAfter(TimeDelta::seconds(17)));
        let moved = RequestError::MigrateToChatId(ChatId(-1_001_234));
        assert_eq!(answer(&moved), Answer::Migrated(-1_001_234));
    }
}
