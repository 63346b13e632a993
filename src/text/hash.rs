//! Maps and sets for looking up words: many short keys, many look-ups.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

/// A map whose hashing costs little for short keys; seeded anew in each process, so that no article can be written
/// to slow it down.
pub type FastMap<K, V> = HashMap<K, V, RandomState>;

/// A set of the same kind.
pub type FastSet<K> = HashSet<K, RandomState>;
