//! The digest and its pages.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::quote::{CARD_QUOTE, in_marks, shortened};
use super::{Button, Look, MESSAGE_UNITS, Message, Press, Rich, Source};

/// Most units of a digest's page; the rest of a message is left for what Telegram clients add.
const PAGE_UNITS: usize = MESSAGE_UNITS;

/// Most stories a page, so that a page can be read in one go.
const PAGE_STORIES: usize = 10;

/// What a digest says.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Digest {
    /// When it is for.
    pub at: DateTime<Utc>,
    /// Where its window begins; `None` for a chat's first.
    pub since: Option<DateTime<Utc>>,
    /// The stories in order.
    pub stories: Vec<Story>,
    /// How many articles they come from.
    pub articles: usize,
    /// Feeds of the chat.
    pub feeds: usize,
    /// Of these, how many fail.
    pub failing: usize,
    /// Articles that quiet hours held back and that stand here now.
    pub held: usize,
    /// True when it is sent well after its time.
    pub late: bool,
    /// True when the model's daily tokens were used up, so that summaries are extracts.
    pub model_spent: bool,
    /// Name of the model that wrote some of the summaries.
    pub by_model: Option<String>,
}

/// A story in a digest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Story {
    /// Its headline.
    pub headline: String,
    /// Where its headline leads, if anywhere.
    pub url: Option<String>,
    /// One or two sentences.
    pub summary: String,
    /// Who said what: name and words.
    pub quote: Option<(String, String)>,
    /// Its outlets, the first to report it first.
    pub sources: Vec<Source>,
    /// True when nobody but one state-controlled owner has it.
    pub state_only: bool,
}

impl Digest {
    /// Draws the digest as texts of at most 4,096 UTF-16 units each, broken between stories: head, stories, foot.
    ///
    /// Joined with one blank line between them they are the whole.
    #[must_use]
    pub fn pages(&self, look: &Look) -> Vec<Rich> {
        let mut pages: Vec<(Rich, usize)> = vec![(self.head(look), 0)];
        let stories = self.stories.iter().enumerate();
        let parts = stories
            .map(|(at, story)| (story.text(at + 1, look), 1))
            .chain(self.foot(look).map(|foot| (foot, 0)));
        for (part, stories) in parts {
            match pages.last_mut() {
                Some((page, held))
                    if *held + stories <= PAGE_STORIES
                        && page.utf16_len() + part.utf16_len() + 2 <= PAGE_UNITS =>
                {
                    *page = std::mem::take(page).plain("\n\n").then(part);
                    *held += stories;
                }
                _ => pages.push((part, stories)),
            }
        }
        pages.into_iter().map(|(page, _)| page).collect()
    }

    fn head(&self, look: &Look) -> Rich {
        let tongue = look.tongue;
        let date = look.weekday_date_time(self.at);
        let zone = crate::digest::zone_label(look.zone);
        let title = Rich::new().bold(tongue.word("digest-title"));
        let mut facts = Vec::new();
        if let Some(since) = self.since {
            let seen = Look { now: self.at, ..look.clone() };
            facts.push(tongue.say("digest-since", &[("since", seen.since(since).into())]));
        }
        let fills = [
            ("stories", tongue.say("count-stories", &[("count", self.stories.len().into())]).into()),
            ("articles", tongue.say("count-articles-from", &[("count", self.articles.into())]).into()),
            ("feeds", self.feed_count(look).into()),
        ];
        facts.push(tongue.say("digest-facts", &fills));
        title.plain(format!(" · {date} {zone}\n")).italic(facts.join(" · "))
    }

    fn feed_count(&self, look: &Look) -> String {
        let feeds = look.tongue.say("count-feeds", &[("count", self.feeds.into())]);
        if self.failing == 0 {
            return feeds;
        }
        let failing = look.tongue.say("count-failing", &[("count", self.failing.into())]);
        format!("{feeds} ({failing})")
    }

    fn foot(&self, look: &Look) -> Option<Rich> {
        let tongue = look.tongue;
        let mut lines = Vec::new();
        if self.stories.is_empty() {
            lines.push(tongue.word("digest-nothing-new"));
        }
        if self.held > 0 {
            lines.push(tongue.say("digest-held", &[("count", self.held.into())]));
        }
        if self.late {
            lines.push(tongue.word("digest-late"));
        }
        if let Some(model) = &self.by_model {
            lines.push(tongue.say("digest-by-model", &[("model", model.as_str().into())]));
        }
        if self.model_spent {
            lines.push(tongue.word("digest-model-spent"));
        }
        (!lines.is_empty()).then(|| Rich::new().italic(lines.join("\n")))
    }
}

impl Story {
    fn text(&self, number: usize, look: &Look) -> Rich {
        let headline = format!("{number}. {}", shortened(&self.headline, 250));
        let mut lines = vec![Rich::new().bold(headline)];
        lines.extend((!self.summary.is_empty()).then(|| Rich::from(shortened(&self.summary, 600))));
        let quote = self.quote.as_ref().and_then(|(name, words)| Some((name, in_marks(words, CARD_QUOTE)?)));
        if let Some((name, words)) = quote {
            lines.push(Rich::new().bold(format!("{}:", shortened(name, 120))).plain(" ").plain(words));
        }
        if self.state_only {
            lines.push(Rich::new().italic(look.tongue.word("digest-state-only")));
        }
        lines.extend(self.source_line(look));
        Rich::join(lines, "\n")
    }

    /// `TASS (state-controlled, RU) · Reuters · AP · +2`
    fn source_line(&self, look: &Look) -> Option<Rich> {
        let named = self.sources.iter().take(3).map(|source| {
            let name = shortened(&source.name, 60);
            match &source.label {
                Some(label) => format!("{name} ({})", label.short(look)),
                None => name,
            }
        });
        let more = self.sources.len().saturating_sub(3);
        let names: Vec<String> = named.chain((more > 0).then(|| format!("+{more}"))).collect();
        let line = names.join(" · ");
        let linked =
            |url: &String| Rich::new().italic(format!("{line} · ")).link(look.tongue.word("read"), url);
        let plain = Rich::new().italic(&line);
        (!names.is_empty()).then(|| self.url.as_ref().map_or(plain, linked))
    }
}

/// Where a digest's page is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turning {
    /// In a private chat or the terminal: buttons turn the page in place.
    InPlace {
        /// Id of the stored digest.
        digest: i64,
    },
    /// In a private chat, for a digest made for another: buttons turn the page in place.
    ByToken {
        /// The digest's unguessable token.
        token: String,
    },
    /// In a group or channel: the first page, and a deep link to the whole.
    DeepLink {
        /// The digest's unguessable token.
        token: String,
    },
}

/// Puts a page (from 1) of a stored digest into a message, with what turns the pages.
#[must_use]
pub fn digest_page(pages: &[Rich], page: usize, turning: &Turning, look: &Look) -> Message {
    let page = page.clamp(1, pages.len().max(1));
    let message = Message::new(pages.get(page - 1).cloned().unwrap_or_default());
    if pages.len() < 2 {
        return message;
    }
    match (turning, &look.bot) {
        (Turning::InPlace { digest }, _) => message.row(turner(page, pages.len(), |page| {
            Press::DigestPage(*digest, u32::try_from(page).unwrap_or(1))
        })),
        (Turning::ByToken { token }, _) => message.row(turner(page, pages.len(), |page| {
            Press::DigestOf(token.clone(), u32::try_from(page).unwrap_or(1))
        })),
        (Turning::DeepLink { token }, Some(bot)) => {
            let link = format!("https://t.me/{bot}?start=dg_{token}_1");
            message.row(vec![Button::url(look.tongue.word("button-full-digest"), link)])
        }
        (Turning::DeepLink { .. }, None) => message,
    }
}

/// `◂ 2/5 ▸`
pub(super) fn turner(page: usize, pages: usize, press: impl Fn(usize) -> Press) -> Vec<Button> {
    let mut row = Vec::new();
    if page > 1 {
        row.push(Button::press("◂", &press(page - 1)));
    }
    row.push(Button::press(format!("{page}/{pages}"), &Press::Nothing));
    if page < pages {
        row.push(Button::press("▸", &press(page + 1)));
    }
    row
}
