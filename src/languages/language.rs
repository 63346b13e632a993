//! The language of a text.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language by the two letters of its ISO 639-1 code; whatever is known of it stands in its folder.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct Language([u8; 2]);

impl Language {
    /// Reads the primary subtag of a language tag such as `en`, `en-GB` or `ru_RU`; `None` unless it has two letters.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match *primary.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_lowercase(), b.to_ascii_lowercase()]))
            }
            _ => None,
        }
    }

    /// The language of a folder, whose name is its code.
    pub(super) const fn of_folder(path: &str) -> Self {
        match *path.as_bytes() {
            [.., a, b] => Self([a, b]),
            _ => Self(*b"??"),
        }
    }

    /// A language by its code.
    #[cfg(test)]
    pub(crate) fn coded(code: &str) -> Self {
        Self::from_tag(code).expect("two letters")
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({self})")
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
