//! The first card of a new subscription, and the words in its place where there is none.

use super::text::fitting::shortened;
use super::{Button, Card, FeedDo, Message, Mode, Press, RenderOptions};

/// The buttons under a sample card: what may be changed about a new subscription at once.
#[must_use]
pub fn sample_rows(subscription: i64, options: &RenderOptions) -> Vec<Vec<Button>> {
    let button =
        |key: &str, what| Button::press(options.locale.word(key), &Press::FeedDo(what, subscription));
    vec![
        vec![button("button-last-five", FeedDo::Last), button("button-digest-only", FeedDo::Digest)],
        vec![button("button-at-once", FeedDo::Instant), button("button-undo", FeedDo::Remove)],
    ]
}

/// Turns an article's card into the sample card of a new subscription.
#[must_use]
pub fn sample(
    card: &Card,
    feed: &str,
    (subscription, mode): (i64, Mode),
    options: &RenderOptions,
) -> Message {
    let card = Card { article: None, ..card.clone() }.message(options);
    let fills = [("feed", shortened(feed, 120).into()), ("mode", mode.told(options).into())];
    let head = options.locale.rich("sample-head", &fills);
    Message {
        text: head.plain("\n\n").then(card.text),
        keyboard: sample_rows(subscription, options),
        ..Message::default()
    }
}

/// The word that a feed is followed which has no article to show yet.
#[must_use]
pub fn no_sample(feed: &str, (subscription, mode): (i64, Mode), options: &RenderOptions) -> Message {
    let fills = [("feed", shortened(feed, 120).into()), ("mode", mode.told(options).into())];
    let undo = Press::FeedDo(FeedDo::Remove, subscription);
    Message::new(options.locale.rich("sub-added-empty", &fills))
        .row(vec![Button::press(options.locale.word("button-undo"), &undo)])
}

/// The word that a feed is followed whose newest article cannot be read, and why.
#[must_use]
pub fn unread_sample(
    feed: &str,
    reason: &str,
    (subscription, mode): (i64, Mode),
    options: &RenderOptions,
) -> Message {
    let reason = shortened(reason, 200);
    let fills = [
        ("feed", shortened(feed, 120).into()),
        ("reason", reason.into()),
        ("mode", mode.told(options).into()),
    ];
    let undo = Press::FeedDo(FeedDo::Remove, subscription);
    Message::new(options.locale.rich("sub-added-unread", &fills))
        .row(vec![Button::press(options.locale.word("button-undo"), &undo)])
}
