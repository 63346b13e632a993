//! The JSON of one briefed article.
//!
//! Offsets are UTF-8 bytes into `text`, end exclusive.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use crate::article::{self, Article, Block, Dateline, Given};
use crate::brief::{self, Brief, Kind, Quote, Speaker, Summary};
use crate::text::Language;

/// One article as it is given: a line of a batch, or a file.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Input {
    /// Comes back with the answer.
    #[serde(default)]
    pub id: String,
    /// Address of the page.
    #[serde(default)]
    pub url: Option<String>,
    /// Headline.
    #[serde(default)]
    pub title: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<DateTime<Utc>>,
    /// The page.
    #[serde(default)]
    pub html: Option<String>,
    /// The article as plain text, when there is no page.
    #[serde(default)]
    pub text: Option<String>,
}

/// The keys of one article in the order of the contract.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a str,
    url: Option<&'a str>,
    title: Option<&'a str>,
    dek: Option<&'a str>,
    byline: Option<&'a str>,
    site: Option<&'a str>,
    language: Language,
    published: Option<String>,
    dateline: Option<&'a Dateline>,
    text: &'a str,
    blocks: &'a [Block],
    summary: &'a Summary,
    quotes: Vec<QuoteAnswer<'a>>,
    warnings: &'a [String],
}

#[derive(Debug, Serialize)]
struct QuoteAnswer<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: Kind,
    speaker: Option<SpeakerAnswer<'a>>,
    quoted_from: Option<&'a str>,
    via: Option<&'a str>,
    confidence: f64,
    rule: &'a str,
    key: Option<u32>,
}

#[derive(Debug, Serialize)]
struct SpeakerAnswer<'a> {
    name: Option<&'a str>,
    role: Option<&'a str>,
    mention: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
}

/// Briefs one article and puts it down as one line of JSON.
#[must_use]
pub fn answer(input: &Input) -> String {
    let given = Given { url: input.url.clone(), title: input.title.clone(), published: input.published };
    let article = match &input.html {
        Some(html) if input.text.is_none() => article::from_html(html, &given),
        _ => article::from_text(input.text.as_deref().unwrap_or_default(), &given),
    };
    let brief = brief::write(&article);
    line(&input.id, &article, &brief)
}

/// Puts an article and its brief down as one line of JSON.
#[must_use]
pub fn line(id: &str, article: &Article, brief: &Brief) -> String {
    let answer = Answer {
        id,
        url: article.url.as_deref(),
        title: article.title.as_deref(),
        dek: article.dek.as_deref(),
        byline: article.byline.as_deref(),
        site: article.site.as_deref(),
        language: article.language,
        published: article.published_locally().map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        dateline: article.dateline.as_ref(),
        text: &article.text,
        blocks: &article.blocks,
        summary: &brief.summary,
        quotes: brief.quotes.iter().map(quote).collect(),
        warnings: &brief.warnings,
    };
    // strings and numbers always have a form in JSON
    serde_json::to_string(&answer).unwrap_or_default()
}

fn quote(quote: &Quote) -> QuoteAnswer<'_> {
    QuoteAnswer {
        start: quote.span.start,
        end: quote.span.end,
        text: &quote.text,
        kind: quote.kind,
        speaker: quote.speaker.as_ref().map(speaker),
        quoted_from: quote.quoted_from.as_deref(),
        via: quote.via.as_deref(),
        confidence: rounded(quote.confidence),
        rule: &quote.rule,
        key: quote.key,
    }
}

fn speaker(speaker: &Speaker) -> SpeakerAnswer<'_> {
    SpeakerAnswer {
        name: speaker.name.as_deref(),
        role: speaker.role.as_deref(),
        mention: speaker.mention.as_deref(),
        start: speaker.span.map(|span| span.start),
        end: speaker.span.map(|span| span.end),
    }
}

fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
