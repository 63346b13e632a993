//! The sections a language's folder may have: which file each stands in, and what for. A folder has every file, with
//! whichever of the sections its language has words for; what lacks a section works without it.

/// A section of a language's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Section {
    pub(super) file: File,
    pub(super) name: &'static str,
}

/// The sections of some files: a constant, its label in the file, what it holds.
macro_rules! sections {
    ($($file:ident { $($name:ident $label:literal $what:literal,)* })*) => {
        $($(#[doc = $what] pub const $name: Section = Section { file: File::$file, name: $label };)*)*
        #[cfg(test)]
        pub(super) const ALL: &[Section] = &[$($($name,)*)*];
    };
}
pub mod caseless;
mod checks;
mod clause;
mod page;
mod people;
mod writing;

pub use checks::*;
pub use clause::*;
pub use page::*;
pub use people::*;
pub use writing::*;

/// A file of a language's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum File {
    /// How the language is written and told from others.
    Language,
    /// Common words.
    Words,
    /// How people and bodies are named.
    People,
    /// Countries and offices.
    Offices,
    /// Verbs of saying and what stands with them.
    Speech,
    /// Days and hours.
    Dates,
    /// How pages are worded.
    Pages,
    /// What makes a sentence unfit to stand alone in a summary.
    Summary,
    /// What the checks of a model's sentences go by.
    Checks,
    /// How a clause is read around a quotation: see `brief/quotes/clause`.
    Clause,
    /// How common words are.
    Frequencies,
}

/// Every file of a folder with its name, in the order of [`File`].
pub(super) const FILES: &[(File, &str)] = &[
    (File::Language, "language.txt"),
    (File::Words, "words.txt"),
    (File::People, "people.txt"),
    (File::Offices, "offices.txt"),
    (File::Speech, "speech.txt"),
    (File::Dates, "dates.txt"),
    (File::Pages, "pages.txt"),
    (File::Summary, "summary.txt"),
    (File::Checks, "checks.txt"),
    (File::Clause, "clause.txt"),
    (File::Frequencies, "frequencies.txt"),
];

/// All sections.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Section> {
    [writing::ALL, people::ALL, page::ALL, checks::ALL, clause::ALL, caseless::ALL].into_iter().flatten()
}
