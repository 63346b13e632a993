//! The watch: feeds that are due → new entries → briefs → store, with all the sends they cause.
//!
//! In: the feeds and the queue of entries in the store. Out: articles, quotes and outbox rows. Two loops: one asks feeds,
//! one briefs entries; the queue between them is the table `entries`, so a kill loses nothing. Invariants: what a poll
//! found and the validators it brought commit together; an article and the sends it causes commit together; validators of
//! a document that could not be read are not kept; nobody is asked before the time `feed::schedule` says, restarts or not.
//!
//! To read it in the order of an article: `loops` sees what is due, `poll` asks a feed, `take` queues what is new, `reading`
//! opens the page of an entry, `brief` makes it an article and stores it, `sends` and `follows` tell whom it goes to,
//! `outgoing` draws it for each.

mod watcher;
mod outgoing;
mod about;
mod model_summary;
mod edits;
mod failures;
mod follows;
mod sends;
mod take;
mod reading;
mod brief;
mod poll;
mod stories;
mod under_way;
mod loops;

pub use loops::run;
pub use watcher::{Stories, Watch};

#[cfg(test)]
mod tests;
