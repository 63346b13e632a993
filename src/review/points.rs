//! What is reported of a story: its reports' own sentences, with who says so too.

use super::material::Report;
use super::outcome::Point;
use super::quoted::{is_sure, plain};
use super::story::Story;
use crate::brief::check::Against;
use crate::digest::topic::{self, Report as Topic};
use crate::text::Language;

/// Sentences that tell a story.
const SENTENCES: usize = 3;
/// Outlets whose sentences are looked at.
const READ: usize = 12;

/// Words somebody is quoted with that make a sentence theirs.
const SPOKEN: usize = 4;

/// The number of a report in the sources.
pub(super) type Number<'n> = &'n dyn Fn(&Report<'_>) -> usize;

/// Sentences of a story.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Those that tell it, best first.
    pub(super) told: Vec<Point>,
    /// All the others that are new.
    pub(super) others: Vec<Point>,
}

/// The sentences of a story that no earlier report has: one of the report whose headline stands for it, then what several
/// owners say, a sentence in the reader's language before others.
pub(super) fn points(story: &Story<'_>, reader: Option<Language>, number: Number<'_>) -> Told {
    let mut read: Vec<&Report<'_>> = story.originals().take(READ).collect();
    let lead = story.lead(reader);
    read.extend(lead.filter(|lead| read.iter().all(|report| report.id != lead.id)));
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
    let own = |point: topic::Point| {
        let language = language(&point);
        Point { text: point.text, language, sources: point.reports }
    };
    let mut told: Vec<topic::Point> = arranged.agreed.into_iter().chain(arranged.single).collect();
    let of_the_lead = |point: &&topic::Point| lead.is_some_and(|lead| lead.sentences.contains(&point.text));
    let unspoken = |point: &&topic::Point| !is_spoken(&own((*point).clone()), &topics);
    if let Some(first) = found.iter().filter(of_the_lead).find(unspoken) {
        told.retain(|other| !topic::one_point(first, other));
        told.insert(0, first.clone());
    }
    let mut told: Vec<Point> = told.into_iter().map(own).collect();
    // what the reader cannot read, and what stands below as somebody's words, is told only where nothing else is
    keep_if_any(&mut told, |point| reader.is_none_or(|reader| point.language == reader));
    keep_if_any(&mut told, |point| !is_spoken(point, &topics));
    told.truncate(SENTENCES);
    let is_told = |other: &Point| told.iter().any(|point| point.text == other.text);
    let others = found.into_iter().map(own);
    let others = others.filter(|other| !is_told(other) && !is_spoken(other, &topics)).collect();
    Told { told, others }
}

/// Keeps those that are so, or all where none is.
fn keep_if_any(points: &mut Vec<Point>, is_so: impl Fn(&Point) -> bool) {
    if points.iter().any(&is_so) {
        points.retain(is_so);
    }
}

/// Whether a sentence is made of words of somebody named or described, which are told as such.
fn is_spoken(point: &Point, topics: &[Topic<'_>]) -> bool {
    let sentence = plain(&point.text);
    let of = topics.iter().filter(|topic| point.sources.contains(&topic.number));
    of.flat_map(|topic| topic.quotes).filter(|quote| is_sure(quote)).any(|quote| {
        let words = plain(&quote.text);
        words.split(' ').count() >= SPOKEN && (sentence.contains(&words) || words.contains(&sentence))
    })
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
