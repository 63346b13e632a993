//! The reports of one story, put in order.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::joined::joined;
use super::material::{Material, Report};
use crate::digest::{Heading, leading};
use crate::people::offices::Country;
use crate::story::{Draft, Report as Text};
use crate::text::Language;

/// Reports from before the period that are looked at.
const EARLIER: usize = 12;

/// A story of the period.
#[derive(Debug)]
pub(super) struct Story<'a> {
    /// Its reports of the period, in time.
    pub(super) reports: Vec<Report<'a>>,
    /// For each, the place of an earlier one among them whose text it repeats.
    pub(super) copies: Vec<Option<usize>>,
    /// The newest of those before the period, in time.
    pub(super) earlier: Vec<Report<'a>>,
    /// The first report of all.
    pub(super) first: Report<'a>,
}

/// What puts a story before another: owners, countries, reports, how new it is, its first article's number.
type Width = (usize, usize, usize, DateTime<Utc>, std::cmp::Reverse<i64>);

impl<'a> Story<'a> {
    fn of(mut all: Vec<Report<'a>>) -> Option<Self> {
        all.sort_by_key(|report| (report.at, report.id));
        let first = *all.first()?;
        let (mut earlier, reports): (Vec<_>, Vec<_>) = all.into_iter().partition(|report| report.earlier);
        earlier.drain(..earlier.len().saturating_sub(EARLIER));
        let copies = copies(&reports);
        (!reports.is_empty()).then_some(Self { reports, copies, earlier, first })
    }

    /// The distinct owners of its outlets.
    pub(super) fn owners(&self) -> BTreeSet<&str> {
        self.reports.iter().map(Report::owner).collect()
    }

    /// The countries of its outlets, as far as they are known.
    pub(super) fn countries(&self) -> BTreeSet<Country> {
        self.reports.iter().filter_map(|report| report.label).map(|label| label.country).collect()
    }

    /// Reports that repeat nobody's text.
    pub(super) fn originals(&self) -> impl Iterator<Item = &Report<'a>> {
        self.reports.iter().zip(&self.copies).filter(|(_, copy)| copy.is_none()).map(|(report, _)| report)
    }

    fn width(&self) -> Width {
        let latest = self.reports.iter().map(|report| report.at).max().unwrap_or_default();
        let least = self.reports.iter().map(|report| report.id).min().unwrap_or_default();
        let reports = self.reports.len();
        (self.owners().len(), self.countries().len(), reports, latest, std::cmp::Reverse(least))
    }

    /// The report that stands for it, as in a digest; `None` where none has a headline.
    pub(super) fn lead(&self, reader: Option<Language>) -> Option<&Report<'a>> {
        let headings = self.reports.iter().map(|report| Heading {
            article: report.id,
            title: report.title(),
            language: report.article.language,
            at: report.at,
        });
        let lead = leading(&headings.collect::<Vec<_>>(), reader)?.lead;
        self.reports.iter().find(|report| report.id == lead)
    }

    /// The headline of the report that stands for it, or else the first sentence there is.
    pub(super) fn headline(&self, reader: Option<Language>) -> (String, Language) {
        let title = self.lead(reader).map(|report| (report.title(), report));
        let told = title.or_else(|| {
            self.reports.iter().find_map(|report| Some((report.sentences.first()?.as_str(), report)))
        });
        told.map(|(words, report)| (words.to_owned(), report.article.language)).unwrap_or_default()
    }
}

/// The stories of the period, the widest first.
pub(super) fn stories<'a>(material: &Material<'a>) -> Vec<Story<'a>> {
    // an article without a story is one by itself
    let mut by_story: BTreeMap<(bool, i64), Vec<Report<'a>>> = BTreeMap::new();
    for report in &material.reports {
        let key = report.story.map_or((false, report.id), |story| (true, story));
        by_story.entry(key).or_default().push(*report);
    }
    let mut groups: Vec<Vec<Report<'a>>> = by_story.into_values().collect();
    groups.iter_mut().for_each(|reports| reports.sort_by_key(|report| (report.at, report.id)));
    let mut stories: Vec<Story<'a>> = joined(groups).into_iter().filter_map(Story::of).collect();
    stories.sort_by_cached_key(|story| std::cmp::Reverse(story.width()));
    stories
}

fn copies(reports: &[Report<'_>]) -> Vec<Option<usize>> {
    let draft = |report: &Report<'_>| {
        Draft::of(&Text {
            title: report.title(),
            text: &report.article.text,
            language: report.article.language,
            at: report.at,
        })
    };
    let drafts: Vec<Draft> = reports.iter().map(draft).collect();
    let first = |(at, own): (usize, &Draft)| drafts.iter().take(at).position(|other| own.is_copy_of(other));
    drafts.iter().enumerate().map(first).collect()
}
