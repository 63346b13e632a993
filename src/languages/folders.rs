//! The folders of languages, a line each.

use std::borrow::Cow;

use super::language::Language;
use super::section::{FILES, Section};
use super::table::Table;

/// What the program knows of one language: its tables, in the order of [`FILES`].
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) language: Language,
    tables: [Table; FILES.len()],
    statements: Table,
    thesaurus: Table,
}

macro_rules! folders {
    ($($(#[$when:meta])? $folder:literal $(with $thesaurus:literal)?,)*) => {
        /// How many languages have a folder.
        pub(super) const COUNT: usize = [$($(#[$when])? $folder,)*].len();

        static FOLDERS: [Folder; COUNT] = [$($(#[$when])? Folder {
            language: Language::of_folder($folder),
            tables: [
                Table::new(include_str!(concat!($folder, "/language.txt"))),
                Table::new(include_str!(concat!($folder, "/words.txt"))),
                Table::new(include_str!(concat!($folder, "/people.txt"))),
                Table::new(include_str!(concat!($folder, "/offices.txt"))),
                Table::new(include_str!(concat!($folder, "/speech.txt"))),
                Table::new(include_str!(concat!($folder, "/dates.txt"))),
                Table::new(include_str!(concat!($folder, "/pages.txt"))),
                Table::new(include_str!(concat!($folder, "/summary.txt"))),
                Table::new(include_str!(concat!($folder, "/checks.txt"))),
                Table::new(include_str!(concat!($folder, "/clause.txt"))),
                Table::new(include_str!(concat!($folder, "/frequencies.txt"))),
            ],
            statements: Table::new(include_str!(concat!($folder, "/statements.txt"))),
            thesaurus: Table::new(concat!("", $(include_str!($thesaurus))?)),
        },)*];
    };
}

// the first is taken where nothing tells the language
folders! {
    "en" with "en/synonyms.txt",
    "ru",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "uk",
    "pl",
    "tr",
    "zh",
    "ja",
    "ar",
    "fa",
    // invented, to show that tables are enough
    #[cfg(test)]
    "tests/xx",
}

/// What is known of each language for comparing statements; `statement/lexicon` says in which form.
pub fn statements() -> impl Iterator<Item = (Language, &'static Table)> {
    let all = FOLDERS.iter().map(|folder| (folder.language, &folder.statements));
    all.filter(|(_, table)| table.names().next().is_some())
}

impl Language {
    /// Every language that has a folder, the default first.
    pub fn all() -> impl Iterator<Item = Self> {
        all().iter().map(|folder| folder.language)
    }

    /// The words of a section of its folder, their forms spelt out; none where it has no folder or no such section.
    pub fn words(self, section: Section) -> impl Iterator<Item = Cow<'static, str>> {
        table(self, section).words(section.name)
    }

    /// The lines of a section of its folder.
    pub fn lines(self, section: Section) -> impl Iterator<Item = &'static str> {
        table(self, section).lines(section.name)
    }

    /// The words of its thesaurus that have two spellings, behind their kind; none where it has none.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        self.thesaurus("spellings")
    }

    /// The other words of its thesaurus, behind their kind; none where it has none.
    pub fn known_words(self) -> impl Iterator<Item = &'static str> {
        self.thesaurus("known words")
    }

    /// The nouns for people of its thesaurus; none where it has none.
    pub fn callings(self) -> impl Iterator<Item = &'static str> {
        self.thesaurus("callings").flat_map(str::split_whitespace)
    }

    fn thesaurus(self, section: &'static str) -> impl Iterator<Item = &'static str> {
        let folder = FOLDERS.get(place(self));
        folder.into_iter().flat_map(move |folder| folder.thesaurus.lines(section))
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
        Self::all().next().unwrap_or(Self::of_folder("??"))
    }
}

/// A language that has no folder.
static NONE: Table = Table::new("");

/// Every folder, in order.
pub(super) fn all() -> &'static [Folder] {
    &FOLDERS
}

/// The place of a language among the folders; [`COUNT`] for one that has none.
pub(super) fn place(language: Language) -> usize {
    FOLDERS.iter().position(|folder| folder.language == language).unwrap_or(COUNT)
}

/// The table a section of a language stands in.
pub(super) fn table(language: Language, section: Section) -> &'static Table {
    FOLDERS.get(place(language)).and_then(|folder| folder.tables.get(section.file as usize)).unwrap_or(&NONE)
}

/// The sections a file of a language has.
#[cfg(test)]
pub(super) fn names(language: Language, file: super::section::File) -> Vec<&'static str> {
    FOLDERS[place(language)].tables[file as usize].names().collect()
}

/// A file of a language.
#[cfg(test)]
pub(super) fn text(language: Language, file: super::section::File) -> &'static str {
    FOLDERS[place(language)].tables[file as usize].text()
}
