//! Single words and endings that some rule looks for, in a language's tables.
//!
//! In: a language's sections. Out: whether a word is one of a section's words, or ends as one of its endings.

use std::borrow::Cow;

use crate::languages::{Section, section};
use crate::text::Language;

macro_rules! keywords {
    ($($(#[$about:meta])* $name:ident $section:ident,)*) => {
        /// What a word is looked for as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Keyword {
            $($(#[$about])* $name,)*
        }

        /// The section of each, in their order.
        const SECTIONS: &[Section] = &[$(section::$section,)*];
    };
}

keywords! {
    /// `as X said`
    As AS,
    /// Adds one thing to another.
    And AND,
    /// Sets one thing against another.
    But BUT,
    /// Ties a sentence to the one before, beside these two.
    Connective CONNECTIVE,
    /// Opens what is reported, and is as often a pronoun.
    That COMPLEMENTISER,
    /// Before an infinitive.
    To INFINITIVE,
    /// Behind the word that opens “according to”.
    AccordPreposition ACCORD_PREPOSITION,
    /// Before whoever does what a passive verb says.
    Agent AGENT,
    /// Before a subject whose verb is a participle: `with X chanting`.
    Absolute ABSOLUTE,
    /// Before a day: `X on Monday said`.
    BeforeDay BEFORE_DAY,
    /// Before the name in a label: `More from X:`.
    LabelLead LABEL_LEAD,
    /// Between a crowd's word and what it shouts: `chants of “…”`.
    ChantPreposition CHANT_PREPOSITION,
    /// Between the holder of an office and what it is of: `President X of Lakeland`.
    OfficeOf OFFICE_OF,
    /// Takes somebody and what that one is robbed, told or charged of: `accused X of`.
    VerbOf VERB_OF,
    /// Stands last in the name of a party or a coalition.
    Faction FACTION,
    /// Whose, of several.
    Their THEIR,
    /// Something said that a clause completes: `the claim that`.
    SaidNoun SAID_NOUN,
    /// Before whoever something said comes from: `a warning from X`.
    Origin ORIGIN_PREPOSITION,
    /// Pronouns that are never subjects.
    ObjectPronoun OBJECT_PRONOUN,
    /// Stands where a subject should and is none: `heißt es in X`.
    DummySubject DUMMY_SUBJECT,
    /// Before a noun for several people.
    Several SEVERAL,
    /// The verb of the passive.
    Be BE,
    /// Behind these any subject may stand: `” said X`.
    Inverting INVERTING,
    /// Behind these stands who is told, not who tells.
    Telling TELLING,
    /// Of these the passive names nobody who speaks: `was quoted by X`.
    Heard HEARD,
    /// Verbs whose object is who speaks.
    Cite CITE,
    /// The commonest verbs of saying.
    Commonest COMMONEST,
    /// Before or behind whom something is said.
    TowardsWhom TOWARDS,
    /// Relaying what somebody else said.
    Citing CITING,
    /// Ending of a participle that may have its sentence's subject.
    ParticipleEnding CUE_PARTICIPLE_ENDING,
    /// Words for what is theirs of whom was just told.
    Possessive POSSESSIVE,
    /// Ending of any verb's past.
    PastEnding PAST_ENDING,
    /// Ending of any verb's present.
    PresentEnding PRESENT_ENDING,
    /// Ending of nouns for several.
    PluralEnding PLURAL_NOUN_ENDING,
    /// Ends as these do and is no plural.
    SingularEnding SINGULAR_NOUN_ENDING,
    /// An article glued before its noun, with its apostrophe.
    GluedArticle GLUED_ARTICLE,
    /// Endings of auxiliaries that are denied: “didn't”.
    DenialEnding DENIAL_ENDING,
    /// Words that turn a denial into an addition: “not only”.
    Only ONLY,
    /// Subjects of what nobody does, and what joins to a denial.
    Nobody NOBODY_SAYS,
    /// Adverbs by which “would say” tells what was said.
    Habit HABIT,
    /// Verbs before an infinitive of what was not done.
    Refusing REFUSING,
    /// Verbs and adjectives before an infinitive of what is only wanted, asked for or planned.
    Wishing WISHING,
    /// Before a participle of what was not done, “of” aside: without saying, short of saying.
    Withholding WITHHOLDING,
    /// Verbs of charging somebody with something.
    Accusing ACCUSING,
    /// Verbs of denial.
    Denying DENYING,
    /// Verbs of telling falsely what somebody said.
    Misquoting MISQUOTING,
    /// Adverbs of what is not so.
    Falsely FALSELY,
    /// Adjectives and nouns of what is not so.
    False FALSE,
    /// Adjectives of what is so.
    True TRUE,
    /// Conjunctions of what may not be so.
    Condition CONDITION,
    /// Verbs of hearing before somebody who speaks.
    Hearing HEARING,
    /// Opens a clause that stands for what was said.
    What WHAT,
    /// Adverbs of what did not quite happen.
    Nearly NEARLY,
    /// Bodies of which somebody is the head, whose names do not follow: `chief of staff X`.
    Charge CHARGE,
    /// Nouns that with an article stand for the one person told of: `the official`.
    Somebody SOMEBODY,
    /// Nouns by which whoever is named is taken up: `the striker`.
    TakenUp TAKEN_UP,
    /// Nouns for somebody from a place: `the Dane`.
    FromAPlace FROM_A_PLACE,
    /// Endings of such nouns: `the Texan`.
    FromAPlaceEnding FROM_A_PLACE_ENDING,
    /// Verbs before the noun for what was said: `came the reply`.
    Arriving ARRIVING,
    /// Adverbs of what only others claim: `allegedly said`.
    Allegedly ALLEGEDLY,
    /// Before an infinitive or a bare verb of what was done: `managed to say`, `prompted X to say`.
    Doing DOING,
    /// Verbs of showing before somebody who speaks: `a video shows X saying`.
    Showing SHOWING,
    /// What nothing was said at, on or in: `at no point`.
    Occasion OCCASION,
    /// Participles whose passive has whoever is told as its subject, and verbs of hearing: `X was warned`, `X heard`.
    Hearer HEARER,
    /// Before what words stand in: `in a forgery`.
    Within WITHIN_TEXT,
    /// Before whoever is left out: `nobody except X`.
    Excepting EXCEPTING,
    /// All or none, before whoever is left out: `everyone but X`.
    Everybody EVERYBODY,
    /// Nouns for what shows that something is so: “no evidence that”.
    Proof PROOF,
    /// Before the participle of a perfect behind a modal: “might have said”.
    Perfect PERFECT,
}

/// The keywords of one language.
#[derive(Debug, Default)]
pub struct Keywords(Vec<Vec<Cow<'static, str>>>);

impl Keywords {
    pub(super) fn read(language: Language) -> Self {
        Self(SECTIONS.iter().map(|section| language.words(*section).collect()).collect())
    }

    /// True when `word` is one of them, whatever its capitals.
    #[must_use]
    pub fn has(&self, keyword: Keyword, word: &str) -> bool {
        self.of(keyword).iter().any(|known| {
            known.len() == word.len()
                && (known.eq_ignore_ascii_case(word) || !word.is_ascii() && word.to_lowercase() == **known)
        })
    }

    /// True when `word`, in lower case, ends as one of them.
    #[must_use]
    pub fn end(&self, keyword: Keyword, word: &str) -> bool {
        self.of(keyword).iter().any(|ending| word.ends_with(&**ending))
    }

    /// True when `word`, in lower case, begins as one of them.
    #[must_use]
    pub fn begin(&self, keyword: Keyword, word: &str) -> bool {
        self.of(keyword).iter().any(|beginning| word.starts_with(&**beginning))
    }

    fn of(&self, keyword: Keyword) -> &[Cow<'static, str>] {
        self.0.get(keyword as usize).map(Vec::as_slice).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_their_language_and_section() {
        let [english, russian] = ["en", "ru"].map(|code| Keywords::read(Language::coded(code)));
        assert!(english.has(Keyword::As, "As") && !english.has(Keyword::But, "as"));
        assert!(!russian.has(Keyword::As, "as"));
        assert!(english.end(Keyword::PastEnding, "cracked") && !english.end(Keyword::PastEnding, "cracks"));
        assert!(!Keywords::default().has(Keyword::As, "as"));
    }

    #[test]
    fn capitals_beyond_ascii_are_seen() {
        let russian = Keywords(vec![vec![Cow::Borrowed("как")]]);
        assert!(russian.has(Keyword::As, "Как") && !russian.has(Keyword::As, "так"));
    }
}
