//! Who may press what: one line a kind of button, and none that is left out.

use crate::view::{FeedDo, Press};

/// Who may press a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Right {
    /// Everybody: it only shows what is public and stored, or what `/summary`, `/quotes`, `/feeds` show to all.
    Anyone,
    /// Everybody, in a private chat only.
    Private,
    /// In a group its administrators; in a private chat everybody: it changes what the chat follows or wants, or
    /// concerns all of the chat's data.
    Admins,
    /// Operators: it changes what all chats see.
    Operators,
}

/// The right a button needs.
#[must_use]
pub(crate) fn right(press: &Press) -> Right {
    match press {
        Press::Article(_)
        | Press::ArticleQuotes(..)
        | Press::SpeakerQuotes(..)
        | Press::Story(_)
        | Press::Cite(_)
        | Press::CiteAs(..)
        | Press::SavedAs(_)
        | Press::Pasted(..)
        | Press::Wrong(_)
        | Press::WrongQuote(..)
        | Press::WrongWhat(..)
        | Press::Search(..)
        | Press::QuotesOf(..)
        | Press::Months(_)
        | Press::QuotesOfMonth(..)
        | Press::DigestPage(..)
        | Press::DigestOf(..)
        | Press::Review(_)
        | Press::Pictures(_)
        | Press::PicturesOf(..)
        | Press::QuotePicture(..)
        | Press::Summarise
        | Press::SummariseLink(_)
        | Press::SummariseAll
        | Press::Help(_)
        | Press::Feed(_)
        | Press::Feeds(_)
        | Press::Nothing => Right::Anyone,
        Press::Channel(_) | Press::AnotherChannel => Right::Private,
        Press::TakeApart(_) | Press::JoinPeople(..) | Press::Report(_) | Press::Fix(..) => Right::Operators,
        Press::FeedDo(what, _) => of_feed(*what),
        Press::Mute(_)
        | Press::Mutes
        | Press::Unmute(_)
        | Press::Save(_)
        | Press::FollowSite
        | Press::Candidate(..)
        | Press::StarterSets
        | Press::StarterSet(_)
        | Press::HowToAdd
        | Press::FeedMode(..)
        | Press::Setting(_)
        | Press::Set(..)
        | Press::Settings
        | Press::ExportAll
        | Press::DeleteAll
        | Press::Unfollow(_)
        | Press::FollowSpeaker(_) => Right::Admins,
    }
}

fn of_feed(what: FeedDo) -> Right {
    match what {
        FeedDo::Last => Right::Anyone,
        FeedDo::Pause
        | FeedDo::Resume
        | FeedDo::Digest
        | FeedDo::Instant
        | FeedDo::Both
        | FeedDo::AsChat
        | FeedDo::Here
        | FeedDo::Remove
        | FeedDo::Undo
        | FeedDo::Retry
        | FeedDo::Look => Right::Admins,
    }
}
