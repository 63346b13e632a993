//! What stands before names, and before a subject at the head of a sentence; first names of which two are one form.

use std::borrow::Cow;

use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
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

/// Tells which first names are a man's in the owner's case, of those that are a woman's in the first, too: `Mariana`,
/// «Александра»; by what stands before them, by the surname behind them and by the name elsewhere in the first case.
pub(super) fn tell_owners(words: &mut [Word], grammar: &Grammar) {
    let found: Vec<usize> = (0..words.len()).filter(|at| is_either(words, *at, grammar)).collect();
    if found.is_empty() {
        return;
    }
    let capitals: FastSet<&str> =
        words.iter().filter(|word| word.class.any(Class::CAPITAL)).map(|word| word.lower.as_str()).collect();
    let owners: Vec<usize> =
        found.into_iter().filter(|at| is_owner(words, *at, grammar, &capitals)).collect();
    for at in owners {
        if let Some(word) = words.get_mut(at) {
            word.class =
                word.class.without(Class::GENDER.or(Class::FIRST_CASE)).or(Class::MALE).or(Class::OTHER_CASE);
        }
    }
}

fn is_either(words: &[Word], at: usize, grammar: &Grammar) -> bool {
    words.get(at).is_some_and(|word| {
        let woman = word.class.any(Class::FEMALE) && !word.class.any(Class::OTHER_CASE);
        woman && word.class.any(Class::CAPITAL) && grammar.given_name(&word.lower).is_some()
    })
}

/// Behind a preposition or a man's office in another case; before a surname that is a man's, or that the text has without
/// the owner's ending; where the text has the man's name in the first case.
fn is_owner(words: &[Word], at: usize, grammar: &Grammar, capitals: &FastSet<&str>) -> bool {
    let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or(Class::NONE, |word| word.class);
    let office = before.any(Class::ROLE) && before.any(Class::OTHER_CASE) && !before.any(Class::FIRST_CASE);
    let man = office && before.any(Class::MALE) && !before.any(Class::FEMALE);
    let surname = words.get(at + 1).filter(|word| word.class.any(Class::CAPITAL));
    let of_man = surname.is_some_and(|word| {
        let plain = grammar.first_case(&word.lower, true).filter(|plain| *plain != word.lower);
        grammar.is_surely_owner(&word.lower) || plain.is_some_and(|plain| capitals.contains(plain.as_str()))
    });
    let own = words.get(at).and_then(|word| grammar.given_name(&word.lower));
    let named = own.is_some_and(|name| capitals.contains(name.to_lowercase().as_str()));
    before.any(Class::PREPOSITION) || man || of_man || named
}
