use std::collections::BTreeSet;

use super::super::languages::of;
use super::super::shared;
use super::*;
use crate::languages::statements;
use crate::text::Language;

const CODES: [&str; 10] = ["en", "ru", "de", "fr", "es", "uk", "it", "pl", "tr", "pt"];

fn table(code: &str) -> &'static Table {
    statements().find(|(known, _)| known.code() == code).unwrap().1
}

fn keys(code: &str, section: &str) -> Vec<&'static str> {
    let key = |line: &'static str| line.split_once(": ").unwrap_or_else(|| panic!("{code}: {line}")).0;
    table(code).lines(section).map(key).collect()
}

#[test]
fn every_language_has_every_party_and_nearly_every_concept_once() {
    let all: BTreeSet<&str> = CODES.iter().flat_map(|code| keys(code, "concepts")).collect();
    let parties: BTreeSet<&str> = keys("en", "parties").into_iter().collect();
    for code in CODES {
        let concepts = keys(code, "concepts");
        let own: BTreeSet<&str> = concepts.iter().copied().collect();
        assert_eq!(own.len(), concepts.len(), "{code} has a concept twice");
        let lacks: Vec<&&str> = all.difference(&own).collect();
        assert!(lacks.len() <= 8, "{code} lacks {lacks:?}");
    }
    for code in CODES {
        assert_eq!(keys(code, "parties").into_iter().collect::<BTreeSet<_>>(), parties, "{code}");
    }
}

#[test]
fn every_section_is_known_and_every_language_denies_and_is_sure() {
    for code in CODES {
        for section in table(code).names() {
            let named = Words::ALL.iter().any(|(name, _)| *name == section)
                || Endings::ALL.iter().any(|(name, _)| *name == section)
                || ["concepts", "parties", "traits", "numbers"].contains(&section);
            assert!(named, "{code}: [{section}]");
        }
        let lexicon = of(Language::from_tag(code).unwrap());
        for words in [Words::Stop, Words::Negation, Words::Possibility, Words::Necessity, Words::FirstPerson]
        {
            assert!(!lexicon.list(words).is_empty(), "{code} lacks {words:?}");
        }
    }
}

#[test]
fn what_is_shared_names_only_known_concepts() {
    let all: BTreeSet<&str> = CODES.iter().flat_map(|code| keys(code, "concepts")).collect();
    let parties: BTreeSet<&str> = keys("en", "parties").into_iter().collect();
    for section in shared::TABLE.names() {
        for line in shared::TABLE.lines(section) {
            let list = match line.split_once(": ") {
                Some((_, list)) => list,
                None => line,
            };
            for key in list.split([' ', '=']).filter(|key| key.parse::<f64>().is_err()) {
                let known = match section {
                    "places" => parties.contains(key),
                    "turning" => {
                        shared::TABLE.lines("classes").any(|line| line.starts_with(&format!("{key}: ")))
                    }
                    _ => all.contains(key),
                };
                assert!(known, "[{section}] {key}");
            }
        }
    }
    assert!(shared::exclude("north", "south") && !shared::exclude("north", "north"));
    assert!(!shared::exclude("send", "deploy") && shared::exclude("send", "withdraw"));
}

#[test]
fn words_are_found_in_their_forms_and_no_others() {
    for (code, word, due) in [
        ("en", "withdrawing", "withdraw"),
        ("en", "war", "war"),
        ("en", "warm", "hot"),
        ("ru", "границами", "border"),
        ("ru", "границы", "border"),
        ("de", "gaslieferungen", "gas supply"),
        ("de", "grenzubergang", "border"),
        ("fr", "frontieres", "border"),
        ("pl", "granicy", "border"),
        ("tr", "sinirlarimizdan", "border"),
        ("uk", "кордонів", "border"),
        ("pt", "fronteiras", "border"),
        ("xx", "border", ""),
    ] {
        let lexicon = Language::from_tag(code).map(of).unwrap();
        let meant: Vec<&str> = lexicon.senses(word).iter().map(|senses| senses[0].key).collect();
        let found = meant.join(" ");
        assert!(found == due || found.starts_with(&format!("{due} ")), "{code} {word}: {found}");
    }
}
