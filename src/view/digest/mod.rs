//! The digest: the widest stories of its time told, the others as headlines.

mod correction;
mod pages;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::quote::{CARD_QUOTE, comma_before, place_at, role_told};
use super::text::fitting::{self, both_halves, in_marks, shortened};
use super::{Fill, Outlet, Press, RenderOptions, Rich};
pub use correction::Correction;
use pages::Pages;

pub use pages::{Page, Turning, digest_page};

/// Stories that are told; the others stand below them as headlines.
const TOLD: usize = 10;

/// Outlets of a story that are named.
const NAMED: usize = 3;

/// Failing feeds that are named.
const FAILING: usize = 3;

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
    /// Names of those that fail.
    pub failing: Vec<String>,
    /// Articles that quiet hours held back and that stand here now.
    pub held_back: usize,
    /// True when it is sent well after its time.
    pub late: bool,
    /// True when the model's daily tokens were used up, so that summaries are extracts.
    pub model_spent: bool,
    /// Name of the model that wrote some of the summaries.
    pub by_model: Option<String>,
    /// What was put right of earlier digests.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

/// A story in a digest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Story {
    /// Its headline.
    pub headline: String,
    /// Where its headline leads, if anywhere.
    pub url: Option<String>,
    /// What opens it in a chat with us: the story, or its only article.
    pub opens: Option<Opens>,
    /// One or two sentences.
    pub summary: String,
    /// Who said what.
    pub quote: Option<Said>,
    /// Headlines of further reports, the latest first.
    #[serde(default)]
    pub further: Vec<Further>,
    /// Its outlets, the first to report it first.
    pub outlets: Vec<Outlet>,
    /// True when nobody but one state-controlled owner has it.
    pub state_only: bool,
}

/// The headline of one more report of a story.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Further {
    /// Its headline.
    pub headline: String,
    /// Where it stands, if anywhere.
    pub url: Option<String>,
}

/// What a story's line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opens {
    /// A stored story.
    Story(i64),
    /// A stored article.
    Article(i64),
}

/// A quote in a digest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// Who said it.
    pub name: String,
    /// The speaker's role.
    pub role: Option<String>,
    /// The words.
    pub words: String,
    /// The other half of the statement, behind “he said”.
    #[serde(default)]
    pub rest: Option<String>,
    /// The outlet it stands in.
    pub outlet: String,
    /// The article it stands in.
    pub url: Option<String>,
}

impl Digest {
    /// Draws the digest as pages of at most 4,096 UTF-16 units and 95 styled pieces each, broken between stories.
    ///
    /// The first ten stories are told; of the others each has a line.
    #[must_use]
    pub fn pages(&self, options: &RenderOptions) -> Vec<Page> {
        let mut pages = Pages::begin(self.head(options));
        for correction in &self.corrections {
            pages.add("\n\n", correction.text(options), None);
        }
        for (at, story) in self.stories.iter().take(TOLD).enumerate() {
            pages.add("\n\n", story.text(at + 1, options), None);
        }
        for (at, story) in self.stories.iter().enumerate().skip(TOLD) {
            let line = story.line(at + 1, options);
            let opens = story.opens.map(|opens| ((at + 1).to_string(), opens.press().data()));
            if at == TOLD {
                let count = self.stories.len() - TOLD;
                let more = options.locale.rich("digest-more", &[("count", count.into())]);
                pages.add("\n\n", more.plain("\n").then(line), opens);
            } else {
                pages.add("\n", line, opens);
            }
        }
        if let Some(foot) = self.foot(options) {
            pages.add("\n\n", foot, None);
        }
        pages.end()
    }

    fn head(&self, options: &RenderOptions) -> Rich {
        let locale = options.locale;
        let date = options.weekday_date_time(self.at);
        let zone = crate::digest::zone_label(options.zone);
        let title = Rich::new().bold(locale.word("digest-title"));
        let mut facts = Vec::new();
        if let Some(since) = self.since {
            let seen = RenderOptions { now: self.at, ..options.clone() };
            facts.push(locale.say("digest-since", &[("since", seen.since(since).into())]));
        }
        let fills = [
            ("stories", locale.say("count-stories", &[("count", self.stories.len().into())]).into()),
            ("articles", locale.say("count-articles-from", &[("count", self.articles.into())]).into()),
            ("feeds", self.feed_count(options).into()),
        ];
        facts.push(locale.say("digest-facts", &fills));
        title.plain(format!(" · {date} {zone}\n")).italic(facts.join(" · "))
    }

    fn feed_count(&self, options: &RenderOptions) -> String {
        let feeds = options.locale.say("count-feeds", &[("count", self.feeds.into())]);
        if self.failing.is_empty() {
            return feeds;
        }
        let failing = options.locale.say("count-failing", &[("count", self.failing.len().into())]);
        format!("{feeds} ({failing})")
    }

    fn foot(&self, options: &RenderOptions) -> Option<Rich> {
        let locale = options.locale;
        let mut lines = Vec::new();
        if self.stories.is_empty() && self.corrections.is_empty() {
            lines.push(locale.rich("digest-nothing-new", &[]));
        }
        if self.held_back > 0 {
            lines.push(locale.rich("digest-held", &[("count", self.held_back.into())]));
        }
        if self.late {
            lines.push(locale.rich("digest-late", &[]));
        }
        if let Some(model) = &self.by_model {
            lines.push(locale.rich("digest-by-model", &[("model", model.as_str().into())]));
        }
        if self.model_spent {
            lines.push(locale.rich("digest-model-spent", &[]));
        }
        lines.extend(failing(&self.failing, options));
        (!lines.is_empty()).then(|| Rich::join(lines, "\n").slanted())
    }
}

/// A line that names failing feeds; `None` when there are none.
#[must_use]
pub fn failing(names: &[String], options: &RenderOptions) -> Option<Rich> {
    if names.is_empty() {
        return None;
    }
    let named: Vec<String> = names.iter().take(FAILING).map(|name| shortened(name, 40)).collect();
    let fills = [("names", named.join(", ").into()), ("more", names.len().saturating_sub(FAILING).into())];
    Some(options.locale.rich("feeds-failing", &fills))
}

impl Opens {
    /// The button that opens it.
    #[must_use]
    pub fn press(self) -> Press {
        match self {
            Self::Story(id) => Press::Story(id),
            Self::Article(id) => Press::Article(id),
        }
    }
}

impl Story {
    fn text(&self, number: usize, options: &RenderOptions) -> Rich {
        let headline = format!("{number}. {}", fitting::headline(&self.headline, 250));
        let mut lines = vec![Rich::new().bold(headline)];
        lines.extend((!self.summary.is_empty()).then(|| Rich::from(shortened(&self.summary, 600))));
        lines.extend(self.quote.as_ref().and_then(Said::text));
        lines.extend(further(&self.further, options));
        if self.state_only {
            lines.push(Rich::new().italic(options.locale.word("digest-state-only")));
        }
        lines.extend(self.outlet_line(options));
        Rich::join(lines, "\n")
    }

    /// `12. Headline · TASS · +2 · Also: Headline`, the headline a link into a chat with us, the outlet one to its report.
    fn line(&self, number: usize, options: &RenderOptions) -> Rich {
        let headline = fitting::headline(&self.headline, 140);
        let start = Rich::new().plain(format!("{number}. "));
        let inside = options.bot.as_ref().zip(self.opens.and_then(|opens| opens.press().payload()));
        let linked = match inside {
            Some((bot, payload)) => start.link(headline, &format!("https://t.me/{bot}?start={payload}")),
            None => start.plain(headline),
        };
        let first = self.outlets.first().map(|outlet| outlet.linked(40));
        let more = Some(self.outlets.len().saturating_sub(1)).filter(|more| *more > 0);
        let more = more.map(|more| Rich::new().plain(format!("+{more}")));
        let latest = further(self.further.get(..1).unwrap_or_default(), options);
        Rich::join(std::iter::once(linked).chain(first).chain(more).chain(latest), " · ")
    }

    /// `TASS (state-controlled, RU) · Reuters · AP · +2`, each name a link to its own report.
    fn outlet_line(&self, options: &RenderOptions) -> Option<Rich> {
        let named = self.outlets.iter().take(NAMED).map(|outlet| {
            let linked = outlet.linked(60);
            match &outlet.source.label {
                Some(label) => linked.italic(format!(" ({})", label.short(options))),
                None => linked,
            }
        });
        let more = self.outlets.len().saturating_sub(NAMED);
        let names: Vec<Rich> =
            named.chain((more > 0).then(|| Rich::new().italic(format!("+{more}")))).collect();
        (!names.is_empty()).then(|| Rich::join(names, " · "))
    }
}

/// `Also: Headline · Headline`, each a link to its report; `None` when there are none.
fn further(reports: &[Further], options: &RenderOptions) -> Option<Rich> {
    let linked = reports.iter().map(|report| {
        let headline = fitting::headline(&report.headline, 140);
        match &report.url {
            Some(url) => Rich::new().link(headline, url),
            None => Rich::from(headline),
        }
    });
    let headlines = Rich::join(linked, " · ");
    let fill = ("headlines", Fill::Styled(headlines));
    (!reports.is_empty()).then(|| options.locale.rich("digest-further", &[fill]))
}

impl Said {
    /// `**Name**, role: “…” (TASS)`, the outlet a link to the words; `None` when they are too long to show whole.
    fn text(&self) -> Option<Rich> {
        let rest = self.rest.as_deref().and_then(|rest| both_halves((&self.words, rest), CARD_QUOTE));
        let words = rest.or_else(|| in_marks(&self.words, CARD_QUOTE))?;
        let who = Rich::new().bold(shortened(&self.name, 120));
        let who = match &self.role {
            Some(role) => who.plain(comma_before(role)).plain(role_told(role, 120)),
            None => who,
        };
        let said = who.plain(": ").plain(words);
        if self.outlet.is_empty() {
            return Some(said);
        }
        let outlet = shortened(&self.outlet, 60);
        let linked = match &self.url {
            Some(url) => Rich::new().link(outlet, &place_at(url, &self.words)),
            None => Rich::from(outlet),
        };
        // an outlet nobody knows has its host in brackets
        if self.outlet.contains('(') {
            return Some(said.plain(" — ").then(linked));
        }
        Some(said.plain(" (").then(linked).plain(")"))
    }
}
