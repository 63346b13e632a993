//! Clauses that end with their verb: all of them in some languages, those behind a conjunction in others.

pub(crate) mod main_clause;
pub(crate) mod subordinate;
