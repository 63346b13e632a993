//! What a quote is read into: the things it names, what it denies, how sure it is.

use super::lexicon::{
    Sense, is_actor, is_light, is_refusing, is_restrictive, is_standin, is_title, is_turning,
};
use crate::text::Span;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A thing or deed of the table.
    Thing,
    /// A country, people or body.
    Party,
    /// The speaker's side: we, our.
    Own,
    /// A number.
    Number(f64),
    /// A name the table does not have.
    Name,
    /// Another word.
    Word,
}

/// Whether somebody named acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agent {
    /// Something is done to or with it, or it only says which.
    No,
    /// Nothing tells.
    Unknown,
    /// It does something.
    Yes,
}

/// Something a quote names.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// What it is.
    pub(super) kind: Kind,
    /// What it can mean.
    pub(super) senses: Vec<Sense>,
    /// The word, folded.
    pub(super) word: String,
    /// The word in Latin letters.
    pub(super) roman: String,
    /// Where it stands.
    pub(super) span: Span,
    /// Number of its word.
    pub(super) at: usize,
    /// Number of its piece of the sentence.
    pub(super) clause: u16,
    /// Number of its piece of the sentence: “but” and “that” part two in one clause.
    pub(super) piece: usize,
    /// One by its article: a ship.
    pub(super) single: bool,
    /// Does together with the unit before what that one does: France and Spain.
    pub(super) coordinated: bool,
    /// What is counted, for a number.
    pub(super) measure: Option<&'static str>,
    /// That much or more (true), that much or less (false), for a number.
    pub(super) at_least: Option<bool>,
    /// Something changes by that much (true) or to that much (false), for a number.
    pub(super) by_so_much: Option<bool>,
    /// Stands in a clause of time or condition.
    pub(super) under: bool,
    /// Stands in the condition of an “if”.
    pub(super) given: bool,
    /// Something comes from it (true), or goes to it or is in it (false).
    pub(super) from: Option<bool>,
    /// Something is for it or with it (true), or against it (false).
    pub(super) favoured: Option<bool>,
    /// A word with a capital that may be a name, where a capital does not tell.
    pub(super) may_be_name: bool,
    /// Whether it acts.
    pub(super) agent: Agent,
    /// Named behind a thing as the one whose it is.
    pub(super) whose: bool,
    /// Named before a thing as the one whose it is.
    pub(super) owning: bool,
    /// Names by an adjective.
    pub(super) adjective: bool,
    /// The word itself denies: unacceptable.
    pub(super) denied: bool,
    /// Behind a denying word, of which it says how many: not all.
    pub(super) none_of: bool,
    /// Stands in marks inside the quote.
    pub(super) quoted: bool,
    /// All letters are capitals.
    pub(super) acronym: bool,
}

/// A denying word and what it can deny.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Denial {
    /// Places of units, the nearest first.
    pub(super) scope: Vec<usize>,
    /// Denies each of several: neither.
    pub(super) each: bool,
    /// Says “without”.
    pub(super) without: bool,
    /// Number of its clause.
    pub(super) clause: u16,
    /// Number of its piece of the sentence: “but” and “that” part two in one clause.
    pub(super) piece: usize,
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Modals {
    /// It can be so.
    pub(super) may: bool,
    /// It has to be so.
    pub(super) must: bool,
    /// It ought to be so.
    pub(super) should: bool,
    /// It is wanted to be so.
    pub(super) wanted: bool,
}

impl Unit {
    /// True when it stands for little.
    pub(super) fn is_light(&self) -> bool {
        self.kind == Kind::Thing && self.senses.iter().all(|sense| is_light(sense.key))
    }

    /// True for who or what has a name of its own.
    pub(super) fn is_named(&self) -> bool {
        matches!(self.kind, Kind::Party | Kind::Own | Kind::Name)
    }

    /// True for who can act: by name, or as people and bodies without one.
    pub(super) fn can_act(&self) -> bool {
        self.is_named() || self.senses.iter().any(|sense| is_actor(sense.key))
    }

    /// True for a deed by which another does not come about.
    pub(super) fn is_refusing(&self) -> bool {
        self.kind == Kind::Thing && self.senses.iter().any(|sense| is_refusing(sense.key))
    }

    /// True for a deed that another one undoes, or by which another does not come about.
    pub(super) fn is_turning(&self) -> bool {
        let turning = self.senses.iter().all(|sense| is_turning(sense.key) || is_refusing(sense.key));
        self.kind == Kind::Thing && turning && !self.senses.is_empty()
    }

    /// True for a number that can be a year.
    pub(super) fn is_year(&self) -> bool {
        matches!(self.kind, Kind::Number(value) if self.measure.is_none() && (1900.0..2100.0).contains(&value))
    }

    /// True for an office that may stand before a name.
    pub(super) fn is_title(&self) -> bool {
        self.kind == Kind::Thing && self.senses.iter().any(|sense| is_title(sense.key))
    }

    /// True for a word by which somebody is meant who stands for another: deputy, former.
    pub(super) fn is_standin(&self) -> bool {
        self.senses.iter().any(|sense| is_standin(sense.key))
    }

    /// True for a word that means nothing but that.
    pub(super) fn is_always_standin(&self) -> bool {
        self.is_standin() && self.senses.iter().all(|sense| is_standin(sense.key))
    }

    /// True for a word without which more is said: only.
    pub(super) fn is_restrictive(&self) -> bool {
        self.senses.iter().any(|sense| is_restrictive(sense.key))
    }

    /// True when the two can mean the same.
    pub(super) fn shares_key(&self, other: &Self) -> bool {
        self.senses.iter().any(|sense| other.senses.iter().any(|own| own.key == sense.key))
    }
}
