//! The JSON of one briefed article.
//!
//! Offsets are UTF-8 bytes into `text`, end exclusive.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::article::{self, Article, Given};
use crate::brief::{self, Brief, Quote, Speaker};

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

/// Briefs one article and puts it down as one line of JSON.
#[must_use]
pub fn answer(input: &Input) -> String {
    let given = Given { url: input.url.clone(), title: input.title.clone(), published: input.published };
    let article = match &input.html {
        Some(html) if input.text.is_none() => article::from_html(html, &given),
        _ => article::from_text(input.text.as_deref().unwrap_or_default(), &given),
    };
    let brief = brief::write(&article);
    object(&input.id, &article, &brief).to_string()
}

/// Puts an article and its brief into the keys and order of the contract.
#[must_use]
pub fn object(id: &str, article: &Article, brief: &Brief) -> Value {
    json!({
        "id": id,
        "url": article.url,
        "title": article.title,
        "dek": article.dek,
        "byline": article.byline,
        "site": article.site,
        "language": article.language,
        "published": article.published.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        "dateline": article.dateline,
        "text": article.text,
        "blocks": article.blocks,
        "summary": brief.summary,
        "quotes": brief.quotes.iter().map(quote).collect::<Vec<_>>(),
        "warnings": brief.warnings,
    })
}

fn quote(quote: &Quote) -> Value {
    json!({
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker.as_ref().map(speaker),
        "quoted_from": quote.quoted_from,
        "confidence": rounded(quote.confidence),
        "rule": quote.rule,
        "key": quote.key,
    })
}

fn speaker(speaker: &Speaker) -> Value {
    json!({
        "name": speaker.name,
        "role": speaker.role,
        "mention": speaker.mention,
        "start": speaker.span.map(|span| span.start),
        "end": speaker.span.map(|span| span.end),
    })
}

fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
