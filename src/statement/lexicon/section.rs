//! The sections of a language's table.

/// Lists of small words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// Too common to mean anything.
    Stop,
    /// Deny.
    Negation,
    /// Deny only together with another word of their piece of the sentence.
    NegationHalf,
    /// Those other words.
    NegationPartner,
    /// Rows in which a denying word denies nothing.
    NegationIdle,
    /// Words behind which it denies nothing: until it ends.
    NegationExpletive,
    /// Rows in which it only singles out: nobody but.
    NegationExceptive,
    /// Denying words that go with such a row and deny nothing of their own.
    NegationConcord,
    /// Rows that carry a denial on.
    NegationFurther,
    /// Denying words that say no more than another of their clause: nobody, no, nor.
    NegationIndefinite,
    /// Written as a preposition but for its accent.
    Unaccented,
    /// Before an infinitive at the end of a clause that has no other verb.
    InfinitiveMark,
    /// Denying words that deny each of several: neither.
    NegationEach,
    /// Begin what is thought or said: that.
    Complementizer,
    /// Set one thing against another: but.
    Contrast,
    /// Join two that do one thing: and.
    Coordinator,
    /// Say without what.
    Privative,
    /// It can be so.
    Possibility,
    /// Perhaps it is so.
    Perhaps,
    /// It has to be so.
    Necessity,
    /// It has to be so, if an infinitive follows.
    NecessityBeforeInfinitive,
    /// It ought to be so.
    Advice,
    /// It is wanted to be so.
    Intention,
    /// The speaker's side.
    FirstPerson,
    /// The same, as those who act.
    FirstPersonActing,
    /// The same, as those something is done to.
    FirstPersonActedOn,
    /// The same, as those who own.
    Possessive,
    /// Where or whom something comes from.
    Ablative,
    /// Stand before somebody who does not act: an article in its case.
    Oblique,
    /// Where or whom it goes to.
    Directive,
    /// With whom.
    Comitative,
    /// Against whom.
    Adversative,
    /// By whom.
    Agentive,
    /// Make a verb tell what is done to somebody.
    Passive,
    /// Whose.
    Genitive,
    /// For whom.
    Benefactive,
    /// Where.
    Locative,
    /// Begin a clause of time, condition or comparison.
    Subordinator,
    /// Begin a condition.
    Condition,
    /// Say that it is not so.
    Irrealis,
    /// Tell what others say.
    Reporting,
    /// Rows that add a half to a number.
    Half,
    /// Join the parts of a number.
    NumberJoint,
    /// Beside a number: that much or more.
    AtLeast,
    /// Beside a number: that much or less.
    AtMost,
    /// Before a number: by how much something changes.
    Step,
    /// Before a number: to what it changes.
    Level,
    /// Say that it will be.
    Coming,
    /// Say that it was.
    Past,
    /// Say that it would be.
    Hypothetical,
    /// Before a participle: it tells of no time.
    Timeless,
}

/// Lists of endings and other parts of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endings {
    /// Deny.
    Negation,
    /// Deny from within a word.
    NegationInside,
    /// Deny at the head of a word.
    NegationPrefix,
    /// It can be so.
    Possibility,
    /// It has to be so.
    Necessity,
    /// It would be so.
    Conditional,
    /// It would be so if it were so.
    Irrealis,
    /// Of a verb whose clause says when or on what condition.
    Subordinate,
    /// Where from, behind an apostrophe.
    Ablative,
    /// Where to, behind an apostrophe.
    Directive,
    /// Whose, behind an apostrophe.
    Genitive,
    /// Where, behind an apostrophe.
    Locative,
    /// By whom, of a name.
    Instrumental,
    /// Whom, of a name.
    Accusative,
    /// Of a verb that says that we do it.
    FirstPerson,
    /// Of an infinitive.
    Infinitive,
    /// Between the parts of a word written together of several.
    Joint,
    /// Of a verb that says that it will be, with its accents; `=` before a whole word.
    Coming,
    /// Of a verb that says that it was.
    Past,
    /// Of a verb that with a participle says that it was.
    Auxiliary,
    /// Of that participle.
    Participle,
    /// Of a verb that says that it is or will be.
    Present,
    /// Of a verb that says that it would be.
    Hypothetical,
}

impl Words {
    /// Every list with the name of its section, in the order of the values.
    pub(super) const ALL: [(&'static str, Self); 51] = [
        ("stop", Self::Stop),
        ("negation", Self::Negation),
        ("negation half", Self::NegationHalf),
        ("negation partner", Self::NegationPartner),
        ("negation idle", Self::NegationIdle),
        ("negation expletive", Self::NegationExpletive),
        ("negation exceptive", Self::NegationExceptive),
        ("negation concord", Self::NegationConcord),
        ("negation further", Self::NegationFurther),
        ("negation indefinite", Self::NegationIndefinite),
        ("unaccented", Self::Unaccented),
        ("infinitive mark", Self::InfinitiveMark),
        ("negation pair", Self::NegationEach),
        ("complementizer", Self::Complementizer),
        ("contrast", Self::Contrast),
        ("coordinator", Self::Coordinator),
        ("privative", Self::Privative),
        ("possibility", Self::Possibility),
        ("perhaps", Self::Perhaps),
        ("necessity", Self::Necessity),
        ("necessity before infinitive", Self::NecessityBeforeInfinitive),
        ("advice", Self::Advice),
        ("intention", Self::Intention),
        ("first person", Self::FirstPerson),
        ("first person acting", Self::FirstPersonActing),
        ("first person object", Self::FirstPersonActedOn),
        ("possessive", Self::Possessive),
        ("ablative", Self::Ablative),
        ("oblique", Self::Oblique),
        ("directive", Self::Directive),
        ("comitative", Self::Comitative),
        ("adversative", Self::Adversative),
        ("agentive", Self::Agentive),
        ("passive", Self::Passive),
        ("genitive", Self::Genitive),
        ("benefactive", Self::Benefactive),
        ("locative", Self::Locative),
        ("subordinator", Self::Subordinator),
        ("condition", Self::Condition),
        ("irrealis", Self::Irrealis),
        ("reporting", Self::Reporting),
        ("half", Self::Half),
        ("number joint", Self::NumberJoint),
        ("lower bound", Self::AtLeast),
        ("upper bound", Self::AtMost),
        ("step", Self::Step),
        ("level", Self::Level),
        ("coming", Self::Coming),
        ("past", Self::Past),
        ("hypothetical", Self::Hypothetical),
        ("timeless", Self::Timeless),
    ];
}

impl Endings {
    /// True for those that are compared with their accents.
    pub(super) fn is_accented(self) -> bool {
        let tenses = [Self::Coming, Self::Past, Self::Auxiliary, Self::Participle, Self::Present];
        tenses.contains(&self) || matches!(self, Self::Hypothetical | Self::FirstPerson)
    }

    /// Every list with the name of its section, in the order of the values.
    pub(super) const ALL: [(&'static str, Self); 23] = [
        ("negation ending", Self::Negation),
        ("negation inside", Self::NegationInside),
        ("negation prefix", Self::NegationPrefix),
        ("possibility ending", Self::Possibility),
        ("necessity ending", Self::Necessity),
        ("conditional ending", Self::Conditional),
        ("irrealis ending", Self::Irrealis),
        ("subordinate ending", Self::Subordinate),
        ("ablative ending", Self::Ablative),
        ("directive ending", Self::Directive),
        ("genitive ending", Self::Genitive),
        ("locative ending", Self::Locative),
        ("instrumental ending", Self::Instrumental),
        ("accusative ending", Self::Accusative),
        ("first person ending", Self::FirstPerson),
        ("infinitive ending", Self::Infinitive),
        ("joint", Self::Joint),
        ("coming ending", Self::Coming),
        ("past ending", Self::Past),
        ("auxiliary ending", Self::Auxiliary),
        ("participle ending", Self::Participle),
        ("present ending", Self::Present),
        ("hypothetical ending", Self::Hypothetical),
    ];
}
