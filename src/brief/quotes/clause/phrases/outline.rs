//! A noun phrase while its tokens are read.

use crate::brief::quotes::clause::words::Class;

/// A noun phrase as its tokens are read.
#[derive(Debug, Default)]
pub(super) struct Core {
    /// First token behind the determiners.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// The noun it turns on.
    pub(super) head: Option<usize>,
    /// First token of what belongs to the head.
    pub(super) owner: Option<usize>,
    /// Classes of its determiners.
    pub(super) determiner: Class,
    /// Gender and number that they tell.
    pub(super) form: Class,
}
