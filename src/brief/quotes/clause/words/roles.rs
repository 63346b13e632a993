//! Roles: which words and phrases name the same office.
//!
//! A line `minister > politician: …` says that its words ask for a minister, and that whoever is called so is also what a
//! word of the class `politician` asks for.

use std::borrow::Cow;

use super::callings::{self, ALSO};
use super::class::Class;
use super::grammar::Grammar;
use super::word::Word;
use crate::languages::section;
use crate::text::{Language, lower};

/// Reads the roles of `language`.
pub(super) fn read(grammar: &mut Grammar, language: Language) {
    grammar.read_nations(language);
    let mut names: Vec<&str> = Vec::new();
    let mut number = |name: &'static str| -> u16 {
        let at = names.iter().position(|known| *known == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    };
    let feminine: Vec<(String, String)> = language
        .words(section::FEMININE_FORM)
        .filter_map(|word| word.split_once('=').map(|(own, other)| (own.to_owned(), other.to_owned())))
        .collect();
    for (classes, words) in language.lines(section::ROLE).filter_map(|line| line.split_once(':')) {
        let classes = classes_of(classes, &mut number);
        for word in words.split_whitespace() {
            let word = word.replace('_', " ");
            add(grammar, language, &word, &classes);
            if let Some(woman) = woman_of(&feminine, &word)
                && grammar.class(&lower(&woman)) == Class::NONE
            {
                add(grammar, language, &format!("{woman}/f"), &classes);
            }
        }
    }
    grammar.former_prefixes = language.words(section::FORMER_PREFIX).map(Cow::into_owned).collect();
    grammar.ordinary = Some(number(ORDINARY));
    grammar.of_any_body = OF_ANY_BODY.into_iter().map(&mut number).collect();
    grammar.anyone = Some(number(ANYONE));
    grammar.kin = Some(number(KIN));
    grammar.callings = CALLINGS.into_iter().map(&mut number).collect();
    grammar.of_one = OF_ONE.into_iter().map(&mut number).collect();
    grammar.of_departments = OF_DEPARTMENTS.into_iter().map(&mut number).collect();
    grammar.of_many = OF_MANY.into_iter().map(&mut number).collect();
    grammar.predecessor = Some(number(PREDECESSOR));
    grammar.of_another = OF_ANOTHER.into_iter().map(&mut number).collect();
    callings::read(grammar, &mut number);
    for (classes, phrases) in language.lines(section::ROLE_PHRASE).filter_map(|line| line.split_once(':')) {
        let classes = classes_of(classes, &mut number);
        for phrase in phrases.split(';') {
            let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
            if let Some(first) = words.first().cloned() {
                grammar.role_phrases.entry(first).or_default().push((words, classes.clone()));
            }
        }
    }
}

/// The classes `known` and those of `classes` that are none of them.
fn with(known: Option<&Vec<u16>>, classes: &[u16]) -> Vec<u16> {
    let mut all = known.cloned().unwrap_or_default();
    for class in classes {
        if !all.contains(class) {
            all.push(*class);
        }
    }
    all
}

/// Adds a noun for a person of the classes.
fn add(grammar: &mut Grammar, language: Language, word: &str, classes: &[u16]) {
    for form in grammar.add_noun(language, word, Class::ROLE) {
        grammar.roles.update(&lower(&form), |known| with(known, classes));
    }
}

/// The noun for a woman of the calling for which `word`, with its gender, stands for a man; by the pairs of endings.
fn woman_of(endings: &[(String, String)], word: &str) -> Option<String> {
    let man = word.strip_suffix("/m").filter(|man| !man.starts_with('-'))?;
    let (own, other) = endings.iter().find(|(own, _)| man.ends_with(own.as_str()))?;
    Some(format!("{}{other}", man.strip_suffix(own.as_str())?))
}

/// The class of people of no office.
const ORDINARY: &str = "ordinary";

/// Classes of people who speak for, stand beside or stand in for somebody else, whom their office does not mean.
const OF_ANOTHER: [&str; 3] = ["spokesman", "deputy", "adviser"];

/// The class of words for a person that tell nothing of what that person is: man, guest, official.
const ANYONE: &str = "anyone";

/// Classes of offices that any body has.
const OF_ANY_BODY: [&str; 6] = ["head", "chief", "spokesman", "deputy", "adviser", "secretary"];

/// Classes of offices whose capitals behind an article tell what they are for, not whom they serve.
const OF_DEPARTMENTS: [&str; 2] = ["minister", "secretary"];

/// The class of whoever held an office before somebody else.
const PREDECESSOR: &str = "predecessor";

/// Classes that hold many offices and callings.
const OF_MANY: [&str; 4] = ["politician", "expert", "activist", "law"];

/// The class of somebody's relatives.
const KIN: &str = "kin";

/// Classes of callings that nobody has beside another.
const CALLINGS: [&str; 9] = ["law", "lawyer", "judge", "police", "sport", "art", "faith", "press", "soldier"];

/// Classes of offices that one person holds at a time.
const OF_ONE: [&str; 11] = [
    "president",
    "pm",
    "fm",
    "minister",
    "mayor",
    "governor",
    "monarch",
    "ambassador",
    "judge",
    "prosecutor",
    "secretary",
];

fn classes_of(line: &'static str, number: &mut impl FnMut(&'static str) -> u16) -> Vec<u16> {
    let (asked, also) = line.split_once('>').unwrap_or((line, ""));
    let asked = asked.split_whitespace().map(&mut *number).collect::<Vec<_>>();
    asked
        .into_iter()
        .chain(also.split_whitespace().map(number).map(|class| class | ALSO).collect::<Vec<_>>())
        .collect()
}

/// «Były rektor»: a verb of several that says that an office is past, before the office of one, is no verb.
pub(super) fn former(words: &mut [Word]) {
    for at in 1..words.len() {
        let Some([first, office]) = words.get_mut(at - 1..=at) else { continue };
        let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
        let past = first.class.any(Class::PAST) && first.class.any(Class::ANY_VERB) && several(first.class);
        let one =
            office.class.any(Class::ROLE) && office.class.any(Class::FIRST_CASE) && !several(office.class);
        if past && one {
            first.class =
                first.class.without(Class::ANY_VERB.or(Class::FINITE).or(Class::HELPER).or(Class::PLURAL));
        }
    }
}

impl Grammar {
    /// Classes of roles that the words of an office ask for.
    #[must_use]
    pub(crate) fn roles_asked(&self, words: &[&str], head: &str) -> Vec<u16> {
        asked(&of(self, words, head))
    }

    /// Classes of roles that whoever is called so has.
    #[must_use]
    pub(crate) fn roles_had(&self, words: &[&str], head: &str) -> Vec<u16> {
        had(&of(self, words, head))
    }

    /// True when the words from `word(0)` on make a phrase for an office.
    #[must_use]
    pub(crate) fn is_role_phrase<'w>(&self, word: impl Fn(usize) -> &'w str) -> bool {
        let phrases = self.role_phrases.get(word(0)).map(Vec::as_slice).unwrap_or_default();
        phrases.iter().any(|(phrase, _)| phrase.iter().enumerate().all(|(at, part)| word(at) == part))
    }

    /// True for the form of a calling that belongs to somebody or something.
    #[must_use]
    pub(crate) fn is_possessed(&self, lower: &str) -> bool {
        self.last.owned(lower).any(|plain| !self.roles(&plain).is_empty())
    }

    /// True for whoever held somebody's office before.
    #[must_use]
    pub(crate) fn went_before(&self, roles: &[u16]) -> bool {
        self.predecessor.is_some_and(|class| roles.contains(&class))
    }

    /// True for offices that any body has, and no other.
    #[must_use]
    pub(crate) fn is_of_any_body(&self, roles: &[u16]) -> bool {
        !roles.is_empty() && roles.iter().all(|class| self.of_any_body.contains(class))
    }

    /// True for a class by which one of several people can be told.
    #[must_use]
    pub(crate) fn tells_office(&self, class: u16) -> bool {
        self.anyone != Some(class) && self.ordinary != Some(class)
    }

    /// True for a class of one office or calling, not of many: a mayor, not a politician.
    #[must_use]
    pub(crate) fn is_specific(&self, class: u16) -> bool {
        self.tells_office(class) && !self.of_many.contains(&class)
    }

    /// True for a calling that nobody has beside another.
    #[must_use]
    pub(crate) fn is_calling(&self, class: u16) -> bool {
        self.callings.contains(&class)
    }

    /// True for an office that one person holds at a time.
    #[must_use]
    pub(crate) fn has_one_holder(&self, class: u16) -> bool {
        self.of_one.contains(&class)
    }

    /// True for an office that is for something, health or the interior: a minister's, and a secretary's but of a `body`.
    #[must_use]
    pub(crate) fn has_department(&self, roles: &[u16], body: bool) -> bool {
        let minister = self.of_departments.first();
        roles.iter().any(|role| Some(role) == minister || !body && self.of_departments.contains(role))
    }

    /// True for a class that a word asks for and that tells an office.
    #[must_use]
    pub(crate) fn asks_for(&self, class: u16) -> bool {
        class & ALSO == 0 && self.tells_office(class)
    }

    /// True for words for any person.
    #[must_use]
    pub(crate) fn is_anyone(&self, roles: &[u16]) -> bool {
        self.anyone.is_some_and(|class| roles.contains(&class))
    }

    /// True for people who speak or stand for somebody else.
    #[must_use]
    pub(crate) fn is_of_another(&self, roles: &[u16]) -> bool {
        self.of_another.iter().any(|class| roles.contains(class))
    }

    /// True for somebody's relative.
    #[must_use]
    pub(crate) fn is_kin(&self, roles: &[u16]) -> bool {
        self.kin.is_some_and(|kin| roles.contains(&kin))
    }

    /// True for people one names only by what everybody may be: a neighbour, a driver.
    #[must_use]
    pub(crate) fn is_ordinary(&self, roles: &[u16]) -> bool {
        self.ordinary.is_some_and(|ordinary| roles.iter().any(|role| role & !ALSO == ordinary))
    }
}

/// The classes that `roles` ask for.
fn asked(roles: &[u16]) -> Vec<u16> {
    roles.iter().copied().filter(|class| class & ALSO == 0).collect()
}

/// The classes whoever has `roles` belongs to.
fn had(roles: &[u16]) -> Vec<u16> {
    roles.iter().map(|class| class & !ALSO).collect()
}

/// Classes of roles of `words`, all in lower case: those of the phrases in them, else those of the noun `head`.
fn of(grammar: &Grammar, words: &[&str], head: &str) -> Vec<u16> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for (phrase, classes) in grammar.role_phrases.get(*word).map(Vec::as_slice).unwrap_or_default() {
            if fits(phrase, words.get(at..).unwrap_or_default()) {
                found.extend(classes.iter().copied());
            }
        }
    }
    if found.is_empty() {
        found.extend(grammar.roles(head).iter().copied());
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How many words may stand between two words of a phrase.
const GAP: usize = 2;

/// True when the words of `phrase`, each by its beginning where it ends in `*`, stand in `words` in their order, few
/// between them.
fn fits(phrase: &[String], words: &[&str]) -> bool {
    let mut at = 0;
    phrase.iter().all(|part| {
        let near = words.iter().enumerate().skip(at).take(GAP + 1);
        let found = near.into_iter().find(|(_, word)| match part.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => *word == part,
        });
        at = found.map_or(usize::MAX, |(place, _)| place + 1);
        found.is_some()
    })
}
