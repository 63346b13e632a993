//! What a word may be in a sentence, and which sections of a language's tables tell so.

use crate::languages::{Section, caseless, section};

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

    /// True for a title of courtesy that is no office and no noun for somebody: Mr, Ms.
    #[must_use]
    pub(crate) const fn is_courtesy(self) -> bool {
        self.any(Self::HONORIFIC) && !self.any(Self::OFFICE.or(Self::PERSON))
    }
}

macro_rules! classes {
    ($(#[doc = $what:literal] $name:ident $bit:literal [$($section:path),*],)*) => {
        impl Tags {
            $(#[doc = $what] pub(crate) const $name: Self = Self(1 << $bit);)*
        }

        /// The classes of the words of each section.
        pub(crate) const SECTIONS: &[(Section, Tags)] = &[$($(($section, Tags::$name),)*)*];
    };
}

classes! {
    #[doc = "Verbs of saying."]
    VERB 0 [section::COMMONEST, section::STRONG, caseless::ADDED],
    #[doc = "Verbs that may report speech."]
    WEAK 1 [section::COMMONEST_WEAK, section::WEAK],
    #[doc = "Opens reported speech."]
    THAT 2 [section::THAT],
    #[doc = "Prepositions."]
    PREPOSITION 3 [section::PREPOSITION],
    #[doc = "Behind what is no subject."]
    POSTPOSITION 4 [caseless::POSTPOSITION],
    #[doc = "Ties a complement to a noun."]
    OF 5 [section::LINKING],
    #[doc = "Conjunctions."]
    CONJUNCTION 6 [section::CONJUNCTION],
    #[doc = "Words between a subject and its verb."]
    ADVERB 7 [section::ADVERB],
    #[doc = "Definite determiners."]
    DEFINITE 8 [section::DEFINITE],
    #[doc = "Indefinite determiners."]
    INDEFINITE 9 [section::INDEFINITE],
    #[doc = "He."]
    HE 10 [section::HE],
    #[doc = "She."]
    SHE 11 [section::SHE],
    #[doc = "They."]
    THEY 12 [section::THEY],
    #[doc = "It, for a body or a paper."]
    IT 13 [section::IT],
    #[doc = "Pronouns that never stand for a speaker."]
    OTHER_PRONOUN 14 [section::OTHER_PRONOUN],
    #[doc = "Titles of courtesy and rank."]
    HONORIFIC 15 [section::MISTER, section::MISSUS, section::HONORIFIC],
    #[doc = "Words of offices and callings."]
    OFFICE 16 [section::OFFICE],
    #[doc = "Nouns for people."]
    PERSON 17 [section::PERSON],
    #[doc = "People left unnamed."]
    ANONYMOUS 18 [caseless::ANONYMOUS],
    #[doc = "Nouns for many people."]
    CROWD 19 [caseless::CROWD],
    #[doc = "Nouns for bodies."]
    BODY 20 [section::ORGANISATION],
    #[doc = "Agencies and outlets."]
    AGENCY 21 [caseless::AGENCY],
    #[doc = "Documents that speak for their author."]
    DOCUMENT 22 [caseless::PAPER],
    #[doc = "Opens “according to”."]
    ACCORD 23 [section::ACCORD, section::ACCORD_SINGLE],
    #[doc = "Means it behind its noun."]
    ACCORD_AFTER 24 [section::ACCORD_AFTER],
    #[doc = "Verbs by which one relays another's words."]
    RELAY 25 [caseless::RELAY],
    #[doc = "Behind a relayed speaker."]
    RELAY_END 26 [caseless::RELAY_END],
    #[doc = "Marks the one who does it in a passive."]
    PASSIVE 27 [caseless::PASSIVE],
    #[doc = "Nouns for something said."]
    SPEECH_NOUN 28 [section::SPEECH_NOUN],
    #[doc = "Words before the name of a thing."]
    NAMING 29 [section::NAMING],
    #[doc = "Books, films and the like."]
    WORK 30 [section::WORK],
    #[doc = "Behind the name of a thing."]
    WORK_BEHIND 31 [caseless::WORK_BEHIND],
    #[doc = "Labels of questions."]
    QUESTION_LABEL 32 [section::QUESTION_LABEL],
    #[doc = "Labels of answers."]
    ANSWER_LABEL 33 [section::ANSWER_LABEL],
    #[doc = "Days, months and other times."]
    TIME 34 [section::TIME],
    #[doc = "Behind what a sentence is about."]
    TOPIC 35 [caseless::TOPIC],
    #[doc = "Behind a subject."]
    SUBJECT 36 [caseless::SUBJECT_PARTICLE],
    #[doc = "Behind an object."]
    OBJECT 37 [caseless::OBJECT_PARTICLE],
    #[doc = "Behind a quotation."]
    QUOTING 38 [caseless::QUOTE_PARTICLE],
    #[doc = "Announces words."]
    ANNOUNCING 39 [caseless::ANNOUNCING],
    #[doc = "Other verbs: a subject ends before them."]
    OTHER_VERB 40 [caseless::OTHER_VERB],
    #[doc = "Words that hold a small word and are none."]
    COMPOUND 41 [caseless::COMPOUND],
    #[doc = "Countries."]
    COUNTRY 42 [],
    #[doc = "The name of a person the text knows."]
    NAME 43 [],
    #[doc = "Numbers with their units."]
    NUMBER 44 [],
    #[doc = "Words in Latin letters."]
    LATIN 45 [],
    #[doc = "A small word is glued before it."]
    GLUED 46 [],
    #[doc = "Participles of saying."]
    PARTICIPLE 47 [caseless::CUE_PARTICIPLE],
    #[doc = "Before the one whose words are relayed."]
    RELAY_OF 48 [caseless::RELAY_OF],
    #[doc = "Relative pronouns."]
    WHO 49 [section::WHO],
    #[doc = "Has the article glued before it."]
    ARTICLE 50 [],
    #[doc = "Forms that are as often nouns."]
    AMBIGUOUS 51 [section::AMBIGUOUS],
    #[doc = "What words are written on."]
    SIGN 52 [section::SIGN],
    #[doc = "First names."]
    GIVEN 53 [caseless::GIVEN_NAME, caseless::HIS_NAME, caseless::HER_NAME],
    #[doc = "A pronoun is glued behind it, that tells whose it is."]
    OWNED 54 [],
    #[doc = "Numbers in words."]
    NUMERAL 55 [caseless::NUMERAL],
    #[doc = "Makes a verb the topic of a sentence that tells who does it."]
    CLEFT 56 [caseless::CLEFT],
    #[doc = "Tells that somebody is there."]
    PRESENCE 57 [caseless::PRESENCE],
    #[doc = "Behind a quotation, with the verb that makes it somebody's view."]
    QUOTING_VERB 58 [caseless::QUOTING_VERB],
    #[doc = "Before the words by which something is done."]
    INSTRUMENT 59 [caseless::INSTRUMENT],
    #[doc = "Ends a clause behind which another subject is meant."]
    SWITCH 60 [caseless::SWITCHING],
    #[doc = "Makes a clause a noun."]
    NOMINALIZER 61 [caseless::NOMINALIZER],
    #[doc = "Tells that whoever is accused speaks."]
    ACCUSED 62 [caseless::ACCUSED_SAYS],
    #[doc = "Verbs of saying by which whoever spoke goes on."]
    ADDED 63 [caseless::ADDED],
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
