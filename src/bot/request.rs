//! What comes in: a message, a press of a button, or a change of the chat, in no network's own words.

use serde::{Deserialize, Serialize};

use crate::store::chats::Kind;

/// One thing a person did, as it is written to the database before it is worked on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The network's number of it; its effects happen once.
    pub update_id: i64,
    /// Where.
    pub chat: Place,
    /// The forum topic.
    #[serde(default)]
    pub thread: Option<i64>,
    /// The name of that topic, where the network tells it.
    #[serde(default)]
    pub topic: Option<String>,
    /// Who.
    pub from: Person,
    /// The network's number of the message, where it can be answered to.
    #[serde(default)]
    pub message_id: Option<i64>,
    /// What.
    pub what: What,
    /// The message it answers to.
    #[serde(default)]
    pub replied: Option<Replied>,
}

/// A chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The network's number of it.
    pub id: i64,
    /// What kind it is.
    pub kind: PlaceKind,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// Whether it has topics.
    #[serde(default)]
    pub is_forum: bool,
}

/// What kind of chat it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    /// One person.
    Private,
    /// A small group.
    Group,
    /// A group that can have topics.
    Supergroup,
    /// A channel.
    Channel,
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The network's number.
    pub id: i64,
    /// Language tag of the person's own programs.
    #[serde(default)]
    pub language: Option<String>,
    /// True when the group itself speaks: an administrator who hides their name.
    #[serde(default)]
    pub as_group: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Words, a command among them, with the links that stand in them.
    Text {
        /// The words.
        text: String,
        /// http(s) addresses, in order.
        links: Vec<String>,
    },
    /// Somebody else's words, passed on: whatever they say is no command.
    Forwarded {
        /// The words.
        text: String,
        /// http(s) addresses, in order.
        links: Vec<String>,
    },
    /// A press of one of our buttons.
    Press {
        /// What the button carries.
        data: String,
        /// The message it hangs on, when it can be changed.
        message_id: Option<i64>,
        /// The network's number of the press, to be answered.
        query: String,
        /// The links of that message.
        links: Vec<String>,
        /// What that message shows now, as [`crate::view::Message::shows`] tells it; empty when that is not known.
        #[serde(default)]
        shows: String,
        /// Whether that message carries a button with these data; a press without one is forged.
        #[serde(default)]
        carried: bool,
    },
    /// A file.
    File {
        /// The network's name for it.
        id: String,
        /// Its own name.
        name: String,
        /// Its bytes.
        size: u64,
        /// What was written with it.
        caption: String,
    },
    /// A channel, chosen with our button.
    Shared {
        /// Its number.
        id: i64,
        /// Its title.
        #[serde(default)]
        title: Option<String>,
    },
    /// A mention in a chat we are no member of, with the number under which it can be answered once.
    Guest {
        /// The network's number of the question.
        query: String,
        /// The words.
        text: String,
        /// http(s) addresses, in order.
        links: Vec<String>,
    },
    /// What somebody has typed so far behind our name, in any chat.
    Inline {
        /// The network's number of the question.
        query: String,
        /// The words.
        words: String,
        /// What we gave for the next results; empty for the first.
        offset: String,
    },
    /// A thumb down on a message.
    Disliked {
        /// The message.
        message_id: i64,
    },
    /// We were added, or let in again.
    Joined,
    /// We were put out, or blocked.
    Left,
    /// The group became a supergroup with this number.
    Migrated {
        /// The new number.
        to: i64,
    },
}

/// The message a command answers to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Replied {
    /// Its words.
    pub text: String,
    /// Its links, in order.
    pub links: Vec<String>,
    /// User name of the bot that wrote it, when one did.
    #[serde(default)]
    pub by_bot: Option<String>,
}

impl Request {
    /// The message an answer is attached to: in a group, where others write in between.
    #[must_use]
    pub fn answered_to(&self) -> Option<i64> {
        self.message_id.filter(|_| !self.is_private())
    }

    /// True in a chat of one person.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.chat.kind == PlaceKind::Private
    }
}

impl From<PlaceKind> for Kind {
    fn from(kind: PlaceKind) -> Self {
        match kind {
            PlaceKind::Private => Self::Private,
            PlaceKind::Group => Self::Group,
            PlaceKind::Supergroup => Self::Supergroup,
            PlaceKind::Channel => Self::Channel,
        }
    }
}
