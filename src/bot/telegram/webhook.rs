//! Updates by webhook, without losing one: a request is answered 200 only when its update is in the database.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::routing::post;
use serde_json::Value;
use teloxide_core::requests::{JsonRequest, Request as _};
use teloxide_core::{Bot, RequestError};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::client::{longer, plain};
use super::methods::SetWebhook;
use super::polling::{KINDS, take_in};
use crate::clock::Clock;
use crate::listen;
use crate::store::{self, Store};

/// The header Telegram puts the secret in (Bot API, setWebhook).
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// How long the body of an update may take to come.
const BODY: Duration = Duration::from_secs(10);

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
    listen::serve(listener, router, stop).await;
    Ok(())
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

/// Takes one update in; reads nothing of one that does not come with the secret.
async fn take(State(inside): State<Inside>, request: Request) -> StatusCode {
    let given = request.headers().get(SECRET_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if !same(given, inside.secret.as_bytes()) {
        return StatusCode::UNAUTHORIZED;
    }
    let body = match timeout(BODY, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(refused)) => return refused.status(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
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

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use futures_util::stream::pending;

    use super::*;
    use crate::store::tests::{noon, scratch};

    #[tokio::test]
    async fn nothing_is_read_without_the_secret_and_no_longer_than_it_may_take_with_it() {
        let store = Arc::new(scratch().await.store);
        let inside = Inside { store, clock: Clock::starting_at(noon()), secret: "right".to_owned() };
        tokio::time::pause();
        for (secret, wanted, passed) in [
            ("wrong", StatusCode::UNAUTHORIZED, Duration::ZERO),
            ("", StatusCode::UNAUTHORIZED, Duration::ZERO),
            ("right", StatusCode::REQUEST_TIMEOUT, BODY),
        ] {
            let begun = tokio::time::Instant::now();
            let body = Body::from_stream(pending::<Result<Bytes, std::io::Error>>());
            let request = Request::post("/hook").header(SECRET_HEADER, secret).body(body).unwrap();
            assert_eq!(take(State(inside.clone()), request).await, wanted, "{secret}");
            let waited = begun.elapsed();
            assert!((passed..=passed + Duration::from_millis(10)).contains(&waited), "{secret}: {waited:?}");
        }
    }
}
