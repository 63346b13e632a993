//! RSS 0.9x and 2.0 (rssboard.org/rss-specification), and what the two have in common with RSS 1.0.

use super::elements::{Element, Field};

/// What the element `local` (lower case) is.
pub(super) fn element(local: &str) -> Option<Element> {
    let field = match local {
        "rss" | "channel" => return Some(Element::Root),
        "item" => return Some(Element::Entry),
        "image" | "textinput" | "source" | "cloud" => return Some(Element::Foreign),
        "title" => Field::Title,
        "link" => Field::Link,
        "guid" => Field::Guid,
        "pubdate" => Field::Published,
        "description" => Field::Summary,
        "fullitem" | "body" => Field::Content,
        "author" => Field::Author,
        "language" => Field::Language,
        "ttl" => Field::Ttl,
        "hour" => Field::SkipHour,
        "day" => Field::SkipDay,
        _ => return None,
    };
    Some(Element::Leaf(field))
}

/// True for elements that stand beside short ones, so that they end one left open.
pub(super) fn is_sibling(local: &str) -> bool {
    matches!(
        local,
        "title"
            | "link"
            | "guid"
            | "pubdate"
            | "description"
            | "category"
            | "comments"
            | "enclosure"
            | "encoded"
    )
}
