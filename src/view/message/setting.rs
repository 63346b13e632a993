//! The settings of a chat, by name.

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// Digest times.
    Digest,
    /// Times and format of press reviews.
    Review,
    /// Zone of all times.
    Zone,
    /// How new articles come.
    Mode,
    /// Most quotes on a card.
    Quotes,
    /// Hours in which nothing comes at once.
    Quiet,
    /// Language of the interface.
    Language,
    /// Who writes summaries.
    Summary,
    /// Whether a digest with nothing new says so.
    Empty,
    /// The languages that are read; quotes in others are translated, where there are models.
    Read,
}

impl Setting {
    /// The settings of every bot, in the order of the rows.
    pub const ALL: [Self; 9] = [
        Self::Digest,
        Self::Review,
        Self::Zone,
        Self::Mode,
        Self::Quotes,
        Self::Quiet,
        Self::Language,
        Self::Summary,
        Self::Empty,
    ];

    /// The word for it in commands and on buttons.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Review => "review",
            Self::Zone => "zone",
            Self::Mode => "mode",
            Self::Quotes => "quotes",
            Self::Quiet => "quiet",
            Self::Language => "language",
            Self::Summary => "summary",
            Self::Empty => "empty",
            Self::Read => "read",
        }
    }

    /// Reads that word; `None` for any other.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Read]).find(|setting| setting.word() == word)
    }
}
