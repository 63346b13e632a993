//! Who held which office when: a dated table, and the words for countries and offices in every language that has some.
//!
//! In: a country, an office and a date; a name; a phrase such as “Moscow's top diplomat”. Out: the one holder, a
//! name's offices, the country and office meant. Invariant: a gap, an overlap, a shared office, a “former” or a date
//! too long after the last check gives no name, never a wrong one.

mod places;
mod roles;
mod table;

pub use places::{Country, countries_in};
pub use roles::read_role;
pub use table::{
    HOLDERS, Holder, NAMES, Office, by_name, canonical_name, first_names, holder, in_office, outdated,
    read_holder, stale,
};
