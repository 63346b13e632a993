//! A press review as a document, and as the few lines that go with it.

mod facts;
mod indices;
mod press_review;
mod sheet;
mod themes;

pub use press_review::PressReview;

use self::sheet::{Sheet, width};
use super::RenderOptions;
use super::document::{Block, Document};
use super::message::caption_of;
use super::text::fitting::shortened;

/// Longest caption of a document in UTF-16 units; Telegram takes 1,024 (Bot API, sendDocument).
const CAPTION: usize = 1_000;
/// Findings told in a caption, and the longest of them in characters.
const CAPTION_FINDINGS: usize = 5;
const CAPTION_HEADLINE: usize = 110;

impl PressReview {
    /// The review as a document; `options.now` is not asked: a review looks the same whenever it is drawn.
    #[must_use]
    pub fn document(&self, options: &RenderOptions) -> Document {
        let options = RenderOptions { now: self.to, ..options.clone() };
        let sheet = Sheet { review: &self.review, translations: &self.translations, options: &options };
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
        blocks.extend(sheet.all_sources());
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

/// The lines that fit a caption; of findings that do not, the last go first.
fn within(mut lines: Vec<String>) -> String {
    loop {
        // with the marks that keep what pages say quiet
        let text = caption_of(lines.join("\n"));
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
