//! Speakers where a particle marks what a sentence is about and the verb ends it.

mod behind;
pub(crate) mod embedded;
mod introduced;
pub(crate) mod judge;
pub(crate) mod reported;
pub(crate) mod topics;
