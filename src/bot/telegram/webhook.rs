//! Updates by webhook, without losing one: a request is answered 200 only when its update is in the database.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::Value;
use teloxide_core::requests::{JsonRequest, Request as _};
use teloxide_core::{Bot, RequestError};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::client::{longer, plain};
use super::methods::SetWebhook;
use super::polling::{KINDS, take_in};
use crate::clock::Clock;
use crate::store::{self, Store};

/// The header Telegram puts the secret in (Bot API, setWebhook).
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// Where updates come in.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The public address Telegram calls.
    pub url: Url,
    /// Where we listen.
    pub listen: SocketAddr,
}

#[derive(Clone)]
struct Inside {
    store: Arc<Store>,
    clock: Clock,
    secret: String,
}

/// Tells Telegram the address and takes updates in until `stop`.
///
/// # Errors
/// When the address cannot be listened on or Telegram refuses it.
pub async fn serve(
    bot: &Bot,
    webhook: &Webhook,
    store: Arc<Store>,
    clock: Clock,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let secret = store::token(&mut *store.read().await?).await?;
    let listener = tokio::net::TcpListener::bind(webhook.listen)
        .await
        .with_context(|| format!("cannot listen on {} (telegram.webhook_listen)", webhook.listen))?;
    if !tell(bot, webhook, &secret, stop).await? {
        return Ok(());
    }
    let router = Router::new()
        .fallback(post(take))
        .layer(axum::extract::DefaultBodyLimit::max(1 << 20))
        .with_state(Inside { store, clock, secret });
    let stopped = stop.clone();
    axum::serve(listener, router)
        .with_graceful_shutdown(async move { stopped.cancelled().await })
        .await
        .context("the webhook stopped")
}

/// Tells Telegram the address and the secret, with longer and longer pauses until it is heard. Returns whether it was:
/// not when `stop` came first.
async fn tell(bot: &Bot, webhook: &Webhook, secret: &str, stop: &CancellationToken) -> anyhow::Result<bool> {
    let mut pause = Duration::ZERO;
    loop {
        let set = SetWebhook {
            url: webhook.url.to_string(),
            secret_token: secret.to_owned(),
            allowed_updates: &KINDS,
            max_connections: 20,
        };
        let told = JsonRequest::new(bot.clone(), set).send().await;
        match told {
            Ok(_) => return Ok(true),
            Err(error @ RequestError::Api(_)) => {
                anyhow::bail!("Telegram refuses the webhook: {}", plain(&error))
            }
            Err(error) => {
                tracing::warn!(error = plain(&error), "Telegram has not heard of the webhook yet");
            }
        }
        pause = longer(pause);
        tokio::select! {
            () = stop.cancelled() => return Ok(false),
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn take(State(inside): State<Inside>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers.get(SECRET_HEADER).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
    if !same(&given, inside.secret.as_bytes()) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(update) = serde_json::from_slice::<Value>(&body) else { return StatusCode::BAD_REQUEST };
    match take_in(&[update], &inside.store, inside.clock).await {
        Ok(_) => StatusCode::OK,
        Err(error) => {
            inside.store.doubt(&error);
            tracing::error!(%error, "an update cannot be stored; Telegram sends it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// Compares in a time that does not tell where the two differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}
