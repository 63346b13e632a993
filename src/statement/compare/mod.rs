//! Two quotes beside each other: what they share, what one has that the other lacks, and what contradicts.

mod alignment;
mod company;
mod comparison;
mod negation;
mod roles;
mod wording;

pub use comparison::{Comparison, Difference, compare};
