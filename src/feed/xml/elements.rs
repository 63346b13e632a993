//! What an element is to the reader, whatever format it is of.

/// What an element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// `rss`, `rdf:RDF`, `feed`, or a `channel` without them.
    Root,
    /// `item`, `entry`
    Entry,
    /// Has titles and links of its own that are not the entry's: `image`, `source`.
    Foreign,
    /// Its text is wanted.
    Leaf(Field),
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
    pub(super) fn is_short(self) -> bool {
        !matches!(self, Self::Summary | Self::Content)
    }
}
