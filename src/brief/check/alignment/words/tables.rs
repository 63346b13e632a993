//! Sections of a language's tables in the form in which words are looked up.

use std::collections::{HashMap, HashSet};

use super::pronoun::Pronoun;
use crate::languages::{Section, section};
use crate::text::{Language, fold};

/// The words of sections, in lower case as written.
pub(super) fn words(language: Language, sections: &[Section]) -> HashSet<String> {
    let all = sections.iter().flat_map(|section| language.words(*section));
    all.map(|word| word.to_lowercase().replace('ё', "е")).collect()
}

/// The same, folded.
pub(super) fn folded(language: Language, sections: &[Section]) -> HashSet<String> {
    words(language, sections).iter().map(|word| fold(word)).collect()
}

/// Pronouns for whoever does something or for whose it is; those for a person are told by their own sections.
pub(super) fn standing(language: Language) -> HashMap<String, Pronoun> {
    let own = |sections: &[Section]| words(language, sections);
    let objects = own(&[section::OBJECT_PRONOUN]);
    let persons = own(&[section::HE, section::SHE, section::HIS, section::HER]);
    let owning = own(&[section::HIS, section::HER, section::POSSESSIVE]);
    let many = own(&[section::THEY, section::THEIR]);
    let doing = own(&[section::HE, section::SHE, section::THEY, section::IT]);
    let doing = doing.into_iter().filter(|word| !objects.contains(word));
    let pronoun = |word: String| {
        let (owns, person) = (owning.contains(&word), persons.contains(&word));
        let many = many.contains(&word) || owns && !person && !language.profile().plain_names;
        (word, Pronoun { person, many, owns })
    };
    doing.chain(owning.clone()).map(pronoun).collect()
}

pub(super) fn irregular(language: Language) -> HashMap<String, usize> {
    let verbs = language.lines(section::IRREGULAR_VERB).enumerate();
    verbs
        .flat_map(|(verb, forms)| {
            forms.split_whitespace().map(move |form| (form.to_owned(), verb)).collect::<Vec<_>>()
        })
        .collect()
}

/// Forms of verbs that tell what happened and are no participle: “went”.
pub(super) fn told_alone(language: Language) -> HashSet<String> {
    let second = |line: &str| {
        let [_, past, _] = *line.split_whitespace().collect::<Vec<_>>().as_slice() else { return None };
        Some(past.to_owned())
    };
    language.lines(section::IRREGULAR_VERB).filter_map(second).collect()
}

pub(super) fn kept(language: Language) -> HashMap<String, String> {
    language.pairs(section::KEPT).map(|(word, class)| (fold(&word), class)).collect()
}

/// Prepositions that are not kept, and what stands for some of them.
pub(super) fn prepositions(language: Language, kept: &HashMap<String, String>) -> HashMap<String, String> {
    let own = words(language, &[section::PREPOSITION]).into_iter();
    let own = own.filter(|word| !kept.contains_key(&fold(word))).map(|word| (word.clone(), word));
    own.chain(language.pairs(section::SAME_PREPOSITION)).collect()
}

pub(super) fn according(language: Language, kept: &HashMap<String, String>) -> HashSet<String> {
    let sections = [section::ACCORD, section::ACCORD_SINGLE, section::ACCORD_AFTER, section::ACCORD_NOUN];
    let mut found = folded(language, &sections);
    found.retain(|word| word.chars().count() > 2 && !kept.contains_key(word));
    found
}

pub(super) fn of(language: Language) -> Option<String> {
    let of = language.words(section::OWNING).next()?.to_lowercase();
    Some(prepositions(language, &HashMap::new()).get(&of).cloned().unwrap_or(of))
}

/// What verbs of two senses are told of in one of them: the name of a sense, with words.
pub(super) fn company(language: Language) -> HashMap<String, HashSet<String>> {
    let mut found: HashMap<String, HashSet<String>> = HashMap::new();
    let mut name = "";
    for line in language.lines(section::COMPANY) {
        let (own, words) = line.split_once(':').unwrap_or((name, line));
        name = own;
        found.entry(own.to_owned()).or_default().extend(words.split_whitespace().map(str::to_owned));
    }
    found
}

pub(super) fn endings(language: Language) -> Vec<Vec<String>> {
    let line =
        |line: &str| line.split_whitespace().map(|ending| ending.trim_matches('-').to_owned()).collect();
    language.lines(section::SAME_ENDING).map(line).collect()
}

pub(super) fn equal(language: Language, section: Section) -> HashMap<String, Vec<usize>> {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in language.lines(section).enumerate() {
        for form in line.split_whitespace() {
            found.entry(form.replace('_', " ")).or_default().push(number);
        }
    }
    found
}

/// Verbs for heading something, each with the words for whoever does.
pub(super) fn leading(language: Language) -> HashMap<String, Vec<String>> {
    let line = |line: &str| {
        let (verb, nouns) = line.split_once(':')?;
        Some((verb.trim().to_owned(), nouns.split_whitespace().map(str::to_owned).collect()))
    };
    language.lines(section::LEADING).filter_map(line).collect()
}
