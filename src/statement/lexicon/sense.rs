//! What a word can mean.

/// How a word names what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// A thing or deed.
    Thing,
    /// A country or body by its own name.
    Noun,
    /// By an adjective or its people.
    Adjective,
}

/// One thing a word can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sense {
    /// The concept, or the code of a party.
    pub(crate) key: &'static str,
    /// How it is named.
    pub(crate) naming: Naming,
    /// Letters of the stem and ending of the first case, where the language has cases.
    pub(crate) first_case: Option<(usize, &'static str)>,
}
