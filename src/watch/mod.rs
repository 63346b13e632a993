//! The watch: feeds that are due → new entries → briefs → store, with all the sends they cause.
//!
//! In: the feeds and the queue of entries in the store. Out: articles, quotes and outbox rows. Two loops: one asks feeds,
//! one briefs entries; the queue between them is the table `entries`, so a kill loses nothing. Invariants: what a poll
//! found and the validators it brought commit together; an article and the sends it causes commit together; validators of
//! a document that could not be read are not kept; nobody is asked before the time `feed::schedule` says, restarts or not.

mod watcher;
mod outgoing;
mod model_summary;
mod edits;
mod failures;
mod follows;
mod sends;
mod take;
mod brief;
mod poll;
mod stories;
mod under_way;
mod loops;

pub use loops::run;
pub use watcher::Watch;

#[cfg(test)]
mod tests;
