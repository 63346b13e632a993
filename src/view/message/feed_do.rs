//! What can be done to a subscription.

/// What can be done to a subscription by a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedDo {
    /// Holds everything.
    Pause,
    /// Goes on.
    Resume,
    /// Only in the digest.
    Digest,
    /// At once.
    Instant,
    /// At once and in the digest.
    Both,
    /// As the chat's setting says.
    AsChat,
    /// To the forum topic it is pressed in.
    Here,
    /// Removes it.
    Remove,
    /// Takes a removal back.
    Undo,
    /// Shows its five newest articles.
    Last,
    /// Polls it now.
    Retry,
    /// Looks for a new address on its site.
    Look,
}

impl FeedDo {
    /// Everything that can be done.
    pub const ALL: [Self; 12] = [
        Self::Pause,
        Self::Resume,
        Self::Digest,
        Self::Instant,
        Self::Both,
        Self::AsChat,
        Self::Here,
        Self::Remove,
        Self::Undo,
        Self::Last,
        Self::Retry,
        Self::Look,
    ];

    /// The letter for it in callback data.
    pub(super) fn letter(self) -> &'static str {
        match self {
            Self::Pause => "p",
            Self::Resume => "r",
            Self::Digest => "d",
            Self::Instant => "i",
            Self::Both => "b",
            Self::AsChat => "c",
            Self::Here => "h",
            Self::Remove => "x",
            Self::Undo => "u",
            Self::Last => "l",
            Self::Retry => "t",
            Self::Look => "k",
        }
    }
}
