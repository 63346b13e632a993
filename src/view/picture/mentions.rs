//! Mentions of a person or a topic by day and by source, as a chart and as the same numbers in words.

use chrono::NaiveDate;

use crate::picture::Chart;
use crate::view::text::fitting::shortened;
use crate::view::{File, Message, RenderOptions, Rich};

/// Sources with a bar of their own; all others share one.
const SOURCES: usize = 7;

/// How often something was reported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    /// The person or topic.
    pub what: String,
    /// Days in order, each with how many articles.
    pub days: Vec<(NaiveDate, u32)>,
    /// Sources, the largest first, each with how many articles.
    pub sources: Vec<(String, u32)>,
    /// Whether only the newest articles were counted.
    pub more: bool,
}

impl Mentions {
    /// The numbers in words.
    #[must_use]
    pub fn message(&self, options: &RenderOptions) -> Message {
        Message::new(Rich::new().bold(self.title()).plain("\n").plain(self.numbers(options)))
    }

    /// The chart, with the numbers in words as its caption; `None` where it cannot be drawn.
    #[must_use]
    pub fn picture(&self, options: &RenderOptions) -> Option<File> {
        let sources = self.told(options);
        let day = |(day, count): &(NaiveDate, u32)| (options.short_day(*day), *count);
        let chart = Chart {
            title: self.title(),
            facts: self.facts(options),
            days: self.days.iter().map(day).collect(),
            sources,
        };
        let words = format!("{}\n{}", self.title(), self.numbers(options));
        let name = format!("{}.png", options.locale.word("trend-file"));
        Some(File::picture(name, chart.png()?, words, None))
    }

    fn title(&self) -> String {
        shortened(&self.what, 80)
    }

    /// `17 articles by 5 sources, 14 Jan – 12 Feb`
    fn facts(&self, options: &RenderOptions) -> String {
        let locale = options.locale;
        let articles: u32 = self.days.iter().map(|(_, count)| count).sum();
        let ends = self.days.first().zip(self.days.last());
        let (from, to) = ends.map_or_else(Default::default, |((from, _), (to, _))| {
            (options.short_day(*from), options.short_day(*to))
        });
        let fills = [
            ("articles", locale.say("count-articles", &[("count", i64::from(articles).into())]).into()),
            ("sources", locale.say("count-sources", &[("count", self.sources.len().into())]).into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        locale.say(if self.more { "trend-facts-more" } else { "trend-facts" }, &fills)
    }

    fn numbers(&self, options: &RenderOptions) -> String {
        let locale = options.locale;
        let days = self.days.iter().filter(|(_, count)| *count > 0);
        let days: Vec<String> =
            days.map(|(day, count)| format!("{} — {count}", options.short_day(*day))).collect();
        let sources: Vec<String> =
            self.told(options).iter().map(|(name, count)| format!("{name} — {count}")).collect();
        let by_day = locale.say("trend-by-day", &[("numbers", days.join(", ").into())]);
        let by_source = locale.say("trend-by-source", &[("numbers", sources.join(", ").into())]);
        format!("{}\n{by_source}\n{by_day}", self.facts(options))
    }

    /// The sources with a bar, the last of them for all others.
    fn told(&self, options: &RenderOptions) -> Vec<(String, u32)> {
        let (own, others) = self.sources.split_at(self.sources.len().min(SOURCES));
        let named = own.iter().map(|(name, count)| (shortened(name, 40), *count));
        let rest: u32 = others.iter().map(|(_, count)| count).sum();
        let label = options.locale.say("trend-others", &[("count", others.len().into())]);
        named.chain((rest > 0).then_some((label, rest))).collect()
    }
}
