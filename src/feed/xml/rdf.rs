//! RSS 1.0 and 0.90, which stand on RDF (web.resource.org/rss/1.0); its items are those of [`super::rss`].

use super::elements::Element;
use crate::text::markup::{attributes, unescape};

/// What the element `local` (lower case) is.
pub(super) fn element(local: &str) -> Option<Element> {
    (local == "rdf").then_some(Element::Root)
}

/// What an entry is about, by its attributes: `rdf:about`.
pub(super) fn about(inside: &str) -> Option<String> {
    let named = |name: &str| ["rdf:about", "about"].iter().any(|about| name.eq_ignore_ascii_case(about));
    let (_, value) = attributes(inside).filter(|(name, _)| named(name)).last()?;
    Some(unescape(value).trim().to_owned())
}
