//! Stored rows as the view wants them.

use crate::bot::Session;
use crate::brief::{Quote, Speaker};
use crate::digest::{Quiet, Slot, Weekdays, write_minute};
pub(crate) use crate::editor::shown::{card, list_line, named_outlet, outlet};
use crate::feed::secret;
use crate::source;
use crate::store::chats::subscriptions::Subscription;
use crate::store::chats::{digest_slots, reviews};
use crate::store::people::quotes::Found;
use crate::text::Span;
use crate::view::{Fault, FeedLine, Locale, Mode, SaidLine};

/// A line of a list of quotes.
#[must_use]
pub(crate) fn said_line(found: &Found) -> SaidLine {
    let speaker = Speaker {
        name: found.speaker_name.clone(),
        role: found.speaker_role.clone(),
        mention: found.mention.clone(),
        span: None,
    };
    let nobody = speaker.name.is_none() && speaker.mention.is_none();
    SaidLine {
        quote: Quote {
            span: Span::whole(&found.text),
            text: found.text.clone(),
            kind: found.kind,
            speaker: (!nobody).then_some(speaker),
            quoted_from: found.quoted_from.clone(),
            via: None,
            confidence: 1.0,
            rule: String::new(),
            key: None,
        },
        article: found.article_id,
        headline: found.title.clone().unwrap_or_default(),
        source: named_outlet(found.site.as_deref(), found.url.as_deref()),
        others: usize::try_from(found.others).unwrap_or_default(),
        at: Some(found.said_at),
        url: found.url.clone(),
    }
}

/// How a file tells the addresses of feeds: in a chat of several people without what is secret in them, by which any of
/// these could read the feeds.
pub(crate) fn addresses(session: &Session<'_>) -> fn(&str) -> String {
    if session.request.is_private() { str::to_owned } else { secret::shown }
}

/// A line of the list of feeds, its newest article not yet looked up.
#[must_use]
pub(crate) fn feed_line(row: &Subscription, locale: Locale) -> FeedLine {
    let stored = row.last_error.as_deref().filter(|_| row.failures > 0);
    let reason = stored.map(|stored| Fault::read(stored, locale));
    FeedLine {
        id: row.id,
        title: title(row),
        url: row.url.clone(),
        // what a feed says of itself labels nothing: its host does
        source: named_outlet(row.title.as_deref(), Some(&row.url)),
        mode: row.mode.into(),
        own_mode: row.own_mode,
        paused: row.paused,
        filter: row.filter.clone(),
        number: 0,
        topic: None,
        // one that is gone for good is asked no more
        failing: reason.map(|reason| (reason, (!row.is_gone).then_some(row.next_poll_at))),
        unread: None,
        newest: None,
        articles: 0,
    }
}

/// A feed's title, or its host.
#[must_use]
pub(crate) fn title(row: &Subscription) -> String {
    source::feed_name(row.title.as_deref(), &row.url)
}

/// A stored digest time; `None` when it cannot be read.
#[must_use]
pub(crate) fn slot(row: &digest_slots::Slot) -> Option<Slot> {
    Some(Slot { minute: u16::try_from(row.minute).ok()?, weekdays: Weekdays::from_bits(row.weekdays) })
}

/// A stored time of press reviews; `None` when it cannot be read.
#[must_use]
pub(crate) fn review_slot(row: &reviews::Slot) -> Option<Slot> {
    Some(Slot { minute: u16::try_from(row.minute).ok()?, weekdays: Weekdays::from_bits(row.weekdays) })
}

/// Stored quiet hours; `None` when there are none.
#[must_use]
pub(crate) fn quiet(from: Option<i64>, to: Option<i64>) -> Option<Quiet> {
    let minute = |at: i64| u16::try_from(at).ok().map(write_minute);
    let (from, to) = (minute(from?)?, minute(to?)?);
    Quiet::read(&format!("{from}-{to}")).ok().flatten()
}

impl From<crate::store::chats::Mode> for Mode {
    fn from(mode: crate::store::chats::Mode) -> Self {
        match mode {
            crate::store::chats::Mode::Digest => Self::Digest,
            crate::store::chats::Mode::Instant => Self::Instant,
            crate::store::chats::Mode::Both => Self::Both,
        }
    }
}

impl From<Mode> for crate::store::chats::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Digest => Self::Digest,
            Mode::Instant => Self::Instant,
            Mode::Both => Self::Both,
        }
    }
}
