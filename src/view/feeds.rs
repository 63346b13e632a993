//! The list of a chat's feeds, a feed's card, and the question which of several feeds is meant.

use chrono::{DateTime, Utc};

use super::FeedDo;
use super::message::that_fits;
use super::text::fitting::shortened;
use super::{Button, Message, Mode, Press, RenderOptions, Rich, Source};
use crate::feed::secret;

/// Feeds a page of the list.
const PAGE: usize = 20;

/// Most characters of a title and of why a feed fails: the first that a message holds as it is sent.
const LENGTHS: [(usize, usize); 4] = [(60, 100), (40, 60), (30, 30), (16, 16)];

/// Most characters of an address on a feed's card.
const ADDRESS: usize = 1_000;

/// A subscription as a chat sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedLine {
    /// Id of the subscription.
    pub id: i64,
    /// The feed's title, or its host when it has none.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its outlet, for the ownership label.
    pub source: Source,
    /// When its articles are sent.
    pub mode: Mode,
    /// Whether that was chosen for it alone; else it goes by the chat's setting.
    pub own_mode: bool,
    /// Whether it is held.
    pub paused: bool,
    /// Words an article must hold, as written.
    pub filter: Option<String>,
    /// Its number in the list; 0 where it has none.
    pub number: usize,
    /// Where in a forum it goes.
    pub topic: Option<Topic>,
    /// Why it fails, in one plain line, and when it is tried next.
    pub failing: Option<(String, Option<DateTime<Utc>>)>,
    /// Why its newest article cannot be read, in one plain line.
    pub unread: Option<String>,
    /// Its newest article that could be: headline and time.
    pub newest: Option<(String, DateTime<Utc>)>,
    /// Articles kept of it.
    pub articles: usize,
}

/// A place in a forum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name; `None` for the general one and for one whose name was never told.
    pub name: Option<String>,
    /// Its number; 0 for the general one.
    pub thread: i64,
    /// Whether it is the one the feed is shown in.
    pub is_here: bool,
}

impl Topic {
    /// Its name, in words.
    #[must_use]
    pub fn told(&self, options: &RenderOptions) -> String {
        match (&self.name, self.thread) {
            (Some(name), _) => shortened(name, 40),
            (None, 0) => options.locale.word("topic-general"),
            (None, thread) => options.locale.say("topic-number", &[("number", thread.to_string().into())]),
        }
    }
}

/// One of several feeds of a site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// How many items a day it has, as far as can be told.
    pub a_day: Option<u32>,
    /// When its newest item came.
    pub newest: Option<DateTime<Utc>>,
}

/// Lists a chat's feeds, failing ones first, a page (from 0) of twenty; numbers and order go through all pages.
#[must_use]
pub fn feeds(lines: &[FeedLine], page: usize, options: &RenderOptions) -> Message {
    let locale = options.locale;
    if lines.is_empty() {
        let message = Message::new(locale.rich("feeds-none", &[]));
        return message.row(vec![Button::press(locale.word("button-starter-sets"), &Press::StarterSets)]);
    }
    let mut sorted: Vec<&FeedLine> = lines.iter().collect();
    sorted.sort_by_key(|line| line.failing.is_none());
    let failing = lines.iter().filter(|line| line.failing.is_some()).count();
    let mut text = Rich::new().bold(locale.say("count-feeds", &[("count", lines.len().into())]));
    if failing > 0 {
        text = text.plain(" · ").plain(locale.say("count-failing", &[("count", failing.into())]));
    }
    let pages = sorted.len().div_ceil(PAGE);
    let page = page.min(pages.saturating_sub(1));
    let on_page = || sorted.iter().enumerate().skip(page * PAGE).take(PAGE);
    let buttons: Vec<Button> = on_page()
        .map(|(at, line)| {
            let label = format!("{}. {}", at + 1, shortened(&line.title, 28));
            Button::press(label, &Press::Feed(line.id))
        })
        .collect();
    let text = that_fits(LENGTHS.map(|most| {
        let listed = on_page().fold(text.clone(), |text, (at, line)| {
            text.plain(format!("\n{}. ", at + 1)).then(list_line(line, most, options))
        });
        listed.plain("\n\n").plain(locale.word("feeds-hint"))
    }));
    let mut message = buttons.chunks(2).fold(Message::new(text), |message, row| message.row(row.to_vec()));
    if pages > 1 {
        let press = |page: usize| Press::Feeds(u32::try_from(page.saturating_sub(1)).unwrap_or_default());
        message = message.row(super::message::turner(page + 1, pages, locale, press));
    }
    message
}

/// One subscription with everything that can be done to it.
#[must_use]
pub fn feed_card(line: &FeedLine, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let head = Rich::new().bold(shortened(&line.title, 200)).plain("\n");
    let mut text = if secret::is_private(&line.url) {
        let shown = shortened(&secret::shown(&line.url), ADDRESS);
        head.plain(shown).plain("\n").italic(locale.word("feed-private"))
    } else {
        head.link(shortened(&line.url, ADDRESS), &line.url)
    };
    if let Some(label) = &line.source.label {
        text = text.plain("\n").italic(label.long(options));
    }
    let mode = locale.word(&format!("mode-{}", line.mode.word()));
    let key = if line.own_mode { "feed-mode-own" } else { "feed-mode" };
    text = text.plain("\n\n").then(locale.rich(key, &[("mode", mode.into())]));
    if let Some(topic) = &line.topic {
        let fills = [("topic", topic.told(options).into())];
        text = text.plain("\n").plain(locale.say("feed-topic", &fills));
    }
    if line.paused {
        text = text.plain("\n").plain(locale.word("feed-paused"));
    }
    match &line.filter {
        Some(filter) => {
            let fills = [("words", shortened(filter, 200).into())];
            text = text.plain("\n").plain(locale.say("feed-filter", &fills));
        }
        None if line.number > 0 => {
            text = text.plain("\n").then(locale.rich("feed-filter-how", &[("number", line.number.into())]));
        }
        None => {}
    }
    if let Some((reason, next)) = &line.failing {
        text = text.plain("\n").plain(failure(&shortened(reason, 100), *next, options));
    }
    if let Some(reason) = &line.unread {
        let fills = [("reason", shortened(reason, 100).into())];
        text = text.plain("\n").plain(locale.say("feed-unread", &fills));
    }
    if let Some((headline, at)) = &line.newest {
        let fills = [("headline", shortened(headline, 150).into()), ("when", options.since(*at).into())];
        text = text.plain("\n").plain(locale.say("feed-newest", &fills));
    }
    text = text.plain("\n").plain(locale.say("feed-kept", &[("count", line.articles.into())]));
    let rows = card_rows(line, options);
    rows.into_iter().fold(Message::new(text), Message::row)
}

/// Asks which of several feeds of a site is meant; `offer` is where the choice is kept.
#[must_use]
pub fn candidates(site: &str, found: &[Candidate], offer: i64, options: &RenderOptions) -> Message {
    let locale = options.locale;
    let fills = [("site", shortened(site, 80).into()), ("count", found.len().into())];
    let asked = locale.rich("candidates", &fills);
    let offered = || found.iter().enumerate().take(12);
    let text = that_fits([(100, 120), (60, 80), (30, 60)].map(|most| {
        offered().fold(asked.clone(), |text, (at, candidate)| {
            text.plain(format!("\n{}. ", at + 1)).then(candidate_lines(candidate, most, options))
        })
    }));
    let mut message = Message::default();
    for (at, candidate) in offered() {
        let label = format!("{}. {}", at + 1, shortened(&candidate.title, 40));
        let press = Press::Candidate(offer, u32::try_from(at).unwrap_or_default());
        message = message.row(vec![Button::press(label, &press)]);
    }
    Message { text, ..message }
}

/// One of several feeds: its name, of at most so many characters, how often it brings something, and its address.
fn candidate_lines(candidate: &Candidate, most: (usize, usize), options: &RenderOptions) -> Rich {
    let locale = options.locale;
    let rate = candidate.a_day.map(|count| locale.say("a-day", &[("count", count.into())]));
    let newest = candidate.newest.map(|at| locale.say("newest", &[("when", options.since(at).into())]));
    let facts = [rate, newest].into_iter().flatten();
    let text = facts.fold(Rich::new().bold(shortened(&candidate.title, most.0)), |text, fact| {
        text.plain(" · ").plain(fact)
    });
    text.plain("\n").plain(shortened(&secret::shown(&candidate.url), most.1))
}

fn list_line(line: &FeedLine, most: (usize, usize), options: &RenderOptions) -> Rich {
    let title = shortened(&line.title, most.0);
    if let Some((reason, next)) = &line.failing {
        let failure = failure(&shortened(reason, most.1), *next, options);
        return Rich::new().plain("⚠ ").bold(title).plain(" — ").plain(failure);
    }
    let mut facts = vec![options.locale.word(&format!("mode-{}", line.mode.word()))];
    if line.paused {
        facts = vec![options.locale.word("feed-paused-short")];
    }
    facts.extend(line.filter.as_ref().map(|words| format!("“{}”", shortened(words, 30))));
    let newest = |at: DateTime<Utc>| options.locale.say("newest", &[("when", options.since(at).into())]);
    facts.extend(line.newest.as_ref().map(|(_, at)| newest(*at)));
    facts.extend(line.unread.as_ref().map(|_| options.locale.word("feed-unread-short")));
    facts.extend(line.topic.as_ref().map(|topic| format!("→ {}", topic.told(options))));
    Rich::new().bold(title).plain(" · ").plain(facts.join(" · "))
}

fn failure(reason: &str, next: Option<DateTime<Utc>>, options: &RenderOptions) -> String {
    next.map_or_else(
        || reason.to_owned(),
        |next| {
            let fills = [("reason", reason.into()), ("when", options.date_time(next).into())];
            options.locale.say("failing-next", &fills)
        },
    )
}

fn card_rows(line: &FeedLine, options: &RenderOptions) -> Vec<Vec<Button>> {
    let button = |key: &str, what| Button::press(options.locale.word(key), &Press::FeedDo(what, line.id));
    let modes = Mode::ALL.map(|mode| {
        let mut button = Button::press(options.locale.word(mode.button()), &Press::FeedMode(mode, line.id));
        if mode == line.mode {
            button.label = format!("✓ {}", button.label);
        }
        button
    });
    let hold = if line.paused {
        button("button-resume", FeedDo::Resume)
    } else {
        button("button-pause", FeedDo::Pause)
    };
    let mut rows = vec![modes.to_vec()];
    if line.own_mode {
        rows.push(vec![button("button-as-chat", FeedDo::AsChat)]);
    }
    rows.push(vec![hold, button("button-last-five", FeedDo::Last)]);
    if line.failing.is_some() {
        rows.push(vec![button("button-try-now", FeedDo::Retry), button("button-look", FeedDo::Look)]);
    }
    if line.topic.as_ref().is_some_and(|topic| !topic.is_here) {
        rows.push(vec![button("button-here", FeedDo::Here)]);
    }
    let back = Button::press(options.locale.word("button-back-to-feeds"), &Press::Feeds(0));
    rows.push(vec![button("button-remove", FeedDo::Remove), back]);
    rows
}
