//! Who somebody is: the people of an article, what each is, and whom a pronoun, an office or a verb alone means.

mod discourse;
mod registry;
mod someone;

pub(crate) use discourse::{Discourse, Meant};
pub(crate) use registry::Registry;
pub(crate) use someone::{Gender, Someone};
