//! The words by which news in one language names people and reports speech.
//!
//! In: a language's tables. Out: for any word, the classes it belongs to. A language without tables has an empty lexicon.

mod keywords;

use std::borrow::Cow;

use crate::languages::{self, ByLanguage, Section, section, shared};
use crate::text::{Language, WordMap, lower};

pub use keywords::{Keyword, Keywords};

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
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
    ($(#[doc = $what:literal] $name:ident $bit:literal [$($section:ident),*],)*) => {
        impl Tags {
            $(#[doc = $what] pub const $name: Self = Self(1 << $bit);)*
        }

        /// The classes of the words of each section.
        const SECTIONS: &[(Section, Tags)] = &[$($((section::$section, Tags::$name),)*)*];
    };
}

classes! {
    #[doc = "Verbs of saying."] STRONG 0 [COMMONEST, STRONG],
    #[doc = "Verbs that may report speech."] WEAK 1 [COMMONEST_WEAK, WEAK],
    #[doc = "Verb forms that are as often nouns."] AMBIGUOUS 2 [AMBIGUOUS],
    #[doc = "Opens “according to”."] ACCORD 3 [ACCORD],
    #[doc = "Auxiliary verbs."] AUX 4 [AUXILIARY],
    #[doc = "Words between a subject and its verb."] ADVERB 5 [ADVERB],
    #[doc = "Days, months and other times."] TIME 6 [TIME],
    #[doc = "Definite determiners."] DEFINITE 7 [ARTICLE, DEFINITE],
    #[doc = "Indefinite determiners and numbers."] INDEFINITE 8 [INDEFINITE],
    #[doc = "Prepositions."] PREPOSITION 9 [PREPOSITION],
    #[doc = "Prepositions that tie a complement to a noun."] LINKING 10 [LINKING],
    #[doc = "Conjunctions."] CONJUNCTION 11 [CONJUNCTION],
    #[doc = "He."] HE 12 [HE],
    #[doc = "She."] SHE 13 [SHE],
    #[doc = "They."] THEY 14 [THEY],
    #[doc = "Relative pronouns for persons."] WHO 15 [WHO],
    #[doc = "Pronouns that never stand for a speaker."] OTHER_PRONOUN 16 [OTHER_PRONOUN],
    #[doc = "His."] HIS 17 [HIS],
    #[doc = "Her."] HER 18 [HER],
    #[doc = "Titles of men."] MISTER 19 [MISTER],
    #[doc = "Titles of women."] MISSUS 20 [MISSUS],
    #[doc = "Titles of either."] HONORIFIC 21 [HONORIFIC],
    #[doc = "Words of offices and callings before a name."] OFFICE 22 [OFFICE],
    #[doc = "Nouns for people."] PERSON 23 [PERSON],
    #[doc = "Nouns for bodies and papers."] ORGANISATION 24 [ORGANISATION],
    #[doc = "Nouns for something said."] SPEECH_NOUN 25 [SPEECH_NOUN],
    #[doc = "Words before the name of a thing."] NAMING 26 [NAMING],
    #[doc = "Books, films and the like."] WORK 27 [WORK],
    #[doc = "What words are written on."] SIGN 28 [SIGN],
    #[doc = "Words that are no name although capitalised."] STOP 29 [NO_NAME],
    #[doc = "Small words inside names."] PARTICLE 30 [],
    #[doc = "Jr, III."] SUFFIX 31 [SUFFIX],
    #[doc = "Nouns for women."] FEMALE_NOUN 32 [FEMALE_NOUN],
    #[doc = "Nouns for men."] MALE_NOUN 33 [MALE_NOUN],
    #[doc = "Labels of questions in a transcript."] QUESTION_LABEL 34 [QUESTION_LABEL],
    #[doc = "Labels of answers in a transcript."] ANSWER_LABEL 35 [ANSWER_LABEL],
    #[doc = "Words of denial."] NEGATION 36 [DENIAL],
    #[doc = "Reflexive particles of verbs of saying."] REFLEXIVE 37 [REFLEXIVE],
    #[doc = "Pronouns glued behind a verb."] CLITIC 38 [CLITIC],
    #[doc = "Prepositions that alone mean “according to”."] ACCORD_SINGLE 39 [ACCORD_SINGLE],
    #[doc = "Countries, cities and their adjectives."] PLACE 40 [],
    #[doc = "First names of men."] FIRST_HE 41 [],
    #[doc = "First names of women."] FIRST_SHE 42 [],
    #[doc = "Words that mean “according to” behind their noun."] ACCORD_AFTER 43 [ACCORD_AFTER],
    #[doc = "The noun of “in the words of”."] ACCORD_NOUN 44 [ACCORD_NOUN],
    #[doc = "Opens reported speech."] THAT 45 [THAT],
    #[doc = "It, for a body or a paper."] IT 46 [IT],
    #[doc = "Relative pronouns for things."] WHICH 47 [WHICH],
    #[doc = "Auxiliaries under which nothing has been said yet."] MODAL 48 [MODAL],
    #[doc = "Words that belong to the verb before them: shot back, blurted out."] PARTICLE_OF_VERB 49 [VERB_PARTICLE],
    #[doc = "Verbs whose object is who is spoken of next: asked X why he."] ADDRESSED 51 [ADDRESSED],
    #[doc = "Verbs before a participle that is the real verb: kept asking."] ASPECT 52 [ASPECT],
    #[doc = "Prepositions that mean “according to” at the head of a sentence."] ACCORD_FIRST 53 [ACCORD_FIRST],
    #[doc = "Nouns before which a name only tells whose they are: X backers, X rally."] AFFAIR 54 [AFFAIR],
    #[doc = "Words shouted together."] CHANT 50 [CHANT],
    #[doc = "Verbs between somebody and what somebody is."] COPULA 55 [COPULA],
    #[doc = "Nouns for papers, agencies and stations."] OUTLET 56 [OUTLET],
    #[doc = "Last words of the names of papers and stations."] OUTLET_NAME 57 [OUTLET_NAME],
    #[doc = "Nouns for texts, which say nothing in person."] DOCUMENT 58 [DOCUMENT],
    #[doc = "Prepositions before an outlet that relays."] RELAYING 59 [RELAYING],
    #[doc = "Days of the week."] WEEKDAY 60 [],
    #[doc = "Nouns for people that may be surnames, too: a baker, Baker."] CALLING 61 [],
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
    words: WordMap<Tags>,
    /// True when there are words for the language.
    pub known: bool,
    /// True when nouns have articles, so that one without is not definite.
    pub articles: bool,
    /// True when the words are full enough that marked words nobody is told to have said are no quotes.
    pub full: bool,
    /// True when every noun has a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// True when the subject may follow its verb in any sentence: „Danach sagte X“.
    pub inverts: bool,
    /// True when a verb of saying may part words within marks between commas: « We, said X, go ».
    pub comma_inquits: bool,
    /// True when dashes and hyphens open and part direct speech, within marks too.
    pub dashes: bool,
    /// Endings of words between a subject and its verb.
    pub adverb_endings: Vec<Cow<'static, str>>,
    /// Endings of participles that may open a sentence.
    pub participle_endings: Vec<Cow<'static, str>>,
    /// Single words and endings that a rule looks for.
    pub keywords: Keywords,
    /// Pronouns as endings of the verb: `dit-il`.
    pub clitic_endings: Vec<Cow<'static, str>>,
    /// Endings of verbs that are not known.
    pub finite_endings: Vec<Cow<'static, str>>,
}

static LEXICONS: ByLanguage<Lexicon> = ByLanguage::new(Lexicon::read);

impl Lexicon {
    /// The lexicon of `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        LEXICONS.of(language)
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

    fn read(language: Language) -> Self {
        if !SECTIONS.iter().any(|(section, _)| language.has(*section)) {
            return Self::default();
        }
        let profile = language.profile();
        let mut lexicon = Self {
            known: true,
            articles: [section::ARTICLE, section::DEFINITE].into_iter().any(|section| language.has(section)),
            full: profile.full,
            capital_nouns: profile.capital_nouns,
            inverts: profile.inverts,
            comma_inquits: profile.comma_inquits,
            dashes: language.has(section::SAY),
            keywords: Keywords::read(language),
            adverb_endings: language.words(section::ADVERB_ENDING).collect(),
            participle_endings: language.words(section::PARTICIPLE_ENDING).collect(),
            clitic_endings: language.words(section::CLITIC_ENDING).collect(),
            finite_endings: language
                .words(section::FINITE_ENDING)
                .filter_map(|ending| match ending.split_once('=') {
                    None => Some(ending),
                    Some((_, "q" | "i")) => None,
                    Some((ending, _)) => Some(ending.to_owned().into()),
                })
                .collect(),
            ..Self::default()
        };
        for (section, tags) in SECTIONS {
            lexicon.add_all(language.words(*section), *tags);
        }
        for month in language.months() {
            lexicon.add_all(month.names.into_iter().chain(month.short), Tags::TIME);
        }
        for day in language.weekdays() {
            lexicon.add_all(day.names.into_iter().chain(day.short), Tags::TIME.or(Tags::WEEKDAY));
        }
        let verbs = language.verbs(section::SAY).into_iter().filter(|(_, form)| *form != 'i');
        lexicon.add_all(verbs.map(|(word, _)| Cow::Owned(word)), Tags::STRONG);
        if !language.has(section::OFFICE) {
            lexicon.add_roles(language);
        }
        lexicon.add_all(shared::NAMES.words("particle"), Tags::PARTICLE);
        lexicon.add_all(shared::NAMES.words("f"), Tags::FIRST_SHE);
        lexicon.add_all(shared::NAMES.words("m"), Tags::FIRST_HE);
        lexicon.add_places();
        if lexicon.inverts {
            lexicon.add_countries(language);
        }
        for calling in language.callings() {
            if lexicon.tags(calling) == Tags::NONE {
                lexicon.add_all(std::iter::once(calling.into()), Tags::PERSON.or(Tags::CALLING));
            }
        }
        lexicon.words.shrink();
        lexicon
    }

    /// Offices and bodies, from what is known of clauses.
    fn add_roles(&mut self, language: Language) {
        let roles = language.lines(section::ROLE).filter_map(|line| line.split_once(':'));
        for word in roles.flat_map(|(_, words)| words.split_whitespace()) {
            let word = word.split('/').next().unwrap_or(word);
            let forms = language.noun_forms(word).into_iter().map(|(form, _)| Cow::Owned(form));
            self.add_all(forms, Tags::OFFICE.or(Tags::PERSON));
        }
        for word in language.words(section::BODY) {
            let word = word.split('/').next().unwrap_or(&word).to_owned();
            self.add_all(std::iter::once(Cow::Owned(word)), Tags::ORGANISATION);
        }
    }

    /// The places of every language, but for the words of those that have two.
    fn add_places(&mut self) {
        for line in languages::lines(section::PLACE) {
            let (country, words) = line.split_once(':').unwrap_or((line, ""));
            let words = std::iter::once(country).chain(words.split_whitespace());
            self.add_all(words.filter(|word| !word.contains('_')).map(Cow::Borrowed), Tags::PLACE);
        }
    }

    /// The countries and seats of the language's own table: behind an office they tell whose it is and name nobody.
    fn add_countries(&mut self, language: Language) {
        let names = language.lines(section::COUNTRY).filter_map(|line| line.split_once(": "));
        let names = names.flat_map(|(_, names)| names.split(';')).map(str::trim);
        for name in names.filter(|name| !name.contains([' ', '*'])) {
            self.words.update(&lower(name), |known| {
                let tags = known.copied().unwrap_or_default();
                if tags.any(Tags::ORGANISATION.or(Tags::FIRST_NAME)) { tags } else { tags.or(Tags::PLACE) }
            });
        }
    }

    fn add_all(&mut self, words: impl Iterator<Item = Cow<'static, str>>, class: Tags) {
        for word in words {
            self.words.update(&lower(&word), |known| known.copied().unwrap_or_default().or(class));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_behind_an_office_names_nobody() {
        for (code, word) in [("ru", "китая"), ("ru", "кремля"), ("fr", "chine"), ("es", "francia")]
        {
            assert!(Lexicon::of(Language::coded(code)).tags(word).any(Tags::PLACE), "{code} {word}");
        }
        // who can speak is no place
        assert!(!Lexicon::of(Language::coded("ru")).tags("кремль").any(Tags::PLACE));
    }

    #[test]
    fn a_word_may_have_several_classes() {
        let tags = Lexicon::of(Language::coded("en")).tags("president");
        assert!(tags.any(Tags::OFFICE) && tags.any(Tags::PERSON));
        assert_eq!(Lexicon::of(Language::coded("en")).tags("xyzzy"), Tags::NONE);
    }
}
