//! What the parts of a review share: words, names and numbers as they are drawn.

use crate::review::{Finding, Review, Said, Source};
use crate::view::document::{Block, Inline};
use crate::view::quote::role_told;
use crate::view::text::fitting::marked;
use crate::view::{Label, RenderOptions, Translations};

/// A review being drawn.
pub(super) struct Sheet<'a> {
    pub(super) review: &'a Review,
    pub(super) translations: &'a Translations,
    pub(super) options: &'a RenderOptions,
}

impl Sheet<'_> {
    pub(super) fn word(&self, key: &str) -> String {
        self.options.locale.word(key)
    }

    pub(super) fn heading(&self, key: &str) -> Block {
        Block::Heading { level: 2, story: None, text: self.word(key).into() }
    }

    pub(super) fn source(&self, number: usize) -> Option<&Source> {
        self.review.sources.get(number.checked_sub(1)?)
    }

    pub(super) fn findings(&self) -> Vec<Block> {
        let items: Vec<Inline> = self.review.findings.iter().map(|finding| self.finding(finding)).collect();
        if items.is_empty() { Vec::new() } else { vec![self.heading("review-findings"), Block::List(items)] }
    }

    /// `**Headline** (3 owners, 2 countries). Anna Orlo, minister: “…” [1, 2]`
    pub(super) fn finding(&self, finding: &Finding) -> Inline {
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
    pub(super) fn who(&self, said: &Said) -> String {
        let unnamed = || self.word("unnamed-source");
        match (&said.name, &said.role) {
            (Some(name), Some(role)) => format!("{name}, {}", role_told(role, 120)),
            (Some(name), None) => name.clone(),
            (None, role) => role.clone().unwrap_or_else(unnamed),
        }
    }

    /// `TASS (state-controlled, Russia)`
    pub(super) fn outlet(&self, source: &Source) -> String {
        match source.label {
            Some(label) => format!("{} ({})", source.outlet, Label::from(label).long(self.options)),
            None => source.outlet.clone(),
        }
    }
}

/// Words in marks, without the comma that belongs to the sentence around them.
pub(super) fn spoken(words: &str) -> String {
    marked(words.trim().trim_end_matches(',').trim_end())
}

/// `3 owners, 2 countries`
pub(super) fn width(finding: &Finding, options: &RenderOptions) -> String {
    let owners = options.locale.say("count-owners", &[("count", finding.owners.into())]);
    if finding.countries < 2 {
        return owners;
    }
    let countries = options.locale.say("count-countries", &[("count", finding.countries.into())]);
    format!("{owners}, {countries}")
}
