//! A clause: its verb, and what stands in which role.

use super::super::grammar::chunk::Chunk;
use super::super::words::item::{Item, Kind};

/// What ties a clause to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::brief::check::alignment) enum Link {
    /// It stands by itself.
    Free,
    /// It is what the other says, thinks or wants, or how it is done: true only with it.
    Held(String),
    /// It is a fact of its own, tied to the other by time or cause.
    Bound(String),
    /// It tells more of a noun of the other, or of what else the same does.
    Aside,
}

/// What a chunk is to its verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::brief::check::alignment) enum Role {
    Subject,
    Object,
    /// Behind a preposition, by its class.
    Tied(String),
    /// A time, with its preposition where that tells more than “on”.
    Time(Option<String>),
}

/// A chunk in its role.
#[derive(Debug, Clone)]
pub(in crate::brief::check::alignment) struct Argument {
    pub(super) role: Role,
    pub(super) chunk: Chunk,
    /// The argument it follows, where it may tell more of that.
    pub(super) host: Option<usize>,
}

impl Argument {
    /// Whether it is a time or an amount, of which nothing more is told.
    pub(super) fn is_amount(&self) -> bool {
        let number = |word: &Item| word.kind == Kind::Number;
        matches!(self.role, Role::Time(_)) || self.chunk.words.iter().all(number)
    }
}

/// A clause.
#[derive(Debug, Clone)]
pub(in crate::brief::check::alignment) struct Frame {
    /// None where only a form of “be” or “have” stands there.
    pub(super) verb: Option<Item>,
    /// Negations, modals and hedges, in order.
    pub(super) kept: Vec<String>,
    pub(super) arguments: Vec<Argument>,
    pub(super) passive: bool,
    pub(super) finite: bool,
    pub(super) link: Link,
    pub(super) parent: Option<usize>,
    /// It shares who does it with the clause before it.
    pub(super) coordinated: bool,
    /// It stands in the headline or the sentence below it.
    pub(super) lead: bool,
    /// How many of its arguments stand before the verb.
    pub(super) before: usize,
    /// What ties the clauses to it that are true only with it.
    pub(super) holds: Vec<String>,
}

impl Frame {
    /// Who does it.
    pub(super) fn subject(&self) -> Option<&Chunk> {
        self.arguments.iter().find(|argument| argument.role == Role::Subject).map(|argument| &argument.chunk)
    }

    /// Whom or what it is done to.
    pub(super) fn object(&self) -> Option<&Chunk> {
        self.arguments.iter().find(|argument| argument.role == Role::Object).map(|argument| &argument.chunk)
    }

    /// Who the clause is about, whoever does it.
    pub(super) fn about(&self) -> Option<&Chunk> {
        let first = self.arguments.iter().take(self.before);
        let suffers =
            first.into_iter().find(|argument| argument.role == Role::Object).map(|argument| &argument.chunk);
        if self.passive { suffers.or_else(|| self.subject()) } else { self.subject().or(suffers) }
    }

    /// Whether its verb only says that something is somebody's word.
    pub(super) fn says(&self) -> bool {
        self.verb.as_ref().is_some_and(|verb| verb.said() || verb.reports || verb.claimed || verb.according)
    }
}
