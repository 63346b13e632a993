//! Verbs of saying and the phrases that are their subjects.
//!
//! In: tokens and names. Out: cues, and the noun phrases that can stand for a speaker.

pub(crate) mod citing;
mod clauses;
pub(crate) mod cue;
pub(crate) mod cue_finder;
mod inner_clause;
mod inversion;
pub(crate) mod left_out;
mod modified;
pub(crate) mod noun_phrase;
pub(crate) mod phrase_finder;
pub(crate) mod reporting_verbs;
pub(crate) mod subject;
mod unclosed;
pub(crate) mod unsaid;
