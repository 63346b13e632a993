//! What the ending of a word tells: the case of a noun, the gender of its owner, the form of a verb, somebody from a place.

use super::class::Class;
use super::grammar::Grammar;
use super::lists::gender_of;
use super::word::Word;
use crate::languages::section::{self, Section};
use crate::text::Language;

/// Letters of an ending by which a verb is surely known.
const SURE: usize = 3;

/// Letters of an ending that tells a case by itself.
const LONG: usize = 3;

/// Letters that may follow the stem of an adjective.
const ENDING: usize = 3;

/// The endings of a section, each with the gender it tells.
fn with_gender(language: Language, section: Section) -> Vec<(String, Class)> {
    let told = |word: &str| {
        let (ending, form) = word.split_once('=').unwrap_or((word, ""));
        (ending.to_owned(), form.chars().fold(Class::NONE, |of, letter| of.or(gender_of(letter))))
    };
    language.words(section).map(|word| told(&word)).collect()
}

impl Grammar {
    /// Reads the endings of gerunds, of participles before their noun and of small nouns in a case.
    pub(super) fn read_small_endings(&mut self, language: Language) {
        for word in language.words(section::FINITE_ENDING) {
            if let Some((ending, form @ ("g" | "r"))) = word.split_once('=') {
                let form = if form == "g" { Class::GERUND } else { Class::ADNOMINAL };
                self.small_endings.push((ending.to_owned(), Class::VERB.or(form)));
            }
        }
        let cases = language.words(section::SMALL_CASE);
        self.small_endings.extend(cases.map(|ending| (ending.into_owned(), Class::OTHER_CASE)));
        self.demonym_endings = with_gender(language, section::NATIVE_ENDING);
        self.naming.first_adjectives = with_gender(language, section::FIRST_ADJECTIVE);
        self.naming.predicates = with_gender(language, section::PREDICATE_ENDING);
        self.gender_endings = with_gender(language, section::GENDER_ENDING);
        self.undeclined = language.words(section::UNDECLINED).map(std::borrow::Cow::into_owned).collect();
    }

    /// Reads the adjectives of countries, where order tells subjects and somebody from a place has an ending: `danois*`, `belge`.
    pub(super) fn read_nations(&mut self, language: Language) {
        if !self.by_order() || language.words(section::NATIVE_ENDING).next().is_none() {
            return;
        }
        let lines = language.lines(section::COUNTRY).filter_map(|line| line.split_once(':'));
        let names = lines.flat_map(|(_, names)| names.split(';')).map(str::trim);
        let small = names.filter(|name| name.starts_with(char::is_lowercase));
        let most = |name: &str| if name.ends_with('*') { ENDING } else { 0 };
        self.nations = small.map(|name| (name.trim_end_matches('*').to_owned(), most(name))).collect();
    }

    /// True for a word that ends as a man's name does in the first case, where endings tell genders.
    #[must_use]
    pub(crate) fn is_mans_first_case(&self, lower: &str) -> bool {
        let man = self.ending_gender(lower).is_some_and(|class| class.any(Class::MALE));
        man && !self.is_oblique(lower)
    }

    /// True where a surname has one form, whatever it ends with: behind a man's name in the first case, and in one letter of
    /// cases that no owner has behind a first name that nothing tells to stand in another case, «Инеш Брагу».
    #[must_use]
    pub(crate) fn keeps_form(&self, first: &str, last: &str) -> bool {
        let woman = self.ending_gender(first).is_some_and(|class| class.any(Class::FEMALE));
        self.is_mans_first_case(first) || woman && !self.is_oblique(first) && self.is_object(last)
    }

    /// The gender that the last letter of a noun in the first case tells, where the language has endings for it: a man's
    /// where it has none.
    #[must_use]
    pub(crate) fn ending_gender(&self, lower: &str) -> Option<Class> {
        let ends = |(ending, _): &&(String, Class)| lower.ends_with(ending.as_str());
        let told = self.gender_endings.iter().find(ends).map_or(Class::MALE, |(_, of)| *of);
        (told != Class::NONE && !self.gender_endings.is_empty()).then_some(told)
    }

    /// True for a small noun with the owner's ending, where those of names are known.
    #[must_use]
    pub(crate) fn is_genitive(&self, lower: &str) -> bool {
        let ends = |(suffix, owner): &(String, bool)| *owner && lower.ends_with(suffix.as_str());
        lower.chars().count() > 3 && self.case_suffixes.iter().any(ends)
    }

    /// True for a word with an ending of three letters or more of the owner, of the place or of the source: no name has those
    /// without an apostrophe.
    #[must_use]
    pub(crate) fn is_owner_or_place(&self, lower: &str) -> bool {
        let long = |ending: &str| ending.chars().count() >= LONG && lower.ends_with(ending);
        let case = |(ending, class): &(String, Class)| class.any(Class::OTHER_CASE) && long(ending);
        self.case_suffixes.iter().any(|(suffix, owner)| *owner && long(suffix))
            || self.small_endings.iter().any(case) && !self.undeclined.contains(lower)
    }

    /// True for an unknown word that may be an infinitive.
    #[must_use]
    pub(crate) fn may_be_infinitive(&self, lower: &str) -> bool {
        let ends = |ending: &String| lower.ends_with(ending.as_str());
        self.cases && lower.chars().count() > 4 && self.infinitive_endings.iter().any(ends)
    }

    /// True when a name with this ending is no subject.
    #[must_use]
    pub(crate) fn is_oblique(&self, lower: &str) -> bool {
        lower.chars().count() > 3
            && self.oblique_endings.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for a word that ends as a name in another case does behind its apostrophe.
    #[must_use]
    pub(crate) fn has_case_suffix(&self, lower: &str) -> bool {
        self.case_suffixes.iter().any(|(suffix, _)| suffix.len() > 1 && lower.ends_with(suffix.as_str()))
    }

    /// True for a noun with a feminine ending.
    #[must_use]
    pub(crate) fn is_feminine(&self, lower: &str) -> bool {
        self.feminine_endings.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for an unknown word that may be a verb.
    #[must_use]
    pub(crate) fn may_be_verb(&self, lower: &str) -> bool {
        lower.chars().count() > 3
            && self.finite_endings.iter().any(|(ending, _)| lower.ends_with(ending.as_str()))
    }

    /// True for a word with the ending of a participle that agrees with its noun.
    #[must_use]
    pub(crate) fn ends_as_participle(&self, lower: &str) -> bool {
        self.naming.opening_participles.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for an unknown word with the ending of a gerund.
    #[must_use]
    pub(crate) fn may_be_gerund(&self, lower: &str) -> bool {
        let gerund = |class: Class| class.any(Class::GERUND);
        let ends = |(ending, class): &(String, Class)| gerund(*class) && lower.ends_with(ending.as_str());
        lower.chars().count() > 4 && self.small_endings.iter().any(ends)
    }

    /// True for an unknown word with a long ending of the present, which no noun has.
    #[must_use]
    pub(crate) fn is_surely_verb(&self, lower: &str) -> bool {
        let present = |form: Class| form.any(Class::SINGULAR.or(Class::PLURAL)) && !form.any(Class::GENDER);
        let ends = |(ending, form): &(String, Class)| {
            present(*form) && ending.chars().count() >= SURE && lower.ends_with(ending.as_str())
        };
        self.cases && lower.chars().count() > 4 && self.finite_endings.iter().any(ends)
    }

    /// What the ending of an unknown verb tells of its subject.
    #[must_use]
    pub(crate) fn form_of_verb(&self, lower: &str) -> Class {
        let ends = self.finite_endings.iter().filter(|(ending, _)| lower.ends_with(ending.as_str()));
        ends.max_by_key(|(ending, _)| ending.len()).map_or(Class::NONE, |(_, form)| *form)
    }
}

/// Classes the unknown words among `words` that stand as nouns for somebody from a place behind a determiner: `le Bernois`, `a baiana`.
pub(super) fn demonyms(words: &mut [Word], grammar: &Grammar) {
    if !grammar.has_demonyms() {
        return;
    }
    for at in 1..words.len() {
        if let Some(of) = from_a_place(words, at, grammar)
            && let Some(word) = words.get_mut(at)
        {
            word.class = word.class.or(Class::ROLE).or(of);
        }
    }
}

/// The gender of the word at `at`, where it is a noun of this kind.
fn from_a_place(words: &[Word], at: usize, grammar: &Grammar) -> Option<Class> {
    let [before, own] = words.get(at - 1..=at)? else { return None };
    let known = Class::CLOSED
        .or(Class::NOUN)
        .or(Class::ANY_VERB)
        .or(Class::FIRST_NAME)
        .or(Class::PLACE)
        .or(Class::UPPER)
        .or(Class::OPENS);
    let next = words.get(at + 1).map_or(Class::NONE, |next| next.class);
    // a small word behind it is the noun that it only describes
    let describes = next.any(Class::WORD)
        && !next
            .any(Class::CLOSED.or(Class::ANY_VERB).or(Class::CAPITAL).or(Class::OF).or(Class::PREPOSITION));
    let fits = own.class.any(Class::WORD)
        && !own.class.any(known)
        && own.class.any(Class::CAPITAL) == grammar.capital_demonyms
        && before.class.any(Class::THE.or(Class::ONE));
    // `sagte die Hamburgerin`: where every noun has a capital, only behind a verb of saying, and before no other noun
    let told = !grammar.capital_nouns
        || at > 1
            && words
                .get(at - 2)
                .is_some_and(|verb| verb.class.any(Class::CUE) && verb.class.any(Class::FINITE))
            && !next.any(Class::CAPITAL);
    if !fits || describes || !told {
        return None;
    }
    grammar.demonym(&own.lower)
}
