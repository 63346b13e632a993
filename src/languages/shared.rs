//! What no language owns: tables that are the same whatever language a page is in.

use super::table::Table;

/// Scripts: their letters, and how the languages of each are told apart.
pub(super) static SCRIPTS: Table = Table::new(include_str!("shared/scripts.txt"));

/// What tells languages that have no folder yet from their neighbours.
pub(super) static NEIGHBOURS: Table = Table::new(include_str!("shared/neighbours.txt"));

/// Names of news agencies.
pub static AGENCIES: Table = Table::new(include_str!("shared/agencies.txt"));

/// Names of people: first names, small words within names.
pub static NAMES: Table = Table::new(include_str!("shared/names.txt"));

/// Concepts whose loss or gain turns a statement round.
pub static CONCEPTS: Table = Table::new(include_str!("shared/concepts.txt"));

/// Countries and organisations: codes, who leads them, where they are.
pub static COUNTRIES: Table = Table::new(include_str!("shared/countries.txt"));

/// Offices, beside what the languages call them.
pub static OFFICES: Table = Table::new(include_str!("shared/offices.txt"));

/// Short names of time zones.
pub(super) static ZONES: Table = Table::new(include_str!("shared/zones.txt"));

/// Words of pages: of the programs that make them, of companies.
pub static PAGES: Table = Table::new(include_str!("shared/pages.txt"));
