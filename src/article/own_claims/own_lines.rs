//! The lines with which our own cards tell how a report was checked, as patterns: a page may not say them in our stead.
//!
//! They are read from the interface's strings, so that a line that is reworded or translated is known here at once.

use std::sync::LazyLock;

use regex::Regex;

/// The interface's strings, a file a language.
const STRINGS: [&str; 2] =
    [include_str!("../../view/strings/en.ftl"), include_str!("../../view/strings/ru.ftl")];

/// How the names of those lines begin that say what we have checked, changed or not found.
const NAMES: [&str; 5] = ["evidence-", "updated", "corrected", "speaker-unknown", "machine-translation-none"];

/// Fewest letters of a line that is told from news by its words alone.
const FEWEST: usize = 12;

/// What stands between braces: a place for a number, a time or words.
static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\{\s*\$(\w+)\s*\}").ok());

/// Our lines as regular expressions, each whole between marks or ends.
pub(super) fn own_lines() -> impl Iterator<Item = String> {
    STRINGS.iter().flat_map(|strings| lines(strings)).filter_map(pattern)
}

/// The wordings of the named messages: each of its forms where it has several.
fn lines(strings: &'static str) -> Vec<&'static str> {
    let mut wanted = false;
    let mut found = Vec::new();
    for line in strings.lines() {
        let words = if line.starts_with(' ') {
            line.split_once("] ").filter(|(form, _)| form.trim_start_matches([' ', '*']).starts_with('['))
        } else {
            line.split_once(" = ").inspect(|(name, _)| {
                let is_named =
                    |known: &&str| name == known || known.ends_with('-') && name.starts_with(*known);
                wanted = NAMES.iter().any(is_named);
            })
        };
        found.extend(words.map(|(_, words)| words).filter(|words| wanted && !words.ends_with("->")));
    }
    found
}

fn pattern(line: &str) -> Option<String> {
    let place = PLACE.as_ref()?;
    let (mut made, mut behind, mut is_timed) = (String::new(), 0, false);
    for found in place.captures_iter(line) {
        let (whole, name) = (found.get(0)?, found.get(1)?.as_str());
        made += &literal(line.get(behind..whole.start())?);
        made += match name {
            "time" => r"\d{1,2}[:.]\d{2}( [ap]m)?",
            "shown" | "found" | "count" => r"\d+",
            _ => ".{1,60}?",
        };
        is_timed |= name == "time";
        behind = whole.end();
    }
    made += &literal(line.get(behind..)?);
    let letters = place.replace_all(line, "").chars().filter(|c| c.is_alphabetic()).count();
    (is_timed || letters >= FEWEST).then(|| format!(r"(^|[^\w\s]\s?){made}\s*($|[^\w\s:])"))
}

/// Words as they are; an apostrophe may be straight.
fn literal(words: &str) -> String {
    regex::escape(words).replace('’', "[’']")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_interface_gives_its_lines() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/view/strings");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), STRINGS.len());
        for strings in STRINGS {
            let lines = lines(strings);
            assert!(lines.len() > 20, "{lines:?}");
            assert!(lines.iter().any(|line| line.ends_with("{ $time }")), "{lines:?}");
        }
        assert!(own_lines().all(|line| Regex::new(&line).is_ok()));
    }

    #[test]
    fn places_stand_for_numbers_times_and_words() {
        let made = pattern("{ $shown } quotes shown of { $found }").unwrap();
        let made = Regex::new(&made).unwrap();
        assert!(made.is_match("3 quotes shown of 4") && made.is_match("x · 3 quotes shown of 4 · y"));
        assert!(!made.is_match("their 3 quotes shown of 4 days"));
        assert_eq!(pattern("partial { $words }"), None);
    }
}
