//! What only one side reports.
//!
//! Nothing is said where it cannot be known: of outlets without a label, and of sentences that the other side could only
//! have in a language that cannot be compared with theirs.

use super::material::Report;
use super::outcome::{OneSided, Point, Side};
use super::points::{Number, Told};
use super::story::Story;
use crate::brief::check::Against;
use crate::people::offices::Country;
use crate::source::Ownership;
use crate::statement::{Reading, compare};

/// Sentences named of one story.
const MOST: usize = 2;
/// What a sentence of another language shares with this one, as a share of the shorter and in weight, to be the same.
const CONTAINED: f32 = 0.5;
const SHARED: f32 = 1.5;

/// What only one side reports of a story: all of it, or some of its sentences.
pub(super) fn one_sided(story: &Story<'_>, told: &Told, number: Number<'_>) -> Vec<OneSided> {
    let all: Vec<&Report<'_>> = story.reports.iter().collect();
    if let Some(side) = side(&all).filter(|side| *side == Side::State || story.owners().len() > 1) {
        return vec![OneSided { side, point: None }];
    }
    let points = told.told.iter().chain(&told.others);
    let alone: Vec<(&Point, Side)> =
        points.filter_map(|point| Some((point, alone(story, point, number)?))).collect();
    if alone.is_empty() {
        return Vec::new();
    }
    let read: Vec<(&Report<'_>, Against<'_>)> =
        story.originals().map(|report| (report, Against::of(report.article, report.quotes))).collect();
    let told_across = |point: &Point, side: Side| {
        let across = read
            .iter()
            .filter(|(report, _)| !point.sources.contains(&number(report)) && !is_of(report, side));
        across.into_iter().any(|(report, against)| says(report, against, point))
    };
    alone
        .into_iter()
        .filter(|(point, side)| !told_across(point, *side))
        .take(MOST)
        .map(|(point, side)| OneSided { side, point: Some(point.clone()) })
        .collect()
}

/// The side whose reports alone are known to have a sentence, where another side has a report in that language.
fn alone(story: &Story<'_>, point: &Point, number: Number<'_>) -> Option<Side> {
    let has = |report: &&Report<'_>| point.sources.contains(&number(report));
    let (own, others): (Vec<&Report<'_>>, Vec<&Report<'_>>) = story.originals().partition(has);
    let side = side(&own)?;
    // one report of one outlet is no side, unless a state speaks through it
    let enough = side == Side::State || own.len() > 1;
    let comparable =
        others.iter().any(|report| !is_of(report, side) && report.article.language == point.language);
    (enough && comparable).then_some(side)
}

/// The one side that all of these are of, if each has a label.
fn side(reports: &[&Report<'_>]) -> Option<Side> {
    let labels: Option<Vec<(Ownership, Country)>> =
        reports.iter().map(|report| report.label.map(|label| (label.ownership, label.country))).collect();
    let labels = labels?;
    let (_, first) = *labels.first()?;
    if labels.iter().all(|(ownership, _)| is_state(*ownership)) {
        return Some(Side::State);
    }
    labels.iter().all(|(_, country)| *country == first).then_some(Side::Country(first))
}

fn is_of(report: &Report<'_>, side: Side) -> bool {
    report.label.is_some_and(|label| match side {
        Side::State => is_state(label.ownership),
        Side::Country(country) => label.country == country,
    })
}

fn is_state(ownership: Ownership) -> bool {
    matches!(ownership, Ownership::StateControlled | Ownership::Government)
}

/// Whether a report may say what a sentence says.
fn says(report: &Report<'_>, against: &Against<'_>, point: &Point) -> bool {
    if report.article.language == point.language {
        return against.says_too(&point.text);
    }
    let own = Reading::of(&point.text, point.language);
    let texts = report.sentences.iter().map(String::as_str).chain([report.title()]);
    texts.into_iter().any(|text| {
        let compared = compare(&own, &Reading::of(text, report.article.language));
        compared.containment() >= CONTAINED && compared.shared >= SHARED
    })
}
