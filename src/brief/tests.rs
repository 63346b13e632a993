//! A language that is nothing but tables: the invented one of `languages/tests/xx`.

use super::{write, write_until};
use crate::article::{Given, from_html, from_text};
use crate::languages::Language;
use crate::people::offices::{countries_in, read_role};
use crate::text::{Span, Stop, sentences};

const TEXT: &str = "SORVIK, 14 vek tri — Ul pontra vek Sorvik tarro mek ul vesna, respit ul minzal dal ul forra vek undag. \
Jor tarro neth ul galla mek ul sorra vek elf. Ul galla vek Sorvik hasta dal ul vesna vek ul forra.\n\n\
“Ul pontra tarro mek ul vesna hasta ninq dal ul forra,” dorit Prezal Toma Verrin.\n\n\
“Ul galla estelas pirt ul sorra vek ul pontra,” jor kalmit.\n\n\
Sra. Ilna Korval respit: “Wug pontra estelas mek wug galla.”\n\n\
Lezu okke: ul galla";

#[test]
fn its_own_small_words_tell_it_from_others() {
    assert_eq!(Language::of_text(TEXT), Some(Language::coded("xx")));
}

#[test]
fn quotes_are_found_and_their_speakers_named() {
    let brief = write(&from_text(TEXT, &Given::default()));
    let told = |quote: &super::Quote| {
        let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.clone()).unwrap_or_default();
        (name, quote.text.split(' ').take(3).collect::<Vec<_>>().join(" "))
    };
    let due = [
        ("Toma Verrin", "Ul pontra tarro"),
        ("Toma Verrin", "Ul galla estelas"),
        ("Ilna Korval", "Wug pontra estelas"),
    ];
    assert_eq!(
        brief.quotes.iter().map(told).collect::<Vec<_>>(),
        due.map(|(name, words)| (name.to_owned(), words.to_owned()))
    );
}

#[test]
fn a_summary_is_made_of_sentences_that_stand_alone() {
    let text = TEXT.replace("— Ul pontra", "— Jor pirt ul forra tarro mek ul vesna dal ul galla. Ul pontra");
    let sentences = write(&from_text(&text, &Given::default())).summary.sentences;
    assert!(!sentences.is_empty());
    // of nobody it is known who `jor` is, the dateline is cut, and a line of the page is no part of the article
    for word in ["Jor pirt", "SORVIK", "Lezu"] {
        assert!(sentences.iter().all(|sentence| !sentence.contains(word)), "{sentences:?}");
    }
}

#[test]
fn days_authors_and_abbreviations_are_read() {
    let page = "<html lang=xx><body><h1>Ul pontra vek Sorvik tarro mek ul vesna</h1>\
        <p>Skrit da Ilna Korval mek Toma Verrin</p><p>Publikat 14 vek triember 2026</p>\
        <p>Ul pontra vek Sorvik tarro mek ul vesna, respit ul minzal dal ul forra vek undag. Ul galla vek Sorvik \
        hasta dal ul vesna vek ul forra, mek ul sorra vek ul pontra estelas pirt ul galla vek undag.</p></body></html>";
    let article = from_html(page, &Given::default());
    assert_eq!(article.byline.as_deref(), Some("Ilna Korval mek Toma Verrin"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2026-03-14 00:00:00 UTC"));
    let text = "Ul galla hasta. Sr. Verrin tarro.";
    assert_eq!(sentences(text, Span::whole(text), Language::coded("xx")).len(), 2);
}

#[test]
fn a_page_is_read_whole_from_the_byline_to_the_speakers() {
    let paragraphs: String = TEXT.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    let page = format!(
        "<html lang=xx><body><article><h1>Ul pontra vek Sorvik tarro mek ul vesna</h1><p>Skrit da Ilna Korval</p>\
         <p>Publikat 14 vek triember 2026</p>{paragraphs}</article></body></html>"
    );
    let article = from_html(&page, &Given::default());
    assert_eq!(article.language, Language::coded("xx"));
    assert_eq!(article.byline.as_deref(), Some("Ilna Korval"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2026-03-14 00:00:00 UTC"));
    let dateline = article.dateline.as_ref().unwrap();
    assert_eq!((dateline.place.as_str(), dateline.date.as_deref()), ("SORVIK", Some("14 vek tri")));
    let brief = write(&article);
    let speakers: Vec<_> = brief.quotes.iter().map(|quote| quote.speaker.as_ref()?.name.clone()).collect();
    let due = ["Toma Verrin", "Toma Verrin", "Ilna Korval"].map(|name| Some(name.to_owned()));
    assert_eq!(speakers, due);
    assert!(!brief.summary.sentences.is_empty(), "{:?}", brief.warnings);
    assert!(article.text.contains("Wug pontra") && !article.text.contains("Lezu"), "{}", article.text);
}

#[test]
fn countries_and_offices_are_read() {
    assert_eq!(countries_in("Ul Svelandire pontra")[0].0.code(), "SE");
    assert!(read_role("ul svelandian minzal vek ostarim").is_some());
}

#[test]
fn what_was_found_when_the_work_was_asked_to_end_is_marked() {
    let article = from_text(TEXT, &Given::default());
    let (whole, stop) = (write(&article), Stop::default());
    assert!(!whole.is_in_part());
    stop.ask();
    let stopped = write_until(&article, &stop);
    assert!(stopped.is_in_part() && stopped.quotes.len() < whole.quotes.len());
    assert!(!stopped.summary.sentences.is_empty());
}
