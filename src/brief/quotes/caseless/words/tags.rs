//! What a word may be in a sentence, and which sections of a language's tables tell so.

use crate::languages::{Section, section};

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tags(u64);

impl Tags {
    /// No class at all.
    pub(crate) const NONE: Self = Self(0);

    /// The classes of either set.
    #[must_use]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes here that are not in `other`.
    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// True when at least one class of `other` is here.
    #[must_use]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// True when every class here is one of `other`.
    #[must_use]
    pub(crate) const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

macro_rules! classes {
    ($($name:ident $bit:literal [$($section:ident),*] $what:literal,)*) => {
        impl Tags {
            $(#[doc = $what] pub(crate) const $name: Self = Self(1 << $bit);)*
        }

        /// The classes of the words of each section.
        pub(crate) const SECTIONS: &[(Section, Tags)] = &[$($((section::$section, Tags::$name),)*)*];
    };
}

classes! {
    VERB 0 [COMMONEST, STRONG] "Verbs of saying.",
    WEAK 1 [COMMONEST_WEAK, WEAK] "Verbs that may report speech.",
    THAT 2 [THAT] "Opens reported speech.",
    PREPOSITION 3 [PREPOSITION] "Prepositions.",
    POSTPOSITION 4 [POSTPOSITION] "Behind what is no subject.",
    OF 5 [LINKING] "Ties a complement to a noun.",
    CONJUNCTION 6 [CONJUNCTION] "Conjunctions.",
    ADVERB 7 [ADVERB] "Words between a subject and its verb.",
    DEFINITE 8 [DEFINITE] "Definite determiners.",
    INDEFINITE 9 [INDEFINITE] "Indefinite determiners.",
    HE 10 [HE] "He.",
    SHE 11 [SHE] "She.",
    THEY 12 [THEY] "They.",
    IT 13 [IT] "It, for a body or a paper.",
    OTHER_PRONOUN 14 [OTHER_PRONOUN] "Pronouns that never stand for a speaker.",
    HONORIFIC 15 [MISTER, MISSUS, HONORIFIC] "Titles of courtesy and rank.",
    OFFICE 16 [OFFICE] "Words of offices and callings.",
    PERSON 17 [PERSON] "Nouns for people.",
    ANONYMOUS 18 [ANONYMOUS] "People left unnamed.",
    CROWD 19 [CROWD] "Nouns for many people.",
    BODY 20 [ORGANISATION] "Nouns for bodies.",
    AGENCY 21 [AGENCY] "Agencies and outlets.",
    DOCUMENT 22 [DOCUMENT] "Documents that speak for their author.",
    ACCORD 23 [ACCORD, ACCORD_SINGLE] "Opens “according to”.",
    ACCORD_AFTER 24 [ACCORD_AFTER] "Means it behind its noun.",
    RELAY 25 [RELAY] "Verbs by which one relays another's words.",
    RELAY_END 26 [RELAY_END] "Behind a relayed speaker.",
    PASSIVE 27 [PASSIVE] "Marks the one who does it in a passive.",
    SPEECH_NOUN 28 [SPEECH_NOUN] "Nouns for something said.",
    NAMING 29 [NAMING] "Words before the name of a thing.",
    WORK 30 [WORK] "Books, films and the like.",
    WORK_BEHIND 31 [WORK_BEHIND] "Behind the name of a thing.",
    QUESTION_LABEL 32 [QUESTION_LABEL] "Labels of questions.",
    ANSWER_LABEL 33 [ANSWER_LABEL] "Labels of answers.",
    TIME 34 [TIME] "Days, months and other times.",
    TOPIC 35 [TOPIC] "Behind what a sentence is about.",
    SUBJECT 36 [SUBJECT_PARTICLE] "Behind a subject.",
    OBJECT 37 [OBJECT_PARTICLE] "Behind an object.",
    QUOTING 38 [QUOTE_PARTICLE] "Behind a quotation.",
    ANNOUNCING 39 [ANNOUNCING] "Announces words.",
    OTHER_VERB 40 [OTHER_VERB] "Other verbs: a subject ends before them.",
    COMPOUND 41 [COMPOUND] "Words that hold a small word and are none.",
    COUNTRY 42 [] "Countries.",
    NAME 43 [] "The name of a person the text knows.",
    NUMBER 44 [] "Numbers with their units.",
    LATIN 45 [] "Words in Latin letters.",
    GLUED 46 [] "A small word is glued before it.",
    PARTICIPLE 47 [CUE_PARTICIPLE] "Participles of saying.",
    RELAY_OF 48 [RELAY_OF] "Before the one whose words are relayed.",
    WHO 49 [WHO] "Relative pronouns.",
    ARTICLE 50 [] "Has the article glued before it.",
    AMBIGUOUS 51 [AMBIGUOUS] "Forms that are as often nouns.",
}

impl Tags {
    /// A verb that reports speech.
    pub(crate) const CUE: Self = Self::VERB.or(Self::WEAK);
    /// What a noun phrase may be made of.
    pub(crate) const NOMINAL: Self = Self::OFFICE
        .or(Self::PERSON)
        .or(Self::ANONYMOUS)
        .or(Self::CROWD)
        .or(Self::BODY)
        .or(Self::AGENCY)
        .or(Self::COUNTRY)
        .or(Self::NAME)
        .or(Self::DEFINITE)
        .or(Self::INDEFINITE)
        .or(Self::HONORIFIC)
        .or(Self::NUMBER)
        .or(Self::DOCUMENT)
        .or(Self::HE)
        .or(Self::SHE)
        .or(Self::THEY)
        .or(Self::IT)
        .or(Self::LATIN)
        .or(Self::COMPOUND)
        .or(Self::WORK);
    /// A title of whatever kind.
    pub(crate) const TITLE: Self = Self::OFFICE.or(Self::HONORIFIC);
}
