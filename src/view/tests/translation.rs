//! Translations under the originals: in a card, a record and a review.

use super::*;
use crate::record::{Record, Said};
use crate::text::Language;

const WORDS: &str = "A ponte sobre o rio Ossa fica aberta de dia e de noite";

fn made(words: Option<&str>) -> Translations {
    let mut made = Translations::default();
    let translation = Translation { words: words.map(str::to_owned), model: "Firefox pt-en".into() };
    made.put(WORDS.into(), translation);
    made
}

fn options(tag: &str) -> RenderOptions {
    let now = "2026-02-15T12:00:00Z".parse().unwrap();
    RenderOptions { locale: Locale::of_tag(tag).unwrap(), ..RenderOptions::plain(now) }
}

#[test]
fn a_record_has_the_translation_under_the_words_and_says_whose_it_is() {
    let pt = Language::coded("pt");
    let saying = Saying { text: WORDS.into(), language: pt, outlet: "Diário".into(), ..Saying::default() };
    let record = Record::of(&[Said { language: pt, text: WORDS }]);
    let record = |made| PersonRecord {
        name: "Ana Lobo".into(),
        sayings: vec![saying.clone()],
        record: record.clone(),
        translations: made,
        ..PersonRecord::default()
    };
    let english = Some("The bridge stays open");
    for (made, tag, due) in [
        (
            made(english),
            "en",
            "e de noite”\nMachine translation, offline (Firefox pt-en): The bridge stays open\n",
        ),
        (
            made(english),
            "ru",
            "e de noite”\nМашинный перевод без сети (Firefox pt-en): The bridge stays open\n",
        ),
        (made(None), "en", "e de noite”\nNo safe translation\n"),
        (made(None), "ru", "e de noite”\nНадёжного перевода нет\n"),
    ] {
        let text = record(made).message(&options(tag)).text.text();
        assert!(text.contains(due), "{text}");
    }
    let text = record(Translations::default()).message(&options("en")).text.text();
    assert!(!text.contains("ranslation"), "{text}");
}

#[test]
fn a_card_has_the_original_on_top_of_its_translation() {
    let speaker = Speaker { name: Some("Ana Lobo".into()), ..Speaker::default() };
    let quote = Quote {
        span: Span::new(0, WORDS.len()),
        text: WORDS.into(),
        kind: Kind::Direct,
        speaker: Some(speaker),
        quoted_from: None,
        via: None,
        confidence: 1.0,
        rule: String::new(),
        key: Some(1),
    };
    let card = Card { quotes: vec![quote], found: 1, offline: made(Some("The bridge")), ..Card::default() };
    let options = RenderOptions { quotes: 3, ..options("en") };
    let shown = card.message(&options).text.text();
    let (original, translation) = (shown.find(WORDS), shown.find("offline (Firefox pt-en): The bridge"));
    assert!(original.is_some() && original < translation, "{shown}");
}
