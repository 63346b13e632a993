//! What the documents tell of files is true.

use std::fs;

use crate::sources::repository;

const DOCUMENTS: [&str; 2] = ["README.md", "src/languages/README.md"];
/// What stands at the head of a path in a document.
const ROOTS: [&str; 5] = ["src/", "tests/", "migrations", "prompts", "benches/"];

#[test]
fn every_path_a_document_names_is_there() {
    for document in DOCUMENTS {
        let text = fs::read_to_string(repository().join(document)).unwrap();
        let named = paths(&text);
        assert!(named.len() > 5, "{document} names {named:?}");
        for path in named {
            assert!(repository().join(path).exists(), "{document} names {path}, which is not there");
        }
    }
}

#[test]
fn a_language_is_told_to_be_the_files_it_is() {
    let text = fs::read_to_string(repository().join("src/languages/README.md")).unwrap();
    let files = fs::read_dir(repository().join("src/languages/en")).unwrap();
    for file in files {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(text.contains(&format!("| `{name}` |")), "src/languages/README.md does not tell of {name}");
    }
}

/// The paths of the repository in backticks, those with a gap (`<code>`) left out.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|path| ROOTS.iter().any(|root| path.starts_with(root)) && !path.contains(['<', ' ']))
        .collect()
}

#[test]
fn a_path_is_told_from_other_words() {
    assert_eq!(
        paths("see `src/lib.rs`, `cargo test` and `src/<code>/x`, or `tests/house`"),
        ["src/lib.rs", "tests/house"]
    );
}
