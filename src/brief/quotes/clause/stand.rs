//! Where marked words stand.

/// Where marked words stand.
pub(super) struct Stand {
    /// Their token.
    pub(super) token: usize,
    /// First token of their sentence.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
    /// Another quotation stands before them in the paragraph.
    pub(super) behind_quote: bool,
    /// They are part of a noun phrase.
    pub(super) inside_noun: bool,
}
