//! What a picture's caption says, and where there is no picture.

use super::*;
use crate::brief::{Kind, Quote, Speaker};
use crate::picture::Shape;
use crate::text::Span;
use crate::view::{Action, Press, RenderOptions, SaidLine, Source};

fn said(words: &str) -> SaidLine {
    SaidLine {
        quote: Quote {
            span: Span::whole(words),
            text: words.into(),
            kind: Kind::Direct,
            speaker: Some(Speaker {
                name: Some("Ilan Dorev".into()),
                role: Some("Foreign Minister of Tavria".into()),
                ..Speaker::default()
            }),
            quoted_from: None,
            via: None,
            confidence: 1.0,
            rule: String::new(),
            key: None,
        },
        article: 7,
        headline: "Tavria keeps the crossing open".into(),
        source: Source { name: "Lakeside Wire".into(), label: None },
        others: 0,
        at: Some("2026-09-14T12:41:00Z".parse().unwrap()),
        url: Some("https://lakeside.example/crossing".into()),
    }
}

fn options() -> RenderOptions {
    RenderOptions::plain("2026-09-14T18:00:00Z".parse().unwrap())
}

#[test]
fn a_caption_says_what_the_picture_shows() {
    let file = said("The crossing will stay open,").picture(12, Shape::Wide, &options()).unwrap();
    assert_eq!(
        file.caption,
        "“The crossing will stay open” — Ilan Dorev, Foreign Minister of Tavria\nLakeside Wire · 14 Sep 2026\n\
         https://lakeside.example/crossing#:~:text=The%20crossing%20will%20stay%20open%2C"
    );
    assert!(file.is_picture && file.name == "quote-12.png");
    assert!(matches!(&file.keyboard[0][0].action, Action::Callback(data)
        if Press::read(data) == Some(Press::QuotePicture(12, Shape::Tall))));
}

#[test]
fn a_caption_fits_and_what_cannot_be_drawn_is_no_picture() {
    let long = "We will keep the crossing open for as long as people need it. ".repeat(40);
    let file = said(&long).picture(1, Shape::Tall, &options()).unwrap();
    assert!(file.caption.encode_utf16().count() <= 1_024);
    assert!(said("국경은 열려 있다").picture(1, Shape::Wide, &options()).is_none());
    // no sentence of it is short enough, and a quote is never cut inside of one
    assert!(said(&"and on and on ".repeat(200)).picture(1, Shape::Wide, &options()).is_none());
}

#[test]
fn the_numbers_of_a_chart_stand_in_words_too() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 9, day).unwrap();
    let mentions = Mentions {
        what: "Ilan Dorev".into(),
        days: vec![(day(12), 2), (day(13), 0), (day(14), 9)],
        sources: (0..9_u32).map(|at| (format!("Outlet {at}"), 9 - at)).collect(),
        more: false,
    };
    let words = mentions.message(&options()).text.text();
    assert_eq!(
        words,
        "Ilan Dorev\n11 articles by 9 sources, 12 Sep – 14 Sep\nBy source: Outlet 0 — 9, Outlet 1 — 8, Outlet 2 — 7, \
         Outlet 3 — 6, Outlet 4 — 5, Outlet 5 — 4, Outlet 6 — 3, 2 more sources — 3\nBy day: 12 Sep — 2, 14 Sep — 9"
    );
    assert_eq!(mentions.picture(&options()).unwrap().caption, words);
}
