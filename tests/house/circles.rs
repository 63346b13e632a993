//! Files that use each other in a circle: none in any room.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::imports;
use crate::sources::{files, room};

/// Files in circles by room as they stood on 28 November 2026; may only become fewer, and the list goes when it is empty.
const KNOWN: [(&str, usize); 13] = [
    ("article", 11),
    ("bot", 22),
    ("brief", 19),
    ("config", 3),
    ("editor", 2),
    ("feed", 4),
    ("fetch", 6),
    ("model", 4),
    ("people", 8),
    ("store", 4),
    ("text", 4),
    ("view", 7),
    ("watch", 8),
];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let uses = imports::uses(&files());
    assert!(uses.values().map(BTreeMap::len).sum::<usize>() > 500, "too few uses are seen: {uses:?}");
    let (mut told, mut counts) = (String::new(), BTreeMap::<&str, usize>::new());
    let circles = imports::circles(&uses);
    for circle in &circles {
        writeln!(told, "\na circle of {}:", circle.len()).unwrap();
        for file in circle {
            *counts.entry(room(file)).or_default() += 1;
            for (other, how) in uses[file].iter().filter(|(other, _)| circle.contains(other)) {
                writeln!(told, "  src/{file}:{how}  → {other}").unwrap();
            }
        }
    }
    counts.retain(|room, count| !KNOWN.iter().any(|(known, most)| known == room && *count <= *most));
    assert!(counts.is_empty(), "{counts:?}{told}");
}
