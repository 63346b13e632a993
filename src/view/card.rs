//! The article card.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::quote::{CARD_QUOTE, in_marks, other_words, place_in_page, shortened, speaker_name};
use super::{Button, Look, MESSAGE_UNITS, Message, Press, Rich};
use crate::article::{Article, Standing};
use crate::brief::{Brief, Kind, Method, Quote, Summary};

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
    /// Address of the page.
    pub url: Option<String>,
    /// The summary.
    pub summary: Summary,
    /// The quotes that match the article, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Checked translations of quotes by the summary's model, by the first byte of the quote.
    pub translations: Vec<(usize, String)>,
    /// Id of the stored speaker of the best quote.
    pub speaker: Option<i64>,
    /// How many quotes were found, matching or not.
    pub found: usize,
    /// Whether the page is a whole article.
    pub standing: Standing,
    /// True when the text is the feed's, not the page's.
    pub text_from_feed: bool,
}

/// An outlet as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Its name, as `TASS`; empty for pasted text.
    pub name: String,
    /// Who owns it; `None` for an unknown outlet.
    pub label: Option<Label>,
}

/// An ownership label: two words and a country.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Label {
    /// Kind of ownership, as `state-controlled`; a string `ownership-…` of the interface if there is one.
    pub kind: String,
    /// The country's name, as `Russia`.
    pub country: String,
    /// The country's ISO 3166-1 code, as `RU`.
    pub code: String,
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
            found: brief.quotes.len(),
            standing: article.standing,
            ..Self::default()
        }
    }

    /// Draws the card with its buttons, within the limit of one message.
    #[must_use]
    pub fn message(&self, look: &Look) -> Message {
        let text = (0..=look.quotes)
            .rev()
            .map(|most| self.text(look, most))
            .find(|text| text.utf16_len() <= MESSAGE_UNITS)
            .unwrap_or_default();
        self.keyboard(look).into_iter().fold(Message::new(text), Message::row)
    }

    /// A line to cite the article by.
    #[must_use]
    pub fn citation(&self, look: &Look) -> Message {
        let date = self.published.map(|at| look.full_date(at));
        let headline = self.headline.as_ref().map(|headline| format!("“{headline}”"));
        let source = Some(self.source.name.clone()).filter(|name| !name.is_empty());
        let words =
            [headline, source, date, self.url.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Message::new(Rich::new().code(words))
    }

    fn text(&self, look: &Look, most: usize) -> Rich {
        let shown = self.key_quotes(most);
        let mut parts = vec![self.head(look)];
        let sentences = shortened(&self.summary.sentences.join(" "), 1_200);
        parts.extend((!sentences.is_empty()).then(|| Rich::from(sentences)));
        if !shown.is_empty() {
            parts.push(self.quote_blocks(&shown, look));
        }
        let parts = Rich::join(parts, "\n\n");
        let gap = if shown.is_empty() { "\n\n" } else { "\n" };
        Rich::join([parts, self.foot(&shown, look)], gap)
    }

    fn head(&self, look: &Look) -> Rich {
        let headline = self.headline.clone().unwrap_or_else(|| look.tongue.word("no-headline"));
        let label = self.source.label.as_ref().map(|label| label.long(look));
        let updated = self.updated.map(|at| look.tongue.say("updated", &[("time", look.time(at).into())]));
        let name = Some(shortened(&self.source.name, 80));
        let line = [name, label, self.published.map(|at| look.date_time(at)), updated];
        let line: Vec<String> = line.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let head = Rich::new().bold(shortened(&headline, 300));
        if line.is_empty() { head } else { head.plain("\n").italic(line.join(" · ")) }
    }

    /// The best quotes that are short enough, best first, each with its words in marks.
    fn key_quotes(&self, most: usize) -> Vec<(&Quote, String)> {
        let mut ranked: Vec<&Quote> = self.quotes.iter().filter(|quote| quote.key.is_some()).collect();
        ranked.sort_by_key(|quote| quote.key);
        let shown = ranked.into_iter().filter_map(|quote| Some((quote, in_marks(&quote.text, CARD_QUOTE)?)));
        shown.take(most).collect()
    }

    fn foot(&self, shown: &[(&Quote, String)], look: &Look) -> Rich {
        let tongue = look.tongue;
        let mut facts = Vec::new();
        if self.found > 0 {
            let fills = [("matching", self.quotes.len().into()), ("found", self.found.into())];
            facts.push(tongue.say("evidence-quotes", &fills));
        }
        let model = self.summary.model.clone().unwrap_or_default();
        facts.push(match self.summary.method {
            Method::Feed => tongue.word("evidence-feed"),
            _ if self.summary.sentences.is_empty() => tongue.word("evidence-none"),
            Method::Extractive => tongue.word("evidence-extractive"),
            Method::Llm => tongue.say("evidence-model", &[("model", model.into())]),
            Method::Translated => tongue.say("evidence-translated", &[("model", model.into())]),
        });
        if self.text_from_feed && self.summary.method != Method::Feed {
            facts.push(tongue.word("evidence-text-from-feed"));
        }
        if self.standing == Standing::Paywall {
            facts.push(tongue.word("evidence-paywall"));
        }
        let line = Rich::from(facts.join(" · "));
        let Some(url) = &self.url else { return line };
        let place = place_in_page(url, shown.first().map(|(quote, _)| *quote));
        let link = Rich::new().link(host(url), &place);
        line.plain("\n").then(tongue.rich("read-at", &[("link", link.into())]))
    }

    fn keyboard(&self, look: &Look) -> Vec<Vec<Button>> {
        let Some(article) = self.article else { return Vec::new() };
        let tongue = look.tongue;
        let mut first = Vec::new();
        if !self.quotes.is_empty() {
            first.push(Button::press(tongue.word("button-all-quotes"), &Press::ArticleQuotes(article, 0)));
        }
        first.extend(self.speaker_button());
        let mut second = Vec::new();
        if let Some((story, others)) = self.story.filter(|(_, others)| *others > 0) {
            let label = tongue.say("button-other-sources", &[("count", others.into())]);
            second.push(Button::press(label, &Press::Story(story)));
        }
        second.push(Button::press(tongue.word("button-cite"), &Press::Cite(article)));
        if let Some(subscription) = self.subscription {
            second.push(Button::press(tongue.word("button-mute"), &Press::Mute(subscription)));
        }
        vec![first, second]
    }

    /// Quotes in blocks, a block a speaker, in the order of the best quote of each.
    fn quote_blocks(&self, shown: &[(&Quote, String)], look: &Look) -> Rich {
        let mut blocks: Vec<(Rich, Vec<&(&Quote, String)>)> = Vec::new();
        for entry in shown {
            let heading = heading(entry.0, look);
            match blocks.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, quotes)) => quotes.push(entry),
                None => blocks.push((heading, vec![entry])),
            }
        }
        let mut told: Vec<(String, String)> = Vec::new();
        let blocks = blocks.into_iter().map(|(heading, mut quotes)| {
            quotes.sort_by_key(|(quote, _)| quote.span);
            let lines: Vec<Rich> = quotes
                .into_iter()
                .map(|(quote, words)| {
                    let line = line(quote, words, &mut told, look);
                    self.with_translation(line, quote, look)
                })
                .collect();
            let expandable = lines.iter().map(Rich::utf16_len).sum::<usize>() > 200;
            heading.plain("\n").quotation(Rich::join(lines, "\n"), expandable)
        });
        Rich::join(blocks.collect::<Vec<_>>(), "\n")
    }

    /// A quote's line with its translation under it, which says whose it is and stands in no marks.
    fn with_translation(&self, line: Rich, quote: &Quote, look: &Look) -> Rich {
        let found = self.translations.iter().find(|(start, _)| *start == quote.span.start);
        let (Some((_, words)), Some(model)) = (found, &self.summary.model) else { return line };
        let fills = [("model", model.as_str().into()), ("words", words.as_str().into())];
        line.plain("\n").italic(look.tongue.say("quote-translation", &fills))
    }

    /// Name of the speaker of the best quote, when there is one.
    #[must_use]
    pub fn best_speaker(&self) -> Option<&str> {
        let best = self.quotes.iter().filter(|quote| quote.key.is_some()).min_by_key(|quote| quote.key)?;
        best.speaker.as_ref()?.name.as_deref()
    }

    /// `Lavrov ▸`, for the speaker of the best quote.
    fn speaker_button(&self) -> Option<Button> {
        let last = self.best_speaker()?.split_whitespace().last()?;
        Some(Button::press(format!("{} ▸", shortened(last, 24)), &Press::SpeakerQuotes(self.speaker?, 0)))
    }
}

impl Label {
    /// `state-controlled, Russia`
    #[must_use]
    pub fn long(&self, look: &Look) -> String {
        self.with(look, &look.country(&self.code).unwrap_or_else(|| self.country.clone()))
    }

    /// `state-controlled, RU`
    #[must_use]
    pub fn short(&self, look: &Look) -> String {
        self.with(look, &self.code)
    }

    fn with(&self, look: &Look, country: &str) -> String {
        let key = format!("ownership-{}", self.kind.replace(' ', "-"));
        let kind = look.tongue.known(&key).unwrap_or_else(|| self.kind.clone());
        if country.is_empty() { kind } else { format!("{kind}, {country}") }
    }
}

/// The host of an address without `www.`.
pub(super) fn host(url: &str) -> String {
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.map_or_else(|| url.to_owned(), |host| host.trim_start_matches("www.").to_owned())
}

fn verbatim(quote: &Quote, text: &str) -> bool {
    quote.span.of(text) == quote.text || text.contains(&quote.text)
}

/// `**Name**, role`, or for a fragment `**Partial** · Name on what Other said`.
pub(super) fn heading(quote: &Quote, look: &Look) -> Rich {
    let tongue = look.tongue;
    let name = shortened(&speaker_name(quote.speaker.as_ref(), tongue), 120);
    let partial = quote.kind == Kind::Mixed;
    let styled = if partial { Rich::from(name) } else { Rich::new().bold(name) };
    let who = match (&quote.quoted_from, quote.speaker.as_ref().and_then(|speaker| speaker.role.as_ref())) {
        (Some(other), _) => {
            let fills = [("speaker", styled.into()), ("other", shortened(other, 120).into())];
            tongue.rich("speaker-on-other", &fills)
        }
        (None, Some(role)) => styled.plain(", ").plain(shortened(role, 120)),
        (None, None) => styled,
    };
    if partial { Rich::new().bold(tongue.word("partial")).plain(" · ").then(who) } else { who }
}

/// A quote in marks and, once for each, the words the text has for its speaker.
fn line(quote: &Quote, words: &str, told: &mut Vec<(String, String)>, look: &Look) -> Rich {
    let before = if quote.kind == Kind::Mixed { "… " } else { "" };
    let rich = Rich::new().plain(before).plain(words);
    let Some(speaker) = &quote.speaker else { return rich };
    let Some(mention) = other_words(speaker) else { return rich };
    let pair = (speaker.name.clone().unwrap_or_default(), mention.to_lowercase());
    if told.contains(&pair) {
        return rich;
    }
    told.push(pair);
    rich.plain(" ").plain(look.tongue.say("in-the-text", &[("words", shortened(mention, 120).into())]))
}
