//! Digests: when one is next due, and which stories it holds in which order.
//!
//! In: a chat's times and zone, the last digest's key, the present instant; stories with their reports. Out: the
//! next [`Next`] with its key, and an ordered list of [`Entry`]; which stories are one over languages ([`together`]) and which
//! report stands for each ([`leading`]); what reports say of a [`topic`]. Pure: `now` is an argument. Invariants: keys of one chat only rise,
//! so a digest is never sent twice; every moment belongs to the window of exactly one digest, so nothing is skipped.

mod compose;
mod lasting;
mod lead;
mod misread;
mod mute;
mod quiet;
mod schedule;
mod slots;
mod together;
pub mod topic;
mod zone;

pub use compose::{Entry, Report, Said, Story, compose};
pub use lasting::lasting;
pub use lead::{Heading, Leading, leading};
pub use misread::Misread;
pub use mute::Mute;
pub use quiet::Quiet;
pub use schedule::{CATCHING_UP, Key, LATE, Next, Plan, first_valid, next, upcoming, window};
pub use slots::{
    MOST_SLOTS, Slot, Weekdays, means_none, read_minute, read_slots, read_weekday, write_minute, write_slots,
};
pub use together::{Tongues, together};
pub use zone::{nearest_place, read_zone, zone_label};
