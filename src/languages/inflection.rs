//! Words in their forms, by the rules of the language's folder.
//!
//! In: the sections on verbs and on nouns. Out: each form with what it is. A line of verbs names a conjugation and stems
//! (`er: affirm annonc`), or holds whole forms behind a dash (`-: dit=s disent=p`). The form stands behind an equals sign:
//!
//! ```text
//! s one subject   p several   m f n one subject of that gender   none any subject
//! q participle    i infinitive   g gerund   z passive   r participle before its noun
//! ```

use super::{Language, Section, section};

/// A form of a verb and its letter; a blank for one that fits any subject.
pub type VerbForm = (String, char);

/// What a form of a noun can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NounCase {
    /// One subject.
    One,
    /// Several subjects.
    Several,
    /// No subject.
    Other,
}

impl Language {
    /// The forms of the verbs of `section`.
    #[must_use]
    pub fn verbs(self, section: Section) -> Vec<VerbForm> {
        let rules: Vec<(&str, Vec<VerbForm>)> = self
            .lines(section::CONJUGATION)
            .filter_map(|line| line.split_once(':'))
            .map(|(name, endings)| (name.trim(), forms(endings)))
            .collect();
        let mut found = Vec::new();
        for (name, stems) in self.lines(section).filter_map(|line| line.split_once(':')) {
            match rules.iter().find(|(rule, _)| *rule == name.trim()) {
                Some((_, endings)) => {
                    for stem in stems.split_whitespace() {
                        found.extend(endings.iter().map(|(ending, form)| (joined(stem, ending), *form)));
                    }
                }
                None => found.extend(forms(stems)),
            }
        }
        found
    }

    /// The forms of a noun given in the first case; itself alone where the language has no cases.
    #[must_use]
    pub fn noun_forms(self, noun: &str) -> Vec<(String, NounCase)> {
        let mut found = vec![(noun.to_owned(), NounCase::One)];
        let mut best: Option<(&str, &str)> = None;
        for (ending, rest) in self.lines(section::DECLENSION).filter_map(|line| line.split_once(':')) {
            let ending = ending.trim().trim_start_matches('-');
            if noun.ends_with(ending) && best.is_none_or(|(other, _)| other.len() < ending.len()) {
                best = Some((ending, rest));
            }
        }
        let Some((ending, rest)) = best else { return found };
        let stem = noun.strip_suffix(ending).unwrap_or(noun);
        let cases = [NounCase::One, NounCase::Several, NounCase::Other];
        for (endings, case) in rest.split('|').zip(cases) {
            let endings = endings.split_whitespace();
            found.extend(endings.map(|ending| (joined(stem, ending.trim_start_matches('-')), case)));
        }
        found
    }
}

fn joined(stem: &str, ending: &str) -> String {
    if ending == "0" { stem.to_owned() } else { format!("{stem}{ending}") }
}

fn forms(words: &str) -> Vec<VerbForm> {
    let form = |word: &str| match word.split_once('=') {
        Some((word, forms)) => forms.chars().map(|form| (word.replace('_', " "), form)).collect(),
        None => vec![(word.replace('_', " "), ' ')],
    };
    words.split_whitespace().flat_map(form).collect()
}
