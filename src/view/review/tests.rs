use chrono::TimeDelta;

use super::super::{DocumentFormat, Locale};
use super::*;
use crate::review::compose;
use crate::review::tests::{World, noon};

fn demo(hours: i64) -> PressReview {
    let (from, to) = (noon() - TimeDelta::hours(hours), noon());
    PressReview {
        review: compose(&World::demo(to).material(from)),
        from,
        to,
        feeds: 4,
        failing: vec!["Strait Times".into()],
        silent: vec!["Alder Echo".into()],
        unread: vec![("ja".into(), 1)],
        ..PressReview::default()
    }
}

fn written(review: &PressReview, options: &RenderOptions, format: DocumentFormat) -> String {
    let bytes = review.document(options).write(format);
    if format == DocumentFormat::Docx {
        // the document's own part; the others are the same for every review
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let body = text.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0.to_owned();
        return body.replace("</w:p>", "</w:p>\n");
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_demonstrations_review_in_each_format() {
    let options = RenderOptions::plain(noon() + TimeDelta::days(300));
    for format in DocumentFormat::ALL {
        insta::assert_snapshot!(format!("demo_{}", format.word()), written(&demo(24), &options, format));
    }
}

#[test]
fn a_review_in_russian_and_one_of_what_is_new() {
    let russian = RenderOptions {
        locale: Locale::of_tag("ru").unwrap(),
        zone: chrono_tz::Europe::Moscow,
        ..RenderOptions::plain(noon())
    };
    insta::assert_snapshot!("demo_ru", written(&demo(24), &russian, DocumentFormat::Markdown));
    let new = PressReview { failing: Vec::new(), silent: Vec::new(), unread: Vec::new(), ..demo(3) };
    insta::assert_snapshot!(
        "demo_new",
        written(&new, &RenderOptions::plain(noon()), DocumentFormat::Markdown)
    );
}

#[test]
fn a_caption_tells_the_findings_within_its_room() {
    let options = RenderOptions::plain(noon());
    insta::assert_snapshot!("caption", demo(24).caption(&options));
    let mut long = demo(24);
    for finding in &mut long.review.findings {
        finding.headline = "A very long headline 🌊 ".repeat(30);
    }
    long.failing = vec!["A feed of a very long name indeed, told in full".repeat(4); 9];
    for locale in Locale::all() {
        let caption = long.caption(&RenderOptions { locale, ..options.clone() });
        assert!(caption.encode_utf16().count() <= CAPTION, "{caption}");
    }
    let empty = PressReview { feeds: 4, ..PressReview::default() };
    insta::assert_snapshot!("caption_empty", empty.caption(&options));
}
