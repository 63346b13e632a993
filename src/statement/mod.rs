//! The same statement told in many tongues.
//!
//! In: quotes with their speakers, languages and days. Out: groups of quotes that are one statement, and what differs
//! between two quotes. No model: names over scripts, numbers in digits and words, countries and bodies, and a table of
//! the words of foreign policy in ten languages, Portuguese the least. Invariants: two quotes that differ in a number, in
//! what is denied, in how sure it is, in its time or in who does what to whom are never in one group, as far as the
//! tables tell; what is not sure stands apart; in a language without a table only the same words are one statement.

mod compare;
mod group;
mod lexicon;
mod numbers;
mod reading;
mod romanise;
mod same_name;
mod speaker;
mod syntax;
mod tokens;
mod unit;

pub use compare::{Comparison, Difference, compare};
pub use group::{Quote, same_statements};
pub use reading::Reading;
pub use same_name::{Likeness, likeness, sound};
pub use speaker::Name;
