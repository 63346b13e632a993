//! Files that use each other in a circle: none in any room.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::imports;
use crate::sources::{files, room};

/// Rooms that had circles on 28 November 2026 and are being cut.
const KNOWN: [&str; 1] = ["text"];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let uses = imports::uses(&files());
    assert!(uses.values().map(BTreeMap::len).sum::<usize>() > 500, "too few uses are seen: {uses:?}");
    let mut told = String::new();
    let circles = imports::circles(&uses);
    for circle in circles.iter().filter(|circle| !circle.iter().all(|file| KNOWN.contains(&room(file)))) {
        writeln!(told, "\na circle of {}:", circle.len()).unwrap();
        for file in circle {
            for (other, how) in uses[file].iter().filter(|(other, _)| circle.contains(other)) {
                writeln!(told, "  src/{file}:{how}  → {other}").unwrap();
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}
