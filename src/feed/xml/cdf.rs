//! The Channel Definition Format (w3.org/TR/NOTE-CDFsubmit.html): addresses and days stand in attributes.

use super::elements::{Element, Field};
use crate::text::markup::attributes;

/// What the element `local` (lower case) is.
pub(super) fn element(local: &str) -> Option<Element> {
    (local == "lastmod").then_some(Element::Leaf(Field::Updated))
}

/// The address of a channel or an item, as written.
pub(super) fn href(inside: &str) -> Option<&str> {
    attribute(inside, "href")
}

/// When an item was changed, as written.
pub(super) fn changed(inside: &str) -> Option<&str> {
    attribute(inside, "lastmod")
}

fn attribute<'a>(inside: &'a str, wanted: &str) -> Option<&'a str> {
    attributes(inside).filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).last().map(|(_, value)| value)
}
