//! The head of a review and what it does not cover.

use super::press_review::PressReview;
use crate::view::RenderOptions;
use crate::view::document::{Block, Inline};
use crate::view::text::fitting::shortened;

/// Feeds named of those that fail or are silent.
const NAMED: usize = 25;
/// Feeds named in a caption.
const NAMED_SHORT: usize = 3;

impl PressReview {
    pub(super) fn head(&self, options: &RenderOptions) -> Vec<Block> {
        let mut facts = format!("{}. {}", self.counts(options), options.locale.word("review-how"));
        if !self.translations.is_empty() {
            facts = format!("{facts} {}", options.locale.word("review-how-translated"));
        }
        vec![Block::Paragraph(Inline::new().strong(self.period(options))), Block::Small(facts.into())]
    }

    /// `27 Nov 2026, 07:30 – 28 Nov 2026, 07:30 (UTC)`
    pub(super) fn period(&self, options: &RenderOptions) -> String {
        let at = |at| format!("{}, {}", options.full_date(at), options.time(at));
        format!("{} – {} ({})", at(self.from), at(self.to), crate::digest::zone_label(options.zone))
    }

    /// `40 feeds (2 failing, 3 silent) · 312 articles, 120 of them told`
    pub(super) fn counts(&self, options: &RenderOptions) -> String {
        let locale = options.locale;
        let feeds = locale.say("count-feeds", &[("count", self.feeds.into())]);
        let state = [("review-failing", self.failing.len()), ("review-silent", self.silent.len())];
        let state: Vec<String> = state
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| locale.say(key, &[("count", count.into())]))
            .collect();
        let feeds = if state.is_empty() { feeds } else { format!("{feeds} ({})", state.join(", ")) };
        let told: usize = self.review.themes.iter().map(|theme| theme.sources.len()).sum();
        let articles = locale.say("count-articles", &[("count", self.review.articles.into())]);
        if self.review.articles == 0 {
            return format!("{feeds} · {articles}");
        }
        let told = locale.say("review-told", &[("count", told.into())]);
        format!("{feeds} · {articles}, {told}")
    }

    /// The holes in a line, for a caption; `None` where nothing failed or was silent.
    pub(super) fn holes(&self, options: &RenderOptions) -> Option<String> {
        let names: Vec<String> = self
            .failing
            .iter()
            .chain(&self.silent)
            .take(NAMED_SHORT)
            .map(|name| shortened(name, 40))
            .collect();
        let more = self.failing.len() + self.silent.len() - names.len();
        if names.is_empty() {
            return None;
        }
        let fills = [("names", names.join(", ").into()), ("more", more.into())];
        Some(options.locale.say("review-holes", &fills))
    }

    pub(super) fn not_covered(&self, options: &RenderOptions) -> Vec<Block> {
        let locale = options.locale;
        let heading =
            Block::Heading { level: 2, story: None, text: locale.word("review-not-covered").into() };
        let mut items: Vec<Inline> = Vec::new();
        for (key, names) in [("review-failing-feeds", &self.failing), ("review-silent-feeds", &self.silent)] {
            if !names.is_empty() {
                items.push(locale.say(key, &[("names", listed(names).into())]).into());
            }
        }
        let left_out = self.review.left_out;
        for (key, count) in [
            ("review-walled", left_out.walled),
            ("review-copies", left_out.copies),
            ("review-nothing-new", left_out.nothing_new),
            ("review-over", self.over),
        ] {
            if count > 0 {
                items.push(locale.say(key, &[("count", count.into())]).into());
            }
        }
        if !self.unread.is_empty() {
            let languages: Vec<String> =
                self.unread.iter().map(|(code, count)| format!("{code} ({count})")).collect();
            items.push(locale.say("review-unread", &[("languages", languages.join(", ").into())]).into());
        }
        if items.is_empty() {
            items.push(locale.word("review-all-covered").into());
        }
        vec![heading, Block::List(items)]
    }
}

fn listed(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| shortened(name, 60)).collect();
    if names.len() > NAMED {
        shown.push(format!("+{}", names.len() - NAMED));
    }
    shown.join(", ")
}
