//! JSON Feed, read leniently: numbers where strings belong and missing fields do not matter.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use url::Url;

use super::dates;
use super::parsed::{MOST_ENTRIES, ParsedEntry, ParsedFeed};
use crate::text::lenient_json;

/// Reads a JSON feed; `None` unless it is an object with a list `items` or a JSON Feed version.
pub(super) fn read(text: &str, base: Option<&Url>) -> Option<ParsedFeed> {
    let value = sound(text).or_else(|| lenient_json(text))?;
    let versioned =
        value.get("version").and_then(Value::as_str).is_some_and(|version| version.contains("jsonfeed.org"));
    let items = value.get("items").and_then(Value::as_array);
    if !versioned && items.is_none_or(|items| items.iter().any(|item| !item.is_object())) {
        return None;
    }
    let mut feed = ParsedFeed {
        title: string(&value, "title"),
        link: string(&value, "home_page_url"),
        language: string(&value, "language"),
        entries: items.into_iter().flatten().take(MOST_ENTRIES).map(|item| entry(item, base)).collect(),
        ..ParsedFeed::default()
    };
    feed.hints.own_url = string(&value, "feed_url");
    feed.hints.hub = value
        .get("hubs")
        .and_then(Value::as_array)
        .and_then(|hubs| hubs.iter().find_map(|hub| string(hub, "url")));
    Some(feed)
}

/// Reads sound JSON without the items after [`MOST_ENTRIES`], so that they never stand in memory; `None` where it needs
/// mending.
fn sound(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{feff}')).ok().map(|Feed(fields)| Value::Object(fields))
}

/// The fields of a feed.
struct Feed(Map<String, Value>);

impl<'de> Deserialize<'de> for Feed {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Feed;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut input: A) -> Result<Feed, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = input.next_key::<String>()? {
            let value = if key == "items" { input.next_value::<Items>()?.0 } else { input.next_value()? };
            fields.insert(key, value);
        }
        Ok(Feed(fields))
    }
}

/// The list of items as far as it is kept.
struct Items(Value);

impl<'de> Deserialize<'de> for Items {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_seq(List).map(Items)
    }
}

struct List;

impl<'de> Visitor<'de> for List {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut input: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < MOST_ENTRIES
            && let Some(item) = input.next_element()?
        {
            items.push(item);
        }
        while input.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Array(items))
    }
}

fn entry(item: &Value, base: Option<&Url>) -> ParsedEntry {
    let link = string(item, "url").or_else(|| string(item, "external_url"));
    let list = item.get("authors").and_then(Value::as_array).into_iter().flatten();
    ParsedEntry {
        guid: string(item, "id"),
        link: link.map(|link| match base.map(|base| base.join(&link)) {
            Some(Ok(joined)) if Url::parse(&link).is_err() => joined.into(),
            _ => link,
        }),
        title: string(item, "title"),
        published: string(item, "date_published").and_then(|date| dates::parse(&date)),
        updated: string(item, "date_modified").and_then(|date| dates::parse(&date)),
        summary: string(item, "summary"),
        content: string(item, "content_html")
            .or_else(|| string(item, "content_text").map(|text| paragraphs(&text))),
        authors: item
            .get("author")
            .into_iter()
            .chain(list)
            .filter_map(|author| string(author, "name"))
            .collect(),
    }
}

fn string(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Plain text as HTML.
fn paragraphs(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let lines = escaped.split('\n').filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| ["<p>", line, "</p>"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_there() {
        let text = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Desk","items":[
            {"id":7,"url":"/a","title":"One","content_text":"x < y","date_published":"2026-02-03T12:00:00Z","author":{"name":"Ann"}},{}]}"#;
        let feed = read(text, Url::parse("https://desk.example/feed").ok().as_ref()).unwrap();
        assert_eq!(feed.entries.len(), 2);
        let first = &feed.entries[0];
        assert_eq!(
            (first.guid.as_deref(), first.link.as_deref()),
            (Some("7"), Some("https://desk.example/a"))
        );
        assert_eq!(first.content.as_deref(), Some("<p>x &lt; y</p>"));
        assert_eq!(first.authors, ["Ann"]);
    }

    #[test]
    fn items_after_the_most_that_are_kept_are_left_out() {
        let items = |count: usize| vec![r#"{"id":"a"}"#; count].join(",");
        for mark in ["", ","] {
            let text = format!(
                r#"{{"version":"https://jsonfeed.org/version/1","items":[{}{mark}]}}"#,
                items(20_100)
            );
            assert_eq!(read(&text, None).unwrap().entries.len(), MOST_ENTRIES, "{mark}");
        }
    }

    #[test]
    fn a_template_that_writes_one_comma_too_many_is_read() {
        let text = "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\", \"title\": \"Ferry\u{8} sails\\ud83d, ]\",}, {\"id\": \"2\"},], }";
        let titles: Vec<_> = read(text, None).unwrap().entries.into_iter().map(|entry| entry.title).collect();
        assert_eq!(titles, [Some("Ferry sails, ]".to_owned()), None]);
    }

    #[test]
    fn other_json_is_no_feed() {
        for text in ["{}", "[]", r#"{"items":[1]}"#, "{", r#"{"error":"no"}"#] {
            assert!(read(text, None).is_none(), "{text}");
        }
    }
}
