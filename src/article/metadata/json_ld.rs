//! What a page says of its article in JSON-LD.
//!
//! In: the scripts and the page's own address. Out: the facts of the item that fits a news article best, what it
//! leaves out taken from the page's own item, and the names of the houses described. Items that are only pointed at
//! (`{"@id": …}`) are looked up.

use std::collections::HashMap;

use dom_query::NodeRef;
use serde_json::Value;

use super::facts::Facts;
use super::published::timestamp;
use super::site_name::Outlet;
use crate::text::lenient_json;
use crate::text::markup::plain_line;

/// How deep lists and graphs within one another are read.
const DEEPEST: usize = 4;
/// How many authors of an article are read.
const AUTHORS: usize = 12;

/// What the scripts say.
#[derive(Default)]
pub(super) struct Linked {
    pub(super) facts: Facts,
    /// Names of outlets and other houses.
    pub(super) houses: Vec<String>,
    /// The authors of the page, who may be whoever set it up.
    pub(super) page_authors: Vec<String>,
}

/// Reads the scripts; `own` is the address of the page.
pub(super) fn read(scripts: &[NodeRef], own: Option<&str>) -> Linked {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(&script.text())).collect();
    let mut items = Vec::new();
    values.iter().for_each(|value| collect(value, &mut items, 0));
    let graph = Graph::of(&items);
    let fitting = |wanted: std::ops::RangeInclusive<u8>| {
        let ranked = items.iter().map(|item| (rank(item), *item)).filter(|(rank, _)| wanted.contains(rank));
        // of equals the first, as the page's own stands before those of others
        ranked.rev().max_by_key(|(rank, item)| (*rank, is_at(item, own))).map(|(_, item)| graph.facts(item))
    };
    // who set a page up is not who wrote an article
    let mut page = fitting(1..=1).unwrap_or_default();
    let page_authors = std::mem::take(&mut page.authors);
    page.signers.clear();
    let facts = fitting(2..=u8::MAX).unwrap_or_default().or(page);
    let houses = items.iter().filter(|item| is_house(item));
    let houses = houses.filter_map(|item| item.get("name")).flat_map(|name| graph.names(name)).collect();
    Linked { facts, houses, page_authors }
}

/// Parses a script, forgiving comment and CDATA wrappers beside what is forgiven anywhere.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let text = text.trim().trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    lenient_json(text.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';'))
}

fn collect<'a>(value: &'a Value, items: &mut Vec<&'a Value>, depth: usize) {
    match value {
        Value::Array(values) if depth < DEEPEST => {
            values.iter().for_each(|value| collect(value, items, depth + 1));
        }
        Value::Object(object) => {
            items.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = object.get(key).filter(|inner| !inner.is_string() && depth < DEEPEST) {
                    collect(inner, items, depth + 1);
                }
            }
        }
        _ => {}
    }
}

/// The types of an item, without the vocabulary's address.
fn kinds(item: &Value) -> impl Iterator<Item = &str> {
    let (one, more) = match item.get("@type") {
        Some(Value::String(kind)) => (Some(kind.as_str()), None),
        Some(Value::Array(kinds)) => (None, Some(kinds)),
        _ => (None, None),
    };
    let more = more.into_iter().flatten().filter_map(Value::as_str);
    one.into_iter().chain(more).map(|kind| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind))
}

/// How well an item's type fits a news article; 1 for a page, 0 not at all.
fn rank(item: &Value) -> u8 {
    let of = |kind: &str| match kind {
        kind if kind.ends_with("NewsArticle") || kind == "LiveBlogPosting" => 4,
        kind if kind.ends_with("Article") || kind == "Report" => 3,
        kind if kind.ends_with("Posting") && kind != "JobPosting" => 2,
        "WebPage" | "ItemPage" | "AboutPage" => 1,
        _ => 0,
    };
    kinds(item).map(of).max().unwrap_or_default()
}

/// Whether an item is an outlet, a company or the site.
fn is_house(item: &Value) -> bool {
    kinds(item).any(|kind| {
        kind.ends_with("Organization")
            || matches!(kind, "WebSite" | "Corporation" | "Brand" | "LocalBusiness")
    })
}

/// Whether an item says to be about the page at `own`.
fn is_at(item: &Value, own: Option<&str>) -> bool {
    let path = |address: &str| {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let rest = rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
        rest.split_once('/').map(|(_, path)| path.to_owned())
    };
    own.is_some_and(|own| address(item).is_some_and(|named| path(&named) == path(own)))
}

/// The items of a page by their identifiers.
struct Graph<'a>(HashMap<&'a str, &'a Value>);

impl<'a> Graph<'a> {
    fn of(items: &[&'a Value]) -> Self {
        let named = items.iter().filter(|item| item.get("name").is_some());
        Self(named.filter_map(|item| Some((item.get("@id")?.as_str()?, *item))).collect())
    }

    /// The item itself, or the one it points at.
    fn whole<'v>(&'v self, value: &'v Value) -> &'v Value {
        let known = || self.0.get(value.get("@id")?.as_str()?).copied();
        if value.get("name").is_some() { value } else { known().unwrap_or(value) }
    }

    fn facts(&self, item: &Value) -> Facts {
        let text = |key: &str| {
            item.get(key).and_then(first_text).map(|text| plain_line(&text)).filter(|text| !text.is_empty())
        };
        let instant = |keys: [&str; 2]| keys.iter().find_map(|key| timestamp::readable(text(key)?));
        let page = rank(item) == 1;
        Facts {
            headline: text("headline").or_else(|| text("name")).filter(|_| !page),
            dek: text("alternativeHeadline")
                .filter(|text| text.split(' ').count() > 5)
                .or_else(|| text("description")),
            authors: ["author", "creator"]
                .iter()
                .map(|key| item.get(key).map(|value| self.people(value)).unwrap_or_default())
                .find(|names| !names.is_empty())
                .unwrap_or_default(),
            signers: ["author", "creator"]
                .iter()
                .filter_map(|key| item.get(key))
                .flat_map(|value| self.names(value))
                .collect(),
            site: item.get("publisher").and_then(|publisher| self.names(publisher).into_iter().next()),
            published: instant(["datePublished", "dateCreated"]).into_iter().collect(),
            shown: None,
            dated: None,
            updated: instant(["dateModified", "dateModified"]),
            language: item.get("inLanguage").and_then(|language| self.names(language).into_iter().next()),
            address: address(item),
            body: item.get("articleBody").and_then(Value::as_str).map(paragraphs),
            byline: None,
            signed: None,
            outlet: Outlet::default(),
            free: item
                .get("isAccessibleForFree")
                .or_else(|| item.get("hasPart")?.get("isAccessibleForFree"))
                .and_then(free),
        }
    }

    /// The names in a text, an object or a list of either.
    fn names(&self, value: &Value) -> Vec<String> {
        match self.whole(value) {
            Value::String(name) => vec![plain_line(name)],
            // a name is no item, whatever the page says: items that name one another would never end
            Value::Object(object) => {
                object.get("name").and_then(first_text).map(|name| plain_line(&name)).into_iter().collect()
            }
            Value::Array(values) => {
                let values = values.iter().take(AUTHORS).filter(|value| !value.is_array());
                values.flat_map(|value| self.names(value)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The names in `value` but those of items that are said to be houses.
    fn people(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Array(values) => {
                let values = values.iter().take(AUTHORS).filter(|value| !value.is_array());
                values.flat_map(|value| self.people(value)).collect()
            }
            value if is_house(self.whole(value)) => Vec::new(),
            value => {
                let given = |key: &str| self.whole(value).get(key)?.as_str();
                match (given("givenName"), given("familyName"), given("name")) {
                    (Some(given), Some(family), None | Some("")) => {
                        vec![plain_line(&format!("{given} {family}"))]
                    }
                    _ => self.names(value),
                }
            }
        }
    }
}

/// A text, a number, or the first of a list of either.
fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.first().filter(|first| !first.is_array()).and_then(first_text),
        Value::Object(object) => object.get("@value").filter(|value| value.is_string()).and_then(first_text),
        _ => None,
    }
}

fn free(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(free) => Some(*free),
        Value::String(free) => {
            Some(!["false", "no", "0"].iter().any(|no| free.trim().eq_ignore_ascii_case(no)))
        }
        _ => None,
    }
}

/// The paragraphs of a text, one a line.
fn paragraphs(text: &str) -> String {
    text.lines().map(plain_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn address(item: &Value) -> Option<String> {
    let main = item.get("mainEntityOfPage");
    main.and_then(|main| main.as_str().or_else(|| main.get("@id").and_then(Value::as_str)))
        .filter(|address| address.starts_with("http"))
        .or_else(|| item.get("url").and_then(Value::as_str))
        .filter(|address| address.starts_with("http"))
        .map(str::to_owned)
}
