//! What a button sends back, written and read in one place.

use super::citation_form::CitationForm;
use super::feed_do::FeedDo;
use super::mode::Mode;
use super::setting::Setting;
use crate::picture::Shape;

/// The most a button's data may hold, in bytes (Bot API, `InlineKeyboardButton`).
pub const CALLBACK_BYTES: usize = 64;

/// A press of one of our buttons. It carries ids only: whether the presser may do it is asked when it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Shows the card of an article.
    Article(i64),
    /// Shows all quotes of an article, five a page: 0 as a new message, from 1 on that page in place.
    ArticleQuotes(i64, u32),
    /// Shows what a stored speaker said, five a page: 0 as a new message, from 1 on that page in place.
    SpeakerQuotes(i64, u32),
    /// Shows a story's other sources.
    Story(i64),
    /// Gives a line to cite an article by.
    Cite(i64),
    /// Gives it in a form that programs read.
    CiteAs(CitationForm, i64),
    /// Makes a feed digest-only in this chat.
    Mute(i64),
    /// Turns a digest to a page, from 1.
    DigestPage(i64, u32),
    /// Makes the press review of a digest's time.
    Review(i64),
    /// Summarises the link of the message the button hangs on.
    Summarise,
    /// Summarises one of the links of that message, by its number from 1.
    SummariseLink(u32),
    /// Summarises all links of that message.
    SummariseAll,
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
    /// Shows what one of several people said, by the number the question is kept under and the place in it.
    QuotesOf(i64, u32),
    /// Lists the months of a search of quotes.
    Months(i64),
    /// Shows the quotes of a month (`202602`) of a search of quotes.
    QuotesOfMonth(i64, u32),
    /// Takes a spelling from the person it was taken for.
    TakeApart(i64),
    /// Makes one person of two: the first is a spelling of the second.
    JoinPeople(i64, u32),
    /// Shows a page of a digest by its token, whichever chat it was made for: the token is the permission.
    DigestOf(String, u32),
    /// Chooses a channel of the person's to be run from the private chat; 0: none.
    Channel(i64),
    /// Asks for another channel to run.
    AnotherChannel,
    /// Shows the quotes of a text somebody sent, by the number they are kept under: a page from 0.
    Pasted(i64, u32),
    /// Lists what is muted.
    Mutes,
    /// Ends a mute.
    Unmute(i64),
    /// Saves an article, or takes it from what was saved.
    Save(i64),
    /// Gives what was saved as a file: `text`, `html` or `bibtex`.
    SavedAs(String),
    /// Says that a quote of an article is wrong.
    Wrong(i64),
    /// Names the quote, by its place in the article.
    WrongQuote(i64, u32),
    /// Says what is wrong with it: its place times ten, and which of three.
    WrongWhat(i64, u32),
    /// Opens a report of a wrong quote.
    Report(i64),
    /// Does what a report asks for: which of its choices.
    Fix(i64, u32),
    /// Asks which quote of an article is wanted as a picture.
    Pictures(i64),
    /// The same for a page of a question about quotes, by the number it is kept under.
    PicturesOf(i64, u32),
    /// Gives a stored quote as a picture.
    QuotePicture(i64, Shape),
    /// Does nothing: a label such as “2/5”.
    Nothing,
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
            Self::CiteAs(form, id) => format!("c=:{}:{id}", form.word()),
            Self::Mute(id) => format!("m:{id}"),
            Self::DigestPage(id, page) => format!("dg:{id}:{page}"),
            Self::Review(id) => format!("rv:{id}"),
            Self::Summarise => "sum".into(),
            Self::SummariseLink(number) => format!("sum:{number}"),
            Self::SummariseAll => "sum+".into(),
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
            Self::QuotesOf(id, place) => format!("qo:{id}:{place}"),
            Self::Months(id) => format!("qm:{id}"),
            Self::QuotesOfMonth(id, month) => format!("qy:{id}:{month}"),
            Self::TakeApart(id) => format!("pa:{id}"),
            Self::JoinPeople(id, with) => format!("pj:{id}:{with}"),
            Self::DigestOf(token, page) => format!("dt:{token}:{page}"),
            Self::Channel(id) => format!("ch:{id}"),
            Self::AnotherChannel => "ch+".into(),
            Self::Pasted(id, page) => format!("pq:{id}:{page}"),
            Self::Mutes => "mu".into(),
            Self::Unmute(id) => format!("um:{id}"),
            Self::Save(id) => format!("sv:{id}"),
            Self::SavedAs(form) => format!("sv=:{form}"),
            Self::Wrong(id) => format!("w:{id}"),
            Self::WrongQuote(id, place) => format!("wq:{id}:{place}"),
            Self::WrongWhat(id, what) => format!("ww:{id}:{what}"),
            Self::Report(id) => format!("rp:{id}"),
            Self::Fix(id, choice) => format!("rf:{id}:{choice}"),
            Self::Pictures(id) => format!("pc:{id}"),
            Self::PicturesOf(id, page) => format!("pk:{id}:{page}"),
            Self::QuotePicture(id, shape) => format!("pt:{id}:{}", u32::from(*shape == Shape::Tall)),
            Self::Nothing => "-".into(),
        };
        if data.len() <= CALLBACK_BYTES { data } else { "-".into() }
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

#[cfg(test)]
#[path = "press_tests.rs"]
mod tests;
