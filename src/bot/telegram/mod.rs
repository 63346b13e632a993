//! The Telegram face: updates in, by long polling or webhook; messages out; rights, menus, files.
//!
//! teloxide's dispatcher is not used: it acknowledges a batch as soon as its handlers are spawned, so a kill loses
//! what they held. Here a batch is written to the database in one transaction, and only then the next offset, which
//! acknowledges it, is asked for. A batch that cannot be written is asked for again. Updates are read with structs
//! of our own that hold what we need and nothing else, so that an unknown field or kind never costs an update.

mod face;
mod menus;
mod post;
mod wire;
mod webhook;

use std::time::Duration;

use anyhow::Context as _;
use serde::Serialize;
use serde_json::Value;
use teloxide::requests::{JsonRequest, Payload, Request as _, Requester as _};
use teloxide::{ApiError, RequestError};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::work;
use crate::clock::Clock;
use crate::store::Store;

pub use face::TelegramFace;
pub use menus::set_menus;
pub use post::TelegramPost;
pub use teloxide::Bot;
pub use webhook::{Webhook, serve};

/// Longest wait of one request for updates, under the 17 s after which a request is given up.
const POLL_SECONDS: u32 = 10;

/// The kinds of update that are asked for.
const KINDS: [&str; 3] = ["message", "callback_query", "my_chat_member"];

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

/// Takes updates in by long polling until `stop`; a webhook set before is taken back.
///
/// # Errors
/// When the token is refused while we run.
pub async fn poll(bot: &Bot, store: &Store, clock: Clock, stop: &CancellationToken) -> Result<(), Refused> {
    if let Err(error) = bot.delete_webhook().await {
        tracing::warn!(error = plain(&error), "an old webhook could not be taken back");
    }
    let mut offset = None;
    let mut conflicts = Conflicts::default();
    let mut pause = Duration::ZERO;
    while !stop.is_cancelled() {
        clock.goes_on();
        let payload = GetUpdates { offset, timeout: POLL_SECONDS, allowed_updates: &KINDS };
        let batch = tokio::select! {
            () = stop.cancelled() => return Ok(()),
            batch = JsonRequest::new(bot.clone(), payload).send() => batch,
        };
        match batch {
            Ok(updates) => match take_in(&updates, store, clock).await {
                Ok(next) => {
                    offset = next.or(offset);
                    pause = Duration::ZERO;
                }
                Err(error) => {
                    tracing::error!(%error, "updates cannot be stored; they are asked for again");
                    pause = longer(pause);
                }
            },
            Err(error) if refuses_token(&error) => return Err(Refused::Token),
            Err(error) => {
                conflicts.note(&error);
                pause = longer(pause);
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
    Ok(())
}

/// Stores a batch; returns the offset that acknowledges it.
pub(super) async fn take_in(updates: &[Value], store: &Store, clock: Clock) -> anyhow::Result<Option<i64>> {
    let requests: Vec<_> = updates.iter().filter_map(wire::request).collect();
    work::take_in(store, &requests, clock.now()).await?;
    Ok(updates.iter().filter_map(wire::number).max().map(|last| last + 1))
}

/// `getUpdates`, answered with plain JSON.
#[derive(Debug, Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    timeout: u32,
    allowed_updates: &'static [&'static str],
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "getUpdates";
}

/// Another program that polls with our token is logged once a minute.
#[derive(Debug, Default)]
struct Conflicts {
    logged: Option<tokio::time::Instant>,
}

impl Conflicts {
    fn note(&mut self, error: &RequestError) {
        if !matches!(error, RequestError::Api(ApiError::TerminatedByOtherGetUpdates)) {
            tracing::warn!(error = plain(error), "no updates from Telegram");
            return;
        }
        let now = tokio::time::Instant::now();
        if self.logged.is_none_or(|logged| now - logged >= Duration::from_mins(1)) {
            tracing::warn!("another program takes this bot's updates (409); only one may run with a token");
            self.logged = Some(now);
        }
    }
}

fn longer(pause: Duration) -> Duration {
    (pause * 2).clamp(Duration::from_millis(500), Duration::from_secs(30))
}

/// True when Telegram does not know the token: 401, or 404 for one that has not even the form of a token.
fn refuses_token(error: &RequestError) -> bool {
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
fn plain(error: &RequestError) -> String {
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
