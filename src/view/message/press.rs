//! What a button sends back, written and read in one place.

use super::mode::Mode;
use super::setting::Setting;

/// The most a button's data may hold, in bytes (Bot API, `InlineKeyboardButton`).
pub const CALLBACK_BYTES: usize = 64;

/// A press of one of our buttons. It carries ids only: whether the presser may do it is asked when it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Shows the card of an article.
    Article(i64),
    /// Shows all quotes of an article, three a page: 0 as a new message, from 1 on that page in place.
    ArticleQuotes(i64, u32),
    /// Shows what a stored speaker said, three a page: 0 as a new message, from 1 on that page in place.
    SpeakerQuotes(i64, u32),
    /// Shows a story's other sources.
    Story(i64),
    /// Gives a line to cite an article by.
    Cite(i64),
    /// Makes a feed digest-only in this chat.
    Mute(i64),
    /// Turns a digest to a page, from 1.
    DigestPage(i64, u32),
    /// Makes the press review of a digest's time.
    Review(i64),
    /// Summarises the link of the message the button hangs on.
    Summarise,
    /// Follows the site of the link of the message the button hangs on.
    FollowSite,
    /// Adds the feed chosen among several of a site, by its place in the question.
    Candidate(i64, u32),
    /// Lists the starter sets.
    StarterSets,
    /// Follows a starter set, by its name.
    StarterSet(String),
    /// Tells how to add a feed.
    HowToAdd,
    /// Opens a page of help.
    Help(String),
    /// Opens a subscription's card.
    Feed(i64),
    /// Lists the subscriptions, a page from 0.
    Feeds(u32),
    /// Does something to a subscription.
    FeedDo(FeedDo, i64),
    /// Sets when a subscription's articles are sent, on its own card.
    FeedMode(Mode, i64),
    /// Opens a row of the settings.
    Setting(Setting),
    /// Sets a setting: its name and the value as `/settings` reads it.
    Set(Setting, String),
    /// Shows the settings.
    Settings,
    /// Sends this chat all that is stored about it.
    ExportAll,
    /// Deletes all that is stored about this chat.
    DeleteAll,
    /// Stops following what is followed under this id.
    Unfollow(i64),
    /// Follows a stored speaker.
    FollowSpeaker(i64),
    /// Shows a page of a search, by the number it is kept under.
    Search(i64, u32),
    /// Shows a page of a digest by its token, whichever chat it was made for: the token is the permission.
    DigestOf(String, u32),
    /// Chooses a channel of the person's to be run from the private chat; 0: none.
    Channel(i64),
    /// Asks for another channel to run.
    AnotherChannel,
    /// Does nothing: a label such as “2/5”.
    Nothing,
}

/// What can be done to a subscription by a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedDo {
    /// Holds everything.
    Pause,
    /// Goes on.
    Resume,
    /// Only in the digest.
    Digest,
    /// At once.
    Instant,
    /// At once and in the digest.
    Both,
    /// As the chat's setting says.
    AsChat,
    /// To the forum topic it is pressed in.
    Here,
    /// Removes it.
    Remove,
    /// Takes a removal back.
    Undo,
    /// Shows its five newest articles.
    Last,
    /// Polls it now.
    Retry,
    /// Looks for a new address on its site.
    Look,
}

impl FeedDo {
    /// Everything that can be done.
    pub const ALL: [Self; 12] = [
        Self::Pause,
        Self::Resume,
        Self::Digest,
        Self::Instant,
        Self::Both,
        Self::AsChat,
        Self::Here,
        Self::Remove,
        Self::Undo,
        Self::Last,
        Self::Retry,
        Self::Look,
    ];

    /// The letter for it in callback data.
    fn letter(self) -> &'static str {
        match self {
            Self::Pause => "p",
            Self::Resume => "r",
            Self::Digest => "d",
            Self::Instant => "i",
            Self::Both => "b",
            Self::AsChat => "c",
            Self::Here => "h",
            Self::Remove => "x",
            Self::Undo => "u",
            Self::Last => "l",
            Self::Retry => "t",
            Self::Look => "k",
        }
    }
}

impl Press {
    /// Writes the callback data, at most 64 bytes; a value that would not fit gives the data of [`Press::Nothing`].
    #[must_use]
    pub fn data(&self) -> String {
        let data = match self {
            Self::Article(id) => format!("a:{id}"),
            Self::ArticleQuotes(id, page) => format!("q:{id}:{page}"),
            Self::SpeakerQuotes(id, page) => format!("p:{id}:{page}"),
            Self::Story(id) => format!("st:{id}"),
            Self::Cite(id) => format!("c:{id}"),
            Self::Mute(id) => format!("m:{id}"),
            Self::DigestPage(id, page) => format!("dg:{id}:{page}"),
            Self::Review(id) => format!("rv:{id}"),
            Self::Summarise => "sum".into(),
            Self::FollowSite => "site".into(),
            Self::Candidate(id, place) => format!("cand:{id}:{place}"),
            Self::StarterSets => "sets".into(),
            Self::StarterSet(name) => format!("set+:{name}"),
            Self::HowToAdd => "add".into(),
            Self::Help(topic) => format!("h:{topic}"),
            Self::Feed(id) => format!("f:{id}"),
            Self::Feeds(page) => format!("fs:{page}"),
            Self::FeedDo(what, id) => format!("fd:{}:{id}", what.letter()),
            Self::FeedMode(mode, id) => format!("fm:{}:{id}", mode.word()),
            Self::Setting(name) => format!("s:{}", name.word()),
            Self::Set(name, value) => format!("s=:{}:{value}", name.word()),
            Self::Settings => "s".into(),
            Self::ExportAll => "xp".into(),
            Self::DeleteAll => "del".into(),
            Self::Unfollow(id) => format!("uf:{id}"),
            Self::FollowSpeaker(id) => format!("fo:{id}"),
            Self::Search(id, page) => format!("se:{id}:{page}"),
            Self::DigestOf(token, page) => format!("dt:{token}:{page}"),
            Self::Channel(id) => format!("ch:{id}"),
            Self::AnotherChannel => "ch+".into(),
            Self::Nothing => "-".into(),
        };
        if data.len() <= CALLBACK_BYTES { data } else { "-".into() }
    }

    /// Reads callback data; `None` for any that none of our buttons carries.
    #[must_use]
    pub fn read(data: &str) -> Option<Self> {
        let (verb, rest) = data.split_once(':').unwrap_or((data, ""));
        Some(match verb {
            "a" => Self::Article(id(rest)?),
            "q" => pair(rest).map(|(id, page)| Self::ArticleQuotes(id, page))?,
            "p" => pair(rest).map(|(id, page)| Self::SpeakerQuotes(id, page))?,
            "st" => Self::Story(id(rest)?),
            "c" => Self::Cite(id(rest)?),
            "m" => Self::Mute(id(rest)?),
            "dg" => pair(rest).map(|(id, page)| Self::DigestPage(id, page))?,
            "rv" => Self::Review(id(rest)?),
            "sum" => Self::Summarise,
            "site" => Self::FollowSite,
            "cand" => pair(rest).map(|(id, place)| Self::Candidate(id, place))?,
            "sets" => Self::StarterSets,
            "set+" => Self::StarterSet(word(rest)?),
            "add" => Self::HowToAdd,
            "h" => Self::Help(rest.to_owned()),
            "f" => Self::Feed(id(rest)?),
            "fs" => Self::Feeds(rest.parse().ok()?),
            "fd" => {
                let (what, of) = rest.split_once(':')?;
                Self::FeedDo(FeedDo::ALL.into_iter().find(|known| known.letter() == what)?, id(of)?)
            }
            "fm" => {
                let (mode, of) = rest.split_once(':')?;
                Self::FeedMode(Mode::read(mode)?, id(of)?)
            }
            "s" if rest.is_empty() => Self::Settings,
            "s" => Self::Setting(Setting::read(rest)?),
            "s=" => {
                let (name, value) = rest.split_once(':')?;
                Self::Set(Setting::read(name)?, value.to_owned())
            }
            "xp" => Self::ExportAll,
            "del" => Self::DeleteAll,
            "uf" => Self::Unfollow(id(rest)?),
            "fo" => Self::FollowSpeaker(id(rest)?),
            "se" => pair(rest).map(|(id, page)| Self::Search(id, page))?,
            "dt" => {
                let (token, page) = rest.split_once(':')?;
                Self::DigestOf(word(token)?, page.parse().ok()?)
            }
            "ch" => Self::Channel(id(rest)?),
            "ch+" => Self::AnotherChannel,
            "-" => Self::Nothing,
            _ => return None,
        })
    }
}

impl Press {
    /// The deep link payload that shows the same (CHAT.md, `/start`); `None` for what does not only show.
    #[must_use]
    pub fn payload(&self) -> Option<String> {
        match self {
            Self::Article(id) | Self::ArticleQuotes(id, _) => Some(format!("a_{id}")),
            Self::SpeakerQuotes(id, _) => Some(format!("q_{id}")),
            Self::Story(id) => Some(format!("st_{id}")),
            Self::DigestOf(token, page) => Some(format!("dg_{token}_{page}")),
            _ => None,
        }
    }

    /// The subscription it is about.
    #[must_use]
    pub fn subscription(&self) -> Option<i64> {
        match self {
            Self::Feed(id) | Self::FeedDo(_, id) | Self::FeedMode(_, id) | Self::Mute(id) => Some(*id),
            _ => None,
        }
    }
}

fn id(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn word(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn pair(text: &str) -> Option<(i64, u32)> {
    let (first, second) = text.split_once(':')?;
    Some((id(first)?, second.parse().ok()?))
}

#[cfg(test)]
#[path = "press_tests.rs"]
mod tests;
