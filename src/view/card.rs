//! The article card.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::key_quotes::{Parts, Shown, key_quotes, quote_blocks, quotes_of};
use super::quote::{Translations, has_picture, place_in_page};
use super::source::{also, read_at};
use super::text::fitting::{self, shortened};
use super::told::untold;
use super::{Button, MESSAGE_UNITS, Message, Outlet, Press, RenderOptions, Rich, Source};
use crate::article::{Article, Standing};
use crate::brief::{Brief, Method, Quote, Summary, halves};
use crate::text::join_sentences;

/// Everything a card shows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Card {
    /// Id of the stored article; without one there are no buttons.
    pub article: Option<i64>,
    /// Id of the subscription it came by.
    pub subscription: Option<i64>,
    /// Id of the story it belongs to and how many other sources report it.
    pub story: Option<(i64, u32)>,
    /// Headline.
    pub headline: Option<String>,
    /// The outlet.
    pub source: Source,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// When our message was last changed, for an edited article.
    pub updated: Option<DateTime<Utc>>,
    /// When an operator last put a quote right.
    #[serde(default)]
    pub corrected: Option<DateTime<Utc>>,
    /// Outlets whose reports of the same story this card stands for, too, each once.
    #[serde(default)]
    pub also: Vec<Outlet>,
    /// Address of the page.
    pub url: Option<String>,
    /// The summary.
    pub summary: Summary,
    /// The quotes that match the article, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Where those of them begin that are one statement in two halves.
    #[serde(default)]
    pub halves: Vec<(usize, usize)>,
    /// Checked translations of quotes by the summary's model, by the first byte of the quote.
    pub translations: Vec<(usize, String)>,
    /// What a model that needs no network made of quotes.
    pub offline: Translations,
    /// Id of the stored speaker of the best quote.
    pub speaker: Option<i64>,
    /// How many quotes were found, matching or not.
    pub found: usize,
    /// Whether the page is a whole article.
    pub standing: Standing,
    /// True when the text is the feed's, not the page's.
    pub text_from_feed: bool,
    /// True when the text was not read to its end.
    #[serde(default)]
    pub in_part: bool,
    /// True when the text could not be seen on the page: it stands in its data.
    #[serde(default)]
    pub unshown: bool,
}

impl Card {
    /// Makes the card of a briefed article; quotes whose words do not stand in the text at their place are left out.
    #[must_use]
    pub fn of(article: &Article, brief: &Brief, source: Source) -> Self {
        let stands = |quote: &&Quote| verbatim(quote, &article.text);
        Self {
            headline: article.title.clone(),
            source,
            published: article.published,
            url: article.url.clone(),
            summary: brief.summary.clone(),
            quotes: brief.quotes.iter().filter(stands).cloned().collect(),
            halves: halves(&brief.quotes, &article.text)
                .map(|(first, next)| (first.span.start, next.span.start))
                .collect(),
            found: brief.quotes.len(),
            standing: article.standing,
            in_part: brief.is_in_part(),
            unshown: brief.is_unshown(),
            ..Self::default()
        }
    }

    /// Draws the card with its buttons, within the limit of one message.
    #[must_use]
    pub fn message(&self, options: &RenderOptions) -> Message {
        let text = (0..=options.quotes)
            .rev()
            .map(|most| self.text(options, most))
            .find(|text| text.utf16_len() <= MESSAGE_UNITS)
            .unwrap_or_default();
        self.keyboard(options).into_iter().fold(Message::new(text), Message::row)
    }

    fn text(&self, options: &RenderOptions, most: usize) -> Rich {
        let shown = key_quotes(&self.key_parts(), most);
        let mut parts = vec![self.head(options)];
        let quotes = quotes_of(&shown);
        let sentences = shortened(&join_sentences(untold(&self.summary.sentences, &quotes)), 1_200);
        parts.extend((!sentences.is_empty()).then(|| Rich::from(sentences)));
        if !shown.is_empty() {
            let translated = |line, quote: &Quote| self.with_translation(line, quote, options);
            parts.push(quote_blocks(&shown, options, &translated));
        }
        let parts = Rich::join(parts, "\n\n");
        let gap = if shown.is_empty() { "\n\n" } else { "\n" };
        Rich::join([parts, self.foot(&shown, options)], gap)
    }

    fn head(&self, options: &RenderOptions) -> Rich {
        let headline = self.headline.clone().unwrap_or_else(|| options.locale.word("no-headline"));
        let label = self.source.label.as_ref().map(|label| label.long(options));
        let updated =
            self.updated.map(|at| options.locale.say("updated", &[("time", options.time(at).into())]));
        let corrected =
            self.corrected.map(|at| options.locale.say("corrected", &[("time", options.time(at).into())]));
        let name = Some(shortened(&self.source.name, 80));
        let when = self.published.map(|at| options.date_time(at));
        let italic = |parts: Vec<Option<String>>| {
            let told = parts.into_iter().flatten().filter(|part| !part.is_empty());
            told.map(|part| Rich::new().italic(part)).collect::<Vec<_>>()
        };
        let mut line = italic(vec![name, label, when]);
        line.extend(also(&self.also, options));
        line.extend(italic(vec![updated, corrected]));
        let head = Rich::new().bold(fitting::headline(&headline, 300));
        if line.is_empty() { head } else { head.plain("\n").then(Rich::join_italic(line, " · ")) }
    }

    fn foot(&self, shown: &[Shown<'_>], options: &RenderOptions) -> Rich {
        let locale = options.locale;
        let quotes = quotes_of(shown);
        let mut facts = Vec::new();
        facts.extend(self.quotes_shown(quotes.len(), options));
        let model = self.summary.model.clone().unwrap_or_default();
        facts.push(match self.summary.method {
            Method::Feed if self.standing == Standing::Paywall => locale.word("evidence-feed-paywall"),
            Method::Feed => locale.word("evidence-feed"),
            _ if self.summary.sentences.is_empty() => locale.word("evidence-none"),
            _ if untold(&self.summary.sentences, &quotes).is_empty() => locale.word("evidence-in-quotes"),
            Method::Extractive => locale.word("evidence-extractive"),
            Method::Llm => locale.say("evidence-model", &[("model", model.into())]),
            Method::Translated => locale.say("evidence-translated", &[("model", model.into())]),
        });
        let is_told_by_feed = self.summary.method == Method::Feed;
        let notes = [
            (self.text_from_feed && !is_told_by_feed, "evidence-text-from-feed"),
            (self.unshown, "evidence-unshown"),
            (self.standing == Standing::Paywall && !is_told_by_feed, "evidence-paywall"),
            (self.in_part, "evidence-in-part"),
        ];
        facts.extend(notes.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| locale.word(key)));
        let line = Rich::from(with_capital(&facts.join(" · ")));
        let Some(url) = &self.url else { return line };
        let place = place_in_page(url, shown.first().map(|one| one.quote));
        line.plain("\n").then(read_at(url, &place, &self.source, options))
    }

    /// `3 quotes shown of 4, all match the article word for word`; nothing when there were none.
    fn quotes_shown(&self, shown: usize, options: &RenderOptions) -> Option<String> {
        if self.found == 0 {
            return None;
        }
        let key = match shown {
            0 if !self.quotes.is_empty() => "evidence-none-shown",
            _ if shown == self.found => "evidence-all",
            _ => "evidence-some",
        };
        let fills = [("shown", shown.into()), ("found", self.found.into())];
        let counted = options.locale.say(key, &fills);
        let unmatched = self.found - self.quotes.len().min(self.found);
        let (key, count) = match unmatched {
            0 if self.unshown => ("evidence-match-data", self.found),
            0 => ("evidence-match", self.found),
            _ => ("evidence-unmatched", unmatched),
        };
        Some(format!("{counted}, {}", options.locale.say(key, &[("count", count.into())])))
    }

    fn keyboard(&self, options: &RenderOptions) -> Vec<Vec<Button>> {
        let Some(article) = self.article else { return Vec::new() };
        let locale = options.locale;
        let mut first = Vec::new();
        if !self.quotes.is_empty() {
            first.push(Button::press(locale.word("button-all-quotes"), &Press::ArticleQuotes(article, 0)));
        }
        first.extend(self.speaker_button(options));
        let mut second = Vec::new();
        if let Some((story, others)) = self.story.filter(|(_, others)| *others > 0) {
            let label = locale.say("button-other-sources", &[("count", others.into())]);
            second.push(Button::press(label, &Press::Story(story)));
        }
        second.push(Button::press(locale.word("button-cite"), &Press::Cite(article)));
        second.push(Button::press(locale.word("button-save"), &Press::Save(article)));
        if let Some(subscription) = self.subscription {
            second.push(Button::press(locale.word("button-mute"), &Press::Mute(subscription)));
        }
        let mut third = Vec::new();
        if self.quotes.iter().any(|quote| has_picture(&quote.text)) {
            third.push(Button::press(locale.word("button-picture"), &Press::Pictures(article)));
        }
        if !self.quotes.is_empty() {
            third.push(Button::press(locale.word("button-wrong"), &Press::Wrong(article)));
        }
        vec![first, second, third]
    }

    /// A quote's line with its translation under it, which says whose it is and stands in no marks.
    fn with_translation(&self, line: Rich, quote: &Quote, options: &RenderOptions) -> Rich {
        let found = self.translations.iter().find(|(start, _)| *start == quote.span.start);
        let told = match (found, &self.summary.model) {
            (Some((_, words)), Some(model)) => {
                let fills = [("model", model.as_str().into()), ("words", words.as_str().into())];
                Some(options.locale.say("quote-translation", &fills))
            }
            _ => self.offline.of(&quote.text).map(|made| made.line(options)),
        };
        told.into_iter().fold(line, |line, told| line.plain("\n").italic(told))
    }

    fn key_parts(&self) -> Parts<'_> {
        Parts { quotes: &self.quotes, halves: &self.halves, told: &self.summary.sentences }
    }

    /// Name of the speaker of the best quote, when there is one.
    #[must_use]
    pub fn best_speaker(&self) -> Option<&str> {
        let best = self.quotes.iter().filter(|quote| quote.key.is_some()).min_by_key(|quote| quote.key)?;
        best.speaker.as_ref()?.name.as_deref()
    }

    /// `More by Lavrov`, for the speaker of the best quote.
    fn speaker_button(&self, options: &RenderOptions) -> Option<Button> {
        let last = self.best_speaker()?.split_whitespace().last()?;
        let label = options.locale.say("button-more-by", &[("name", shortened(last, 24).into())]);
        Some(Button::press(label, &Press::SpeakerQuotes(self.speaker?, 0)))
    }
}

/// The line begins as one does.
fn with_capital(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn verbatim(quote: &Quote, text: &str) -> bool {
    quote.span.of(text) == quote.text || text.contains(&quote.text)
}
