//! What stored articles say about a topic: points with the numbers of their sources, who said what, the sources.

use super::quote::{CARD_QUOTE, heading};
use super::text::fitting::{self, in_marks, shortened};
use super::{MESSAGE_UNITS, Message, RenderOptions, Rich, Source};
use crate::brief::Quote;
use crate::digest::topic::Point;

/// Longest sentence in characters.
const LONGEST: usize = 400;

/// Everything the answer to a topic shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Topic {
    /// What was asked about.
    pub words: String,
    /// Articles found.
    pub count: i64,
    /// Whether there are more than that.
    pub more: bool,
    /// From when on, where that was asked for.
    pub since: Option<chrono::DateTime<chrono::Utc>>,
    /// What several owners' outlets say.
    pub agreed: Vec<Point>,
    /// What one owner's outlets say.
    pub single: Vec<Point>,
    /// Quotes with the numbers of the sources that have them.
    pub said: Vec<(Quote, Vec<usize>)>,
    /// The sources.
    pub sources: Vec<Numbered>,
    /// True when all sources belong to one owner.
    pub one_owner: bool,
    /// Name of the model that wrote the points; `None` for sentences of the articles.
    pub by_model: Option<String>,
}

/// A source with its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbered {
    /// Its number.
    pub number: usize,
    /// The outlet.
    pub source: Source,
    /// Headline of its article.
    pub headline: String,
    /// Address of its article.
    pub url: Option<String>,
    /// When it was published.
    pub at: Option<chrono::DateTime<chrono::Utc>>,
}

impl Topic {
    /// Draws the answer within the limit of one message; quotes are left out first, then points of one source.
    #[must_use]
    pub fn message(&self, options: &RenderOptions) -> Message {
        let mut topic = self.clone();
        loop {
            let text = topic.text(options);
            let over = text.utf16_len() > MESSAGE_UNITS;
            if !over || !topic.shrink() {
                return Message::new(if over { topic.sources(options) } else { text });
            }
        }
    }

    fn shrink(&mut self) -> bool {
        [&mut self.single, &mut self.agreed].into_iter().fold(self.said.pop().is_some(), |done, points| {
            done || (points.len() > 1 && points.pop().is_some())
        })
    }

    fn text(&self, options: &RenderOptions) -> Rich {
        let locale = options.locale;
        let period = match self.since {
            Some(since) => locale.say("topic-since", &[("since", options.day(since).into())]),
            None => locale.word("topic-hours"),
        };
        let fills =
            [("words", self.words.as_str().into()), ("count", self.count.into()), ("period", period.into())];
        let key = if self.more { "topic-head-more" } else { "topic-head" };
        let parts = [
            locale.rich(key, &fills),
            part(locale.rich("topic-agreed", &[]), self.agreed.iter().map(point)),
            part(locale.rich("topic-single", &[]), self.single.iter().map(point)),
            part(locale.rich("topic-said", &[]), quotes(&self.said, options).into_iter()),
            self.sources(options),
            self.foot(options),
        ];
        Rich::join(parts.into_iter().filter(|part| !part.is_empty()), "\n\n")
    }

    fn sources(&self, options: &RenderOptions) -> Rich {
        let line = |source: &Numbered| {
            let label = source.source.label.as_ref().map(|label| format!(" ({})", label.short(options)));
            let at = source.at.map(|at| format!(", {}", options.date_time(at)));
            let name = shortened(&source.source.name, 60);
            let head = format!(
                "[{}] {name}{}{}: ",
                source.number,
                label.unwrap_or_default(),
                at.unwrap_or_default()
            );
            let headline = fitting::headline(&source.headline, 120);
            match &source.url {
                Some(url) => Rich::new().plain(head).link(headline, url),
                None => Rich::new().plain(head).plain(headline),
            }
        };
        part(options.locale.rich("topic-sources", &[]), self.sources.iter().map(line))
    }

    fn foot(&self, options: &RenderOptions) -> Rich {
        let locale = options.locale;
        let mut lines = Vec::new();
        if self.one_owner && self.sources.len() > 1 {
            lines.push(locale.word("topic-one-owner"));
        }
        lines.push(match &self.by_model {
            Some(model) => locale.say("topic-by-model", &[("model", model.as_str().into())]),
            None => locale.word("topic-by-extract"),
        });
        Rich::new().italic(lines.join(" "))
    }
}

/// A heading and its lines; nothing without lines.
fn part(heading: Rich, lines: impl Iterator<Item = Rich>) -> Rich {
    let lines: Vec<Rich> = lines.collect();
    if lines.is_empty() { Rich::new() } else { Rich::join(std::iter::once(heading).chain(lines), "\n") }
}

fn point(point: &Point) -> Rich {
    Rich::new().plain("• ").plain(shortened(&point.text, LONGEST)).plain(numbers(&point.reports))
}

/// A line a speaker: name and role once, then the words with their sources.
fn quotes(said: &[(Quote, Vec<usize>)], options: &RenderOptions) -> Vec<Rich> {
    let mut lines: Vec<(Rich, Rich)> = Vec::new();
    for (quote, reports) in said {
        let Some(words) = in_marks(&quote.text, CARD_QUOTE) else { continue };
        let (who, words) = (heading(quote, options), Rich::new().plain(words).plain(numbers(reports)));
        match lines.last_mut() {
            Some((known, line)) if *known == who => *line = std::mem::take(line).plain(" · ").then(words),
            _ => lines.push((who, words)),
        }
    }
    lines.into_iter().map(|(who, words)| who.plain(": ").then(words)).collect()
}

/// ` [1, 3]`
fn numbers(reports: &[usize]) -> String {
    let numbers: Vec<String> = reports.iter().map(ToString::to_string).collect();
    format!(" [{}]", numbers.join(", "))
}
