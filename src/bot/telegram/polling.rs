//! Updates by long polling.

use std::time::Duration;

use serde_json::Value;
use teloxide_core::requests::{JsonRequest, Request as _, Requester as _};
use teloxide_core::{ApiError, Bot, RequestError};
use tokio_util::sync::CancellationToken;

use super::client::{Refused, longer, plain, refuses_token};
use super::methods::GetUpdates;
use super::updates;
use crate::bot::worker;
use crate::clock::Clock;
use crate::store::Store;

/// Longest wait of one request for updates, under the 17 s after which a request is given up.
const POLL_SECONDS: u32 = 10;

/// The kinds of update that are asked for.
///
/// `message_reaction` came with Bot API 7.0, `guest_message` with 10.0; an older server passes over a kind it does not
/// know. Of reactions only those in private chats, and where the bot is an administrator, are told.
pub(super) const KINDS: [&str; 6] =
    ["message", "callback_query", "my_chat_member", "inline_query", "message_reaction", "guest_message"];

/// Takes updates in by long polling until `stop`; a webhook set before is taken back.
///
/// # Errors
/// When the token is refused while we run.
pub async fn poll(bot: &Bot, store: &Store, clock: Clock, stop: &CancellationToken) -> Result<(), Refused> {
    if let Err(error) = bot.delete_webhook().await {
        tracing::warn!(error = plain(&error), "an old webhook could not be taken back");
    }
    let mut offset = None;
    let (mut conflicts, mut unstored) = (Rarely::default(), Rarely::default());
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
                    store.doubt(&error);
                    if !store.is_taken_away() && unstored.is_due() {
                        tracing::error!(%error, "updates cannot be stored; they are asked for again");
                    }
                    pause = longer(pause);
                }
            },
            Err(error) if refuses_token(&error) => return Err(Refused::Token),
            Err(error) => {
                tell(&error, &mut conflicts);
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
    let requests: Vec<_> = updates.iter().filter_map(updates::request).collect();
    worker::take_in(store, &requests, clock.now()).await?;
    Ok(updates.iter().filter_map(updates::number).max().map(|last| last + 1))
}

/// Logs why there were no updates; that another program polls with our token, once a minute.
fn tell(error: &RequestError, conflicts: &mut Rarely) {
    if !matches!(error, RequestError::Api(ApiError::TerminatedByOtherGetUpdates)) {
        tracing::warn!(error = plain(error), "no updates from Telegram");
    } else if conflicts.is_due() {
        tracing::warn!("another program takes this bot's updates (409); only one may run with a token");
    }
}

/// What would be said every second is logged once a minute.
#[derive(Debug, Default)]
struct Rarely {
    logged: Option<tokio::time::Instant>,
}

impl Rarely {
    fn is_due(&mut self) -> bool {
        let now = tokio::time::Instant::now();
        let due = self.logged.is_none_or(|logged| now - logged >= Duration::from_mins(1));
        if due {
            self.logged = Some(now);
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_goes_on_is_said_once_a_minute() {
        let mut rarely = Rarely::default();
        assert!(rarely.is_due());
        tokio::time::sleep(Duration::from_secs(59)).await;
        assert!(!rarely.is_due());
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(rarely.is_due());
    }
}
