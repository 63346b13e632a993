//! Questions from chats the bot is no member of: guest mode and inline mode.
//!
//! In: a [`Request`] whose place is the caller alone. Out: one answer through the platform, no outbox row, no stored chat.
//! Invariants: what is said there is public, stored news and speaks of no feed, setting or chat; its buttons are links.

mod caller;
mod guest;
mod inline;

use chrono::{DateTime, Utc};

use super::{Context, Request, What};
use caller::Caller;

/// Whether a request came from outside the chats the bot is in.
pub(super) fn is_from(request: &Request) -> bool {
    matches!(request.what, What::Guest { .. } | What::Inline { .. })
}

/// Answers a question from elsewhere.
///
/// # Errors
/// Only what another try may mend.
pub(super) async fn answer(context: &Context, request: &Request, now: DateTime<Utc>) -> anyhow::Result<()> {
    let caller = Caller::new(context, request, now);
    match &request.what {
        What::Guest { query, text, links } => guest::answer(&caller, query, text, links).await,
        What::Inline { query, words, offset } => inline::answer(&caller, query, words, offset).await,
        _ => Ok(()),
    }
}
