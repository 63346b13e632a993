//! How large a file, a folder and a chain of folders may get.

use std::collections::BTreeMap;

use crate::sources::{all_files, files, files_below};

/// Lines of a file.
const LINES: usize = 300;
/// Files in one folder.
const FILES: usize = 16;
/// Folders below one another in `src`.
const FOLDERS: usize = 4;
/// One file a command, one file a rule.
const A_FILE_EACH: [&str; 2] = ["bot/commands", "brief/quotes/attribution/rules"];

#[test]
fn no_file_is_longer_than_one_reads_at_once() {
    let all: Vec<_> =
        ["src", "tests", "benches", "fuzz"].iter().flat_map(|folder| files_below(folder)).collect();
    assert!(all.len() > 400, "{}", all.len());
    let long: Vec<_> = all
        .into_iter()
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > LINES)
        .collect();
    assert!(long.is_empty(), "more than {LINES} lines: {long:?}");
}

#[test]
fn no_room_is_a_heap() {
    let mut rooms: BTreeMap<String, usize> = BTreeMap::new();
    for file in files() {
        if let Some((folder, _)) = file.path.rsplit_once('/') {
            *rooms.entry(folder.to_owned()).or_default() += 1;
        }
    }
    assert!(rooms.len() > 30, "{rooms:?}");
    rooms.retain(|folder, count| *count > FILES && !A_FILE_EACH.contains(&folder.as_str()));
    assert!(rooms.is_empty(), "more than {FILES} files: {rooms:?}");
}

#[test]
fn no_room_lies_deep() {
    let deep: Vec<_> = all_files()
        .into_iter()
        .map(|file| file.path)
        .filter(|path| path.matches('/').count() > FOLDERS)
        .collect();
    assert!(deep.is_empty(), "more than {FOLDERS} folders deep: {deep:?}");
}
