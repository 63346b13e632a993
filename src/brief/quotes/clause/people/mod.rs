//! Who somebody is: the people of an article, what each is, and whom a pronoun, an office or a verb alone means.

mod discourse;
mod events;
mod fitness;
mod learned;
mod naming;
mod registry;
mod seen;
mod sole;
mod someone;
mod title;

pub(crate) use events::Discourse;
pub(crate) use fitness::Meant;
pub(crate) use naming::{is_proven, shown};
pub(crate) use registry::Registry;
pub(crate) use someone::{Gender, Someone};
