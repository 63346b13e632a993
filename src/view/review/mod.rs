//! A press review as a document, and as the few lines that go with it.

mod facts;
mod indices;
mod themes;

use chrono::{DateTime, Utc};

use super::document::{Block, Document, Inline};
use super::text::fitting::{marked, shortened};
use super::{Label, RenderOptions};
use crate::review::{Finding, Review, Said, Source};

/// Longest caption of a document in UTF-16 units; Telegram takes 1,024 (Bot API, sendDocument).
const CAPTION: usize = 1_000;
/// Findings told in a caption, and the longest of them in characters.
const CAPTION_FINDINGS: usize = 5;
const CAPTION_HEADLINE: usize = 110;

/// A review with what is known of its period.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PressReview {
    /// What was found.
    pub review: Review,
    /// Where the period begins.
    pub from: DateTime<Utc>,
    /// Where it ends.
    pub to: DateTime<Utc>,
    /// What it is about, if not about everything.
    pub about: Option<String>,
    /// Feeds that were read.
    pub feeds: usize,
    /// Names of those that fail.
    pub failing: Vec<String>,
    /// Names of those that answer and had nothing.
    pub silent: Vec<String>,
    /// Codes of languages articles came in that nobody reads here, with how many.
    pub unread: Vec<(String, usize)>,
    /// Articles that came on top of the most a review is made of.
    pub over: usize,
}

impl PressReview {
    /// The review as a document; `options.now` is not asked: a review looks the same whenever it is drawn.
    #[must_use]
    pub fn document(&self, options: &RenderOptions) -> Document {
        let options = RenderOptions { now: self.to, ..options.clone() };
        let sheet = Sheet { review: &self.review, options: &options };
        let mut blocks = self.head(&options);
        if self.review.articles == 0 {
            blocks.push(Block::Paragraph(options.locale.word("review-empty").into()));
        } else {
            blocks.extend(sheet.findings());
            blocks.extend(sheet.themes());
            blocks.extend(sheet.listed());
            blocks.extend(sheet.countries());
            blocks.extend(sheet.voices());
        }
        blocks.extend(self.not_covered(&options));
        blocks.extend(sheet.sources());
        Document { title: self.title(&options), language: options.locale.code(), blocks }
    }

    /// What is said with the document: the period, the findings, what was not covered, in at most 1,000 UTF-16 units.
    #[must_use]
    pub fn caption(&self, options: &RenderOptions) -> String {
        let options = RenderOptions { now: self.to, ..options.clone() };
        let mut lines = vec![format!("{} · {}", self.title(&options), self.period(&options))];
        if self.review.articles == 0 {
            lines.push(options.locale.word("review-empty"));
        }
        let findings = self.review.findings.iter().take(CAPTION_FINDINGS);
        lines.extend(findings.map(|finding| {
            format!("• {} ({})", shortened(&finding.headline, CAPTION_HEADLINE), width(finding, &options))
        }));
        lines.push(self.counts(&options));
        lines.extend(self.holes(&options));
        within(lines)
    }

    /// What the file is called, without its ending.
    #[must_use]
    pub fn file_name(&self, options: &RenderOptions) -> String {
        let day = self.to.with_timezone(&options.zone).format("%Y-%m-%d");
        format!("{}-{day}", options.locale.word("review-file"))
    }

    fn title(&self, options: &RenderOptions) -> String {
        match &self.about {
            Some(about) => {
                options.locale.say("review-title-about", &[("about", shortened(about, 80).into())])
            }
            None => options.locale.word("review-title"),
        }
    }
}

/// A review being drawn.
struct Sheet<'a> {
    review: &'a Review,
    options: &'a RenderOptions,
}

impl Sheet<'_> {
    fn word(&self, key: &str) -> String {
        self.options.locale.word(key)
    }

    fn heading(&self, key: &str) -> Block {
        Block::Heading { level: 2, story: None, text: self.word(key).into() }
    }

    fn source(&self, number: usize) -> Option<&Source> {
        self.review.sources.get(number.checked_sub(1)?)
    }

    fn findings(&self) -> Vec<Block> {
        let items: Vec<Inline> = self.review.findings.iter().map(|finding| self.finding(finding)).collect();
        if items.is_empty() { Vec::new() } else { vec![self.heading("review-findings"), Block::List(items)] }
    }

    /// `**Headline** (3 owners, 2 countries). Anna Orlo, minister: “…” [1, 2]`
    fn finding(&self, finding: &Finding) -> Inline {
        let line =
            Inline::new().strong(&finding.headline).plain(format!(" ({})", width(finding, self.options)));
        let line =
            match finding.quote.as_ref().and_then(|said| said.wordings.first().map(|first| (said, first))) {
                Some((said, first)) => line.plain(format!(" — {}: {}", self.who(said), spoken(&first.text))),
                None => line,
            };
        line.sources(&finding.sources)
    }

    /// `Anna Orlo, Foreign Minister`
    fn who(&self, said: &Said) -> String {
        let unnamed = || self.word("unnamed-source");
        match (&said.name, &said.role) {
            (Some(name), Some(role)) => format!("{name}, {role}"),
            (Some(name), None) => name.clone(),
            (None, role) => role.clone().unwrap_or_else(unnamed),
        }
    }

    /// `TASS (state-controlled, Russia)`
    fn outlet(&self, source: &Source) -> String {
        match source.label {
            Some(label) => format!("{} ({})", source.outlet, Label::from(label).long(self.options)),
            None => source.outlet.clone(),
        }
    }
}

/// Words in marks, without the comma that belongs to the sentence around them.
fn spoken(words: &str) -> String {
    marked(words.trim().trim_end_matches(',').trim_end())
}

/// `3 owners, 2 countries`
fn width(finding: &Finding, options: &RenderOptions) -> String {
    let owners = options.locale.say("count-owners", &[("count", finding.owners.into())]);
    if finding.countries < 2 {
        return owners;
    }
    let countries = options.locale.say("count-countries", &[("count", finding.countries.into())]);
    format!("{owners}, {countries}")
}

/// The lines that fit a caption; of findings that do not, the last go first.
fn within(mut lines: Vec<String>) -> String {
    loop {
        let text = lines.join("\n");
        if text.encode_utf16().count() <= CAPTION {
            return text;
        }
        match lines.iter().rposition(|line| line.starts_with('•')) {
            Some(at) => _ = lines.remove(at),
            None => return shortened(&text, CAPTION / 2),
        }
    }
}

#[cfg(test)]
mod tests;
