//! Which headlines are told.

use chrono::TimeDelta;

use super::*;

/// Chooses among headlines written `language|headline`, an hour apart, the oldest first, numbered from 0.
fn told(headlines: &[&str], reader: &str) -> (i64, Vec<i64>) {
    let headings: Vec<Heading<'_>> = (0..)
        .zip(headlines)
        .map(|(article, line)| {
            let (language, title) = line.split_once('|').unwrap();
            let at = DateTime::UNIX_EPOCH + TimeDelta::hours(article);
            Heading { article, title, language: Language::coded(language), at }
        })
        .collect();
    let told = leading(&headings, Language::from_tag(reader)).unwrap();
    let mut turned = headings.clone();
    turned.reverse();
    assert_eq!(leading(&turned, Language::from_tag(reader)), Some(told.clone()), "order of the reports");
    (told.lead, told.further)
}

const TALKS: &str = "en|Norvia and Veland open pipeline talks in Ostravik";
const EXPLAINED: &str = "en|Explained: the Karst gas pipeline between Norvia and Veland";
const AGREED: &str = "en|Norvia and Veland agree to reopen Karst pipeline";
const EXPLOSION: &str = "en|Explosion at Karst pipeline hours after Norvia and Veland agree to reopen it";

#[test]
fn the_newest_development_is_told_in_every_order() {
    // it has as much in common with the others as the agreement, and is the latest
    assert_eq!(told(&[TALKS, EXPLAINED, AGREED, EXPLOSION], "en"), (3, vec![0]));
    assert_eq!(told(&[AGREED, EXPLOSION], "en").0, 1);
    // the middle of a story leads; what came after it is named
    let deal = "en|Norvia and Veland agree to reopen pipeline";
    let dead = "en|Two workers are dead in Karst";
    assert_eq!(told(&[AGREED, deal, AGREED, dead], "en"), (0, vec![3]));
    // also where something less follows it
    assert_eq!(
        told(&[AGREED, deal, AGREED, dead, "en|Veland hails Karst pipeline deal"], "en"),
        (0, vec![4, 3])
    );
}

#[test]
fn headlines_that_say_the_same_are_not_named() {
    assert_eq!(told(&[AGREED, AGREED, AGREED], "en"), (0, vec![]));
    assert_eq!(told(&["en|Veland, Norvia agree", EXPLOSION], "en"), (1, vec![]));
}

#[test]
fn no_more_than_a_few_are_named() {
    let others = ["Barley burns", "Minister resigns", "Bridges closed", "Tankers stranded", "Court rules"];
    let others: Vec<String> = others.iter().map(|title| format!("en|{title}")).collect();
    let all: Vec<&str> = others.iter().map(String::as_str).chain([AGREED, AGREED]).collect();
    assert_eq!(told(&all, "en"), (5, vec![4, 3, 2]));
}

#[test]
fn the_readers_language_leads_and_only_what_is_later_stands_beside_it_in_another() {
    let ru = "ru|Норвия и Веланд договорились открыть газопровод";
    assert_eq!(told(&[AGREED, ru], "en"), (0, vec![1]));
    assert_eq!(told(&[ru, AGREED], "en"), (1, vec![]));
    assert_eq!(told(&[ru, AGREED], "ru"), (0, vec![1]));
    assert_eq!(told(&[ru, ru, AGREED], "fr"), (0, vec![2]));
    assert_eq!(told(&["zh|两国同意", "zh|爆炸"], "zh"), (1, vec![0]));
}

#[test]
fn a_story_without_headlines_has_no_lead() {
    assert_eq!(leading(&[], None), None);
    let at = DateTime::UNIX_EPOCH;
    assert_eq!(leading(&[Heading { article: 1, title: " ", language: Language::default(), at }], None), None);
}
