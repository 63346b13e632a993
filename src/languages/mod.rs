//! What the program knows of languages: a folder a language, one form of table, one reader.
//!
//! In: a [`Language`] and a [section](section) of its folder. Out: its words or lines, read when they are first asked
//! for. Nothing here knows what they are for. A language is added by its folder and a line in `folders.rs`; one without
//! a folder has no words at all, and what asks for them works without.

mod by_language;
mod calendar;
mod detect;
mod folders;
pub mod inflection;
mod language;
mod letters;
mod profile;
mod script;
pub mod section;
pub mod shared;
mod table;

pub use by_language::ByLanguage;
pub use calendar::{Named, halves_of_day, is_afternoon, minutes_east, months_of_neighbours};
pub use folders::statements;
pub use language::Language;
pub use letters::{is_letter, is_letter_or_digit, lower, push_lower};
pub use profile::{Order, Profile, Stemming, day_first};
pub use script::{is_of_another_script, sound};
pub use section::{Section, caseless};
pub use table::Table;

/// The words of a section in every language: pages mix languages.
pub fn words(section: Section) -> impl Iterator<Item = std::borrow::Cow<'static, str>> {
    Language::all().flat_map(move |language| language.words(section))
}

/// The words of a section in languages that have no folder yet.
pub fn words_of_neighbours(section: Section) -> impl Iterator<Item = String> {
    let lines = shared::NEIGHBOURS.lines(section.name);
    lines.flat_map(|line| line.split_whitespace().skip(1)).map(|word| word.replace('_', " "))
}

/// The lines of a section in every language.
pub fn lines(section: Section) -> impl Iterator<Item = &'static str> {
    Language::all().flat_map(move |language| language.lines(section))
}

#[cfg(test)]
mod tests;
