//! What stands before names, and before a subject at the head of a sentence; endings where the verb is last.

use std::borrow::Cow;

use super::class::Class;
use crate::languages::section;
use crate::text::{FastMap, FastSet, Language};

/// Words before names and before who a sentence is about.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// Pronouns of the third person for whom something is said to.
    pub(crate) told_whom: Vec<String>,
    /// Pronouns that point back to words said before.
    pub(crate) these: Vec<String>,
    /// Nouns for something said that tell what somebody holds.
    pub(crate) views: Vec<String>,
    /// Names of papers in the form in which something is told to them, in lower case, by their first word.
    listeners: FastMap<String, Vec<String>>,
    /// Forms of verbs of a question.
    pub(crate) asking: Vec<String>,
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
    /// Endings of adjectives in the owner's case, each with whether only a noun behind it tells the case.
    owner_adjectives: Vec<(String, bool)>,
    /// Endings of adjectives in the first case, each with the gender it tells.
    pub(super) first_adjectives: Vec<(String, Class)>,
    /// Endings of adjectives and participles that tell how their subject is, each with the gender it tells.
    pub(super) predicates: Vec<(String, Class)>,
    /// `As` of “as X said”, where nouns have cases, in lower case.
    pub(crate) as_said: FastSet<String>,
    /// Verbs of answering, in lower case.
    pub(crate) answers: FastSet<String>,
    /// `In order to`, where that is a preposition elsewhere.
    pub(crate) in_order: FastSet<String>,
    /// Pronouns for nobody the text names, in lower case, with their number.
    pub(crate) anybody: FastMap<String, Class>,
    /// Relative pronouns that a clause for somebody begins with, without a phrase before it.
    pub(crate) whoever: Vec<String>,
    /// Endings of adjectives in other cases, each with the gender it tells.
    other_adjectives: Vec<(String, Option<Class>)>,
    /// Parts of verbs that end their clause.
    pub(crate) separable: FastSet<String>,
    /// Verbs right behind the name of their subject.
    pub(crate) is_called: FastSet<String>,
    /// Prepositions before the body somebody is from.
    pub(crate) origins: FastSet<String>,
    /// Adverbs that are prepositions by themselves, too, in lower case.
    pub(crate) governing_adverbs: FastSet<String>,
    /// A preposition stands before a person who is an object.
    pub(crate) marks_people: bool,
    /// Endings of names after one's father.
    patronymic_endings: Vec<String>,
    /// Endings of nouns for several people in other cases.
    several_endings: Vec<String>,
    /// Nouns for something said that a clause completes, in all forms.
    pub(crate) said: FastSet<String>,
    /// What opens such a clause, by its words and commas.
    pub(crate) completing: Vec<Vec<String>>,
    /// `preposed`: adjectives stand before their noun.
    pub(crate) adjective_before: bool,
}

/// Letters of the shortest adjective whose ending tells its case.
const ADJECTIVE: usize = 5;

/// An ending, and whether `=n` says that only a noun behind it tells the case.
fn led(word: &str) -> (String, bool) {
    word.strip_suffix("=n").map_or_else(|| (word.to_owned(), false), |ending| (ending.to_owned(), true))
}

/// An ending, and the gender that `=m` or `=f` tells.
fn gendered(word: &str) -> (String, Option<Class>) {
    match word.split_once('=') {
        Some((ending, gender)) => {
            (ending.to_owned(), Some(if gender == "f" { Class::FEMALE } else { Class::MALE }))
        }
        None => (word.to_owned(), None),
    }
}

impl Naming {
    /// Reads the pronouns of `language` for nobody the text names, and the endings of names after one's father.
    pub(super) fn read_anybody(&mut self, language: Language) {
        self.patronymic_endings = language.words(section::PATRONYMIC).map(Cow::into_owned).collect();
        self.several_endings = language.words(section::SEVERAL_CASE).map(Cow::into_owned).collect();
        self.adjective_before = language.words(section::ORDER).any(|word| word == "preposed");
        self.as_said = language.words(section::AS).map(|word| word.to_lowercase()).collect();
        self.owner_adjectives = language.words(section::OWNER_ADJECTIVE).map(|word| led(&word)).collect();
        self.other_adjectives =
            language.words(section::OTHER_ADJECTIVE).map(|word| gendered(&word)).collect();
        self.answers = language.words(section::ANSWERS).map(Cow::into_owned).collect();
        self.in_order = language.words(section::IN_ORDER).map(Cow::into_owned).collect();
        self.origins = language.words(section::ORIGIN).map(Cow::into_owned).collect();
        self.governing_adverbs = language.words(section::GOVERNING_ADVERB).map(Cow::into_owned).collect();
        self.marks_people = language.words(section::PERSON_AS_OBJECT).next().is_some();
        self.whoever = language.words(section::WHOEVER).map(Cow::into_owned).collect();
        self.separable = language.words(section::SEPARABLE).map(Cow::into_owned).collect();
        self.asking = language.words(section::ASKING).map(Cow::into_owned).collect();
        self.these = language.words(section::THESE).map(Cow::into_owned).collect();
        self.views = language.words(section::VIEWS).map(Cow::into_owned).collect();
        self.told_whom = language.words(section::TOLD_WHOM).map(Cow::into_owned).collect();
        self.is_called = language.words(section::IS_CALLED).map(Cow::into_owned).collect();
        self.read_listeners(language);
        self.read_said(language);
        for word in language.words(section::ANYBODY) {
            let (word, form) = word.split_once('=').unwrap_or((&word, ""));
            let number = if form == "p" { Class::PLURAL } else { Class::SINGULAR };
            self.anybody.insert(word.to_lowercase(), number);
        }
    }

    /// Reads the nouns of `language` for something said that a clause completes, and what opens it.
    fn read_said(&mut self, language: Language) {
        for noun in language.words(section::SAID_NOUN) {
            self.said.extend(language.noun_forms(&noun).into_iter().map(|form| form.0.to_lowercase()));
        }
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        self.completing = language.lines(section::COMPLETING).map(words).collect();
    }

    fn read_listeners(&mut self, language: Language) {
        for paper in language.lines(section::LISTENER).flat_map(|line| line.split(';')).map(str::trim) {
            let first = paper.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            let word = paper.split_whitespace().next().unwrap_or_default();
            for key in [Some(first), Some(word).filter(|word| *word != first)].into_iter().flatten() {
                self.listeners.entry(key.to_owned()).or_default().push(paper.to_owned());
            }
        }
    }

    /// True for the name of a paper, of which `first` is the first word in lower case, as something is told to it.
    #[must_use]
    pub(crate) fn is_listener(&self, first: &str, name: impl Fn() -> String) -> bool {
        let papers = self.listeners.get(first);
        papers.is_some_and(|papers| papers.contains(&name().to_lowercase()))
    }

    /// True for a word, in lower case, that ends as an adjective in the owner's case; `led` where a noun may stand behind it.
    #[must_use]
    pub(crate) fn is_owner_adjective(&self, lower: &str, led: bool) -> bool {
        let ends = |(ending, noun): &(String, bool)| (led || !noun) && lower.ends_with(ending.as_str());
        lower.chars().count() >= ADJECTIVE && self.owner_adjectives.iter().any(ends)
    }

    /// True for a word, in lower case, that ends as an adjective before a noun in another case, of which `noun` are the classes.
    #[must_use]
    pub(crate) fn is_before_other_case(&self, lower: &str, noun: Class) -> bool {
        let (male, female) = (noun.any(Class::MALE), noun.any(Class::FEMALE));
        let other = |told: Class| male != female && told.any(if male { Class::FEMALE } else { Class::MALE });
        let ends = |(ending, told): &(String, Option<Class>)| {
            lower.ends_with(ending.as_str()) && !told.is_some_and(other)
        };
        self.other_adjectives.iter().any(ends)
    }

    /// True where the endings of adjectives in other cases are known.
    #[must_use]
    pub(crate) fn knows_adjectives(&self) -> bool {
        !self.other_adjectives.is_empty()
    }

    /// The gender of an adjective in the first case, by its ending.
    #[must_use]
    pub(crate) fn adjective_gender(&self, lower: &str) -> Option<Class> {
        let ends = |(ending, _): &&(String, Class)| lower.ends_with(ending.as_str());
        let found = self.first_adjectives.iter().find(ends).filter(|_| lower.chars().count() >= ADJECTIVE);
        found.map(|(_, gender)| *gender)
    }

    /// The gender of an adjective or a participle that tells how its subject is, by its ending.
    #[must_use]
    pub(crate) fn predicate_gender(&self, lower: &str) -> Option<Class> {
        let ends = |(ending, _): &&(String, Class)| lower.ends_with(ending.as_str());
        let found = self.predicates.iter().find(ends).filter(|_| lower.chars().count() > ADJECTIVE);
        found.map(|(_, gender)| *gender)
    }

    /// True for a noun for people, in lower case and in another case, that by its ending is of several.
    #[must_use]
    pub(crate) fn is_of_several(&self, lower: &str) -> bool {
        self.several_endings.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for a word, in lower case, that has the form of a name after one's father.
    #[must_use]
    pub(crate) fn is_patronymic(&self, lower: &str) -> bool {
        self.patronymic_endings.iter().any(|ending| lower.ends_with(ending.as_str()))
    }
}

/// Endings that tell words apart where the verb ends its sentence and nouns take endings for what they belong to and where
/// they are.
#[derive(Debug, Default)]
pub(crate) struct Endings {
    /// Of nouns that belong to somebody, with what the noun ends in without them.
    possessed: Vec<(String, String)>,
    /// Of adjectives that tell where somebody is.
    placed: Vec<String>,
    /// Of unknown verbs that end a sentence.
    closing: Vec<String>,
    /// Behind the apostrophe of a name that tells where something is.
    place: FastSet<String>,
    /// Of several that are no subject.
    several: Vec<String>,
}

impl Endings {
    /// Those of `language`.
    pub(super) fn of(language: Language) -> Self {
        let words = |section| language.words(section).map(Cow::into_owned);
        let parts =
            |word: String| word.split_once('=').map(|(own, plain)| (own.to_owned(), plain.to_owned()));
        Self {
            possessed: words(section::POSSESSED_ENDING).filter_map(parts).collect(),
            placed: words(section::PLACED_ENDING).collect(),
            closing: words(section::CLOSING_ENDING).collect(),
            place: words(section::PLACE_SUFFIX).collect(),
            several: words(section::SEVERAL_ENDING).collect(),
        }
    }

    /// The words of which `lower` may be the form that belongs to somebody or something: `başkan` of `başkanı`.
    pub(super) fn owned<'e>(&'e self, lower: &'e str) -> impl Iterator<Item = String> + 'e {
        let plain = move |(ending, plain): &(String, String)| {
            Some(format!("{}{plain}", lower.strip_suffix(ending.as_str())?))
        };
        self.possessed.iter().filter_map(plain)
    }

    /// True for a word of several that is no subject.
    #[must_use]
    pub(crate) fn is_of_several(&self, lower: &str) -> bool {
        self.several.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for an adjective that tells where somebody is.
    #[must_use]
    pub(crate) fn is_placed(&self, lower: &str) -> bool {
        self.placed.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for an unknown word with an ending of a verb that ends a sentence.
    #[must_use]
    pub(crate) fn may_close(&self, lower: &str) -> bool {
        lower.chars().count() > 3 && self.closing.iter().any(|ending| lower.ends_with(ending.as_str()))
    }

    /// True for a name, as it is written, behind whose apostrophe stands that something is there.
    #[must_use]
    pub(crate) fn is_where(&self, written: &str) -> bool {
        let suffix = written.rsplit_once(['\'', '’']).map(|(_, suffix)| suffix.to_lowercase());
        suffix.is_some_and(|suffix| self.place.contains(&suffix))
    }
}
