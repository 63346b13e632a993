//! What the parts of a review share: words, names and numbers as they are drawn.

use crate::review::{Finding, Review, Said, Source};
use crate::text::without_last_comma;
use crate::view::document::{Block, Inline};
use crate::view::quote::{comma_before, role_told};
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
        let words = finding.quote.as_ref().and_then(|said| said.wordings.first()).map(|first| &first.text);
        let pieces = std::iter::once(&finding.headline).chain(words).map(|words| (words.as_str(), &[][..]));
        self.with_translation(line.sources(&finding.sources), pieces, " — ")
    }

    /// The words with what a machine made of their pieces in a line of its own.
    pub(super) fn with_translation<'p>(
        &self,
        words: Inline,
        pieces: impl IntoIterator<Item = (&'p str, &'p [usize])>,
        between: &str,
    ) -> Inline {
        match self.translated(pieces, between) {
            Some(translation) => words.line_break().then(translation),
            None => words,
        }
    }

    /// What a machine made of pieces of text, each before the numbers of its sources; `None` where nothing was to be made.
    pub(super) fn translated<'p>(
        &self,
        pieces: impl IntoIterator<Item = (&'p str, &'p [usize])>,
        between: &str,
    ) -> Option<Inline> {
        let pieces = pieces.into_iter();
        let made: Vec<_> =
            pieces.filter_map(|(words, numbers)| Some((self.translations.of(words)?, numbers))).collect();
        let none = self.word("machine-translation-none");
        if made.iter().all(|(translation, _)| translation.words.is_none()) {
            return (!made.is_empty()).then(|| Inline::new().emphasis(none));
        }
        let (mut line, mut model) = (Inline::new(), None);
        for (at, (translation, numbers)) in made.iter().enumerate() {
            let before = if at > 0 { between } else { "" };
            let words = translation.words.clone().unwrap_or_else(|| format!("({none})"));
            // whose it is stands once, and again where another model goes on
            let label = model != Some(&translation.model) && translation.words.is_some();
            let words = if label { translation.line(self.options) } else { words };
            if label {
                model = Some(&translation.model);
            }
            line = line.plain(before).emphasis(words).sources(numbers);
        }
        Some(line)
    }

    /// `Anna Orlo, Foreign Minister`
    pub(super) fn who(&self, said: &Said) -> String {
        let unnamed = || self.word("unnamed-source");
        match (&said.name, &said.role) {
            (Some(name), Some(role)) => format!("{name}{}{}", comma_before(role), role_told(role, 120)),
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

/// Words in marks.
pub(super) fn spoken(words: &str) -> String {
    marked(without_last_comma(words.trim()).trim_end())
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
