//! What a person said about a matter, in time: first said, said again, changed, silent since; with a time line.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::quote::place_at;
use super::text::fitting::{in_marks, shortened};
use super::{MESSAGE_UNITS, Message, RenderOptions, Rich, Translations};
use crate::record::{Change, Matter, Record};
use crate::text::{Language, Span};

/// Longest quote, in characters, and longest bar.
const QUOTE: usize = 320;
const BAR: usize = 12;
/// Months of a time line, the last ones with a quote.
const MONTHS: usize = 14;
/// Outlets named of a month.
const NAMED: usize = 3;
/// Since when somebody is silent on a matter who speaks on others.
const SILENT: TimeDelta = TimeDelta::days(14);

/// Something said once, in whatever outlets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Saying {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// When the first article with them came.
    pub at: DateTime<Utc>,
    /// Its outlet.
    pub outlet: String,
    /// Its address.
    pub url: Option<String>,
    /// Other outlets that have them.
    pub others: Vec<String>,
    /// In how many wordings and languages they have them, this one among them.
    pub wordings: usize,
}

/// A person's record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonRecord {
    /// Full name.
    pub name: String,
    /// What it is about, if not about everything.
    pub about: Option<String>,
    /// What was said, in time.
    pub sayings: Vec<Saying>,
    /// The same sorted by matter, by places in `sayings`.
    pub record: Record,
    /// What a machine made of those that its reader cannot read.
    pub translations: Translations,
    /// True where more was said than is looked at.
    pub more: bool,
}

impl PersonRecord {
    /// Draws the record within the limit of one message: matters said once are left out first, then the last ones.
    #[must_use]
    pub fn message(&self, options: &RenderOptions) -> Message {
        let mut matters = self.matters();
        loop {
            let text = self.drawn(&matters, options);
            if text.utf16_len() <= MESSAGE_UNITS || matters.is_empty() {
                return Message::new(text);
            }
            let alone = matters.iter().rposition(|matter| matter.quotes.len() == 1);
            matters.remove(alone.unwrap_or(matters.len() - 1));
        }
    }

    /// Draws the whole record.
    #[must_use]
    pub fn text(&self, options: &RenderOptions) -> Rich {
        self.drawn(&self.matters(), options)
    }

    /// How many quotes there are: what outlets have in other words or languages counts too.
    #[must_use]
    pub fn quotes(&self) -> usize {
        self.sayings.iter().map(|saying| saying.wordings).sum()
    }

    /// The matters: what was said most often first, what was said once last.
    fn matters(&self) -> Vec<&Matter> {
        let mut matters: Vec<&Matter> = self.record.matters.iter().collect();
        matters.sort_by_key(|matter| (matter.changes.is_empty(), std::cmp::Reverse(matter.quotes.len())));
        matters
    }

    fn drawn(&self, matters: &[&Matter], options: &RenderOptions) -> Rich {
        let locale = options.locale;
        let counts = [
            ("quotes", locale.say("count-quotes", &[("count", self.quotes().into())]).into()),
            ("matters", locale.say("count-matters", &[("count", self.record.matters.len().into())]).into()),
        ];
        let head = match &self.about {
            Some(about) => format!("{} · {}", self.name, shortened(about, 60)),
            None => self.name.clone(),
        };
        let facts = locale.say(if self.more { "record-facts-more" } else { "record-facts" }, &counts);
        let mut parts = vec![Rich::new().bold(head).plain("\n").italic(facts), self.time_line(options)];
        parts.extend((1..).zip(matters).map(|(number, matter)| self.matter(number, matter, options)));
        let left = self.record.matters.len() - matters.len();
        if left > 0 {
            parts.push(Rich::new().italic(locale.say("record-left", &[("count", left.into())])));
        }
        parts.push(Rich::new().italic(locale.word("record-how")));
        Rich::join(parts.into_iter().filter(|part| !part.is_empty()), "\n\n")
    }

    /// A bar a month, with the outlets.
    fn time_line(&self, options: &RenderOptions) -> Rich {
        let mut months: BTreeMap<(i32, u32), (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
        for saying in &self.sayings {
            let local = saying.at.with_timezone(&options.zone);
            let (count, outlets) = months.entry((local.year(), local.month())).or_default();
            *count += saying.wordings;
            for outlet in std::iter::once(&saying.outlet).chain(&saying.others) {
                *outlets.entry(outlet).or_default() += 1;
            }
        }
        let most = months.values().map(|(count, _)| *count).max().unwrap_or_default().max(1);
        let skipped = months.len().saturating_sub(MONTHS);
        let lines = months.iter().skip(skipped).map(|(&(year, month), &(all, ref outlets))| {
            let bar = "█".repeat((all * BAR).div_ceil(most).min(BAR));
            let name = options.locale.word(&format!("month-{month}"));
            let mut named: Vec<(&str, usize)> = outlets.iter().map(|(name, count)| (*name, *count)).collect();
            named.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
            let more = named.len().saturating_sub(NAMED);
            let mut named: Vec<String> = named
                .into_iter()
                .take(NAMED)
                .map(|(name, count)| format!("{} {count}", shortened(name, 30)))
                .collect();
            named.extend((more > 0).then(|| format!("+{more}")));
            Rich::new().code(format!("{year} {name} {bar} {all}")).plain(format!("  {}", named.join(", ")))
        });
        Rich::join(lines, "\n")
    }

    fn matter(&self, number: usize, matter: &Matter, options: &RenderOptions) -> Rich {
        let said = |at: &usize| self.sayings.get(*at);
        let Some(first) = matter.quotes.first().and_then(said) else { return Rich::new() };
        let mut lines = vec![
            self.with_translation(
                Rich::new().plain(format!("{number}. ")).then(words(&first.text, &[])),
                first,
                options,
            ),
            place("record-first", first, options),
        ];
        let mut again: Vec<usize> = matter.again.iter().map(|(_, later)| *later).collect();
        again.sort_unstable();
        again.dedup();
        if let Some(last) = again.last().and_then(said) {
            let fills = [("count", again.len().into()), ("time", options.full_date(last.at).into())];
            let told = Rich::new().plain(options.locale.say("record-again", &fills));
            lines.push(told.plain(" (").then(linked(last)).plain(")"));
        }
        lines.extend(longer(matter).into_iter().filter_map(said).map(|saying| self.longer(saying, options)));
        lines.extend(changes(matter).into_iter().filter_map(|change| self.change(change, options)));
        let last = matter.quotes.last().and_then(said);
        let spoke = self.sayings.last().map(|saying| saying.at);
        if let Some((last, _)) = last.zip(spoke).filter(|(last, spoke)| *spoke - last.at >= SILENT) {
            let fills = [("time", options.full_date(last.at).into())];
            lines.push(options.locale.say("record-silent", &fills).into());
        }
        Rich::join(lines, "\n")
    }

    /// What was said again and went on, with its own day.
    fn longer(&self, saying: &Saying, options: &RenderOptions) -> Rich {
        let head = options.locale.say("record-more", &[("time", options.full_date(saying.at).into())]);
        let said = Rich::new().plain(head).plain(" ").then(words(&saying.text, &[]));
        self.with_translation(said.plain(" (").then(linked(saying)).plain(")"), saying, options)
    }

    /// The words with what a machine made of them under it.
    fn with_translation(&self, said: Rich, saying: &Saying, options: &RenderOptions) -> Rich {
        match self.translations.of(&saying.text) {
            Some(translation) => said.plain("\n").italic(translation.line(options)),
            None => said,
        }
    }

    /// The old and the new wording, the words that differ in bold.
    fn change(&self, change: &Change, options: &RenderOptions) -> Option<Rich> {
        let (old, new) = (self.sayings.get(change.old)?, self.sayings.get(change.new)?);
        let side = |key: &str, saying: &Saying, marked: &[Span]| {
            let date = options.full_date(saying.at);
            let head = options.locale.say(key, &[("time", date.into())]);
            let said = Rich::new().plain(head).plain(" ").then(words(&saying.text, marked));
            self.with_translation(said.plain(" (").then(linked(saying)).plain(")"), saying, options)
        };
        let kinds: Vec<String> = change
            .kinds
            .iter()
            .map(|kind| options.locale.word(&format!("record-kind-{}", kind.word())))
            .collect();
        let head =
            Rich::new().bold(options.locale.say("record-changed", &[("what", kinds.join(", ").into())]));
        let sides = [side("record-was", old, &change.marked_old), side("record-is", new, &change.marked_new)];
        Some(Rich::join(std::iter::once(head).chain(sides), "\n"))
    }
}

fn place(key: &str, saying: &Saying, options: &RenderOptions) -> Rich {
    let fills = [("time", options.full_date(saying.at).into())];
    let told = Rich::new().plain(options.locale.say(key, &fills)).plain(" (").then(linked(saying));
    let others = saying.others.len();
    if others > 0 { told.plain(format!(" +{others})")) } else { told.plain(")") }
}

/// The later quotes that go on, in time, but those told again in the same words.
fn longer(matter: &Matter) -> Vec<&usize> {
    let mut later: Vec<&usize> = matter.more.iter().map(|(_, new)| new).collect();
    later.sort_unstable();
    later.dedup();
    let told_before =
        |new: &usize| matter.again.iter().any(|(old, again)| again == new && later.contains(&old));
    later.iter().filter(|new| !told_before(new)).copied().collect()
}

/// Of changes between the same two versions the first is shown: the last old wording before the first new one.
fn changes(matter: &Matter) -> Vec<&Change> {
    let mut shown: Vec<&Change> = Vec::new();
    let mut all: Vec<&Change> = matter.changes.iter().collect();
    all.sort_by_key(|change| (change.new, std::cmp::Reverse(change.old)));
    let same =
        |one: usize, other: usize| one == other || matter.again.contains(&(one.min(other), one.max(other)));
    for change in all {
        if !shown.iter().any(|known| same(known.new, change.new) && same(known.old, change.old)) {
            shown.push(change);
        }
    }
    shown
}

/// Words in their marks, those that differ in bold; a long quote without marks is cut at a sentence.
fn words(text: &str, marked: &[Span]) -> Rich {
    if marked.is_empty() {
        return in_marks(text.trim(), QUOTE)
            .unwrap_or_else(|| format!("“{}”", shortened(text, QUOTE)))
            .into();
    }
    let mut rich = Rich::new().plain("“");
    let mut at = 0;
    for span in marked {
        let (Some(before), Some(differs)) = (text.get(at..span.start), text.get(span.start..span.end)) else {
            continue;
        };
        rich = rich.plain(before).bold(differs);
        at = span.end;
    }
    rich.plain(text.get(at..).unwrap_or_default()).plain("”")
}

/// The outlet, leading to the words.
fn linked(saying: &Saying) -> Rich {
    let outlet = shortened(&saying.outlet, 60);
    match &saying.url {
        Some(url) => Rich::new().link(outlet, &place_at(url, &saying.text)),
        None => outlet.into(),
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
