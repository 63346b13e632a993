//! The texts that say what the bot is: start, help, privacy; and lines that say what went wrong.

use super::text::Fill;
use super::text::fitting::shortened;
use super::{Button, Message, Press, RenderOptions, Rich, Setting};

/// Topics of help, in order; `/help TOPIC` takes these names.
pub const HELP_TOPICS: [&str; 6] = ["feeds", "digest", "quotes", "cards", "groups", "privacy"];

/// The page for whoever runs the bot.
const OPERATORS: &str = "operator";

/// The first message: what this is, one example, three ways to begin. At most 500 characters.
///
/// `digest` says when the chat's digest comes, as `08:00 Europe/Moscow`; `None` when none does.
#[must_use]
pub fn start(digest: Option<&str>, place: Place, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let (key, times_key) = match place {
        Place::Private => ("start", "start-digest"),
        Place::Group | Place::Forum => ("start-in-group", "start-digest-here"),
    };
    let digest = match digest {
        Some(times) => locale.rich(times_key, &[("digest", times.into())]),
        None => locale.rich("start-no-digest", &[]),
    };
    let bot = options.bot.clone().unwrap_or_default();
    let mut text = locale.rich(key, &[("digest", Fill::Styled(digest)), ("bot", bot.into())]);
    if place == Place::Forum {
        text = text.plain(" ").then(locale.rich("start-in-forum", &[]));
    }
    Message::new(text).row(vec![Button::press(locale.word("button-starter-sets"), &Press::StarterSets)]).row(
        vec![
            Button::press(locale.word("button-add-feed"), &Press::HowToAdd),
            Button::press(locale.word("button-digest-time"), &Press::Setting(Setting::Digest)),
        ],
    )
}

/// Who asks for help, and where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asker {
    /// In a group, where some may do less.
    pub in_group: bool,
    /// Whoever runs the bot.
    pub operates: bool,
}

/// Where the bot is greeted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// With one person, for them or for a channel of theirs.
    Private,
    /// In a group.
    Group,
    /// In a group with topics.
    Forum,
}

/// Help: the short page, or the page of a topic; an unknown topic gives the short page.
#[must_use]
pub fn help(topic: &str, asker: Asker, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let topic = topic.trim().to_lowercase();
    let known = HELP_TOPICS.contains(&topic.as_str()) || topic == OPERATORS;
    let key = if known {
        format!("help-{topic}")
    } else if asker.in_group {
        "help-in-group".to_owned()
    } else {
        "help".to_owned()
    };
    let topics = HELP_TOPICS.iter().chain(asker.operates.then_some(&OPERATORS));
    let buttons = topics.filter(|name| **name != topic);
    let buttons: Vec<Button> = buttons
        .map(|name| {
            Button::press(locale.word(&format!("help-{name}-title")), &Press::Help((*name).to_owned()))
        })
        .collect();
    let bot = options.bot.clone().unwrap_or_default();
    let mut message = Message::new(locale.rich(&key, &[("bot", bot.into())]));
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

/// Most links of one message that are listed, and numbered buttons in a row.
const MOST_LINKS: usize = 30;
const LINKS_A_ROW: usize = 5;

/// What a message of several links is answered with: each with a numbered button, and one for all. `head` is told above
/// them; links that find no room are counted.
#[must_use]
pub fn links(head: Rich, links: &[String], options: &RenderOptions) -> Message {
    let locale = options.locale;
    let listed = links.get(..links.len().min(MOST_LINKS)).unwrap_or_default();
    let lines = (1..).zip(listed).map(|(number, url)| {
        Rich::new().plain(format!("{number}. ")).link(shortened(&address(url), 60), url)
    });
    let mut parts = vec![head, Rich::join(lines, "\n")];
    let left = links.len() - listed.len();
    parts.extend((left > 0).then(|| Rich::from(locale.say("links-unlisted", &[("count", left.into())]))));
    let mut message = Message::new(Rich::join(parts, "\n\n"));
    let numbers: Vec<u32> = (1..).take(listed.len()).collect();
    for row in numbers.chunks(LINKS_A_ROW) {
        let button = |number: &u32| Button::press(number.to_string(), &Press::SummariseLink(*number));
        message = message.row(row.iter().map(button).collect());
    }
    message.row(vec![Button::press(locale.word("button-summarise-all"), &Press::SummariseAll)])
}
