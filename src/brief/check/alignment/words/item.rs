//! The words of a sentence as they are laid beside those of another: those that mean something, each with what the small
//! words before it say of it.

use super::meanings::{Form, Senses, Thesaurus};
use super::pronoun::Pronoun;
use crate::brief::check::words::Token;
use crate::text::{fold, stem};

/// The key of a word that says no.
pub(in crate::brief::check::alignment) const NO: &str = "no";
/// The key of a word that tells a cause.
pub(in crate::brief::check::alignment) const BECAUSE: &str = "because";
/// The most words between an article and its noun.
const NOUN: usize = 3;

/// What a word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief::check::alignment) enum Kind {
    /// It means something of its own.
    Word,
    /// A number with its unit.
    Number,
    /// It may neither be added nor left out.
    Kept,
    /// It says no more than that something is somebody's word.
    Said,
}

/// What the small words before a word say of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::brief::check::alignment) struct Before {
    /// The class of the preposition.
    pub(in crate::brief::check::alignment) preposition: Option<String>,
    /// Whoever does it follows: “by”.
    pub(in crate::brief::check::alignment) agent: bool,
    /// The article that tells the case.
    pub(in crate::brief::check::alignment) article: Option<String>,
    pub(in crate::brief::check::alignment) determined: bool,
    /// By an article that points at nothing told before: “a”.
    pub(in crate::brief::check::alignment) indefinite: bool,
    /// An auxiliary of the passive.
    pub(in crate::brief::check::alignment) passive: bool,
    /// A word that joins clauses.
    pub(in crate::brief::check::alignment) joint: bool,
    /// A word that opens a clause with its own subject.
    pub(in crate::brief::check::alignment) opened: bool,
    /// One that tells more of the noun before it.
    pub(in crate::brief::check::alignment) relative: bool,
    pub(in crate::brief::check::alignment) pronoun: bool,
    /// A pronoun for whoever does it, or for whose it is.
    pub(in crate::brief::check::alignment) stands: Option<Pronoun>,
    /// An auxiliary.
    pub(in crate::brief::check::alignment) helped: bool,
    /// The preposition has no noun: “of them”.
    pub(in crate::brief::check::alignment) stranded: bool,
    /// The preposition before a pronoun for what was told before: “in them”.
    pub(in crate::brief::check::alignment) hung: Option<String>,
    /// A preposition before another, which belongs to the verb before: “was shot at by guards”.
    pub(in crate::brief::check::alignment) left: Option<String>,
    /// A mark parts the preposition or the auxiliary from the word.
    pub(in crate::brief::check::alignment) lapsed: bool,
    /// A mark that parts clauses.
    pub(in crate::brief::check::alignment) parted: bool,
}

/// A word.
#[derive(Debug, Clone)]
pub(in crate::brief::check::alignment) struct Item {
    pub(in crate::brief::check::alignment) kind: Kind,
    /// Its stem, its number with its unit, or the class of a word that is kept.
    pub(in crate::brief::check::alignment) key: String,
    /// As written, in lower case.
    pub(in crate::brief::check::alignment) form: String,
    /// Lines of forms that say the same.
    pub(in crate::brief::check::alignment) equal: Vec<usize>,
    /// What it may mean by the language's thesaurus.
    pub(in crate::brief::check::alignment) senses: Senses,
    pub(in crate::brief::check::alignment) token: Token,
    /// The preposition that belongs to it alone: “was shot at”.
    pub(in crate::brief::check::alignment) left: Option<String>,
    pub(in crate::brief::check::alignment) before: Before,
    pub(in crate::brief::check::alignment) name: bool,
    /// It is what somebody is: “minister”, “lawyer”.
    pub(in crate::brief::check::alignment) office: bool,
    /// It is “according to”.
    pub(in crate::brief::check::alignment) according: bool,
    /// It is somebody's word, and how: it stands for no other word.
    pub(in crate::brief::check::alignment) claimed: bool,
    /// A verb of saying that a plain one may stand for.
    pub(in crate::brief::check::alignment) reports: bool,
    /// An owner that was put behind what is owned.
    pub(in crate::brief::check::alignment) moved: bool,
    /// A name before its noun that was put behind it: “Varnian gas” as “gas of Varnia”.
    pub(in crate::brief::check::alignment) whence: bool,
    /// A place that was put before what is there: it may stand for an owner alone.
    pub(in crate::brief::check::alignment) within: bool,
    /// A verb of the passive that was made active: its form tells no more than who does it.
    pub(in crate::brief::check::alignment) turned: bool,
    /// It ties words to others though it is kept: “against”.
    pub(in crate::brief::check::alignment) ties: bool,
    /// It measures or counts the noun behind it.
    pub(in crate::brief::check::alignment) measures: bool,
    /// It names a day, a month or a year.
    pub(in crate::brief::check::alignment) time: bool,
    /// It tells that something begins or goes on, and no more: “keep”.
    pub(in crate::brief::check::alignment) aspect: bool,
    /// It has the form of a verb that tells what happens.
    pub(in crate::brief::check::alignment) verb: bool,
}

impl Item {
    pub(in crate::brief::check::alignment) fn kept(&self) -> bool {
        self.kind == Kind::Kept
    }

    /// The same with another verb in its place.
    pub(in crate::brief::check::alignment) fn as_form(&self, form: &str, thesaurus: &Thesaurus) -> Self {
        let key = fold(&stem(form, self.token.language));
        Self { form: form.to_owned(), key, equal: Vec::new(), senses: thesaurus.senses(form), ..self.clone() }
    }

    /// Whether it is a verb in the form that tells what goes on.
    pub(in crate::brief::check::alignment) fn is_going(&self) -> bool {
        self.senses.iter().any(|sense| sense.form == Form::Going)
    }

    /// Whether it is a noun for several by the thesaurus.
    pub(in crate::brief::check::alignment) fn is_several(&self) -> bool {
        self.senses.iter().any(|sense| sense.form == Form::Several)
    }

    /// Whether a mark parts it from what is before it.
    pub(in crate::brief::check::alignment) fn opens_a_mark(&self) -> bool {
        self.before.parted || self.before.opened
    }

    pub(in crate::brief::check::alignment) fn said(&self) -> bool {
        self.kind == Kind::Said
    }

    /// Whether a clause begins with it.
    pub(in crate::brief::check::alignment) fn opens(&self) -> bool {
        let joint = self.before.joint && self.before.preposition.is_none();
        self.before.parted || joint || self.before.opened || self.binds()
    }

    /// Whether it ties a clause to another by time, cause or condition.
    pub(in crate::brief::check::alignment) fn binds(&self) -> bool {
        // “because of the flood”
        let of_a_noun = self.key == BECAUSE && self.form.contains(' ');
        self.kept()
            && !of_a_noun
            && matches!(
                self.key.as_str(),
                "if" | "unless"
                    | "whether"
                    | "when"
                    | "until"
                    | "before"
                    | "after"
                    | "since"
                    | "because"
                    | "although"
            )
    }

    /// Whether what it opens is told as a fact.
    pub(in crate::brief::check::alignment) fn binds_a_fact(&self) -> bool {
        self.kept() && matches!(self.key.as_str(), "after" | "since" | "because" | "although")
    }

    /// Whether nothing of what it opens may be told without it.
    pub(in crate::brief::check::alignment) fn is_condition(&self) -> bool {
        self.kept() && matches!(self.key.as_str(), "if" | "unless" | "whether")
    }
}

/// Whether the next word is of the noun phrase that is read: an article stands before it or before those before it.
pub(super) fn is_of_a_noun(found: &[Item], before: &Before) -> bool {
    let plain = |item: &&Item| item.kind == Kind::Word && !item.verb;
    let joined = found.iter().rev().take(NOUN).take_while(plain);
    let mut bare = *before == Before::default();
    before.determined
        || joined.into_iter().any(|item| {
            let whole = bare;
            bare &= item.before == Before::default();
            whole && item.before.determined
        })
}
