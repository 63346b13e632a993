//! Atom 1.0 (RFC 4287) and 0.3.

use super::elements::{Element, Field};

/// What the element `local` (lower case) is.
pub(super) fn element(local: &str) -> Option<Element> {
    let field = match local {
        "feed" => return Some(Element::Root),
        "entry" => return Some(Element::Entry),
        "source" | "contributor" => return Some(Element::Foreign),
        "title" => Field::Title,
        "link" => Field::Link,
        "id" => Field::Guid,
        "published" | "issued" => Field::Published,
        "created" => Field::Created,
        "updated" | "modified" => Field::Updated,
        "summary" => Field::Summary,
        "content" => Field::Content,
        "author" => Field::Author,
        _ => return None,
    };
    Some(Element::Leaf(field))
}

/// True for elements that stand beside short ones, so that they end one left open.
pub(super) fn is_sibling(local: &str) -> bool {
    matches!(local, "id" | "updated" | "published" | "summary" | "content")
}
