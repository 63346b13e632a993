//! The texts that say what the bot is: start, help, privacy; and lines that say what went wrong.

use super::text::Fill;
use super::text::fitting::shortened;
use super::{Button, Message, Press, RenderOptions, Rich, Setting};

/// Topics of help, in order; `/help TOPIC` takes these names.
pub const HELP_TOPICS: [&str; 6] = ["feeds", "digest", "quotes", "cards", "groups", "privacy"];

/// The first message: what this is, one example, three ways to begin. At most 500 characters.
///
/// `digest` says when the chat's digest comes, as `08:00 Europe/Moscow`; `None` when none does.
#[must_use]
pub fn start(digest: Option<&str>, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let digest = match digest {
        Some(times) => locale.rich("start-digest", &[("digest", times.into())]),
        None => locale.rich("start-no-digest", &[]),
    };
    let text = locale.rich("start", &[("digest", Fill::Styled(digest))]);
    Message::new(text).row(vec![Button::press(locale.word("button-starter-sets"), &Press::StarterSets)]).row(
        vec![
            Button::press(locale.word("button-add-feed"), &Press::HowToAdd),
            Button::press(locale.word("button-digest-time"), &Press::Setting(Setting::Digest)),
        ],
    )
}

/// Help: the short page, or the page of a topic; an unknown topic gives the short page.
#[must_use]
pub fn help(topic: &str, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let topic = topic.trim().to_lowercase();
    let known = HELP_TOPICS.contains(&topic.as_str());
    let key = if known { format!("help-{topic}") } else { "help".to_owned() };
    let buttons = HELP_TOPICS.iter().filter(|name| **name != topic);
    let buttons: Vec<Button> = buttons
        .map(|name| {
            Button::press(locale.word(&format!("help-{name}-title")), &Press::Help((*name).to_owned()))
        })
        .collect();
    let mut message = Message::new(locale.rich(&key, &[]));
    message = buttons.chunks(3).fold(message, |message, row| message.row(row.to_vec()));
    if known {
        message.row(vec![Button::press(locale.word("button-back-to-help"), &Press::Help(String::new()))])
    } else {
        message
    }
}

/// What is stored, with buttons to take it or delete it. `stored` are lines of counts, as `12 subscriptions`.
#[must_use]
pub fn privacy(stored: &[String], options: &RenderOptions) -> Message {
    let locale = options.locale;
    let text = locale.rich("privacy", &[("stored", stored.join(", ").into())]);
    Message::new(text).row(vec![
        Button::press(locale.word("button-export-all"), &Press::ExportAll),
        Button::press(locale.word("button-delete-all"), &Press::DeleteAll),
    ])
}

/// Asks whether a zone is right: “It is 15:41 for you now — right?”
#[must_use]
pub fn zone_confirmation(options: &RenderOptions) -> Message {
    let locale = options.locale;
    let fills = [
        ("zone", crate::digest::zone_label(options.zone).into()),
        ("time", options.time(options.now).into()),
    ];
    Message::new(locale.rich("zone-confirm", &fills)).row(vec![
        Button::press(locale.word("button-right"), &Press::Settings),
        Button::press(locale.word("button-other-zone"), &Press::Setting(Setting::Zone)),
    ])
}

/// A line of the interface as a message of its own.
#[must_use]
pub fn line(key: &str, fills: &[(&str, Fill)], options: &RenderOptions) -> Message {
    Message::new(options.locale.rich(key, fills))
}

/// An address without what every one has, and without its query.
fn address(url: &str) -> String {
    let path =
        url::Url::parse(url).map(|url| url.path().trim_end_matches('/').to_owned()).unwrap_or_default();
    super::source::host(url) + &path
}

/// What a link in a private chat is answered with.
#[must_use]
pub fn bare_link(url: &str, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let text = Rich::new().link(shortened(&address(url), 60), url);
    Message::new(locale.rich("bare-link", &[("link", text.into())])).row(vec![
        Button::press(locale.word("button-summarise"), &Press::Summarise),
        Button::press(locale.word("button-follow-site"), &Press::FollowSite),
    ])
}
