//! The names feeds use, and what each means.

/// What an element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `rss`, `rdf:RDF`, `feed`, or a `channel` without them.
    Root,
    /// `item`, `entry`
    Item,
    /// Has titles and links of its own that are not the entry's: `image`, `source`.
    Foreign,
    /// Its text is wanted.
    Leaf(Field),
    /// Looked through.
    Other,
}

/// What the text of an element tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    /// A title that gives way to a real one.
    MediaTitle,
    Link,
    Guid,
    Published,
    Created,
    Updated,
    Summary,
    Content,
    Author,
    Language,
    Ttl,
    UpdatePeriod,
    UpdateFrequency,
    SkipHour,
    SkipDay,
}

impl Field {
    /// True for elements that hold no markup of their own, so that the next element of a feed ends one left open.
    pub(super) fn short(self) -> bool {
        !matches!(self, Self::Summary | Self::Content)
    }
}

/// A namespace as far as the reader cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
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

impl Space {
    /// The namespace a URI stands for; `None` for one nobody knows.
    pub(super) fn of_uri(uri: &str) -> Option<Self> {
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
    pub(super) fn of_prefix(prefix: &str) -> Self {
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

/// What the element `local` (lower case) of a namespace is.
pub(super) fn kind(space: Space, local: &str) -> Kind {
    use Field as F;
    Kind::Leaf(match (space, local) {
        (Space::Feed | Space::Rdf, "rdf") | (Space::Feed, "rss" | "feed" | "channel") => return Kind::Root,
        (Space::Feed, "item" | "entry") => return Kind::Item,
        (Space::Feed, "image" | "textinput" | "source" | "cloud" | "contributor") => return Kind::Foreign,
        (Space::Feed | Space::DublinCore, "title") => F::Title,
        (Space::Media, "title") => F::MediaTitle,
        (Space::Feed, "link") => F::Link,
        (Space::Feed, "guid" | "id") => F::Guid,
        (Space::Feed, "pubdate" | "published" | "issued") | (Space::DublinTerms, "issued") => F::Published,
        (Space::Feed | Space::DublinTerms, "created") => F::Created,
        (Space::Feed, "updated" | "modified" | "lastmod")
        | (Space::DublinCore, "date")
        | (Space::DublinTerms, "modified") => F::Updated,
        (Space::Feed, "description" | "summary") | (Space::DublinCore, "description") => F::Summary,
        (Space::Content, "encoded")
        | (Space::Feed, "content" | "fullitem")
        | (Space::Feed | Space::Xhtml, "body") => F::Content,
        (Space::Feed | Space::DublinCore, "author" | "creator") => F::Author,
        (Space::Feed | Space::DublinCore, "language") => F::Language,
        (Space::Feed, "ttl") => F::Ttl,
        (Space::Feed, "hour") => F::SkipHour,
        (Space::Feed, "day") => F::SkipDay,
        (Space::Syndication, "updateperiod") => F::UpdatePeriod,
        (Space::Syndication, "updatefrequency") => F::UpdateFrequency,
        _ => return Kind::Other,
    })
}

/// True for elements of a feed that stand beside short ones, so that they end one left open.
pub(super) fn sibling(local: &str) -> bool {
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
            | "id"
            | "updated"
            | "published"
            | "summary"
            | "content"
            | "encoded"
    )
}
