//! What a page says of its article in JSON-LD.

use dom_query::NodeRef;
use serde_json::Value;

use super::meta::{Facts, plain};

/// Reads the first news article (or else the first page or post) described in the JSON-LD `scripts`.
pub(super) fn facts(scripts: &[NodeRef]) -> Facts {
    let mut best: Option<(u8, Facts)> = None;
    for script in scripts {
        let Some(value) = parse(&script.text()) else { continue };
        let mut items = Vec::new();
        collect(&value, &mut items, 0);
        for item in items {
            let rank = rank(item);
            if rank > 0 && best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, read(item)));
            }
        }
    }
    best.map(|(_, facts)| facts).unwrap_or_default()
}

/// Parses a script, forgiving comment and CDATA wrappers and raw line ends in strings.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let text = text.trim().trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&text).ok()
    })
}

fn collect<'a>(value: &'a Value, items: &mut Vec<&'a Value>, depth: usize) {
    match value {
        Value::Array(values) if depth < 4 => values.iter().for_each(|value| collect(value, items, depth + 1)),
        Value::Object(object) => {
            items.push(value);
            if let Some(graph) = object.get("@graph").or_else(|| object.get("mainEntity")) {
                collect(graph, items, depth + 1);
            }
        }
        _ => {}
    }
}

/// How well an item's type fits a news article; 0 not at all.
fn rank(item: &Value) -> u8 {
    let kinds: Vec<&str> = match item.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return 0,
    };
    let of = |kind: &&str| match kind
        .trim_start_matches("http://schema.org/")
        .trim_start_matches("https://schema.org/")
    {
        kind if kind.ends_with("NewsArticle") || kind == "LiveBlogPosting" => 4,
        kind if kind.ends_with("Article") || kind == "Report" => 3,
        kind if kind.ends_with("Posting") => 2,
        "WebPage" => 1,
        _ => 0,
    };
    kinds.iter().map(of).max().unwrap_or_default()
}

fn read(item: &Value) -> Facts {
    let text = |key: &str| item.get(key).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
    let page = rank(item) == 1;
    Facts {
        headline: text("headline").or_else(|| text("name")).filter(|_| !page),
        dek: text("alternativeHeadline")
            .filter(|text| text.split(' ').count() > 5)
            .or_else(|| text("description")),
        authors: item.get("author").map(names).unwrap_or_default(),
        site: item.get("publisher").and_then(|publisher| names(publisher).into_iter().next()),
        published: text("datePublished").or_else(|| text("dateCreated")),
        updated: text("dateModified"),
        language: item.get("inLanguage").and_then(|language| names(language).into_iter().next()),
        address: address(item),
        body: item.get("articleBody").and_then(Value::as_str).map(paragraphs),
        free: item.get("isAccessibleForFree").and_then(|free| match free {
            Value::Bool(free) => Some(*free),
            Value::String(free) => Some(!free.eq_ignore_ascii_case("false")),
            _ => None,
        }),
    }
}

/// The paragraphs of a text, one a line.
fn paragraphs(text: &str) -> String {
    text.lines().map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The names in a text, an object or a list of either.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![plain(name)],
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        Value::Array(values) => {
            values.iter().take(12).filter(|value| !value.is_array()).flat_map(names).collect()
        }
        _ => Vec::new(),
    }
}

fn address(item: &Value) -> Option<String> {
    let main = item.get("mainEntityOfPage");
    main.and_then(|main| main.as_str().or_else(|| main.get("@id").and_then(Value::as_str)))
        .or_else(|| item.get("url").and_then(Value::as_str))
        .filter(|address| address.starts_with("http"))
        .map(str::to_owned)
}
