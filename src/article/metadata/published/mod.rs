//! When an article was published, as far as a page's metadata and the elements beside its headline tell.
//!
//! The order of trust: what metadata calls the publication; a time or a dated line beside headline or byline; what metadata
//! only calls a date; the dateline; the address. Never running text, captions, headings, comments or embedded posts.

pub(in crate::article) mod date_in_words;
pub(in crate::article) mod dated_line;
pub(in crate::article) mod order;
pub(in crate::article) mod page_clock;
pub(in crate::article) mod timestamp;

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use dom_query::NodeRef;

use super::candidates::{Candidates, Marked};
use super::facts::Facts;
use super::headline_position::HeadlinePosition;
use crate::article::html::inner_text::inner_text;
use crate::article::html::prose::ends_sentence;
use crate::text::letters;
use date_in_words::{found, moment};
use order::Order;

/// How many elements from the headline a time may stand that tells the day of its article.
const NEAR: usize = 60;
/// How many elements from the name of an author.
const BESIDE: usize = 12;
/// How many of the elements that tell the day of publication are read, the nearest: it bounds the work.
const MOST: usize = 40;
/// A longer block is running text, in characters.
const LABEL: usize = 160;
/// The same of a block that ends a sentence.
const SENTENCE: usize = 60;

/// What a marked element says of an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Published,
    Time,
    Class,
    Updated,
}

/// The instants that elements marked as the time of publication tell. Far from the headline they are of the page's other
/// articles, unless all are of one day or the `headline` stands beside them again.
pub(super) fn marked(
    candidates: &Candidates<'_>,
    head: &HeadlinePosition,
    headline: Option<&str>,
) -> Vec<String> {
    let order = candidates.order;
    let mut marked: Vec<_> = candidates
        .times
        .iter()
        .filter(|time| mark(&time.node) == Mark::Published && !head.is_in_other(&time.node))
        .collect();
    marked.sort_by_key(|time| head.distance(time.at));
    marked.truncate(MOST);
    let headline = headline.map(letters).filter(|headline| !headline.is_empty());
    let is_own = |time: &Marked| {
        head.distance(time.at) <= NEAR
            || headline.as_deref().is_some_and(|headline| stands_beside(headline, &time.node, head))
    };
    let read = |time: &&Marked| Some((is_own(time), instant_of(&time.node, order)?));
    let read: Vec<_> = marked.iter().filter_map(read).collect();
    let instants: Vec<_> = read.iter().map(|(_, read)| *read).collect();
    let any = agreed(&instants).is_some();
    read.into_iter().filter(|(own, _)| *own || any).map(|(_, read)| read.to_rfc3339()).collect()
}

/// Whether the words of a small element around `node`, in which the headline does not stand, hold its letters.
fn stands_beside(headline: &str, node: &NodeRef, head: &HeadlinePosition) -> bool {
    const AROUND: usize = 4;
    const SMALL: usize = 1000;
    let around = node.ancestors_it(Some(AROUND)).take_while(|above| !head.is_within(above));
    let mut around = around.map(|above| inner_text(&above));
    around.any(|text| text.len() < SMALL && letters(&text).contains(headline))
}

/// The instant that a time beside the headline or the byline tells, or an element called a date; failing those the one
/// that all the article's times agree on.
pub(super) fn shown(candidates: &Candidates<'_>, head: &HeadlinePosition) -> Option<String> {
    let order = candidates.order;
    let beside_author = |time: &Marked| {
        candidates
            .authors
            .iter()
            .any(|author| author.at.abs_diff(time.at) <= BESIDE && !head.is_elsewhere(&author.node))
    };
    let mut told: Vec<_> = candidates
        .times
        .iter()
        .map(|time| (mark(&time.node), head.distance(time.at), time))
        .filter(|(mark, _, time)| *mark != Mark::Updated && !is_labelled(&time.node, dated_line::is_update))
        .filter(|(_, _, time)| !head.is_elsewhere(&time.node) && !is_of_something_else(&time.node))
        .collect();
    told.sort_by_key(|(mark, distance, _)| (*mark, *distance));
    let is_near = |distance: usize, time: &Marked| {
        distance <= NEAR
            || beside_author(time)
            || time.node.ancestors_it(None).any(|above| above.has_name("h1"))
            || is_labelled(&time.node, dated_line::is_publication)
    };
    let mut near = told.iter().filter(|(_, distance, time)| is_near(*distance, time));
    let read = near.find_map(|(_, _, time)| instant_of(&time.node, order));
    let all = || {
        let mut all = told.iter().filter_map(|(_, _, time)| instant_of(&time.node, order));
        let first = all.next()?;
        all.all(|other| other.date_naive() == first.date_naive()).then_some(first)
    };
    let settled = || {
        let mut near = told.iter().filter(|(_, distance, time)| is_near(*distance, time));
        near.find_map(|(_, _, time)| settled(&inner_text(&time.node), &candidates.times, order))
    };
    read.or_else(settled).or_else(all).map(|read| read.to_rfc3339())
}

/// The day that numbers tell which may be read in two orders, where one of the page's other `times` tells the same day
/// in words or in the order of machines.
fn settled(text: &str, times: &[Marked], order: Order) -> Option<DateTime<FixedOffset>> {
    let [one, other] = [Order::DayFirst, Order::MonthFirst].map(|order| moment(text, order));
    let days: HashSet<_> =
        times.iter().filter_map(|time| instant_of(&time.node, order)).map(|read| read.date_naive()).collect();
    let told =
        |read: &Option<DateTime<FixedOffset>>| read.is_some_and(|read| days.contains(&read.date_naive()));
    match (told(&one), told(&other)) {
        (true, false) => one,
        (false, true) => other,
        _ => None,
    }
}

/// Whether what is only called a date tells another day than what is stated, and not that of the last change.
pub(in crate::article) fn is_disputed(stated: DateTime<FixedOffset>, facts: &Facts) -> bool {
    let instant = |text: &Option<String>| text.as_deref().and_then(timestamp::instant);
    let day = |text: &Option<String>| instant(text).map(|read| read.date_naive());
    let dated = day(&facts.dated).filter(|dated| day(&facts.updated) != Some(*dated));
    dated.is_some_and(|dated| dated != stated.date_naive())
}

/// The first of several instants, if all are of one day.
pub(in crate::article) fn agreed(instants: &[DateTime<FixedOffset>]) -> Option<DateTime<FixedOffset>> {
    let first = *instants.first()?;
    instants.iter().all(|other| other.date_naive() == first.date_naive()).then_some(first)
}

/// Of what is stated of publication the time that readers see, or else the surest; failing those what stands beside the
/// headline, in a `line` or a time, and last what is only called a date.
pub(in crate::article) fn chosen(
    stated: &[DateTime<FixedOffset>],
    facts: &Facts,
    line: Option<DateTime<FixedOffset>>,
) -> Option<DateTime<FixedOffset>> {
    let instant = |text: &Option<String>| text.as_deref().and_then(timestamp::instant);
    let (time, dated) = (instant(&facts.shown), instant(&facts.dated));
    let of_day =
        |day: DateTime<FixedOffset>, other: &DateTime<FixedOffset>| other.date_naive() == day.date_naive();
    // a time tells the hour, too
    let seen = time.filter(|time| line.is_none_or(|line| of_day(line, time))).or(line);
    let witnessed = stated.iter().find(|stated| seen.is_some_and(|seen| of_day(seen, stated)));
    let twice = dated.filter(|dated| [line, time].into_iter().flatten().any(|seen| of_day(seen, dated)));
    // what two tags tell is surer than what one does
    let seconded = stated.iter().find(|stated| dated.is_some_and(|dated| of_day(dated, stated)));
    let changed = instant(&facts.updated);
    let surer =
        twice.filter(|twice| witnessed.is_none() && changed.is_none_or(|changed| !of_day(changed, twice)));
    surer.or(witnessed.or(seconded).or(stated.first()).copied()).or(twice).or(seen).or(dated)
}

/// Whether a label of this kind stands right before a time.
fn is_labelled(time: &NodeRef, is_label: impl Fn(&str) -> bool) -> bool {
    const FEW: usize = 4;
    let before = std::iter::successors(time.prev_sibling(), NodeRef::prev_sibling).take(FEW);
    let mut words = before.map(|node| node.text()).filter(|text| !text.trim().is_empty());
    words.next().is_some_and(|text| is_label(&text)) || words.next().is_some_and(|text| is_label(&text))
}

/// Whether an element stands in running text, a caption, a quotation, an embedded post or a comment.
fn is_of_something_else(node: &NodeRef) -> bool {
    const EMBEDDED: [&str; 14] = [
        "tweet",
        "twitter",
        "instagram",
        "facebook",
        "fb",
        "tiktok",
        "telegram",
        "embed",
        "embedded",
        "caption",
        "quote",
        "comment",
        "comments",
        "replies",
    ];
    let holds = ["figure", "figcaption", "blockquote", "q", "h2", "h3", "h4", "h5", "h6"];
    // the classes of the whole page tell what may be embedded in it
    let whole = ["html", "body", "main", "article"];
    let embedded = |above: &NodeRef| {
        !whole.iter().any(|name| above.has_name(name))
            && above.attr("class").is_some_and(|class| {
                let class = class.to_ascii_lowercase();
                class.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| EMBEDDED.contains(&word))
            })
    };
    let within = |above: &NodeRef| holds.iter().any(|name| above.has_name(name)) || embedded(above);
    let block = node.ancestors_it(Some(3)).find(|above| above.has_name("p"));
    node.ancestors_it(None).any(|above| within(&above))
        || block.is_some_and(|block| is_running(&inner_text(&block)))
}

/// Whether the words of a block are running text and no line of names and days.
fn is_running(text: &str) -> bool {
    let length = text.chars().take(LABEL + 1).count();
    length > LABEL || length > SENTENCE && ends_sentence(text)
}

fn mark(node: &NodeRef) -> Mark {
    let values = ["itemprop", "property", "class", "id"].iter().filter_map(|name| node.attr(name));
    let values = values.map(|value| value.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
    let says = |words: &[&str]| words.iter().any(|word| values.contains(word));
    if says(&["modified", "update", "changed", "edited"]) && !says(&["published"]) || words_of_update(node) {
        Mark::Updated
    } else if node.has_attr("pubdate") || says(&["datepublished", "dt-published", "entry-date published"]) {
        Mark::Published
    } else if node.has_name("time") {
        Mark::Time
    } else {
        Mark::Class
    }
}

/// Whether an element's own words say that its day is that of a change: `Last updated on 14 February 2026`.
fn words_of_update(node: &NodeRef) -> bool {
    const LONGEST: usize = 80;
    let text = inner_text(node);
    let day = (text.len() <= LONGEST).then(|| found(&text, Order::DayFirst)).flatten();
    day.and_then(|(at, _)| text.get(..at.start)).is_some_and(dated_line::is_update)
}

/// The instant in the attributes or else in the words of an element.
fn instant_of(node: &NodeRef, order: Order) -> Option<DateTime<FixedOffset>> {
    const LONGEST: usize = 120;
    const ATTRIBUTES: [&str; 7] =
        ["datetime", "content", "data-datetime", "data-timestamp", "data-date", "data-published", "title"];
    let told = ATTRIBUTES.iter().filter_map(|name| node.attr(name));
    told.map(|text| text.to_string())
        .find_map(|text| timestamp::instant(&text).or_else(|| moment(&text, order)))
        .or_else(|| {
            let text = node.descendants_it().filter(NodeRef::is_text).map(|text| text.text()).take(12);
            let text = text.map(|text| text.trim().to_owned()).collect::<Vec<_>>().join(" ");
            (text.len() <= LONGEST).then(|| {
                timestamp::instant(&text)
                    .or_else(|| moment(&text, order))
                    .or_else(|| timestamp::short_day(&text))
            })?
        })
}
