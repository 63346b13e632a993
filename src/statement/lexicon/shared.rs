//! What no language owns: which concepts exclude each other, which say little, which are shares and places.

use std::sync::LazyLock;

use super::list::lines;
use crate::text::{FastMap, FastSet};

#[derive(Debug, Default)]
struct Shared {
    /// A concept's class and its group there; things of two groups of a class exclude each other.
    classes: FastMap<&'static str, (&'static str, usize)>,
    light: FastSet<&'static str>,
    places: FastSet<&'static str>,
    fractions: FastMap<&'static str, f64>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let mut shared = Shared::default();
    for (section, line) in lines(include_str!("shared.txt")) {
        match (section, line.split_once(": ")) {
            ("classes", Some((class, keys))) => {
                for (group, keys) in keys.split_whitespace().enumerate() {
                    shared.classes.extend(keys.split('=').map(|key| (key, (class, group))));
                }
            }
            ("fractions", Some((key, share))) => {
                shared.fractions.extend(share.parse::<f64>().ok().map(|share| (key, share)));
            }
            ("places", _) => shared.places.extend(line.split_whitespace()),
            _ => shared.light.extend(line.split_whitespace()),
        }
    }
    shared
});

/// The class of things of which a concept is one and then no other.
pub(crate) fn class(key: &str) -> Option<&'static str> {
    SHARED.classes.get(key).map(|(class, _)| *class)
}

/// True when a thing is what one concept says or what the other says, and not both: north, south.
pub(crate) fn exclude(one: &str, other: &str) -> bool {
    match (SHARED.classes.get(one), SHARED.classes.get(other)) {
        (Some((class, group)), Some((other, facing))) => class == other && group != facing,
        _ => false,
    }
}

/// The share a word for a part of something stands for.
pub(crate) fn fraction(key: &str) -> Option<f64> {
    SHARED.fractions.get(key).copied()
}

/// True for a part of the world that does nothing itself.
pub(crate) fn is_place(key: &str) -> bool {
    SHARED.places.contains(key)
}

/// True for a concept that says little.
pub(crate) fn is_light(key: &str) -> bool {
    SHARED.light.contains(key)
}
