//! Lists of articles and of quotes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::message::{that_fits, turner};
use super::quote::{LISTED_QUOTES, heading, is_one_heading, other_words};
use super::text::fitting::{self, fitted, in_marks, marked, shortened};
use super::{Button, MESSAGE_UNITS, Message, Press, RenderOptions, Rich, Source};
use crate::brief::{Kind, Quote};

/// Lines of one list message; Telegram takes at most 100 entities and about 100 buttons.
const LINES: usize = 50;

/// Lines with a button each; beyond, the headline itself is a link, where there are links.
const WITH_BUTTONS: usize = 10;

/// Fewest letters of a headline in a list.
const HEADLINE: usize = 20;

/// Longest name of an outlet that a list shows whole.
const LISTED_NAME: usize = 44;

/// Quotes a page (CHAT.md).
pub const QUOTES_A_PAGE: usize = 5;

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListLine {
    /// Id of the stored article.
    pub article: i64,
    /// Its headline.
    pub headline: String,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// Its outlet's name; shown where a list mixes outlets.
    pub source: Option<String>,
    /// How many reports of the same story this line stands for, too.
    #[serde(default)]
    pub others: usize,
}

/// A stored quote in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidLine {
    /// The quote.
    pub quote: Quote,
    /// Id of the article it stands in.
    pub article: i64,
    /// That article's headline.
    pub headline: String,
    /// Its outlet.
    pub source: Source,
    /// How many other articles have the same words.
    pub others: usize,
    /// When it was said, as far as the article tells.
    pub at: Option<DateTime<Utc>>,
    /// Address of the article.
    pub url: Option<String>,
}

/// Lists many new articles of one feed: one message up to 50 lines, more messages beyond.
#[must_use]
pub fn list(feed: &str, lines: &[ListLine], options: &RenderOptions) -> Vec<Message> {
    let fills = [("feed", fitting::headline(feed, 120).into()), ("count", lines.len().into())];
    let head = options.locale.rich("list-head", &fills);
    let none = Rich::new();
    let messages = lines.chunks(LINES).enumerate();
    messages
        .map(|(at, lines)| numbered(if at == 0 { &head } else { &none }, lines, at * LINES, options))
        .collect()
}

/// Lists articles under a heading, with a numbered button each, in one message.
#[must_use]
pub fn articles(heading: &Rich, lines: &[ListLine], options: &RenderOptions) -> Message {
    numbered(heading, lines.get(..lines.len().min(LINES)).unwrap_or_default(), 0, options)
}

/// Shows a page (from 0) of quotes under a heading; `total` counts all of them.
#[must_use]
pub fn quotes(
    heading_text: Rich,
    lines: &[SaidLine],
    page: usize,
    total: usize,
    options: &RenderOptions,
    press: impl Fn(u32) -> Press,
) -> Message {
    let drawn = |longest: usize| under(heading_text.clone(), lines, longest, options);
    let fits = |text: &Rich| text.utf16_len() <= MESSAGE_UNITS;
    let text = LISTED_QUOTES.into_iter().map(drawn).find(fits);
    let text = text.unwrap_or(heading_text);
    let pages = total.div_ceil(QUOTES_A_PAGE);
    let message = Message::new(text);
    if pages < 2 {
        return message;
    }
    message.row(turner(page + 1, pages, options.locale, |page| {
        press(u32::try_from(page.saturating_sub(1)).unwrap_or_default())
    }))
}

/// A page of quotes, each of at most `longest` characters, whoever said several named once.
fn under(heading_text: Rich, lines: &[SaidLine], longest: usize, options: &RenderOptions) -> Rich {
    let mut text = heading_text;
    let mut before: Option<Rich> = None;
    let page = lines.get(..lines.len().min(QUOTES_A_PAGE)).unwrap_or_default();
    for (at, line) in page.iter().enumerate() {
        let heading = heading(&line.quote, options);
        let repeated = before.as_ref().is_some_and(|before| is_one_heading(before, &heading));
        let gap = if text.is_empty() { "" } else { "\n\n" };
        text = text.plain(if repeated { "\n" } else { gap });
        if !repeated {
            text = text.then(heading.clone()).plain("\n");
        }
        // of several quotes in a row the article is told once, below the last
        let goes_on = page.get(at + 1).is_some_and(|next| {
            let alike = (next.article, next.others, next.at) == (line.article, line.others, line.at);
            alike && line.url.is_some() && is_one_heading(&self::heading(&next.quote, options), &heading)
        });
        text = text.then(if goes_on { block(line, longest, options) } else { said(line, longest, options) });
        before = Some(heading);
    }
    text
}

/// A quote alone, in a block.
fn block(line: &SaidLine, longest: usize, options: &RenderOptions) -> Rich {
    let words = in_marks(&line.quote.text, longest).unwrap_or_else(|| {
        format!("{} …", marked(shortened(&line.quote.text, longest).trim_end_matches('…')))
    });
    let before = if line.quote.kind == Kind::Mixed { "… " } else { "" };
    let mut block = Rich::new().plain(before).plain(&words);
    if let Some(mention) = line.quote.speaker.as_ref().and_then(other_words) {
        let words = shortened(mention, 120);
        block = block.plain(" ").plain(options.locale.say("in-the-text", &[("words", words.into())]));
    }
    Rich::new().quotation(block, words.chars().count() > 300)
}

/// A quote with where it stands.
fn said(line: &SaidLine, longest: usize, options: &RenderOptions) -> Rich {
    let at = line.at.map(|at| options.date_time(at));
    let name = Some(shortened(&line.source.name, 60)).filter(|name| !name.is_empty());
    let others =
        Some(options.locale.say("said-others", &[("count", line.others.into())])).filter(|_| line.others > 0);
    let words = [name, others].into_iter().flatten().map(|part| Rich::new().italic(part));
    let name = Some(Rich::join_italic(words, " ")).filter(|name| !name.is_empty());
    let facts = [name, at.map(|at| Rich::new().italic(at))].into_iter().flatten();
    let facts = Rich::join_italic(facts, " · ");
    let headline = fitting::headline(&line.headline, 100);
    let text = block(line, longest, options);
    if facts.is_empty() && headline.is_empty() {
        return text;
    }
    let text = text.plain("\n");
    let text = if facts.is_empty() { text } else { text.then(facts).plain(" · ") };
    line.url.as_ref().map_or_else(|| text.clone().plain(&headline), |url| text.clone().link(&headline, url))
}

/// An outlet's name as a list shows it: whole, or where there is no room for that, of `Herald (herald.example)` the host,
/// which tells one outlet from another of that name.
fn listed_names(name: &str) -> Vec<String> {
    let host = name.rsplit_once(" (").and_then(|(_, host)| host.strip_suffix(')')).unwrap_or(name);
    let whole = (name.chars().count() <= LISTED_NAME).then(|| name.to_owned());
    whole.into_iter().chain([shortened(host, 24)]).collect()
}

fn numbered(head: &Rich, lines: &[ListLine], first: usize, options: &RenderOptions) -> Message {
    let room = MESSAGE_UNITS.saturating_sub(head.utf16_len() + 40);
    let each = room / lines.len().max(1);
    // the marks that keep foreign words quiet are counted when they are there
    let shorter = [each, each * 3 / 4, each / 2, each / 4];
    let text = that_fits(shorter.map(|each| numbered_lines(head.clone(), lines, (first, each), options)));
    let count = if options.bot.is_some() { WITH_BUTTONS.saturating_sub(first) } else { lines.len() };
    let buttons = lines.iter().enumerate().take(count).map(|(at, line)| {
        let label = format!("{}. {}", first + at + 1, shortened(&line.headline, 30));
        Button::press(label, &Press::Article(line.article))
    });
    let buttons: Vec<Button> = buttons.collect();
    buttons.chunks(2).fold(Message::new(text), |message, row| message.row(row.to_vec()))
}

/// Numbered lines below a heading, of about so many units each.
fn numbered_lines(
    head: Rich,
    lines: &[ListLine],
    (first, each): (usize, usize),
    options: &RenderOptions,
) -> Rich {
    let mut text = head;
    for (at, line) in lines.iter().enumerate() {
        let number = first + at + 1;
        let when = line.published.map(|at| format!(" · {}", options.since(at))).unwrap_or_default();
        let others = if line.others > 0 { format!(" +{}", line.others) } else { String::new() };
        let sources = line.source.as_deref().map(listed_names).unwrap_or_default();
        let tails = sources.iter().map(|name| format!(" · {name}{others}{when}")).chain([when.clone()]);
        let mut fitting = tails.filter(|tail| each >= tail.encode_utf16().count() + HEADLINE + 8);
        let tail = fitting.next().unwrap_or_default();
        let most = each.saturating_sub(tail.encode_utf16().count() + 8).clamp(HEADLINE, 160);
        let headline = fitted(&fitting::headline(&line.headline, most), most);
        let break_before = if text.is_empty() { "" } else { "\n" };
        text = text.plain(format!("{break_before}{number}. "));
        text = match &options.bot {
            Some(bot) => text.link(headline, &format!("https://t.me/{bot}?start=a_{}", line.article)),
            None => text.plain(headline),
        };
        text = text.italic(tail);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::listed_names;

    #[test]
    fn an_outlet_is_named_whole_or_by_its_host() {
        let of = |name: &str| listed_names(name).join(" | ");
        assert_eq!(of("Harbour Herald (herald.example)"), "Harbour Herald (herald.example) | herald.example");
        assert_eq!(
            of("The Evening Harbour Herald and Post (evening-herald.example)"),
            "evening-herald.example"
        );
        assert_eq!(of("Herald"), "Herald | Herald");
    }
}
