//! The files of strings agree with each other and with the code.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;

fn keys(file: &str) -> BTreeSet<String> {
    let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    file.lines()
        .filter(starts)
        .filter_map(|line| line.split_once(" ="))
        // the English names of countries stand in the tables of outlets and offices
        .filter(|(key, _)| !key.starts_with("country-"))
        .map(|(key, _)| key.to_owned())
        .collect()
}

#[test]
fn every_file_is_valid_and_has_the_same_keys() {
    let (_, first) = FILES[0];
    for (code, file) in FILES {
        if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
            panic!("{code}: {errors:?}");
        }
        let (ours, theirs) = (keys(file), keys(first));
        assert_eq!(ours.symmetric_difference(&theirs).collect::<Vec<_>>(), Vec::<&String>::new(), "{code}");
        let count = file
            .lines()
            .filter(|line| line.contains(" = ") && !line.starts_with([' ', '#', '}']))
            .filter(|line| !line.starts_with("country-"))
            .count();
        assert_eq!(count, ours.len(), "{code}: a key stands twice");
    }
}

#[test]
fn every_file_fills_the_same_places() {
    let places = |file: &str, key: &str| {
        let mut inside = false;
        let lines = file.lines().filter(|line| {
            if !line.starts_with(' ') && !line.starts_with('}') && !line.is_empty() {
                inside = line.split_once(" =").is_some_and(|(name, _)| name == key);
            }
            inside
        });
        let text = lines.collect::<String>();
        text.split('$')
            .skip(1)
            .map(|rest| rest.split([' ', '}']).next().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    let (_, first) = FILES[0];
    for (code, file) in FILES {
        for key in keys(first) {
            assert_eq!(places(file, &key), places(first, &key), "{code}: {key}");
        }
    }
}

/// Every string literal of the sources that looks like one of our keys and follows a call that takes a key.
#[test]
fn every_key_used_exists() {
    let (_, first) = FILES[0];
    let known = keys(first);
    let mut used = 0;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = ["view", "bot", "fetch", "editor", "watch", "press"];
    for file in folders.iter().flat_map(|folder| sources(&root.join(folder))) {
        let text = std::fs::read_to_string(&file).unwrap();
        for call in [
            "locale.word(\"",
            "locale.say(\"",
            "locale.rich(\"",
            ".says(\"",
            "line(\"",
            "line(\n        \"",
            "button(\"",
            "toast(\"",
            "Fault::new(\"",
            "of_host(\"",
            "with_status(\"",
        ] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                if key.is_empty()
                    || !key
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
                {
                    continue;
                }
                used += 1;
                assert!(known.contains(key), "{}: {key}", file.display());
            }
        }
    }
    assert!(used > 60, "only {used} keys found: the search is broken");
}

/// The files of a folder, tests left out.
fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn plurals_are_right() {
    let (english, russian) = (Locale::of_tag("en-GB").unwrap(), Locale::of_tag("ru_RU").unwrap());
    for (count, en, ru) in [
        (0, "0 feeds", "0 лент"),
        (1, "1 feed", "1 лента"),
        (2, "2 feeds", "2 ленты"),
        (5, "5 feeds", "5 лент"),
        (11, "11 feeds", "11 лент"),
        (21, "21 feeds", "21 лента"),
        (104, "104 feeds", "104 ленты"),
        (112, "112 feeds", "112 лент"),
    ] {
        assert_eq!(english.say("count-feeds", &[("count", Fill::Number(count))]), en);
        assert_eq!(russian.say("count-feeds", &[("count", Fill::Number(count))]), ru);
    }
}

#[test]
fn what_is_put_in_is_never_read_for_marks() {
    let locale = Locale::default();
    let rich = locale
        .rich("list-head", &[("feed", "a __b__ `c` { $count } \u{F0001}".into()), ("count", 3usize.into())]);
    assert_eq!(rich.text(), "a __b__ `c` { $count } \u{F0001} · 3 new");
    assert_eq!(rich.pieces().len(), 2);
    assert_eq!(locale.word("no-such-key"), "no-such-key");
    assert_eq!(Locale::of_tag("de"), None);
}

#[test]
fn what_a_person_wrote_fits_one_message_when_it_is_said_back() {
    for long in ["\u{1F4A5}".repeat(4_096), "ab ".repeat(20_000), "x".repeat(300_000)] {
        let said = Locale::default().say("unknown", &[("typed", long.into())]);
        let length = said.encode_utf16().count();
        assert!((1_000..4_096).contains(&length), "{length}");
    }
}
