//! Namespaces that feeds of every format use: Dublin Core, content, media, podcast, syndication, XHTML.

use super::elements::{Element, Field};
use super::namespaces::Namespace;
use super::{atom, cdf, rdf, rss};

/// What the element `local` (lower case) of a namespace is; `None` for one that is looked through.
pub(super) fn element(namespace: Namespace, local: &str) -> Option<Element> {
    let field = match (namespace, local) {
        (Namespace::Rdf, _) => return rdf::element(local),
        (Namespace::DublinCore, "title") => Field::Title,
        (Namespace::DublinCore, "date") | (Namespace::DublinTerms, "modified") => Field::Updated,
        (Namespace::DublinCore, "description") => Field::Summary,
        (Namespace::DublinCore, "author" | "creator") | (Namespace::Feed, "creator") => Field::Author,
        (Namespace::DublinCore, "language") => Field::Language,
        (Namespace::DublinTerms, "issued") => Field::Published,
        (Namespace::DublinTerms, "created") => Field::Created,
        (Namespace::Content, "encoded") | (Namespace::Xhtml, "body") => Field::Content,
        (Namespace::Media, "title") => Field::MediaTitle,
        (Namespace::Syndication, "updateperiod") => Field::UpdatePeriod,
        (Namespace::Syndication, "updatefrequency") => Field::UpdateFrequency,
        (Namespace::Feed, _) => {
            let formats = [rss::element, atom::element, rdf::element, cdf::element];
            return formats.iter().find_map(|format| format(local));
        }
        _ => return None,
    };
    Some(Element::Leaf(field))
}
