//! The language of a text.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language by its ISO 639-1 code; the five with lexicons of their own are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Language {
    /// `en`, and what is assumed when nothing can be told.
    #[default]
    English,
    /// `ru`
    Russian,
    /// `de`
    German,
    /// `fr`
    French,
    /// `es`
    Spanish,
    /// Any other, by its two ASCII letters.
    Other([u8; 2]),
}

/// Bytes below which a text is too short for trigrams over all languages.
const SHORT: usize = 300;

impl Language {
    /// Reads the primary subtag of a language tag such as `en`, `en-GB` or `ru_RU`; `None` unless it has two letters.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "en" => Some(Self::English),
            "ru" => Some(Self::Russian),
            "de" => Some(Self::German),
            "fr" => Some(Self::French),
            "es" => Some(Self::Spanish),
            other => match *other.as_bytes() {
                [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Some(Self::Other([a, b])),
                _ => None,
            },
        }
    }

    /// Guesses the language of `text` (at most its beginning is read); `None` when it is too short to tell.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        super::detect::quick(text).or_else(|| Self::by_trigrams(text))
    }

    /// The slow way: whatlang needs milliseconds for a page, so it reads 500 characters and only where the quick way fails.
    fn by_trigrams(text: &str) -> Option<Self> {
        let end = text.char_indices().nth(500).map_or(text.len(), |(at, _)| at);
        let head = text.get(..end).unwrap_or_default();
        // trigrams of a line or two tell languages of one family apart only by chance: the five with lexicons come first
        let info = if head.len() < SHORT {
            use whatlang::Lang::{Deu, Eng, Fra, Rus, Spa};
            whatlang::Detector::with_allowlist(vec![Eng, Rus, Deu, Fra, Spa]).detect(head)?
        } else {
            whatlang::detect(head)?
        };
        if !info.is_reliable() {
            return None;
        }
        let code = match info.lang() {
            whatlang::Lang::Eng => "en",
            whatlang::Lang::Rus => "ru",
            whatlang::Lang::Deu => "de",
            whatlang::Lang::Fra => "fr",
            whatlang::Lang::Spa => "es",
            whatlang::Lang::Ukr => "uk",
            whatlang::Lang::Cmn => "zh",
            whatlang::Lang::Ara => "ar",
            whatlang::Lang::Jpn => "ja",
            whatlang::Lang::Kor => "ko",
            whatlang::Lang::Por => "pt",
            whatlang::Lang::Ita => "it",
            whatlang::Lang::Pol => "pl",
            whatlang::Lang::Tur => "tr",
            whatlang::Lang::Pes => "fa",
            whatlang::Lang::Heb => "he",
            _ => return None,
        };
        Self::from_tag(code)
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::English => "en".into(),
            Self::Russian => "ru".into(),
            Self::German => "de".into(),
            Self::French => "fr".into(),
            Self::Spanish => "es".into(),
            Self::Other(code) => String::from_utf8_lossy(&code).into_owned(),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code()
    }
}

impl From<String> for Language {
    fn from(tag: String) -> Self {
        Self::from_tag(&tag).unwrap_or_default()
    }
}
