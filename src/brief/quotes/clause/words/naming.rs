//! What stands before names, and before a subject at the head of a sentence.

use std::borrow::Cow;

use super::class::Class;
use crate::languages::section;
use crate::text::{FastMap, FastSet, Language};

/// Words before names and before who a sentence is about.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// Ranks and degrees before a name, in the form of a subject, in lower case.
    pub(crate) ranks: FastSet<String>,
    /// Endings of participles that may open a sentence.
    pub(crate) opening_participles: Vec<String>,
    /// Participles of naming before the name they give, by their first word.
    pub(crate) known_as: FastMap<String, Vec<Vec<String>>>,
    /// Pronouns for whoever was named last: their words and their gender.
    pub(crate) latter: Vec<(Vec<String>, Class)>,
    /// Endings of adjectives before a noun without an article.
    pub(crate) adjective_endings: Vec<String>,
    /// `As` of “as X said”, where nouns have cases, in lower case.
    pub(crate) as_said: FastSet<String>,
    /// Pronouns for nobody the text names, in lower case, with their number.
    pub(crate) anybody: FastMap<String, Class>,
    /// Endings of names after one's father.
    patronymic_endings: Vec<String>,
}

impl Naming {
    /// Reads the pronouns of `language` for nobody the text names, and the endings of names after one's father.
    pub(super) fn read_anybody(&mut self, language: Language) {
        self.patronymic_endings = language.words(section::PATRONYMIC).map(Cow::into_owned).collect();
        self.as_said = language.words(section::AS).map(|word| word.to_lowercase()).collect();
        for word in language.words(section::ANYBODY) {
            let (word, form) = word.split_once('=').unwrap_or((&word, ""));
            let number = if form == "p" { Class::PLURAL } else { Class::SINGULAR };
            self.anybody.insert(word.to_lowercase(), number);
        }
    }

    /// True for a word, in lower case, that has the form of a name after one's father.
    #[must_use]
    pub(crate) fn is_patronymic(&self, lower: &str) -> bool {
        self.patronymic_endings.iter().any(|ending| lower.ends_with(ending.as_str()))
    }
}
