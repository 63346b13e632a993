//! What tells whether somebody is meant.

/// Makes the enum with the names of its variants.
macro_rules! features {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Something that tells for or against a candidate; how much is learnt.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Feature {
            $($(#[$doc])* $name,)*
        }

        impl Feature {
            /// Every feature, in the order of its number.
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in the table of weights.
            #[must_use]
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

features! {
    /// A person rather than nobody.
    Somebody,
    /// The words' gender is the person's.
    SameGender,
    /// The words' gender is not the person's.
    OtherGender,
    /// The person's gender is not known, the words' is.
    UnknownGender,
    /// The person's gender as pronouns told it is the words'.
    ToldGender,
    /// The gender that the words in marks tell of who says them is the person's.
    OwnGender,
    /// It is not.
    OwnOtherGender,
    /// Last named in the sentence of the words.
    NamedHere,
    /// One sentence before.
    NamedOneBack,
    /// Two before.
    NamedTwoBack,
    /// Up to five before.
    NamedFiveBack,
    /// Longer ago.
    NamedLongAgo,
    /// Named behind the words only.
    NamedBehind,
    /// Named last of all.
    NamedLast,
    /// Named last but one.
    NamedSecondLast,
    /// Two or more were named since.
    NamedEarlier,
    /// Named in the paragraph before the words.
    NamedInParagraph,
    /// The first named in the paragraph.
    HeadsParagraph,
    /// The first named of all.
    NamedFirst,
    /// Logarithm of one more than the mentions so far.
    Mentions,
    /// The last to act or speak.
    LastActor,
    /// The last to speak.
    LastSpeaker,
    /// Spoke in this sentence or the one before.
    SpokeJustNow,
    /// The subject of this sentence or the one before.
    ActedJustNow,
    /// Spoke at all.
    Spoke,
    /// The subject of the sentence that names the person last.
    SubjectThere,
    /// The first to be named in that sentence.
    FirstThere,
    /// The last but one to speak.
    SecondLastSpeaker,
    /// The last speaker, whose words ask.
    Asked,
    /// The last speaker, where the words of now ask.
    AsksAgain,
    /// The last speaker, in an earlier paragraph.
    SpokeInEarlierParagraph,
    /// The last speaker, whose words stand in the same sentence.
    SpokeHere,
    /// The words open a paragraph, and the person was named in the one before.
    OpensParagraph,
    /// Meant, with how sure the rules are, by the rules.
    Ruled,
    /// Somebody else meant by the rules.
    RuledOther,
    /// Nobody meant by the rules.
    RuledNobody,
    /// Somebody without a name meant by the rules.
    RuledUnnamed,
    /// What is told of the person is the same noun and office.
    SameOffice,
    /// The same noun, or the same office.
    LikeOffice,
    /// Something else is told of the person.
    OtherWords,
    /// An office or a calling that shuts that of the words out.
    OtherOffice,
    /// An office that one person holds, of somebody who is not known to hold it.
    UnfitOffice,
    /// A calling that somebody of whom another is told is not known to have.
    UnfitCalling,
    /// The head of another body.
    OtherBody,
    /// Held the office before, or not yet.
    OtherTime,
    /// A word of the phrase stands in what the person is called.
    SharedWord,
    /// A word of the phrase stands in what stands beside a name of the person.
    BesideWord,
    /// The words in marks name the person.
    NamedInQuote,
    /// The phrase holds the person's own name: `an aide of Lind`.
    NamedWithin,
    /// A word of the phrase stands near a mention of the person.
    NearWord,
    /// A word of the phrase stands in a sentence that names the person.
    FarWord,
    /// The only one named before who can be meant.
    Only,
    /// The same, for words with a definite article.
    OnlyForDefinite,
    /// The only one in the paragraph.
    OnlyInParagraph,
    /// The only one in this sentence and the one before.
    OnlyNear,
    /// One of two who can be meant.
    OneOfTwo,
    /// More than a capital tells a person.
    Proven,
    /// More than one word of a name.
    FullName,
    /// A new somebody: an indefinite article.
    Indefinite,
    /// A definite article, or a demonstrative.
    Definite,
    /// Somebody of somebody: a possessive.
    Owned,
    /// Of some body or place.
    OfSomething,
    /// Of something the text has not spoken of before.
    OfSomethingNew,
    /// Beside something the text has not spoken of before: `the woman with the pram`.
    BesideSomethingNew,
    /// The same for a word for people of no office.
    OrdinaryBeside,
    /// Several.
    Several,
    /// Somebody's relative.
    Kin,
    /// A phrase of three words or more.
    LongPhrase,
    /// A relative clause or an apposition behind it.
    Described,
    /// Somebody without a name spoke or acted in the last two sentences.
    UnnamedNear,
    /// A body spoke or acted in the last two sentences.
    BodyNear,
    /// Nobody named before can be meant.
    NoneFits,
    /// A word for people without a name: a source, a witness.
    Open,
    /// The same with a definite article.
    OpenDefinite,
    /// A word for people of no office.
    Ordinary,
    /// A word that any person may be meant by.
    Anyone,
    /// An office that one person holds.
    OneHolder,
    /// An office that any body has.
    AnyBody,
    /// A word no table has.
    UnknownWord,
    /// Who speaks or stands for somebody else.
    OfAnother,
}

/// What was found to tell.
#[derive(Debug, Default)]
pub(super) struct Found(pub(super) Vec<(Feature, f32)>);

impl Found {
    /// Notes a feature that holds.
    pub(super) fn add(&mut self, feature: Feature, holds: bool) {
        if holds {
            self.0.push((feature, 1.0));
        }
    }
}
