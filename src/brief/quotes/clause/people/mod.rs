//! Who somebody is: the people of an article, what each is, and whom a pronoun, an office or a verb alone means.

mod apart;
mod countries;
mod discourse;
mod epithet;
mod events;
mod fitness;
mod given_cases;
mod learned;
mod naming;
mod registry;
mod seen;
mod sole;
mod someone;
mod surnames;
mod title;

pub(crate) use apart::is_served_by;
pub(crate) use epithet::is_epithet;
pub(crate) use events::{ACTED, Discourse, Event, NAMED, SPOKE};
pub(crate) use fitness::{
    Meant, acts_on_another, fits, held, is_beside_something_new, is_lower_head, is_of_other_body,
    is_of_something_new, is_plural_only, is_somebody_new, loose, object_gender, tells_another,
};
pub(crate) use given_cases::given_in_first_case;
pub(crate) use naming::{is_proven, shown};
pub(crate) use registry::Registry;
pub(crate) use seen::is_word_alone;
pub(crate) use someone::{Gender, Someone};
