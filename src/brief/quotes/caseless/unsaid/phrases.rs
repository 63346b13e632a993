//! The phrases by which a sentence tells that words were not said, of each language.

use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::languages::{ByLanguage, Language, Section, caseless, section};

/// Stands in a phrase for what may stand between its parts.
const GAP: char = '…';

/// The phrases of a language by which it is told: parts with a gap between them.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    pub(super) before: Vec<Vec<String>>,
    pub(super) behind: Vec<Vec<String>>,
    pub(super) denials: Vec<String>,
}

pub(super) static PHRASES: ByLanguage<Phrases> = ByLanguage::new(read);

fn read(language: Language) -> Phrases {
    let lexicon = Lexicon::of(language);
    let phrases = |section: Section| {
        let lines = language.lines(section).flat_map(|line| line.split(';'));
        let parts = |phrase: &str| phrase.split(GAP).map(|part| lexicon.bare(part.trim())).collect();
        lines.map(parts).filter(|parts: &Vec<String>| parts.iter().all(|part| !part.is_empty())).collect()
    };
    let denials = language.words(section::DENIAL).map(|word| lexicon.bare(&word)).collect();
    Phrases { before: phrases(caseless::UNSAID_BEFORE), behind: phrases(caseless::UNSAID_BEHIND), denials }
}

/// True when a word that denies opens `words`: part of a sentence, no name.
#[must_use]
pub(crate) fn opens_with_denial(language: Language, lexicon: &Lexicon, words: &str) -> bool {
    let denials = &PHRASES.of(language).denials;
    if lexicon.unspaced {
        return denials.iter().any(|denial| words.starts_with(denial.as_str()));
    }
    let first = words.split_whitespace().next().map(|word| lexicon.bare(word));
    first.is_some_and(|first| denials.contains(&first))
}
