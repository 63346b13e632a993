//! What became of a description: one person, one of two, or nobody.

/// Whom a description means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    /// One person.
    One(usize),
    /// One of two who may be meant: nobody can be named.
    Either,
    /// Nobody the article describes.
    Nobody,
}

impl From<Option<usize>> for Meant {
    fn from(person: Option<usize>) -> Self {
        person.map_or(Self::Nobody, Self::One)
    }
}
