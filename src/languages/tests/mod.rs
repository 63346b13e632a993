//! What each language has, and the invented language of `xx/`.

use std::fmt::Write as _;

use super::section::{self, FILES, File};
use super::{Language, folders};

/// The languages of the program, without the invented one.
fn shipped() -> Vec<Language> {
    Language::all().filter(|language| *language != Language::coded("xx")).collect()
}

#[test]
fn what_each_language_has_and_lacks() {
    let mut told = String::new();
    for (file, name) in FILES {
        writeln!(told, "{name}").unwrap();
        for section in section::all().filter(|section| section.file == *file) {
            let has = |language: &Language| {
                if language.has(*section) { language.code() } else { "--".to_owned() }
            };
            let row: Vec<_> = shipped().iter().map(has).collect();
            writeln!(told, "  {:24}{}", section.name, row.join(" ")).unwrap();
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_section_of_every_folder_is_known_and_stands_in_its_file() {
    for language in Language::all() {
        for (file, name) in FILES {
            for section in folders::names(language, *file) {
                let known = section::all().any(|known| known.file == *file && known.name == section);
                assert!(known, "{language}/{name} has a section [{section}] nobody asks for");
            }
        }
    }
}

#[test]
fn no_file_has_words_before_its_first_section() {
    for language in Language::all() {
        for (file, name) in FILES {
            let text = folders::text(language, *file);
            let head = text.lines().take_while(|line| !line.starts_with('['));
            for line in head {
                assert!(line.is_empty() || line.starts_with('#'), "{language}/{name}: {line}");
            }
        }
    }
}

#[test]
fn a_language_without_a_folder_has_no_words() {
    let unknown = Language::coded("fi");
    assert!(section::all().all(|section| !unknown.has(*section)));
    assert_eq!(unknown.months().count(), 0);
    assert!(unknown.profile().name.is_none());
}

#[test]
fn files_are_in_the_order_of_their_numbers() {
    for (place, (file, _)) in FILES.iter().enumerate() {
        assert_eq!(*file as usize, place);
    }
    assert_eq!(FILES[0].0, File::Language);
}
