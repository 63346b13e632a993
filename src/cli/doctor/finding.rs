//! What one check found.

/// What is printed, and how loud.
pub(super) enum Finding {
    /// All is well.
    Good(String),
    /// Works, but somebody should know.
    Note(String),
    /// What is wrong and how to mend it.
    Bad(String),
}
