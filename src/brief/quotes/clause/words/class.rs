//! Classes and forms of words.

/// A set of classes and forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Class(u128);

impl Class {
    /// What a first name made of two is, `Anne-Sophie`, of which the second need not be `known`.
    #[must_use]
    pub(super) fn of_double_name(lower: &str, known: impl Fn(&str) -> Option<Self>) -> Option<Self> {
        let (first, last) = lower.rsplit_once('-')?;
        let given = Self::FIRST_NAME.or(Self::MALE).or(Self::FEMALE);
        let first = known(first).filter(|class| class.any(Self::FIRST_NAME))?;
        known(last).is_none_or(|class| class.any(Self::FIRST_NAME)).then(|| first.intersection(given))
    }

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
    ($($(#[$about:meta])* $name:ident $bit:literal,)*) => {
        impl Class {
            $($(#[$about])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// A verb of saying.
    SAY 0,
    /// A verb that judges or demands.
    CALL 1,
    /// A verb whose object speaks.
    CITE 2,
    /// A verb of a text that speaks.
    READ 3,
    /// Any other verb.
    VERB 4,
    /// An auxiliary.
    HELPER 5,
    /// A form that may have a subject.
    FINITE 6,
    /// A participle.
    PARTICIPLE 7,
    /// A gerund.
    GERUND 8,
    /// An infinitive.
    INFINITIVE 9,
    /// A passive form.
    PASSIVE 10,
    /// A participle before its noun.
    ADNOMINAL 11,
    /// A preposition.
    PREPOSITION 12,
    /// Ties a noun to the noun before.
    OF 13,
    /// Opens a clause.
    SUBORDINATE 14,
    /// A relative pronoun.
    RELATIVE 15,
    /// A conjunction between equals.
    COORDINATE 16,
    /// An adverb or particle.
    ASIDE 17,
    /// A word of time.
    TIME 18,
    /// A pronoun that is a subject.
    SUBJECT 19,
    /// A pronoun that is none.
    OBJECT 20,
    /// A reflexive pronoun.
    SELF 21,
    /// An indefinite determiner.
    ONE 22,
    /// A definite determiner.
    THE 23,
    /// A possessive.
    OWNER 24,
    /// A determiner of no subject.
    CASE 25,
    /// A determiner of no subject where the noun is feminine.
    FEMALE_CASE 26,
    /// A noun for a person.
    ROLE 27,
    /// A noun for somebody whose name is not told.
    OPEN 28,
    /// A noun for a body.
    BODY 29,
    /// A noun for an outlet.
    OUTLET 30,
    /// A noun for a text.
    DOCUMENT 31,
    /// A noun for something said.
    UTTERANCE 32,
    /// A noun before a title.
    TITLED 33,
    /// Before words that are only a name.
    SO_CALLED 34,
    /// Between a quotation and its speaker.
    THUS 35,
    /// Behind whoever says so.
    BEHIND 36,
    /// Between a quotation and its verb.
    QUOTED_BY 37,
    /// Of a man.
    MALE 38,
    /// Of a woman.
    FEMALE 39,
    /// Of a thing.
    NEUTER 40,
    /// Of one.
    SINGULAR 41,
    /// Of several.
    PLURAL 42,
    /// Surely no subject.
    OTHER_CASE 43,
    /// Surely the form of a subject.
    FIRST_CASE 44,
    /// A first name.
    FIRST_NAME 45,
    /// A country, a city.
    PLACE 46,
    /// A small word within a name.
    PARTICLE 47,
    /// A denial.
    NOT 48,
    /// Who asks.
    ASKS 49,
    /// The owner's case of a name.
    GENITIVE 50,
    /// Begins with a capital.
    CAPITAL 51,
    /// All capitals.
    UPPER 52,
    /// First of its sentence.
    OPENS 53,
    /// A number.
    NUMBER 54,
    /// A word.
    WORD 55,
    /// First word of a phrase before whoever says so.
    ACCORD_OPENS 56,
    /// A title of courtesy.
    ADDRESS 57,
    /// Before whoever says so, at the head of a sentence.
    ACCORD_FIRST 58,
    /// Opens reported speech.
    THAT 59,
    /// Before whoever does what a passive verb says.
    AGENT 60,
    /// Says that an office is past.
    PAST 61,
    /// A pronoun for whoever was named last.
    LATTER 62,
    /// Behind whoever owns words.
    OWNED 63,
    /// A pronoun for the other one of two.
    OTHER 64,
    /// A verb that tells what somebody wants.
    WANTS 65,
    /// A pronoun of whoever speaks.
    SPEAKING 66,
    /// An auxiliary of the passive.
    PASSIVE_HELPER 67,
    /// Before whoever the clause turns to.
    AS_FOR 68,
    /// A pronoun for the first of two named together.
    FORMER 69,
    /// A pronoun for the second of two named together.
    SECOND 70,
    /// A noun of a man's gender of which the verb tells that a man is meant.
    SURELY_MALE 71,
    /// An adjective that tells how somebody feels.
    FEEL 72,
    /// Behind a noun in the first case that it governs.
    POSTPOSED 73,
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
