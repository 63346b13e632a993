//! What no language owns: which concepts exclude each other, which say little, which are shares and places.

use std::sync::LazyLock;

use crate::languages::Table;
use crate::text::{FastMap, FastSet};

#[derive(Debug, Default)]
struct Shared {
    /// A concept's class and its group there; things of two groups of a class exclude each other.
    classes: FastMap<&'static str, (&'static str, usize)>,
    /// Classes of deeds of which one undoes the other.
    turning: FastSet<&'static str>,
    /// The lines of concepts near in meaning that a concept stands in.
    kin: FastMap<&'static str, Vec<usize>>,
    light: FastSet<&'static str>,
    places: FastSet<&'static str>,
    titles: FastSet<&'static str>,
    actors: FastSet<&'static str>,
    refusing: FastSet<&'static str>,
    standins: FastSet<&'static str>,
    restrictive: FastSet<&'static str>,
    fractions: FastMap<&'static str, f64>,
}

/// What no language owns.
pub(super) static TABLE: Table = Table::new(include_str!("../../languages/shared/concept_classes.txt"));

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let mut shared = Shared::default();
    for (class, keys) in TABLE.lines("classes").filter_map(|line| line.split_once(": ")) {
        for (group, keys) in keys.split_whitespace().enumerate() {
            shared.classes.extend(keys.split('=').map(|key| (key, (class, group))));
        }
    }
    for (line, keys) in TABLE.lines("kin").enumerate() {
        for key in keys.split_whitespace() {
            shared.kin.entry(key).or_default().push(line);
        }
    }
    for (key, share) in TABLE.lines("fractions").filter_map(|line| line.split_once(": ")) {
        shared.fractions.extend(share.parse::<f64>().ok().map(|share| (key, share)));
    }
    shared.turning.extend(TABLE.lines("turning").flat_map(str::split_whitespace));
    shared.places.extend(TABLE.lines("places").flat_map(str::split_whitespace));
    shared.titles.extend(TABLE.lines("titles").flat_map(str::split_whitespace));
    shared.actors.extend(TABLE.lines("actors").flat_map(str::split_whitespace));
    shared.refusing.extend(TABLE.lines("refusing").flat_map(str::split_whitespace));
    shared.standins.extend(TABLE.lines("standins").flat_map(str::split_whitespace));
    shared.restrictive.extend(TABLE.lines("restrictive").flat_map(str::split_whitespace));
    shared.light.extend(TABLE.lines("light").flat_map(str::split_whitespace));
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

/// True for two concepts by which outlets tell one deed: send, deliver.
pub(crate) fn akin(one: &str, other: &str) -> bool {
    let lines = |key: &str| SHARED.kin.get(key).map(Vec::as_slice).unwrap_or_default();
    lines(one).iter().any(|line| lines(other).contains(line))
}

/// True for a deed that another one undoes: begin, withdraw.
pub(crate) fn is_turning(key: &str) -> bool {
    class(key).is_some_and(|class| SHARED.turning.contains(class))
}

/// The share a word for a part of something stands for.
pub(crate) fn fraction(key: &str) -> Option<f64> {
    SHARED.fractions.get(key).copied()
}

/// True for a part of the world that does nothing itself.
pub(crate) fn is_place(key: &str) -> bool {
    SHARED.places.contains(key)
}

/// True for an office that stands before the name of who holds it.
pub(crate) fn is_title(key: &str) -> bool {
    SHARED.titles.contains(key)
}

/// True for people and bodies that act though they have no name of their own.
pub(crate) fn is_actor(key: &str) -> bool {
    SHARED.actors.contains(key)
}

/// True for a deed by which another does not come about: refuse, forbid.
pub(crate) fn is_refusing(key: &str) -> bool {
    SHARED.refusing.contains(key)
}

/// True for a word by which somebody is meant who stands for another: deputy, former.
pub(crate) fn is_standin(key: &str) -> bool {
    SHARED.standins.contains(key)
}

/// True for a concept without which more is said: only.
pub(crate) fn is_restrictive(key: &str) -> bool {
    SHARED.restrictive.contains(key)
}

/// True for a concept that says little.
pub(crate) fn is_light(key: &str) -> bool {
    SHARED.light.contains(key)
}
