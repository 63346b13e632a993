//! Who somebody is: the people of an article, what each is, and whom a pronoun, an office or a verb alone means.

mod discourse;
mod events;
mod fitness;
mod registry;
mod seen;
mod someone;

pub(crate) use events::Discourse;
pub(crate) use fitness::Meant;
pub(crate) use registry::{Registry, is_proven};
pub(crate) use someone::{Gender, Someone};
