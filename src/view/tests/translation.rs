//! Translations under the originals: in a card, a record and a review.

use super::*;
use crate::article::{Given, from_text};
use crate::brief::Brief;
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
        (made(english), "en", "e de noite”\nMachine translation, offline (Firefox pt-en): The bridge stays open\n"),
        (made(english), "ru", "e de noite”\nМашинный перевод без сети (Firefox pt-en): The bridge stays open\n"),
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
    let text = format!(
        "A ponte reabre\n\nO governo reabriu a ponte na segunda-feira depois de um ano de obras no rio.\n\n\
         \"{WORDS}\", disse a ministra Ana Lobo aos jornalistas na capital depois da assinatura do acordo."
    );
    let article = Article { language: Language::coded("pt"), ..from_text(&text, &Given::default()) };
    let brief = Brief::of(&article);
    let mut card = Card::of(&article, &brief, Source::default());
    assert!(card.quotes.iter().any(|quote| quote.text.starts_with(WORDS)), "{:?}", card.quotes);
    for quote in &mut card.quotes {
        quote.key = Some(0);
    }
    let words = card.quotes[0].text.clone();
    card.offline.put(words.clone(), Translation { words: Some("The bridge".into()), model: "tiny".into() });
    let options = RenderOptions { quotes: 3, ..options("en") };
    let shown = card.message(&options).text.text();
    let (original, translation) = (shown.find(&words).unwrap(), shown.find("offline (tiny): The bridge").unwrap());
    assert!(original < translation, "{shown}");
}
