//! The client, who we are, and what errors say.

use std::time::Duration;

use anyhow::Context as _;
use teloxide_core::requests::Requester as _;
use teloxide_core::{ApiError, Bot, RequestError};
use tokio_util::sync::CancellationToken;
use url::Url;

/// Who we are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// Our number.
    pub id: i64,
    /// Our user name, without `@`.
    pub user_name: String,
}

/// Why there is no connection to Telegram and will be none.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The token is wrong.
    #[error("Telegram does not know this bot token (telegram.token); @BotFather shows the right one")]
    Token,
    /// Stopped before it was reached.
    #[error("stopped before Telegram was reached")]
    Stopped,
}

/// Makes the client: 5 s to connect, 17 s in all, as teloxide sets them.
///
/// # Errors
/// When TLS cannot be set up.
pub fn client(token: &str, api_url: &Url) -> anyhow::Result<Bot> {
    let client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(17))
        .no_proxy()
        .build()
        .context("no client for Telegram")?;
    Ok(Bot::with_client(token, client).set_api_url(api_url.clone()))
}

/// Asks Telegram who we are, with longer and longer pauses until it answers.
///
/// # Errors
/// When the token is refused, or `stop` comes first.
pub async fn connect(bot: &Bot, stop: &CancellationToken) -> Result<Me, Refused> {
    let mut pause = Duration::from_millis(500);
    loop {
        match bot.get_me().await {
            Ok(me) => {
                let user_name = me.username().to_owned();
                return Ok(Me { id: i64::try_from(me.id.0).unwrap_or_default(), user_name });
            }
            Err(error) if refuses_token(&error) => return Err(Refused::Token),
            Err(error) => tracing::warn!(error = plain(&error), "Telegram is not reached yet"),
        }
        tokio::select! {
            () = stop.cancelled() => return Err(Refused::Stopped),
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(Duration::from_mins(1));
    }
}

pub(super) fn longer(pause: Duration) -> Duration {
    (pause * 2).clamp(Duration::from_millis(500), Duration::from_secs(30))
}

/// True when Telegram does not know the token: 401, or 404 for one that has not even the form of a token.
pub(super) fn refuses_token(error: &RequestError) -> bool {
    match error {
        RequestError::Api(ApiError::InvalidToken) => true,
        RequestError::Api(ApiError::Unknown(text)) => {
            let text = text.to_lowercase();
            text.starts_with("unauthorized") || text == "not found"
        }
        _ => false,
    }
}

/// An error without addresses, which hold the token.
pub(super) fn plain(error: &RequestError) -> String {
    match error {
        RequestError::Api(error) => error.to_string(),
        RequestError::RetryAfter(wait) => format!("asked to wait {} s", wait.seconds()),
        RequestError::Network(error) if error.is_timeout() => "no answer in time".to_owned(),
        RequestError::Network(error) if error.is_connect() => "no connection".to_owned(),
        RequestError::Network(_) => "the connection broke".to_owned(),
        RequestError::InvalidJson { .. } => "the answer is no JSON".to_owned(),
        RequestError::MigrateToChatId(_) | RequestError::Io(_) => "an odd answer".to_owned(),
    }
}
