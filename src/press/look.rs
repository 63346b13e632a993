//! How a chat sees things.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::store::chats;
use crate::view::{Locale, RenderOptions};

/// How a chat wants to see things now. `bot` is the bot's user name.
#[must_use]
pub fn render_options(chat: &chats::Chat, bot: Option<&str>, now: DateTime<Utc>) -> RenderOptions {
    RenderOptions {
        locale: locale(chat),
        zone: zone(chat),
        now,
        quotes: usize::try_from(chat.quotes_a_card).unwrap_or_default(),
        bot: bot.map(str::to_owned),
    }
}

/// The zone of a chat; one this program does not know counts as UTC.
pub(super) fn zone(chat: &chats::Chat) -> Tz {
    chat.zone.parse().unwrap_or(Tz::UTC)
}

/// The language a chat reads us in.
pub(super) fn locale(chat: &chats::Chat) -> Locale {
    chat.language.as_deref().and_then(Locale::of_tag).unwrap_or_default()
}
