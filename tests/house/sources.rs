//! The source files of the house.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its path below `src` (where not said otherwise), with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every `.rs` file below `src` but test files (`tests.rs`, `…_tests.rs`, `tests/…`), in the order of their paths.
pub(crate) fn files() -> Vec<File> {
    all_files().into_iter().filter(|file| !is_test(&file.path)).collect()
}

/// Every `.rs` file below `src`, in the order of their paths.
pub(crate) fn all_files() -> Vec<File> {
    let cut = |file: File| File { path: file.path.trim_start_matches("src/").to_owned(), ..file };
    files_below("src").into_iter().map(cut).collect()
}

/// Every `.rs` file below `folder` of the repository, with its path from there on, in the order of the paths.
pub(crate) fn files_below(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(&repository().join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The files of one module of `lib.rs`, `x.rs` or `x/**`, test files left out.
pub(crate) fn files_of(module: &str) -> Vec<File> {
    files().into_iter().filter(|file| room(&file.path) == module).collect()
}

/// The module of `lib.rs` a path stands in.
pub(crate) fn room(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// The modules of `lib.rs` in their order.
pub(crate) fn modules() -> Vec<String> {
    let lib = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .filter_map(|rest| rest.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

/// The folder of `Cargo.toml`.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs"))
}

fn collect(folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let below = path.strip_prefix(repository()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { path: below, text });
        }
    }
}
