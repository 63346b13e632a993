//! What a bot token looks like.

/// Whether this is shaped like a bot token: a number, a colon, and letters, digits, `_` and `-`
/// (<https://core.telegram.org/bots/api#authorizing-your-bot>).
#[must_use]
pub fn is_one(token: &str) -> bool {
    let is_secret = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    token.split_once(':').is_some_and(|(number, secret)| {
        !number.is_empty()
            && number.chars().all(|c| c.is_ascii_digit())
            && !secret.is_empty()
            && secret.chars().all(is_secret)
    })
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn what_is_no_token_is_told_before_anybody_is_asked() {
        for (token, is) in [
            ("123456:AAF-x_9", true),
            ("", false),
            ("123456", false),
            ("123456:", false),
            (":AAF", false),
            ("AAF:123456", false),
            ("123456:AA F", false),
            ("\"123456:AAF\"", false),
            ("https://t.me/a_bot", false),
        ] {
            assert_eq!(is_one(token), is, "{token}");
        }
    }
}
