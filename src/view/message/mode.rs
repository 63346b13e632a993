//! When the articles of a subscription are sent.

use crate::view::RenderOptions;

/// When a subscription's articles are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// All in the digest.
    #[default]
    Digest,
    /// At once; only what quiet hours held goes into the digest.
    Instant,
    /// At once and again in the digest.
    Both,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Digest, Self::Instant, Self::Both];

    /// The word for it in commands and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Instant => "instant",
            Self::Both => "both",
        }
    }

    /// Reads that word; `None` for any other.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word.trim().to_lowercase())
    }

    /// How articles come in this mode, as the end of a sentence: “in your digest”.
    #[must_use]
    pub fn told(self, options: &RenderOptions) -> String {
        options.locale.word(&format!("told-{}", self.word()))
    }

    pub(crate) fn button(self) -> &'static str {
        match self {
            Self::Digest => "button-digest-only",
            Self::Instant => "button-at-once",
            Self::Both => "button-both",
        }
    }
}
