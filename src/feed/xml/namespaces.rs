//! Namespaces: by their addresses, and by the prefixes usual for them where a feed declares none.

use crate::text::markup::attributes;

/// More namespace prefixes are not remembered.
const MOST_PREFIXES: usize = 64;

/// A namespace as far as the reader cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// RSS of any version and Atom.
    Feed,
    DublinCore,
    DublinTerms,
    Content,
    Media,
    Podcast,
    Syndication,
    Xhtml,
    Rdf,
    Other,
}

impl Namespace {
    /// The namespace a URI stands for; `None` for one nobody knows.
    fn of_uri(uri: &str) -> Option<Self> {
        let uri = uri.trim().to_ascii_lowercase();
        let rest = uri.strip_prefix("http://").or_else(|| uri.strip_prefix("https://")).unwrap_or(&uri);
        Some(match rest.trim_end_matches(['/', '#']) {
            "purl.org/dc/elements/1.1" | "purl.org/dc/elements/1.0" => Self::DublinCore,
            "purl.org/dc/terms" => Self::DublinTerms,
            "purl.org/rss/1.0/modules/content" => Self::Content,
            "search.yahoo.com/mrss" => Self::Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" => Self::Podcast,
            "purl.org/rss/1.0/modules/syndication" => Self::Syndication,
            "www.w3.org/1999/xhtml" => Self::Xhtml,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => Self::Rdf,
            "www.w3.org/2005/atom"
            | "purl.org/atom/ns"
            | "purl.org/rss/1.0"
            | "purl.org/rss/2.0"
            | "my.netscape.com/rdf/simple/0.9"
            | "channel.netscape.com/rdf/simple/0.9"
            | "purl.org/net/rss1.1"
            | "purl.org/rss/1.0/modules/rss091"
            | "backend.userland.com/rss"
            | "backend.userland.com/rss2"
            | "backend.userland.com/rss091"
            | "blogs.law.harvard.edu/tech/rss"
            | "my.netscape.com/publish/formats/rss-0.91.dtd" => Self::Feed,
            _ => return None,
        })
    }

    /// The namespace a prefix usually stands for.
    fn of_prefix(prefix: &str) -> Self {
        match prefix.to_ascii_lowercase().as_str() {
            "" | "rss" | "atom" | "atom10" | "atom03" | "a" | "a10" | "rss091" => Self::Feed,
            "dc" => Self::DublinCore,
            "dcterms" => Self::DublinTerms,
            "content" => Self::Content,
            "media" => Self::Media,
            "itunes" => Self::Podcast,
            "sy" => Self::Syndication,
            "xhtml" => Self::Xhtml,
            "rdf" => Self::Rdf,
            _ => Self::Other,
        }
    }
}

/// The prefixes a document has declared so far.
#[derive(Debug, Default)]
pub(super) struct Namespaces<'a> {
    prefixes: Vec<(&'a str, Namespace)>,
}

impl<'a> Namespaces<'a> {
    /// The namespace of the element `name` with these attributes; what they declare is noted.
    pub(super) fn of(&mut self, name: &str, inside: &'a str) -> Namespace {
        let default = self.declare(inside);
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        match (prefix, default) {
            ("", Some(namespace)) => namespace,
            _ => self.of_prefix(prefix),
        }
    }

    /// Notes the namespaces an element declares; gives its default namespace.
    fn declare(&mut self, inside: &'a str) -> Option<Namespace> {
        if !inside.contains("xmlns") {
            return None;
        }
        let mut default = None;
        for (name, uri) in attributes(inside) {
            if name == "xmlns" {
                default = Namespace::of_uri(uri);
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                let namespace = Namespace::of_uri(uri).unwrap_or_else(|| Namespace::of_prefix(prefix));
                if let Some(known) = self.prefixes.iter_mut().find(|(known, _)| *known == prefix) {
                    known.1 = namespace;
                } else if self.prefixes.len() < MOST_PREFIXES {
                    self.prefixes.push((prefix, namespace));
                }
            }
        }
        default
    }

    fn of_prefix(&self, prefix: &str) -> Namespace {
        let declared = self.prefixes.iter().find(|(known, _)| *known == prefix);
        declared.map_or_else(|| Namespace::of_prefix(prefix), |(_, namespace)| *namespace)
    }
}
