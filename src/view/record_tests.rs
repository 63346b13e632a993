//! A record as it is drawn.

use super::*;
use crate::record::Said;
use crate::view::Locale;

fn record() -> PersonRecord {
    let said = [
        ("2025-11-03", "Post", "Lakeland will send 12 ships to the Strait of Alder."),
        ("2025-11-20", "Wire", "Lakeland will send 12 ships to the Strait of Alder."),
        ("2026-01-09", "Post", "Lakeland will send 8 ships to the Strait of Alder."),
        ("2026-02-14", "Herald", "The treaty on the Ossa is a beginning and not an end."),
    ];
    let sayings = said.map(|(day, outlet, text)| Saying {
        text: text.into(),
        language: Language::coded("en"),
        at: format!("{day}T12:00:00Z").parse().unwrap(),
        outlet: outlet.into(),
        url: (outlet != "Wire").then(|| format!("https://{outlet}.example/{day}")),
        others: Vec::from_iter((day == "2025-11-03").then(|| "Kurier".into())),
        wordings: 1 + usize::from(day == "2025-11-03"),
    });
    let words = said.map(|(.., text)| Said { language: Language::coded("en"), text });
    let record = Record::of(&words);
    PersonRecord { name: "Anna Orlo".into(), sayings: sayings.to_vec(), record, ..PersonRecord::default() }
}

#[test]
fn a_record_tells_what_was_first_said_said_again_and_changed() {
    let now = "2026-02-15T12:00:00Z".parse().unwrap();
    for locale in Locale::all() {
        let options = RenderOptions { locale, ..RenderOptions::plain(now) };
        insta::assert_snapshot!(
            format!("record_{}", locale.code()),
            record().message(&options).text.to_html()
        );
    }
}

#[test]
fn older_words_that_go_on_are_told_with_their_own_text_and_day() {
    let mut record = record();
    let text = "I said that the treaty on the Ossa is a beginning and not an end. It has begun.";
    let at = "2026-03-01T12:00:00Z".parse().unwrap();
    record.sayings.push(Saying { text: text.into(), at, ..record.sayings[3].clone() });
    record.record.matters[1].more.push((3, 4));
    let told = record.text(&RenderOptions::plain("2026-03-02T12:00:00Z".parse().unwrap())).text();
    assert!(told.contains(&format!("said again, with more, on 1 Mar 2026: “{text}” (Herald)")), "{told}");
}

#[test]
fn a_long_record_fits_a_message() {
    let mut long = record();
    for at in 0..80 {
        long.sayings
            .push(Saying { text: format!("Statement {at} about things."), ..long.sayings[3].clone() });
        long.record.matters.push(Matter { quotes: vec![4 + at], ..Matter::default() });
    }
    let options = RenderOptions::plain("2026-02-15T12:00:00Z".parse().unwrap());
    let text = long.message(&options).text;
    assert!(text.utf16_len() <= MESSAGE_UNITS);
    assert!(text.text().contains("8 ships"));
    assert!(long.text(&options).utf16_len() > MESSAGE_UNITS);
}
