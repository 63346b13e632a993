//! The word lists of a language that cutting a text goes by.

use std::borrow::Cow;

use super::{FastSet, Language};
use crate::languages::{ByLanguage, section};

type Words = FastSet<Cow<'static, str>>;

/// The word lists of one language; all entries lower case, abbreviations without their last stop.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Words too common to mean much.
    pub(super) stop: Words,
    /// Abbreviations that a name or a number follows, those of months among them.
    pub(super) title: Words,
    /// Abbreviations that may end a sentence.
    pub(super) short: Words,
    /// Abbreviations that are also words.
    pub(super) numbered: Words,
    /// Abbreviations after which a capital begins a sentence.
    pub(super) and_so_on: Words,
    /// The commonest verbs of saying, or that may report speech.
    pub(super) say: Words,
}

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(read);

/// Gives the lists of `language`; empty ones for a language without a folder.
pub(super) fn of(language: Language) -> &'static Lexicon {
    LEXICONS.of(language)
}

fn read(language: Language) -> Lexicon {
    let months = language.months().flat_map(|month| month.short);
    Lexicon {
        stop: language.words(section::STOP).collect(),
        title: language.words(section::ABBREVIATION).chain(months).collect(),
        short: language.words(section::LAST_ABBREVIATION).collect(),
        numbered: language.words(section::NUMBERED).collect(),
        and_so_on: language.words(section::AND_SO_ON).collect(),
        say: language.words(section::COMMONEST).chain(language.words(section::COMMONEST_WEAK)).collect(),
    }
}
