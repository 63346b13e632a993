//! Pronouns, and for whom they may stand.

/// A pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief::check::alignment) struct Pronoun {
    /// For a person: he, she, his, her.
    pub(in crate::brief::check::alignment) person: bool,
    /// For several, or for one: they, their.
    pub(in crate::brief::check::alignment) many: bool,
    /// For whose it is.
    pub(in crate::brief::check::alignment) owns: bool,
}
