//! Classes and forms of words.

/// A set of classes and forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

impl Class {
    /// No class.
    pub(crate) const NONE: Self = Self(0);

    /// The classes of either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This without `other`.
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The classes of both.
    pub(crate) const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// True when they share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

macro_rules! classes {
    ($($name:ident $bit:literal $what:literal,)*) => {
        impl Class {
            $(#[doc = $what] pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    SAY 0 "A verb of saying.",
    CALL 1 "A verb that judges or demands.",
    CITE 2 "A verb whose object speaks.",
    READ 3 "A verb of a text that speaks.",
    VERB 4 "Any other verb.",
    HELPER 5 "An auxiliary.",
    FINITE 6 "A form that may have a subject.",
    PARTICIPLE 7 "A participle.",
    GERUND 8 "A gerund.",
    INFINITIVE 9 "An infinitive.",
    PASSIVE 10 "A passive form.",
    ADNOMINAL 11 "A participle before its noun.",
    PREPOSITION 12 "A preposition.",
    OF 13 "Ties a noun to the noun before.",
    SUBORDINATE 14 "Opens a clause.",
    RELATIVE 15 "A relative pronoun.",
    COORDINATE 16 "A conjunction between equals.",
    ASIDE 17 "An adverb or particle.",
    TIME 18 "A word of time.",
    SUBJECT 19 "A pronoun that is a subject.",
    OBJECT 20 "A pronoun that is none.",
    SELF 21 "A reflexive pronoun.",
    ONE 22 "An indefinite determiner.",
    THE 23 "A definite determiner.",
    OWNER 24 "A possessive.",
    CASE 25 "A determiner of no subject.",
    FEMALE_CASE 26 "A determiner of no subject where the noun is feminine.",
    ROLE 27 "A noun for a person.",
    OPEN 28 "A noun for somebody whose name is not told.",
    BODY 29 "A noun for a body.",
    OUTLET 30 "A noun for an outlet.",
    DOCUMENT 31 "A noun for a text.",
    UTTERANCE 32 "A noun for something said.",
    TITLED 33 "A noun before a title.",
    SO_CALLED 34 "Before words that are only a name.",
    THUS 35 "Between a quotation and its speaker.",
    BEHIND 36 "Behind whoever says so.",
    QUOTED_BY 37 "Between a quotation and its verb.",
    MALE 38 "Of a man.",
    FEMALE 39 "Of a woman.",
    NEUTER 40 "Of a thing.",
    SINGULAR 41 "Of one.",
    PLURAL 42 "Of several.",
    OTHER_CASE 43 "Surely no subject.",
    FIRST_CASE 44 "Surely the form of a subject.",
    FIRST_NAME 45 "A first name.",
    PLACE 46 "A country, a city.",
    PARTICLE 47 "A small word within a name.",
    NOT 48 "A denial.",
    ASKS 49 "Who asks.",
    GENITIVE 50 "The owner's case of a name.",
    CAPITAL 51 "Begins with a capital.",
    UPPER 52 "All capitals.",
    OPENS 53 "First of its sentence.",
    NUMBER 54 "A number.",
    WORD 55 "A word.",
    ACCORD_OPENS 56 "First word of a phrase before whoever says so.",
    ADDRESS 57 "A title of courtesy.",
    ACCORD_FIRST 58 "Before whoever says so, at the head of a sentence.",
    THAT 59 "Opens reported speech.",
}

impl Class {
    /// Verbs that bring words to somebody.
    pub(crate) const CUE: Self = Self::SAY.or(Self::CALL).or(Self::CITE).or(Self::READ);
    /// Any verb.
    pub(crate) const ANY_VERB: Self = Self::CUE.or(Self::VERB).or(Self::HELPER);
    /// Determiners.
    pub(crate) const DETERMINER: Self =
        Self::ONE.or(Self::THE).or(Self::OWNER).or(Self::CASE).or(Self::FEMALE_CASE);
    /// Nouns that are known.
    pub(crate) const NOUN: Self = Self::ROLE
        .or(Self::OPEN)
        .or(Self::BODY)
        .or(Self::OUTLET)
        .or(Self::DOCUMENT)
        .or(Self::UTTERANCE)
        .or(Self::TITLED);
    /// Nouns for who can speak.
    pub(crate) const SPEAKER: Self = Self::ROLE.or(Self::OPEN).or(Self::BODY).or(Self::OUTLET);
    /// Words that are no part of a noun phrase.
    pub(crate) const CLOSED: Self = Self::PREPOSITION
        .or(Self::SUBORDINATE)
        .or(Self::RELATIVE)
        .or(Self::COORDINATE)
        .or(Self::ASIDE)
        .or(Self::TIME)
        .or(Self::SUBJECT)
        .or(Self::OBJECT)
        .or(Self::SELF)
        .or(Self::NOT)
        .or(Self::THUS)
        .or(Self::BEHIND)
        .or(Self::QUOTED_BY)
        .or(Self::DETERMINER);
    /// Genders.
    pub(crate) const GENDER: Self = Self::MALE.or(Self::FEMALE).or(Self::NEUTER);
}
