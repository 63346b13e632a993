//! The language of a text.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::section::Section;
use super::{detect, folders};

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

    /// Guesses the language of `text` (at most its beginning is read); `None` when it is too short to tell.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        detect::guess(text)
    }

    /// Every language that has a folder, the default first.
    pub fn all() -> impl Iterator<Item = Self> {
        folders::all().iter().map(|folder| folder.language)
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }

    /// The words of a section of its folder, their forms spelt out; none where it has no folder or no such section.
    pub fn words(self, section: Section) -> impl Iterator<Item = Cow<'static, str>> {
        folders::table(self, section).words(section.name)
    }

    /// The lines of a section of its folder.
    pub fn lines(self, section: Section) -> impl Iterator<Item = &'static str> {
        folders::table(self, section).lines(section.name)
    }

    /// The words of a section that maps each to something: `five=5`.
    pub fn pairs(self, section: Section) -> impl Iterator<Item = (String, String)> {
        self.words(section).filter_map(|pair| {
            let (word, meaning) = pair.split_once('=')?;
            Some((word.to_owned(), meaning.to_owned()))
        })
    }

    /// True when its folder has the section.
    #[must_use]
    pub fn has(self, section: Section) -> bool {
        self.lines(section).next().is_some()
    }
}

impl Default for Language {
    /// The language taken where nothing tells.
    fn default() -> Self {
        Self::all().next().unwrap_or(Self(*b"??"))
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
