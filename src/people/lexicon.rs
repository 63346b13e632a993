//! The words by which news in one language names people and reports speech.
//!
//! In: a data file per language (`lexicon/en.txt` and its kin). Out: for any word, the classes it belongs to.
//! A new language is a new file and one line in [`Lexicon::of`]; a language without a file has an empty lexicon.

use std::sync::LazyLock;

use crate::text::{FastMap, Language};

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(u64);

impl Tags {
    /// No class at all.
    pub const NONE: Self = Self(0);

    /// The classes of either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when at least one class of `other` is here.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

macro_rules! classes {
    ($($name:ident $section:literal $bit:literal $what:literal,)*) => {
        impl Tags {
            $(#[doc = $what] pub const $name: Self = Self(1 << $bit);)*

            fn of_section(section: &str) -> Self {
                match section {
                    $($section => Self::$name,)*
                    _ => Self::NONE,
                }
            }
        }
    };
}

classes! {
    STRONG "strong" 0 "Verbs of saying.",
    WEAK "weak" 1 "Verbs that may report speech.",
    AMBIGUOUS "ambiguous" 2 "Verb forms that are as often nouns.",
    ACCORD "accord" 3 "Opens “according to”.",
    AUX "aux" 4 "Auxiliary verbs.",
    ADVERB "adverb" 5 "Words between a subject and its verb.",
    TIME "time" 6 "Days, months and other times.",
    DEFINITE "definite" 7 "Definite determiners.",
    INDEFINITE "indefinite" 8 "Indefinite determiners and numbers.",
    PREPOSITION "preposition" 9 "Prepositions.",
    LINKING "linking" 10 "Prepositions that tie a complement to a noun.",
    CONJUNCTION "conjunction" 11 "Conjunctions.",
    HE "pronoun_m" 12 "He.",
    SHE "pronoun_f" 13 "She.",
    THEY "pronoun_pl" 14 "They.",
    WHO "pronoun_who" 15 "Relative pronouns for persons.",
    OTHER_PRONOUN "pronoun_other" 16 "Pronouns that never stand for a speaker.",
    HIS "possessive_m" 17 "His.",
    HER "possessive_f" 18 "Her.",
    MISTER "honorific_m" 19 "Titles of men.",
    MISSUS "honorific_f" 20 "Titles of women.",
    HONORIFIC "honorific" 21 "Titles of either.",
    OFFICE "office" 22 "Words of offices and callings before a name.",
    PERSON "person" 23 "Nouns for people.",
    ORGANISATION "organisation" 24 "Nouns for bodies and papers.",
    SPEECH_NOUN "plural_cue_noun" 25 "Nouns for something said.",
    NAMING "naming" 26 "Words before the name of a thing.",
    WORK "work" 27 "Books, films and the like.",
    SIGN "sign" 28 "What words are written on.",
    STOP "stop" 29 "Words that are no name although capitalised.",
    PARTICLE "particle" 30 "Small words inside names.",
    SUFFIX "suffix" 31 "Jr, III.",
    FEMALE_NOUN "female_noun" 32 "Nouns for women.",
    MALE_NOUN "male_noun" 33 "Nouns for men.",
    QUESTION_LABEL "question_label" 34 "Labels of questions in a transcript.",
    ANSWER_LABEL "answer_label" 35 "Labels of answers in a transcript.",
    NEGATION "deny" 36 "Words of denial.",
    REFLEXIVE "reflexive" 37 "Reflexive particles of verbs of saying.",
    CLITIC "clitic" 38 "Pronouns glued behind a verb.",
    ACCORD_SINGLE "accord_single" 39 "Prepositions that alone mean “according to”.",
    PLACE "place" 40 "Countries, cities and their adjectives.",
    FIRST_HE "m" 41 "First names of men.",
    FIRST_SHE "f" 42 "First names of women.",
    ACCORD_AFTER "accord_after" 43 "Words that mean “according to” behind their noun.",
    ACCORD_NOUN "accord_noun" 44 "The noun of “in the words of”.",
    THAT "that" 45 "Opens reported speech.",
    IT "pronoun_it" 46 "It, for a body or a paper.",
    WHICH "pronoun_which" 47 "Relative pronouns for things.",
    MODAL "modal" 48 "Auxiliaries under which nothing has been said yet.",
    PARTICLE_OF_VERB "verb_particle" 49 "Words that belong to the verb before them: shot back, blurted out.",
    ADDRESSED "addressed" 51 "Verbs whose object is who is spoken of next: asked X why he.",
    ASPECT "aspect" 52 "Verbs before a participle that is the real verb: kept asking.",
    ACCORD_FIRST "accord_first" 53 "Prepositions that mean “according to” at the head of a sentence.",
    AFFAIR "affair" 54 "Nouns before which a name only tells whose they are: X backers, X rally.",
    CHANT "chant" 50 "Words shouted together.",
}

impl Tags {
    /// A verb that reports speech.
    pub const CUE: Self = Self::STRONG.or(Self::WEAK);
    /// A pronoun that can stand for a speaker.
    pub const PRONOUN: Self = Self::HE.or(Self::SHE).or(Self::THEY).or(Self::WHO);
    /// Any determiner.
    pub const DETERMINER: Self = Self::DEFINITE.or(Self::INDEFINITE);
    /// Any title of courtesy or rank.
    pub const TITLE: Self = Self::MISTER.or(Self::MISSUS).or(Self::HONORIFIC);
    /// A first name.
    pub const FIRST_NAME: Self = Self::FIRST_HE.or(Self::FIRST_SHE);
}

/// The word classes of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FastMap<String, Tags>,
    /// True when there is a data file for the language.
    pub known: bool,
    /// True when nouns have articles, so that one without is not definite.
    pub articles: bool,
    /// True when the file is full enough that marked words nobody is told to have said are no quotes.
    pub full: bool,
    /// True when every noun has a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// True when the subject may follow its verb in any sentence: „Danach sagte X“.
    pub inverts: bool,
}

static ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon { full: true, ..Lexicon::read(&[include_str!("lexicon/en.txt")]) });
static RUSSIAN: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon { inverts: true, ..Lexicon::read(&[include_str!("lexicon/ru.txt")]) });
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    inverts: true,
    capital_nouns: true,
    ..Lexicon::read(&[include_str!("lexicon/de.txt")])
});
static FRENCH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon { inverts: true, ..Lexicon::read(&[include_str!("lexicon/fr.txt")]) });
static SPANISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon { inverts: true, ..Lexicon::read(&[include_str!("lexicon/es.txt")]) });
static NONE: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

impl Lexicon {
    /// The lexicon of `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Russian => &RUSSIAN,
            Language::German => &GERMAN,
            Language::French => &FRENCH,
            Language::Spanish => &SPANISH,
            Language::Other(_) => &NONE,
        }
    }

    /// The classes of a word given in lower case; two first names tied by a hyphen are one.
    #[must_use]
    pub fn tags(&self, lower: &str) -> Tags {
        let known = |word: &str| self.words.get(word).copied();
        known(lower).unwrap_or_else(|| match lower.split_once('-') {
            Some((one, other))
                if [one, other]
                    .iter()
                    .all(|word| known(word).is_some_and(|tags| tags.any(Tags::FIRST_NAME))) =>
            {
                Tags::FIRST_NAME
            }
            _ => Tags::NONE,
        })
    }

    fn read(files: &[&str]) -> Self {
        let mut lexicon = Self { known: true, ..Self::default() };
        for file in files {
            lexicon.add_sections(file);
        }
        lexicon.add_sections(include_str!("lexicon/first_names.txt"));
        lexicon.add_places(include_str!("lexicon/places.txt"));
        lexicon
    }

    fn add_sections(&mut self, file: &str) {
        let mut class = Tags::NONE;
        for line in file.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                class = Tags::of_section(section);
                continue;
            }
            for word in line.split_whitespace() {
                for form in forms(word) {
                    self.add(&form.to_lowercase(), class);
                }
            }
        }
    }

    fn add_places(&mut self, file: &str) {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let (country, words) = line.split_once(':').unwrap_or((line, ""));
            for word in std::iter::once(country).chain(words.split_whitespace()) {
                if !word.is_empty() && !word.contains('_') {
                    self.add(&word.to_lowercase(), Tags::PLACE);
                }
            }
        }
    }

    fn add(&mut self, word: &str, class: Tags) {
        self.articles |= class == Tags::DEFINITE;
        let tags = self.words.entry(word.to_owned()).or_default();
        *tags = tags.or(class);
    }
}

/// Spells out `stem{a,b}`.
fn forms(word: &str) -> Vec<String> {
    match word.split_once('{') {
        Some((stem, rest)) => {
            rest.trim_end_matches('}').split(',').map(|ending| format!("{stem}{ending}")).collect()
        }
        None => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_spelt_out() {
        assert_eq!(forms("sa{y,id}"), ["say", "said"]);
        assert_eq!(forms("told"), ["told"]);
    }

    #[test]
    fn every_section_of_every_file_is_known() {
        for file in [
            include_str!("lexicon/en.txt"),
            include_str!("lexicon/ru.txt"),
            include_str!("lexicon/de.txt"),
            include_str!("lexicon/fr.txt"),
            include_str!("lexicon/es.txt"),
            include_str!("lexicon/first_names.txt"),
        ] {
            for line in file.lines() {
                if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                    assert_ne!(Tags::of_section(section), Tags::NONE, "{section}");
                }
            }
        }
    }

    #[test]
    fn a_word_may_have_several_classes() {
        let tags = Lexicon::of(Language::English).tags("president");
        assert!(tags.any(Tags::OFFICE) && tags.any(Tags::PERSON));
        assert_eq!(Lexicon::of(Language::English).tags("xyzzy"), Tags::NONE);
    }
}
