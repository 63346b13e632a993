//! The classes a word may have, and the sections of a language's tables whose words have each.

use crate::languages::{Section, section};

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
        pub(super) const SECTIONS: &[(Section, Tags)] = &[$($((section::$section, Tags::$name),)*)*];
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
    #[doc = "Gerunds of verbs of saying."] GERUND 62 [],
    #[doc = "Nouns for people that may be surnames, too: a baker, Baker."] CALLING 61 [],
    #[doc = "Nouns of the roles people have, in languages whose commas part who speaks from the words."] ROLE 63 [],
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
