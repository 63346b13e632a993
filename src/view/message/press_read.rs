//! Callback data as they come back.

use super::citation_form::CitationForm;
use super::drawn_for::parted;
use super::feed_do::FeedDo;
use super::mode::Mode;
use super::press::Press;
use super::setting::Setting;
use crate::picture::Shape;

/// Buttons that carry nothing but what they do.
static PLAIN: [(&str, Press); 10] = [
    ("mu", Press::Mutes),
    ("sum", Press::Summarise),
    ("sum+", Press::SummariseAll),
    ("site", Press::FollowSite),
    ("sets", Press::StarterSets),
    ("add", Press::HowToAdd),
    ("xp", Press::ExportAll),
    ("del", Press::DeleteAll),
    ("ch+", Press::AnotherChannel),
    ("-", Press::Nothing),
];

impl Press {
    /// Reads callback data, whichever chat they are for; `None` for any that none of our buttons carries.
    #[must_use]
    pub fn read(data: &str) -> Option<Self> {
        let (_, data) = parted(data);
        let (verb, rest) = data.split_once(':').unwrap_or((data, ""));
        if let Some((_, plain)) = PLAIN.iter().find(|(word, _)| *word == data) {
            return Some(plain.clone());
        }
        Some(match verb {
            "a" => Self::Article(id(rest)?),
            "q" => pair(rest).map(|(id, page)| Self::ArticleQuotes(id, page))?,
            "p" => pair(rest).map(|(id, page)| Self::SpeakerQuotes(id, page))?,
            "st" => Self::Story(id(rest)?),
            "c" => Self::Cite(id(rest)?),
            "c=" => {
                let (form, of) = rest.split_once(':')?;
                Self::CiteAs(CitationForm::ALL.into_iter().find(|known| known.word() == form)?, id(of)?)
            }
            "m" => Self::Mute(id(rest)?),
            "dg" => pair(rest).map(|(id, page)| Self::DigestPage(id, page))?,
            "rv" => Self::Review(id(rest)?),
            "cand" => pair(rest).map(|(id, place)| Self::Candidate(id, place))?,
            "set+" => Self::StarterSet(word(rest)?),
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
            "uf" => Self::Unfollow(id(rest)?),
            "fo" => Self::FollowSpeaker(id(rest)?),
            "se" => pair(rest).map(|(id, page)| Self::Search(id, page))?,
            "dt" => {
                let (token, page) = rest.split_once(':')?;
                Self::DigestOf(word(token)?, page.parse().ok()?)
            }
            "ch" => Self::Channel(id(rest)?),
            _ => return Self::read_newer(verb, rest),
        })
    }

    /// The chat that callback data name; `None` where that is the chat the button stands in.
    #[must_use]
    pub fn chat(data: &str) -> Option<i64> {
        parted(data).0
    }

    /// The same for what came later.
    fn read_newer(verb: &str, rest: &str) -> Option<Self> {
        Some(match verb {
            "sum" => Self::SummariseLink(rest.parse().ok()?),
            "pq" => pair(rest).map(|(id, page)| Self::Pasted(id, page))?,
            "um" => Self::Unmute(id(rest)?),
            "sv" => Self::Save(id(rest)?),
            "sv=" => Self::SavedAs(word(rest)?),
            "w" => Self::Wrong(id(rest)?),
            "wq" => pair(rest).map(|(id, place)| Self::WrongQuote(id, place))?,
            "ww" => pair(rest).map(|(id, what)| Self::WrongWhat(id, what))?,
            "rp" => Self::Report(id(rest)?),
            "rf" => pair(rest).map(|(id, choice)| Self::Fix(id, choice))?,
            "qo" => pair(rest).map(|(id, place)| Self::QuotesOf(id, place))?,
            "qm" => Self::Months(id(rest)?),
            "qy" => pair(rest).map(|(id, month)| Self::QuotesOfMonth(id, month))?,
            "pa" => Self::TakeApart(id(rest)?),
            "pj" => pair(rest).map(|(id, with)| Self::JoinPeople(id, with))?,
            "pc" => Self::Pictures(id(rest)?),
            "pk" => pair(rest).map(|(id, page)| Self::PicturesOf(id, page))?,
            "pt" => match pair(rest)? {
                (id, 0) => Self::QuotePicture(id, Shape::Wide),
                (id, 1) => Self::QuotePicture(id, Shape::Tall),
                _ => return None,
            },
            _ => return None,
        })
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
