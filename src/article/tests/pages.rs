//! Whole invented pages and what is read of them.

use std::fmt::Write;

use super::super::{Article, Given, from_html};

#[test]
fn pages_are_read_as_before() {
    let pages = [
        ("wire-en", include_str!("pages/wire-en.html")),
        ("agency-ru", include_str!("pages/agency-ru.html")),
        ("broadcaster-de", include_str!("pages/broadcaster-de.html")),
        ("daily-fr", include_str!("pages/daily-fr.html")),
        ("daily-es", include_str!("pages/daily-es.html")),
        ("ministry-old", include_str!("pages/ministry-old.html")),
        ("transcript", include_str!("pages/transcript.html")),
        ("data-only", include_str!("pages/data-only.html")),
        ("commented", include_str!("pages/commented.html")),
    ];
    for (name, html) in pages {
        let given = Given { url: Some(format!("https://news.example/{name}")), ..Given::default() };
        insta::assert_snapshot!(name, shown(&from_html(html, &given)));
    }
}

fn shown(article: &Article) -> String {
    let mut text = String::new();
    for (name, value) in [
        ("url", article.url.clone()),
        ("title", article.title.clone()),
        ("dek", article.dek.clone()),
        ("byline", article.byline.clone()),
        ("site", article.site.clone()),
        ("language", Some(article.language.to_string())),
        ("published", article.published.map(|time| time.to_string())),
        ("updated", article.updated.map(|time| time.to_string())),
        ("standing", Some(format!("{:?}", article.standing))),
    ] {
        writeln!(text, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    for block in &article.blocks {
        writeln!(text, "{:?} | {}", block.role, block.span.of(&article.text)).unwrap();
    }
    text
}
