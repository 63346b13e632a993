//! Files that use each other in a circle: none in any room.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::imports;
use crate::sources::files;

#[test]
fn no_files_use_each_other_in_a_circle() {
    let uses = imports::uses(&files());
    assert!(uses.values().map(BTreeMap::len).sum::<usize>() > 500, "too few uses are seen: {uses:?}");
    let mut told = String::new();
    for circle in &imports::circles(&uses) {
        writeln!(told, "\na circle of {}:", circle.len()).unwrap();
        for file in circle {
            for (other, how) in uses[file].iter().filter(|(other, _)| circle.contains(other)) {
                writeln!(told, "  src/{file}:{how}  → {other}").unwrap();
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}
