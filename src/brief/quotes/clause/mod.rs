//! A clause reader: who speaks, read from the clause around each quotation rather than from patterns of words.
//!
//! In: a document in a language that has `clause.txt`. Out: a reading of each marked stretch. [`words`] gives each token
//! its class and form, [`phrases`] makes noun phrases, verbs and the rest of a clause of them, [`subjects`] finds the
//! subject of a verb, [`frames`] the frame a quotation stands in and the phrase that speaks, [`people`] tells who that is.
//! Words and their order are the language's tables; nothing here names a language. Every look at a chunk is counted in the
//! document's steps.

mod acronym;
mod acting;
mod antecedent;
mod completed;
mod frames;
mod guest;
mod interposed;
mod main_clause;
mod named;
mod newcomer;
mod office;
mod outlets;
mod people;
mod phrases;
mod reader;
mod run;
mod speaker;
mod stand;
mod subjects;
mod told;
mod unsaid;
mod verdict;
mod words;
mod work;
mod written;

#[cfg(test)]
mod tests;

pub(crate) use antecedent::Weighed;
pub(crate) use reader::{read, weighed};
pub(crate) use told::Told;
pub(crate) use words::reads;
