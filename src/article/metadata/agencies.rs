//! News agencies as datelines and bylines write them; an agency is no person.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::languages::shared::AGENCIES as AGENCY_NAMES;

pub(super) static AGENCIES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| AGENCY_NAMES.lines("agency anywhere").chain(AGENCY_NAMES.lines("agency")).collect());

/// Whether `name` is an agency's, or a short one in capitals, alone or after a slash or comma.
pub(super) fn is_agency(name: &str) -> bool {
    name.split(['/', ',', ';', '+']).map(str::trim).any(|name| {
        AGENCIES.contains(name)
            || (2..=6).contains(&name.chars().count()) && name.chars().all(|c| c.is_uppercase() || c == '-')
            || AGENCIES.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// Whether `name` is known to be an agency's.
pub(super) fn is_named_agency(name: &str) -> bool {
    AGENCIES.contains(name)
}
