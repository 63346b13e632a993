//! Puts a review together.

use std::collections::BTreeMap;

use super::index::{countries, voices};
use super::material::{Material, Report};
use super::outcome::{Finding, First, LeftOut, Listed, Review, Said, Source, Theme};
use super::points::points;
use super::said::said;
use super::side::one_sided;
use super::story::{Story, stories};
use crate::article::Standing;

/// Stories that are told; of the others the headline stands in the index, so that a busy day stays within 12 pages.
const THEMES: usize = 14;
/// Most and fewest lines of the findings.
const FINDINGS: std::ops::RangeInclusive<usize> = 3..=7;
/// Longest quote in a finding, in characters.
const SHARP: usize = 180;

/// Makes the review of a period.
#[must_use]
pub fn compose(material: &Material<'_>) -> Review {
    let stories = stories(material);
    let mut numbers = Numbers::default();
    let mut review = Review {
        articles: stories.iter().map(|story| story.reports.len()).sum(),
        left_out: LeftOut {
            copies: stories.iter().flat_map(|story| &story.copies).flatten().count(),
            walled: stories
                .iter()
                .flat_map(|story| &story.reports)
                .filter(|report| is_walled(report))
                .count(),
            nothing_new: 0,
        },
        ..Review::default()
    };
    for story in &stories {
        let told = (review.themes.len() < THEMES).then(|| theme(story, material, &mut numbers)).flatten();
        match told {
            Some(theme) => review.themes.push(theme),
            None => review.listed.push(listed(story, material, &review)),
        }
    }
    number_listed(&stories, &mut review, &mut numbers);
    review.left_out.nothing_new = review.listed.iter().filter(|listed| listed.nothing_new).count();
    review.sources = numbers.sources;
    let by_story: Vec<Vec<usize>> = review
        .themes
        .iter()
        .map(|theme| theme.sources.clone())
        .chain(review.listed.iter().map(|listed| listed.sources.clone()))
        .collect();
    review.countries = countries(&by_story, &review.sources);
    review.voices = voices(&review.themes);
    land(&review.themes, &mut review.sources);
    review.findings = findings(&review.themes);
    review
}

/// The numbers of the sources, given in the order in which they are first told.
#[derive(Debug, Default)]
struct Numbers {
    sources: Vec<Source>,
    of: BTreeMap<i64, usize>,
}

impl Numbers {
    /// Gives the reports of a story their numbers.
    fn take(&mut self, story: &Story<'_>) -> Vec<usize> {
        let mut given: Vec<usize> = Vec::new();
        for (report, copy) in story.reports.iter().zip(&story.copies) {
            let copy = copy.and_then(|at| given.get(at).copied());
            given.push(self.one(report, copy));
        }
        given
    }

    fn one(&mut self, report: &Report<'_>, copy_of: Option<usize>) -> usize {
        if let Some(number) = self.of.get(&report.id) {
            return *number;
        }
        self.sources.push(Source {
            id: report.id,
            outlet: report.outlet.to_owned(),
            label: report.label,
            title: report.title().to_owned(),
            at: report.at,
            url: report.article.url.clone(),
            quoted: None,
            copy_of,
        });
        self.of.insert(report.id, self.sources.len());
        self.sources.len()
    }
}

/// A story told; `None` when it began before and nothing new came.
fn theme(story: &Story<'_>, material: &Material<'_>, numbers: &mut Numbers) -> Option<Theme> {
    // numbered only once it is known that it is told: 0 stands for none
    let place =
        |report: &Report<'_>| story.reports.iter().position(|own| own.id == report.id).map_or(0, |at| at + 1);
    let found = points(story, material.reader, &place);
    let told: Vec<String> = found.told.iter().map(|point| point.text.clone()).collect();
    let quotes = said(story, &told, &place);
    if !story.earlier.is_empty() && found.told.is_empty() && quotes.is_empty() {
        return None;
    }
    let sides = one_sided(story, &found, &place);
    let given = numbers.take(story);
    let number =
        |at: &mut usize| *at = at.checked_sub(1).and_then(|at| given.get(at)).copied().unwrap_or(*at);
    let (headline, language) = story.headline(material.reader);
    let mut theme = Theme {
        headline,
        language,
        owners: story.owners().len(),
        countries: story.countries().into_iter().collect(),
        sources: given.clone(),
        reported: found.told,
        said: quotes,
        one_sided: sides,
        first: First { source: numbers.one(&story.first, None), at: story.first.at },
        told_until: story.earlier.last().map(|report| report.at),
    };
    theme.reported.iter_mut().for_each(|point| point.sources.iter_mut().for_each(number));
    let one_sided = theme.one_sided.iter_mut().filter_map(|one| one.point.as_mut());
    one_sided.for_each(|point| point.sources.iter_mut().for_each(number));
    let wordings = theme.said.iter_mut().flat_map(|said| &mut said.wordings);
    wordings.for_each(|wording| wording.sources.iter_mut().for_each(number));
    Some(theme)
}

fn listed(story: &Story<'_>, material: &Material<'_>, review: &Review) -> Listed {
    let nothing_new = !story.earlier.is_empty() && review.themes.len() < THEMES;
    let (headline, language) = story.headline(material.reader);
    Listed { headline, language, sources: Vec::new(), nothing_new }
}

/// Numbers the sources of the listed stories after those of the themes.
fn number_listed(stories: &[Story<'_>], review: &mut Review, numbers: &mut Numbers) {
    let untold = stories
        .iter()
        .filter(|story| story.reports.first().is_some_and(|first| !numbers.of.contains_key(&first.id)));
    let untold: Vec<&Story<'_>> = untold.collect();
    for (listed, story) in review.listed.iter_mut().zip(untold) {
        listed.sources = numbers.take(story);
    }
}

/// Gives each source the words its link lands on: its first quote that is told.
fn land(themes: &[Theme], sources: &mut [Source]) {
    let wordings = themes.iter().flat_map(|theme| &theme.said).flat_map(|said| &said.wordings);
    for wording in wordings {
        for number in &wording.sources {
            let source = number.checked_sub(1).and_then(|at| sources.get_mut(at));
            if let Some(source) = source.filter(|source| source.quoted.is_none()) {
                source.quoted = Some(wording.text.clone());
            }
        }
    }
}

/// The widest stories in a line each: all that more than one owner reports, at least three as far as there are.
fn findings(themes: &[Theme]) -> Vec<Finding> {
    let wide = themes.iter().filter(|theme| theme.owners > 1).count();
    let count = wide.clamp(*FINDINGS.start(), *FINDINGS.end());
    (1..).zip(themes).take(count).map(|(number, theme)| finding(number, theme)).collect()
}

fn finding(number: usize, theme: &Theme) -> Finding {
    let short = |said: &&Said| {
        let text = said.wordings.first().map(|wording| wording.text.chars().count());
        said.name.is_some() && text.is_some_and(|length| length <= SHARP)
    };
    let quote = theme.said.iter().find(short).map(|said| {
        let wordings = said.wordings.first().cloned().into_iter().collect();
        Said { wordings, ..said.clone() }
    });
    Finding {
        headline: theme.headline.clone(),
        theme: number,
        owners: theme.owners,
        countries: theme.countries.len(),
        quote,
        sources: theme.sources.clone(),
    }
}

/// True for an article of which only the beginning is free to read.
fn is_walled(report: &Report<'_>) -> bool {
    matches!(report.article.standing, Standing::Paywall | Standing::Consent)
}
