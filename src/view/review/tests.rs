use chrono::TimeDelta;

use super::super::{DocumentFormat, Locale, Translation, Translations};
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

#[test]
fn what_a_machine_made_stands_below_the_originals_and_says_so() {
    let mut review = demo(24);
    let theme = review.review.themes[0].clone();
    let quote = theme.said[0].wordings[0].text.clone();
    let spoken = quote.trim_end_matches(',');
    let mut made = Translations::default();
    let mut put = |of: &str, words: Option<&str>| {
        made.put(
            of.to_owned(),
            Translation { words: words.map(str::to_owned), model: "Firefox xx-en".into() },
        );
    };
    put(&theme.headline, Some("THE HEADLINE"));
    put(&theme.reported[0].text, Some("THE SENTENCE"));
    put(&theme.reported[1].text, None);
    put(&quote, None);
    put(&review.review.themes[1].said[0].wordings[0].text, None);
    review.translations = made;
    let options = RenderOptions::plain(noon());
    let text = written(&review, &options, DocumentFormat::Markdown);
    let label = "*Machine translation, offline (Firefox xx-en): THE";
    for due in [
        format!("\\[1–3\\]\\\n  {label} HEADLINE* — *(No safe translation)*\n"),
        format!("\n\n{label} HEADLINE*\n\n"),
        format!("\\\n{label} SENTENCE*\u{a0}"),
        format!("{spoken}”\n>\n> *No safe translation*\n>\n"),
    ] {
        assert!(text.contains(&due), "{due}\n\n{text}");
    }
    let html = written(&review, &options, DocumentFormat::Html);
    assert!(
        html.contains("<br>\n<em>Machine translation, offline (Firefox xx-en): THE HEADLINE</em>"),
        "{html}"
    );
    assert!(written(&review, &options, DocumentFormat::Docx).contains("<w:br/>"));
    for format in DocumentFormat::ALL {
        assert_eq!(review.document(&options).write(format), review.document(&options).write(format));
    }
}
