//! When an article was published, as far as marked elements and the page's address tell.

pub(in crate::article) mod date_in_words;
pub(in crate::article) mod timestamp;

use chrono::{DateTime, TimeDelta, Utc};
use dom_query::NodeRef;
use url::Url;

use super::candidates::Candidates;
use super::headline_position::HeadlinePosition;
use date_in_words::{Order, moment};

/// What a marked element says of an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Published,
    Time,
    Class,
    Updated,
}

/// The instant of publication that elements and the page's address tell, the surest first.
pub(super) fn told(
    candidates: &Candidates<'_>,
    head: &HeadlinePosition,
    own: Option<&str>,
) -> Option<String> {
    let order = Order::of_tag(candidates.language.as_deref());
    let mut told: Vec<_> =
        candidates.times.iter().map(|time| (mark(&time.node), head.distance(time.at), time.node)).collect();
    told.sort_by_key(|(told, distance, _)| (*told, *distance));
    let addressed = own.and_then(|own| timestamp::day_in_address(Url::parse(own).ok()?.path()));
    let near = |read: &DateTime<Utc>| addressed.is_none_or(|day| (*read - day).abs() < TimeDelta::days(3));
    let ours = told.iter().filter(|(told, _, node)| *told == Mark::Published || !head.is_elsewhere(node));
    let read = ours.into_iter().find_map(|(told, _, node)| {
        instant_of(node, order).filter(|read| *told == Mark::Published || near(read))
    });
    read.or(addressed).map(|read| read.to_rfc3339())
}

fn mark(node: &NodeRef) -> Mark {
    let values = ["itemprop", "property", "class", "id"].iter().filter_map(|name| node.attr(name));
    let values = values.map(|value| value.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
    let says = |words: &[&str]| words.iter().any(|word| values.contains(word));
    if says(&["modified", "update", "changed", "edited"]) && !says(&["published"]) {
        Mark::Updated
    } else if node.has_attr("pubdate") || says(&["datepublished", "dt-published", "entry-date published"]) {
        Mark::Published
    } else if node.has_name("time") {
        Mark::Time
    } else {
        Mark::Class
    }
}

/// The instant in the attributes or else in the words of an element.
fn instant_of(node: &NodeRef, order: Order) -> Option<DateTime<Utc>> {
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
