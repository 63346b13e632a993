//! What is reported of a story: its reports' own sentences, with who says so too.

use super::material::Report;
use super::outcome::Point;
use super::story::Story;
use crate::brief::check::Against;
use crate::digest::topic::{self, Report as Topic};
use crate::text::Language;

/// Sentences that tell a story.
const SENTENCES: usize = 3;
/// Outlets whose sentences are looked at.
const READ: usize = 12;

/// The number of a report in the sources.
pub(super) type Number<'n> = &'n dyn Fn(&Report<'_>) -> usize;

/// Sentences of a story.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Those that tell it, best first.
    pub(super) told: Vec<Point>,
    /// All the others that are new, each with the language it is in.
    pub(super) others: Vec<(Point, Language)>,
}

/// The sentences of a story that no earlier report has: what several owners say first, a sentence in the reader's language
/// before others.
pub(super) fn points(story: &Story<'_>, reader: Option<Language>, number: Number<'_>) -> Told {
    let read: Vec<&Report<'_>> = story.originals().take(READ).collect();
    let topics: Vec<Topic<'_>> = read.iter().map(|report| topic(report, number(report))).collect();
    let known: Vec<(Language, Against<'_>)> = story
        .earlier
        .iter()
        .map(|report| (report.article.language, Against::of(report.article, report.quotes)))
        .collect();
    let language = |point: &topic::Point| {
        let of = topics.iter().find(|topic| point.reports.contains(&topic.number));
        of.map_or_else(Language::default, |topic| topic.article.language)
    };
    let is_new = |point: &topic::Point| {
        let own = language(point);
        !known.iter().any(|(other, against)| *other == own && against.says_too(&point.text))
    };
    let mut found = topic::points(&topics, "");
    found.retain(is_new);
    found.sort_by_key(|point| reader.is_some_and(|reader| language(point) != reader));
    let arranged = topic::arrange(found.clone(), &topics);
    let mut told: Vec<Point> =
        arranged.agreed.into_iter().chain(arranged.single).take(SENTENCES).map(point).collect();
    if let Some(reader) = reader {
        // what the reader cannot read is told only where nothing else is
        let foreign = |point: &Point| {
            language(&topic::Point { text: String::new(), reports: point.sources.clone() }) != reader
        };
        if told.iter().any(|point| !foreign(point)) {
            told.retain(|point| !foreign(point));
        }
    }
    let is_told = |other: &Point| told.iter().any(|point| point.text == other.text);
    let others = found.into_iter().map(|one| (language(&one), point(one)));
    let others =
        others.filter(|(_, other)| !is_told(other)).map(|(language, point)| (point, language)).collect();
    Told { told, others }
}

fn topic<'a>(report: &Report<'a>, number: usize) -> Topic<'a> {
    Topic {
        number,
        owner: report.label.map_or(report.outlet, |label| label.owner),
        article: report.article,
        quotes: report.quotes,
        sentences: report.sentences,
    }
}

fn point(point: topic::Point) -> Point {
    Point { text: point.text, sources: point.reports }
}
